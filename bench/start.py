"""What a start costs: bare Qt, the shell alone, the program until its list stands.

Each start is a process of its own; they take turns, and each tells when its window
was painted (all processes of one machine share the monotonic clock).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from bench.lists import long_list
from bench.place import BY, workplace

STARTS, QUOTES = 9, 40
ITEMS, LONG_STARTS = 100_000, 3
_ROOT = Path(__file__).parents[1]
#: Modules are compiled at the first start alone, whatever this shell was told.
_AS_USUAL = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
print("shell", time.monotonic(), flush=True)
"""
_SHELL = """
import sys, time
from ui.start import application
from i18n import Language
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.theme import Theme
app = application()
window = MainWindow(LanguageSwitch(app, Language.of("fr", "BE")), Theme(app))
window.show()
app.processEvents()
print("shell", time.monotonic(), flush=True)
"""
_PROGRAM = """
import gc, sys, time
gc.disable()  # As app.main does before it loads the window, which is loaded here.
from app.main import main
from ui import start
show, beats, told = start.show_shell, [], []

def shell(*given):
    shown = show(*given)
    beats.append(time.monotonic())
    print("shell", beats[0], flush=True)
    from PySide6.QtCore import QTimer
    from ui import opening
    last = opening.Garbage
    opening.Garbage = lambda window: told.append("whole") or last(window)
    heart = QTimer(shown.window, interval=5)
    heart.timeout.connect(lambda: beat(shown.window))
    heart.start()
    return shown

def beat(window):
    from PySide6.QtWidgets import QApplication
    beats.append(time.monotonic())
    model = getattr(window.page, "_model", None)
    if not told and model is not None and model.rowCount():
        told.append("list")
        print("list", time.monotonic(), flush=True)
    if "whole" in told:
        waits = [after - before for before, after in zip(beats, beats[1:])]
        print("stall", max(waits), flush=True)
        QApplication.exit(0)

start.show_shell = shell
sys.exit(main(["--data", sys.argv[1]]))
"""
_SCRIPTS = {"bare": _BARE, "shell": _SHELL, "program": _PROGRAM}
_WORDS = {
    "shell shell": "the shell's widgets alone",
    "program shell": "the program's shell painted",
    "program list": "its list filled",
}


def measure() -> None:
    """Measure and print: starts in milliseconds and as shares of a bare window."""
    with tempfile.TemporaryDirectory() as name:
        _fill(Path(name))
        taken: dict[str, list[float]] = {}
        for turn in range(STARTS + 1):
            for what, script in _SCRIPTS.items():
                for told, milliseconds in _start(script, name).items():
                    # The first turn warms the disk's cache.
                    if turn:
                        taken.setdefault(f"{what} {told}", []).append(milliseconds)
    middle = {what: statistics.median(each) for what, each in taken.items()}
    bare = middle["bare shell"]
    print(f"a start: a bare window painted after {bare:.0f} ms")
    for what in ("shell shell", "program shell", "program list"):
        print(f"  {_WORDS[what]}: {middle[what]:.0f} ms, {middle[what] / bare:.2f} x")
    alone = middle["program shell"] / middle["shell shell"]
    print(f"  the program's shell beside the same shell alone: {alone:.2f} x")
    stall = taken["program stall"]
    print(
        "  the longest that Qt waited meanwhile: median"
        f" {statistics.median(stall):.0f} ms, worst {max(stall):.0f} ms"
    )
    _with_a_long_list(bare)


def _with_a_long_list(bare: float) -> None:
    """Measure and print what a start takes where a long list counts."""
    with tempfile.TemporaryDirectory() as name:
        _fill(Path(name))
        with workplace(Path(name)).storage.writing() as store:
            store.add_price_list(long_list(ITEMS), "bench", BY)
        starts = [_start(_PROGRAM, name) for _ in range(LONG_STARTS + 1)][1:]
    print(f"a start where a list of {ITEMS} items counts")
    for what in ("shell", "list"):
        taken = statistics.median(start[what] for start in starts)
        print(f"  {_WORDS[f'program {what}']}: {taken:.0f} ms, {taken / bare:.2f} x")
    stall = max(start["stall"] for start in starts)
    print(f"  the longest that Qt waited meanwhile: {stall:.0f} ms")


def _fill(folder: Path) -> None:
    """Put some quotes there."""
    place = workplace(folder)
    for _ in range(QUOTES):
        quotes.add(place, sample_quote())


def _start(script: str, folder: str) -> dict[str, float]:
    """Start one process; return when it told of each thing, in milliseconds."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, folder],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=_ROOT,
        env=os.environ | _AS_USUAL,
    )
    told = [line.split() for line in done.stdout.splitlines()]
    # A stall is a length of time, the rest are moments.
    return {
        what: (float(at) - (0 if what == "stall" else begun)) * 1000
        for what, at in told
    }
