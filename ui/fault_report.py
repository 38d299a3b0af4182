"""What a fault's report says: versions and places in the program, and no value."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import qVersion

import app
from app import PROGRAM

_ROOT: Final = Path(app.__file__).parents[1]
#: A fault that came of a fault, and so on: beyond that nothing new is said.
_MOST_CAUSES: Final = 5


def report(bug: BaseException) -> str:
    """Return what may be sent to strangers: no message, no value, no private path.

    Messages are left out whole: they quote what was typed.
    """
    versions = (
        PROGRAM,
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        platform.platform(),
    )
    return "\n".join((" · ".join(versions), "", *_told(bug)))


def _told(bug: BaseException) -> Iterator[str]:
    """Yield the fault and the places it came through, then what it came of."""
    now: BaseException | None = bug
    for _ in range(_MOST_CAUSES):
        if now is None:
            return
        yield type(now).__qualname__
        for frame in traceback.extract_tb(now.__traceback__):
            yield f"  {_place(Path(frame.filename))}:{frame.lineno} {frame.name}"
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _place(file: Path) -> str:
    """Return a file's place in the program or in a library; else its name alone."""
    if "site-packages" in file.parts:
        at = file.parts.index("site-packages")
        return "/".join(file.parts[at + 1 :])
    if file.is_relative_to(_ROOT):
        return file.relative_to(_ROOT).as_posix()
    return file.name
