"""A look at a database before it is opened: what is not sound stays as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quotes_db import heavy
from quotes_db.connections import connect, connect_to_read
from quotes_db.failures import READ, explained, primary_code, unavailable
from quotes_db.marks import APPLICATION_ID, REVISION

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
#: Our questions are sound, so what SQLite cannot answer is damage.
_DAMAGE: Final = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    # The sqlite3 module stumbled itself, over a text that is none.
    None,
}
#: What a reader alone is told where a change was broken off.
_UNFINISHED: Final = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_COLUMNS: Final = (
    "SELECT made.name, its.name"
    " FROM sqlite_master AS made JOIN pragma_table_info(made.name) AS its"
)


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


def look(path: Path, *, whole: bool = True) -> int | None:
    """Return the revision of a sound database of ours, None where there is none.

    UnavailableError says why a file is not to be opened; it stays as it is. Where
    the `whole` is not looked through, only its head is.
    """
    with explained(path, READ):
        size = _size(path)
        if size is None:
            return None
        if not size:
            raise unavailable("database_empty", path)
        try:
            return _sound_revision(path, whole=whole)
        except (sqlite3.Error, UnicodeDecodeError) as failure:
            code = primary_code(failure)
            if code not in _DAMAGE | _UNFINISHED:
                raise
            # Only now: closing a plain file drops every lock that this process
            # holds on it through SQLite.
            header = _header(path)
            _refuse_strange(path, header)
            if _size(journal(path)):
                _undo(path)
                return _sound_revision(path, whole=whole)
            if code in _UNFINISHED:
                raise
            short = header.size < header.whole_size
            reason = "database_truncated" if short else "database_damaged"
            raise unavailable(reason, path) from failure


def _size(path: Path) -> int | None:
    """Return the file's length, None where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _sound_revision(path: Path, *, whole: bool) -> int:
    """Ask SQLite whose the file is, where it stands, and whether it is whole."""
    with closing(connect_to_read(path)) as database:
        # One state: another program may be writing between two questions.
        database.execute("BEGIN")
        (owner,) = database.execute("PRAGMA application_id").fetchone()
        (revision,) = database.execute("PRAGMA user_version").fetchone()
        _refuse_others(path, owner, revision)
        if not whole:
            return int(revision)
        columns = set(database.execute(_COLUMNS).fetchall())
        found = database.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",) or (revision == REVISION and not columns >= _wanted()):
        raise unavailable("database_damaged", path)
    return int(revision)


def _wanted() -> set[tuple[str, str]]:
    """Return every table of ours with each of its columns."""
    # What describes them brings SQLAlchemy, which the first list does without.
    heavy.load()
    from quotes_db.tables import Row  # noqa: PLC0415

    tables = Row.metadata.tables.items()
    return {(name, column.name) for name, table in tables for column in table.columns}


def _refuse_others(path: Path, owner: int, revision: int) -> None:
    """Raise where a file is another program's, or a later one's of ours."""
    if owner != APPLICATION_ID:
        raise unavailable("database_foreign", path)
    if revision > REVISION:
        raise unavailable("database_newer", path)


def _header(path: Path) -> Header:
    """Read the header past SQLite, which gave the file up."""
    with path.open("rb") as file:
        return Header(file.read(_HEADER), path.stat().st_size)


def _refuse_strange(path: Path, header: Header) -> None:
    """Raise where even the header is not ours."""
    if not header.data.startswith(_MAGIC):
        raise unavailable("database_foreign", path)
    if header.size < _HEADER:
        raise unavailable("database_truncated", path)
    _refuse_others(path, header.application_id, header.revision)


def _undo(path: Path) -> None:
    """Let SQLite take a broken-off change back, which a reader alone may not."""
    with closing(connect(path)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
