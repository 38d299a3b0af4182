"""The marks by which we know a database of ours."""

from __future__ import annotations

import secrets
import sqlite3
import string
from typing import Final

#: 'WaaQ', which stands at byte 68 of the file.
APPLICATION_ID: Final = int.from_bytes(b"WaaQ", "big")
#: The newest migration, which the file keeps as its user_version.
REVISION: Final = 8
#: None that is read as a digit.
_LETTERS: Final = tuple(sorted({*string.ascii_uppercase} - {*"IO"}))


def mark(database: sqlite3.Connection, revision: int) -> None:
    """Say whose the file is and which migration it stands at."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {revision}")


def three_letters() -> str:
    """Draw what begins this installation's numbers where the seller has no prefix."""
    return "".join(secrets.choice(_LETTERS) for _ in range(3))
