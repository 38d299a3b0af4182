"""Sets the program up and runs its chores, with nothing but Python itself.

`python3 dev.py COMMAND` (Windows: `py dev.py COMMAND`) makes the environment in
`.venv` when it is missing or out of date, then does what was asked.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LINUX = sys.platform == "linux"
WINDOWS = os.name == "nt"
#: Whether this Python can put a pip into an environment.
BUNDLED_PIP = importlib.util.find_spec("ensurepip") is not None
OUTER_PIP = (sys.executable, "-m", "pip")
HUSH = ("-qq", "--disable-pip-version-check", "--root-user-action", "ignore")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
LOCALE = ROOT / "i18n" / "locale"
LANGUAGES = ("en", "fr")
BUILD = ROOT / "build"
DIST = ROOT / "dist"
SOURCES = ("app", "i18n", "quotes_db", "ui")
FOLDERS = (*SOURCES, "tests")

#: What a lock must not hold: it would name one person's index or disk.
PLACES = ("://", "--index-url", "--extra-index-url", "--find-links", "file:")

#: Shared libraries that Qt needs and a bare Debian lacks.
QT_PACKAGES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon0",
)
QT_PROBE = """
import PySide6.QtNetwork, PySide6.QtPrintSupport, PySide6.QtSvg
from PySide6.QtWidgets import QApplication
QApplication([])
"""

#: Qt's plugin for X servers, as the program itself loads it.
X11_PROBE = """
import sys
from ui.x_plugin import lacking
sys.exit(", ".join(lacking()) or 0)
"""

#: What PyInstaller needs and a bare Debian lacks: a look into libraries, and Python
#: as one of them.
FREEZING_PACKAGES = ("binutils", f"libpython3.{sys.version_info.minor}")
FREEZING_PROBE = """
import shutil, sys
from PyInstaller.depend.bindepend import get_python_library_path
get_python_library_path()
if sys.platform == "linux" and not shutil.which("objdump"):
    sys.exit("objdump is missing")
"""

#: The status of the program when there is no screen to open a window on.
NO_SCREEN = 2


def call(*command: str | Path) -> int:
    """Run a command in the project's folder and return its exit status."""
    return subprocess.run([str(word) for word in command], cwd=ROOT).returncode


def must(*command: str | Path) -> None:
    """Run a command; where it fails, say which one and stop."""
    if status := call(*command):
        line = shlex.join(str(word) for word in command)
        raise SystemExit(f"dev.py: exit status {status} from: {line}")


# The environment


def set_up() -> None:
    """Bring `.venv` and the compiled catalogues up to date."""
    once("environment", fingerprint(LOCK), make_environment)
    once("qt", fingerprint(LOCK), need_qt_libraries)
    once("project", fingerprint(LOCK, PROJECT), install_project)
    if stale_catalogues():
        compile_catalogues()


def once(name: str, state: str, step: Callable[[], None]) -> None:
    """Do a step of the setting up unless it was done for this very state."""
    stamp = VENV / f"{name}.stamp"
    if not (stamp.is_file() and stamp.read_text("utf-8") == state):
        step()
        stamp.write_text(state, "utf-8")


def fingerprint(*sources: Path) -> str:
    """Return one hash over some files, this Python and this folder."""
    state = hashlib.sha256(f"{sys.version}\n{ROOT}".encode())
    for source in sources:
        state.update(source.read_bytes())
    return state.hexdigest()


def make_environment() -> None:
    """Make `.venv` anew and install what the lock names."""
    print("dev.py: setting up .venv ...", flush=True)
    if VENV.is_symlink():
        # Another folder's environment: it would be emptied through the link.
        VENV.unlink()
    venv.create(VENV, clear=True, with_pip=BUNDLED_PIP, symlinks=not WINDOWS)
    install("--require-hashes", "--only-binary", ":all:", "-r", LOCK)


def install_project() -> None:
    """Let `.venv` run the program from this folder."""
    install("--no-build-isolation", "-e", ROOT)


def install(*wanted: str | Path) -> None:
    """Install exactly what is named, and nothing it might ask for, into `.venv`."""
    must(*pip("install"), *HUSH, "--no-deps", *wanted)


def pip(command: str) -> list[str | Path]:
    """Return the beginning of one of pip's command lines, about `.venv`."""
    if BUNDLED_PIP:
        return [PYTHON, "-m", "pip", command]
    # Debian without python3-venv: the pip outside serves the one inside.
    return [*OUTER_PIP, "--python", PYTHON, command]


def need_qt_libraries() -> None:
    """Make sure Qt can start."""
    need("Qt", QT_PROBE, QT_PACKAGES)


def need_x11_libraries() -> None:
    """Make sure Qt can speak to an X server: without them no window opens."""
    # An older Python, which is told that it is too old, could not read it.
    from app.screen import X_LIBRARIES, debian_package  # noqa: PLC0415

    need("Qt on X11", X11_PROBE, [*map(debian_package, X_LIBRARIES)])


def need(who: str, probe: str, packages: Sequence[str]) -> None:
    """Make sure a probe runs: install the packages it lacks, or say how."""
    if not (trouble := trouble_with(probe)):
        return
    if shutil.which("apt-get") is None:
        raise SystemExit(f"{trouble}\ndev.py: {who} does not start; see above.")
    get = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        raise SystemExit(
            f"dev.py: {who} lacks libraries. Run this, then again: sudo {get}"
        )
    print(f"dev.py: installing the libraries that {who} needs ...", flush=True)
    for line in ("apt-get update", get):
        must("sh", "-c", f"DEBIAN_FRONTEND=noninteractive {line} -qq > /dev/null")
    if trouble := trouble_with(probe):
        raise SystemExit(f"{trouble}\ndev.py: {who} still does not start; see above.")


def trouble_with(probe: str) -> str:
    """Run a probe without a screen and return its complaint, "" where it is well."""
    done = subprocess.run(
        [PYTHON, "-c", probe],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        errors="replace",
    )
    return done.stderr or f"status {done.returncode}" if done.returncode else ""


# The catalogues


def stale_catalogues() -> list[Path]:
    """Return the catalogues whose compiled form is missing or older."""
    return [
        source
        for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
        if not (compiled := source.with_suffix(".mo")).is_file()
        or compiled.stat().st_mtime < source.stat().st_mtime
    ]


def compile_catalogues() -> None:
    """Compile each catalogue: .po -> .mo."""
    must(*babel("compile"), "--directory", LOCALE, "--domain", "messages")


def babel(command: str) -> list[str | Path]:
    """Return the beginning of one of Babel's command lines."""
    return [PYTHON, "-m", "babel.messages.frontend", "--quiet", command]


# The commands


def run(arguments: Sequence[str]) -> int:
    """Start the program; where no screen answers, write the sample quote instead."""
    if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and LINUX:
        once("x11", fingerprint(LOCK), need_x11_libraries)
    status = call(PYTHON, "-m", "app", *arguments)
    if status == NO_SCREEN and not arguments:
        status = call(PYTHON, "-m", "app", "sample", "--out", BUILD / "sample")
    return status


def test(arguments: Sequence[str]) -> int:
    """Run the tests; further words go to pytest."""
    return call(PYTHON, "-m", "pytest", *arguments)


def prove(arguments: Sequence[str]) -> int:
    """Run the long proofs, which `test` leaves out."""
    proofs = (ROOT / "tests" / "prove", "-x", "-o", "addopts=", "--timeout", "3600")
    return call(PYTHON, "-m", "pytest", *proofs, *arguments)


def build(_: Sequence[str]) -> int:
    """Build the program that needs no Python: dist/waas-quotes."""
    need("PyInstaller", FREEZING_PROBE, FREEZING_PACKAGES)
    if LINUX:
        # They go into what is built.
        need_x11_libraries()
    must(
        *(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--workpath", BUILD / "frozen", "--distpath", DIST, "build.spec"),
    )
    print(f"dev.py: built {DIST / 'waas-quotes'}")
    return 0


def test_frozen(arguments: Sequence[str]) -> int:
    """Build the program, then test what was built."""
    build(())
    tests = (ROOT / "tests" / "frozen", "-o", "addopts=", "--import-mode=importlib")
    return call(PYTHON, "-m", "pytest", *tests, *arguments)


def bench(arguments: Sequence[str]) -> int:
    """Measure speed."""
    return call(PYTHON, "-m", "bench", *arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Take pictures of every page and every paper into build/screenshots."""
    out = BUILD / "screenshots"
    return call(PYTHON, "-m", "tests.pictures", out, *arguments)


#: No rule without a test of each way it can go.
DOMAIN_COVERAGE = (
    "tests/app/domain",
    *("--cov=app/domain", "--cov-branch", "--cov-fail-under=100"),
)


def check(_: Sequence[str]) -> int:
    """Check style, types, the arrows between packages, catalogues and the lock."""
    failed = [
        name
        for name, command in {
            "lint": (PYTHON, "-m", "ruff", "check", "."),
            "format": (PYTHON, "-m", "ruff", "format", "--check", "."),
            "types": (PYTHON, "-m", "mypy", *FOLDERS, "dev.py"),
            "architecture": (PYTHON.with_name("lint-imports"),),
            "dependencies": pip("check"),
            "catalogues": (PYTHON, "-m", "i18n.check"),
            "coverage": (PYTHON, "-m", "pytest", "--quiet", *DOMAIN_COVERAGE),
        }.items()
        if call(*command)
    ]
    if found := places_in_lock():
        print(f"requirements.lock names a place: {', '.join(found)}")
        failed.append("lock")
    print(f"check: {'FAILED: ' + ', '.join(failed) if failed else 'all good'}")
    return 1 if failed else 0


def places_in_lock() -> list[str]:
    """Return what the lock says of where packages come from: nothing, if right."""
    text = LOCK.read_text("utf-8")
    return [place for place in PLACES if place in text]


def lock(_: Sequence[str]) -> int:
    """Resolve the dependencies anew into requirements.lock."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or fetch_uv(Path(folder))
        must(
            *(uv, "pip", "compile", PROJECT.name, "--quiet", "--upgrade"),
            *("--group", "test", "--group", "lint", "--group", "setup"),
            *("--group", "build", "--group", "bench"),
            *("--universal", "--python-version", "3.11", "--only-binary", ":all:"),
            *("--generate-hashes", "--no-emit-index-url", "--no-annotate"),
            *("--custom-compile-command", "python dev.py lock"),
            *("--output-file", LOCK.name),
        )
    return 1 if places_in_lock() else 0


def fetch_uv(folder: Path) -> str:
    """Install uv, which only this chore needs, into a folder; return its path."""
    must(*OUTER_PIP, "install", *HUSH, "--target", folder, "uv")
    return str(folder / "bin" / ("uv.exe" if WINDOWS else "uv"))


def hooks(_: Sequence[str]) -> int:
    """Let git run `make check` before each commit."""
    return call("git", "config", "core.hooksPath", ".githooks")


def catalogues(_: Sequence[str]) -> int:
    """Bring the catalogues up to date with the sources, then compile them."""
    BUILD.mkdir(exist_ok=True)
    template = BUILD / "messages.pot"
    must(
        *(*babel("extract"), "--mapping-file", PROJECT, "--output-file", template),
        *("--no-location", "--add-comments", "Translators:"),
        *SOURCES,
    )
    for language in LANGUAGES:
        must(
            *(*babel("update"), "--input-file", template, "--output-dir", LOCALE),
            *("--locale", language, "--init-missing", "--no-fuzzy-matching"),
            *("--ignore-obsolete", "--ignore-pot-creation-date"),
        )
    compile_catalogues()
    return 0


def clean(_: Sequence[str]) -> int:
    """Remove everything that was made here, the environment too."""
    made = [VENV, BUILD, DIST, ROOT / ".hypothesis", ROOT / "htmlcov"]
    made += [*ROOT.glob("*.egg-info"), *ROOT.glob(".*_cache")]
    for name in (*FOLDERS, "bench", "resources"):
        made += (ROOT / name).rglob("__pycache__")
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)
    for catalogue in LOCALE.glob("*/LC_MESSAGES/*.mo"):
        catalogue.unlink()
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__.replace("_", "-"): command
    for command in (
        *(run, test, prove, bench, screenshots, build, test_frozen),
        *(check, lock, hooks, catalogues, clean),
    )
}
#: These work without the environment.
BARE = frozenset({"lock", "hooks", "clean"})


def main() -> int:
    """Do the chore that the command line names and return its exit status."""
    chores = "\n".join(f"  {name:<12}{does.__doc__}" for name, does in COMMANDS.items())
    parser = argparse.ArgumentParser(
        description=f"{__doc__}\n{chores}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...")
    chosen = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 -- an older one can read this file
        raise SystemExit("dev.py: needs Python 3.11 or newer.")
    if chosen.command not in BARE:
        set_up()
    return COMMANDS[chosen.command](chosen.arguments)


if __name__ == "__main__":
    sys.exit(main())
