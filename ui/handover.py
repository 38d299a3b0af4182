"""A second start of the program hands its file to the window that is open.

Through a folder beside the data, which only their user can open: it is there for as
long as a window is open, and needs no network, not even this computer's own. A lock in
it tells a window that is slow from one that was killed: the system frees it.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from app import files
from app.domain.problems import UnavailableError

if TYPE_CHECKING:
    from filelock import FileLock

FOLDER: Final = "open-window"
_FORMAT: Final = "waas-handover/1"
_MOST_BYTES: Final = 100_000
#: Seconds that a window has to take what is handed over, and between two looks.
_PATIENCE: Final = 1.5
_EVERY: Final = 0.02
_ALIVE: Final = "alive"
#: Seconds in which another start has looked whether the lock is free.
_A_LOOK: Final = 0.2


def hand_over(folder: Path, file: Path | None) -> bool:
    """Have the open window come forward and take a file; False where none does."""
    place = folder / FOLDER
    if not _is_alive(place):
        return False
    wish = place / f"{os.urandom(8).hex()}.json"
    name = str(file.absolute()) if file else ""
    try:
        content = json.dumps({"format": _FORMAT, "file": name})
        files.replace_private(wish, content.encode())
    except UnavailableError:
        return False
    end = time.monotonic() + _PATIENCE
    while wish.exists():
        if time.monotonic() > end:
            return _taken_back(wish)
        time.sleep(_EVERY)
    return True


def _lock(place: Path) -> FileLock:
    """Return what a window holds as long as it lives."""
    # It takes longer to load than most starts take to get here.
    from filelock import FileLock  # noqa: PLC0415

    return FileLock(place / _ALIVE, mode=0o600, fallback_to_soft=False)


def _is_alive(place: Path) -> bool:
    """Tell whether a window lives that listens there."""
    if not (place / _ALIVE).exists():
        return False
    lock = _lock(place)
    try:
        lock.acquire(blocking=False)
    except TimeoutError:
        return True
    except OSError:
        return False
    lock.release()
    return False


def _taken_back(wish: Path) -> bool:
    """Forget a wish that no window took; True where one took it this moment."""
    try:
        wish.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


class Handover(QObject):
    """Takes what other starts hand over, between `begin` and `end`.

    `asked` is told the file's path, '' where the window is only to come forward.
    """

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Begin deaf: whoever holds the data lock may begin to listen."""
        super().__init__(parent)
        self._place = folder / FOLDER
        self._lock: FileLock | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def begin(self) -> None:
        """Listen; what an earlier window left unheard is forgotten."""
        with suppress(UnavailableError, OSError):
            files.private_folder(self._place)
            self._lock = _lock(self._place)
            self._lock.acquire(timeout=_A_LOOK)
            self._empty()
            self._watcher.addPath(str(self._place))

    def end(self) -> None:
        """Listen no more."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._empty()
        if self._lock is not None:
            self._lock.release()
        with suppress(OSError):
            (self._place / _ALIVE).unlink(missing_ok=True)
            self._place.rmdir()

    def _look(self) -> None:
        """Take every wish."""
        for wish in sorted(self._place.glob("*.json")):
            file = _read(wish)
            with suppress(OSError):
                wish.unlink()
                self.asked.emit(file)

    def _empty(self) -> None:
        """Forget every wish."""
        for wish in self._place.glob("*.json"):
            with suppress(OSError):
                wish.unlink()


def _read(wish: Path) -> str:
    """Return the file that is wished for; '' for none, or where it is damaged."""
    with suppress(OSError, ValueError, RecursionError, UnavailableError):
        held = json.loads(files.read(wish, _MOST_BYTES))
        if isinstance(held, dict) and held.get("format") == _FORMAT:
            file = held.get("file")
            return file if isinstance(file, str) else ""
    return ""
