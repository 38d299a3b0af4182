"""What SQLite or the disk refuses, as problems that can be put into words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.domain.problems import UnavailableError, error

READ: Final = "database_unreadable"
WRITE: Final = "database_unwritable"

_CODES: Final = {
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_LOCKED: "database_busy",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}
#: Their code depends on what was being done.
_REFUSALS: Final = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


def unavailable(code: str, path: Path) -> UnavailableError:
    """Make the error that says why a file cannot be had."""
    return UnavailableError(error(code, path=str(path)))


@contextmanager
def explained(path: Path, otherwise: str) -> Iterator[None]:
    """Turn what the system refuses into UnavailableError; let bugs through.

    `otherwise` is the code for a refusal that has none of its own.
    """
    try:
        yield
    except Exception as failure:
        # SQLAlchemy wraps what SQLite says; naming its class would load it.
        code = _code(getattr(failure, "orig", failure), otherwise)
        if code is None:
            raise
        raise unavailable(code, path) from failure


def primary_code(failure: BaseException | None) -> int | None:
    """Return SQLite's number for a failure; its higher bits tell kinds apart."""
    number: int | None = getattr(failure, "sqlite_errorcode", None)
    return None if number is None else number & 0xFF


def _code(failure: BaseException | None, otherwise: str) -> str | None:
    """Return the code of a refusal, None of a bug."""
    if isinstance(failure, OSError):
        return "disk_full" if failure.errno == errno.ENOSPC else otherwise
    if not isinstance(failure, sqlite3.Error):
        return None
    number = primary_code(failure)
    if number is None:
        # The sqlite3 module's own complaint: a text that is no UTF-8.
        undecodable = type(failure) is sqlite3.OperationalError
        return "database_damaged" if undecodable else None
    return _CODES.get(number, otherwise if number in _REFUSALS else None)
