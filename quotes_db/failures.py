"""What SQLite or the disk refuses, as problems that can be put into words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from app.domain.problems import UnavailableError, error

READ: Final = "database_unreadable"
WRITE: Final = "database_unwritable"

_NUMBER: Final = "sqlite_errorcode"
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
    except DBAPIError as failure:
        code = _code(failure.orig, otherwise)
        if code is None:
            raise
        raise unavailable(code, path) from failure
    except (OSError, sqlite3.Error) as failure:
        code = _code(failure, otherwise)
        if code is None:
            raise
        raise unavailable(code, path) from failure


def _code(failure: BaseException | None, otherwise: str) -> str | None:
    """Return the code of a refusal, None of a bug."""
    if isinstance(failure, OSError):
        return "disk_full" if failure.errno == errno.ENOSPC else otherwise
    if type(failure) is sqlite3.OperationalError and not hasattr(failure, _NUMBER):
        # The module's own complaint: a text that is no UTF-8.
        return "database_damaged"
    # The higher bits tell kinds of one error apart.
    primary = getattr(failure, _NUMBER, sqlite3.SQLITE_ERROR) & 0xFF
    return _CODES.get(primary, otherwise if primary in _REFUSALS else None)
