"""A connection that is kept between two questions of the list."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Milliseconds to wait while another connection commits.
_PATIENT: Final = 5_000
_IMPATIENT: Final = 15

#: Which file it is; of a copy in memory also how it stood: size, and when changed.
_Stand = tuple[int, ...]


@dataclass(slots=True)
class _Held:
    """A connection, whether it reads the file itself, and what it was opened on."""

    database: sqlite3.Connection
    direct: bool
    stand: _Stand = ()
    patience: int = 0

    def wait(self, patience: int) -> None:
        """Wait that long for writers from now on."""
        if patience != self.patience:
            self.database.execute(f"PRAGMA busy_timeout = {patience}")
            self.patience = patience


class Lending:
    """Lends one connection at a time, a further one to who comes meanwhile.

    The kept one is opened anew where the file is another than it was. A connection
    to a copy in memory is, as soon as the file changes.
    """

    def __init__(self, path: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        """Name the file; nothing is opened yet."""
        self._path, self._connect = path, connect
        self._kept: _Held | None = None
        self._change = threading.Lock()
        self._withheld = 0

    @contextmanager
    def lent(self, *, patient: bool) -> Iterator[sqlite3.Connection]:
        """Lend a connection; the impatient one waits for hardly any writer."""
        held = self._taken()
        try:
            held.wait(_PATIENT if patient else _IMPATIENT)
            yield held.database
        except BaseException:
            held.database.close()
            raise
        self._give_back(held)

    @contextmanager
    def withheld(self) -> Iterator[None]:
        """Keep none meanwhile: Windows replaces no file that is open."""
        with self._change:
            self._withheld += 1
            self._drop()
        try:
            yield
        finally:
            with self._change:
                self._withheld -= 1

    def _taken(self) -> _Held:
        """Take the kept connection, or open one."""
        with self._change:
            kept, self._kept = self._kept, None
        if kept:
            if kept.stand == self._stand(direct=kept.direct):
                return kept
            kept.database.close()
        # Looked at first: what is replaced meanwhile is then opened anew.
        stands = {direct: self._stand(direct=direct) for direct in (False, True)}
        database = self._connect()
        # SQLite names the file it reads; what is in memory has none.
        direct = bool(database.execute("PRAGMA database_list").fetchone()[2])
        return _Held(database, direct, stands[direct])

    def _give_back(self, held: _Held) -> None:
        """Keep a connection for the next time, one at most."""
        with self._change:
            if self._withheld or self._kept:
                held.database.close()
            else:
                self._kept = held

    def _drop(self) -> None:
        """Close the kept connection."""
        if self._kept:
            self._kept.database.close()
            self._kept = None

    def _stand(self, *, direct: bool) -> _Stand:
        """Say which file there is, and for a copy of it how it stands."""
        try:
            now = self._path.stat()
        except OSError:
            return ()
        return (now.st_ino,) if direct else (now.st_ino, now.st_size, now.st_mtime_ns)
