"""A look at a database before it is opened: nothing here writes to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quotes_db.engine import connect, connect_to_read
from quotes_db.failures import READ, explained, unavailable
from quotes_db.schema import APPLICATION_ID, REVISION
from quotes_db.tables import Row

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
_ERROR: Final = sqlite3.SQLITE_ERROR
_DAMAGE: Final = {_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a SQLite file say, and the file's size."""

    data: bytes
    size: int

    @property
    def application_id(self) -> int:
        """Whose the file is."""
        return self._number(68, 4)

    @property
    def revision(self) -> int:
        """Which migration it stands at."""
        return self._number(60, 4)

    @property
    def whole_size(self) -> int:
        """How long the file should be."""
        # The page size 65,536 does not fit its field and is written as 1.
        page = self._number(16, 2)
        return self._number(28, 4) * (page if page > 1 else 65_536)

    def _number(self, offset: int, length: int) -> int:
        """Read a big-endian number."""
        return int.from_bytes(self.data[offset : offset + length], "big")


def journal(path: Path) -> Path:
    """Return where SQLite keeps what it needs to undo a broken-off change."""
    return path.with_name(f"{path.name}-journal")


def look(path: Path) -> int | None:
    """Return the revision of a sound database of ours, None where there is none.

    UnavailableError says why a file is not to be opened; it stays as it is.
    """
    with explained(path, READ):
        header = _header(path)
        if header is None:
            return None
        _refuse_strange(path, header)
        if _broken_off(path):
            _undo(path)
        if not _sound(path, header.revision):
            raise unavailable(_damage(path), path)
        return header.revision


def _header(path: Path) -> Header | None:
    """Read the header; None where there is no file."""
    try:
        with path.open("rb") as file:
            return Header(file.read(_HEADER), path.stat().st_size)
    except FileNotFoundError:
        return None


def _refuse_strange(path: Path, header: Header) -> None:
    """Raise where the file is empty, somebody else's or of a later program."""
    if not header.size:
        raise unavailable("database_empty", path)
    if not header.data.startswith(_MAGIC):
        raise unavailable("database_foreign", path)
    if header.size < _HEADER:
        raise unavailable("database_truncated", path)
    if header.application_id != APPLICATION_ID:
        raise unavailable("database_foreign", path)
    if header.revision > REVISION:
        raise unavailable("database_newer", path)


def _broken_off(path: Path) -> bool:
    """Tell whether a change may have been broken off by a crash."""
    try:
        return journal(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def _undo(path: Path) -> None:
    """Let SQLite take a broken-off change back, which a reader alone may not."""
    with closing(connect(path)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _sound(path: Path, revision: int) -> bool:
    """Tell whether pages agree with one another and no table is missing."""
    try:
        with closing(connect_to_read(path)) as database:
            # One state: another program may be writing between two questions.
            database.execute("BEGIN")
            names = database.execute("SELECT name FROM sqlite_master").fetchall()
            found = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as failure:
        # Our statements are sound, so what SQLite cannot do with them is damage.
        if getattr(failure, "sqlite_errorcode", _ERROR) & 0xFF in _DAMAGE:
            return False
        raise
    missing = Row.metadata.tables.keys() - {name for (name,) in names}
    return found == ("ok",) and not (revision == REVISION and missing)


def _damage(path: Path) -> str:
    """Return the code for what SQLite cannot read."""
    header = _header(path)
    short = header is not None and header.size < header.whole_size
    return "database_truncated" if short else "database_damaged"
