"""Files written whole or not at all, under names that every system takes."""

from __future__ import annotations

import filecmp
import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.problems import Problem, Problems, UnavailableError, error, warning

_TEMPORARY = ".waas-"
#: A user's own file may begin alike.
_TEMPORARY_NAME = rf"{re.escape(_TEMPORARY)}[0-9a-f]{{16}}"
#: What a killed process left behind is swept once no living one can own it.
_STALE_SECONDS = 3600
_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{n}{i}" for n in ("COM", "LPT") for i in "0123456789¹²³"),
}
_MOST_NAME_BYTES = 120
#: What `write_beside` makes of a name that is taken.
_SECOND_NAME = r"(.+) \(\d+\)"


def read(path: Path, most: int = 100_000_000) -> bytes:
    """Return a file's bytes, read once; UnavailableError says why not."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as reason:
        raise UnavailableError(unreadable(path, reason)) from reason
    if len(content) > most:
        raise UnavailableError(error("file_too_large", most=most // 1_000_000))
    return content


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Lend a file to be read in parts; UnavailableError says why it cannot be."""
    try:
        file = path.open("rb")
    except (OSError, ValueError) as reason:
        raise UnavailableError(unreadable(path, reason)) from reason
    with file:
        try:
            yield file
        except OSError as reason:
            raise UnavailableError(unreadable(path, reason)) from reason


def read_if_there(path: Path, most: int) -> bytes | None:
    """Return a file's bytes, None where there is no such file or folder."""
    try:
        return read(path, most)
    except UnavailableError as refusal:
        if refusal.problems[0].code == "file_missing":
            return None
        raise


def private_folder(folder: Path) -> None:
    """Make a folder that only its user can open; one that exists stays as it is."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as reason:
        raise UnavailableError(unwritable(folder, reason)) from reason


def ready(folder: Path) -> None:
    """Make a folder if it is absent; UnavailableError where it takes no files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with temporary(folder / "paper"):
            pass
    except (OSError, ValueError) as reason:
        raise UnavailableError(unwritable(folder, reason)) from reason


def replace_private(path: Path, content: bytes) -> None:
    """Write the file anew, for its user alone: a reader sees old content or new."""
    try:
        with temporary(path) as written:
            written.write_bytes(content)
            put_in_place(written, path)
    except (OSError, ValueError) as reason:
        raise UnavailableError(unwritable(path, reason)) from reason


def write_beside(path: Path, content: bytes) -> Path:
    """Write a new file and return its path; folders are made.

    A file of the same content is left as it is; one of another content keeps
    its name, and the new one becomes `name (2).pdf`.
    """
    return write_beside_in_parts(path, lambda file: file.write(content))


def write_beside_in_parts(path: Path, write: Callable[[BinaryIO], object]) -> Path:
    """Write likewise what no memory is to hold; nothing is left where `write` raises.

    What it writes may be gone back to until it returns.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        with temporary(path, 0o666) as written:
            with written.open("r+b") as file:
                write(file)
            for candidate in _candidates(path):
                if give_name(written, candidate) or _same(candidate, written):
                    return candidate
    except (OSError, ValueError) as reason:
        raise UnavailableError(unwritable(path, reason)) from reason
    raise UnavailableError(error("no_free_name", path=str(path)))


def kept_names(paths: Iterable[Path]) -> Problems:
    """Name each file that stood where one of these was to be, and was left there."""
    found = ((path, re.fullmatch(_SECOND_NAME, path.stem)) for path in paths)
    return tuple(
        warning("name_taken", name=f"{second[1]}{path.suffix}", path=path.name)
        for path, second in found
        if second and path.with_stem(second[1]).exists()
    )


def unreadable(path: Path, reason: Exception) -> Problem:
    """Say that a file cannot be read, and why."""
    if isinstance(reason, FileNotFoundError):
        return error("file_missing", path=str(path))
    return error("file_unreadable", path=str(path), reason=_plain(reason))


def unwritable(path: Path, reason: Exception) -> Problem:
    """Say that a file cannot be written, and why."""
    return error("file_unwritable", path=str(path), reason=_plain(reason))


def _plain(reason: Exception) -> str:
    """Return the system's own words, without the path they repeat."""
    return reason.strerror or "" if isinstance(reason, OSError) else str(reason)


def safe_name(text: str) -> str:
    """Return the text as a file name for Windows, macOS and Linux alike."""
    name = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    name = unicodedata.normalize("NFC", name)
    name = re.sub(r'[<>:"/\\|?*]+', "-", name)
    name = re.sub(r"\s+", " ", name)
    name = name.encode()[:_MOST_NAME_BYTES].decode(errors="ignore").strip(" .")
    if name.startswith("-"):
        # What begins with a dash is an option to many programs.
        name = f"_{name}"
    if name.partition(".")[0].strip().upper() in _RESERVED:
        name = f"_{name}"
    return name or "_"


# What a large file is made of, such as a database; each may raise OSError


@contextmanager
def temporary(path: Path, mode: int = 0o600) -> Iterator[Path]:
    """Lend a new, empty file beside a place; nothing is left under its name."""
    beside = path.with_name(f"{_TEMPORARY}{os.urandom(8).hex()}")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def put_in_place(written: Path, path: Path) -> None:
    """Put a written file in the place of another in one step, down to the disk."""
    _sync(written)
    written.replace(path)
    _sync_folder(path.parent)


def give_name(written: Path, path: Path) -> bool:
    """Give a written file its name, down to the disk; False where one has it."""
    _sync(written)
    try:
        os.link(written, path)
    except FileExistsError:
        return False
    except OSError:
        # A file system without links, such as FAT: the name is all but free.
        if path.exists():
            return False
        written.rename(path)
    _sync_folder(path.parent)
    return True


def sweep(folder: Path) -> None:
    """Remove what a killed process left half-written, and nothing else."""
    for left in folder.glob(f"{_TEMPORARY}*"):
        # Another process may sweep at the same time, or own what lies there.
        with suppress(OSError):
            if re.fullmatch(_TEMPORARY_NAME, left.name) and _is_stale(left.lstat()):
                left.unlink()


def _is_stale(found: os.stat_result) -> bool:
    """Tell whether it is a file that no living process can still be writing."""
    age = time.time() - found.st_mtime
    return stat.S_ISREG(found.st_mode) and age > _STALE_SECONDS


def _same(path: Path, written: Path) -> bool:
    """Tell whether the file there has this content; one that is locked has not."""
    with suppress(OSError):
        return path.is_file() and filecmp.cmp(path, written, shallow=False)
    return False


def _candidates(path: Path) -> list[Path]:
    """Return the name, then the same name numbered."""
    numbered = [path.with_stem(f"{path.stem} ({i})") for i in range(2, 1000)]
    return [path, *numbered]


def _sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Bring a new name down to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
