"""The data lock: one program at a time changes a folder's data."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from app.files import private_folder, sweep
from quotes_db.failures import WRITE, explained, unavailable

#: Seconds to wait while this program still writes.
_PATIENCE: Final = 5.0
#: Seconds to wait for another program: a command is done sooner, a window is not.
_FOR_OTHERS: Final = 0.5


class DataLock:
    """Held by a program as long as any of its threads holds it, in any order.

    `sound` and `looked` are for the holder to note that it found the database whole,
    and ready to be written; as soon as another program may have changed that, both
    are forgotten.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is locked or made yet."""
        self.looked = self.sound = False
        self._folder = folder
        self._file: FileLock | None = None
        self._holders = 0
        self._writers = 0
        self._change = threading.Condition()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other programs out; `data_locked` where one holds the lock."""
        with self._change:
            if self._file is None:
                self._file = self._acquired()
            self._holders += 1
        try:
            yield
        finally:
            self._leave()

    def found_sound(self) -> None:
        """Note that the database is whole, for as long as nobody else may write."""
        with self._change:
            self.sound = self._file is not None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock to write in the database, others of this program beside."""
        with self.held():
            with self._change:
                self._writers += 1
            try:
                yield
            finally:
                with self._change:
                    self._writers -= 1
                    self._change.notify_all()

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Hold the lock to replace the file, which nobody then may be writing in.

        `database_busy` where this program goes on writing.
        """
        with self.held(), self._change:
            if not self._change.wait_for(lambda: not self._writers, _PATIENCE):
                raise unavailable("database_busy", self._folder)
            self.looked = self.sound = False
            yield

    def _acquired(self) -> FileLock:
        """Lock the file `lock`, which the system frees when a program crashes."""
        private_folder(self._folder)
        # A lock that is only a file would outlive a crash.
        lock = FileLock(
            self._folder / "lock",
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
        )
        with explained(self._folder, WRITE):
            try:
                lock.acquire(timeout=_FOR_OTHERS)
            except Timeout:
                raise unavailable("data_locked", self._folder) from None
            sweep(self._folder)
        return lock

    def _leave(self) -> None:
        """Let other programs in once nobody here holds the lock."""
        with self._change:
            self._holders -= 1
            if self._file and not self._holders:
                self._file.release()
                self._file, self.looked, self.sound = None, False, False
