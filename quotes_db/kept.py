"""The folder of backups: what lies in it, made by itself or kept before a change."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app import files
from app.ports import Backup, Clock
from quotes_db import companions
from quotes_db.backups import FOLDER, give_name, taken, written
from quotes_db.contents import counts, fingerprint
from quotes_db.failures import READ, WRITE, explained
from quotes_db.opening import look

#: `auto-` names end in what the file's contents begin their fingerprint with.
_NAME: Final = re.compile(
    r"(?P<made>auto|quotes)-(?P<at>\d{8}-\d{6})(?:-(?P<mark>[0-9a-f]+))?\.db"
)
_AT: Final = "%Y%m%d-%H%M%S"
_MARK: Final = 16
_Stands = tuple[tuple[int, int, int], tuple[tuple[str, int, int], ...]]


class Kept:
    """Looks after the backups beside a database."""

    def __init__(self, database: Path, clock: Clock) -> None:
        """Name the database; nothing is opened or made yet."""
        self._database, self._clock = database, clock
        self._folder = database.parent / FOLDER
        self._copying = threading.Lock()
        self._backed_up: _Stands | None = None

    def at_rest(self) -> AbstractContextManager[bool]:
        """Keep backups waiting: Windows replaces no file that is being copied."""
        return self._copying

    @property
    def automatic(self) -> bool:
        """Whether backups made themselves here: then a database was here."""
        return _newest_mark(self._folder) is not None

    def back_up_changes(self) -> Path | None:
        """Write a verified copy unless the newest automatic one holds the same.

        Return where, None where there was no need, or no database.
        """
        with self._copying:
            stands = self._stands()
            if stands == self._backed_up or look(self._database, whole=False) is None:
                return None
            made = self._copied()
            self._backed_up = stands
            return made

    def every(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        return tuple(sorted(self._found(), key=_age, reverse=True))

    def _copied(self) -> Path | None:
        """Copy the database, unless that would say the same once more."""
        files.private_folder(self._folder)
        with explained(self._database, READ):
            state = taken(self._database)
        with closing(state), explained(self._folder, WRITE):
            holds = fingerprint(state)
            mark = holds[:_MARK]
            if mark == _newest_mark(self._folder):
                return None
            now = f"{self._clock.now():{_AT}}"
            with written(state, self._folder / "auto.db", holds) as copy:
                file = self._folder / f"auto-{now}-{mark}.db"
                give_name(copy, file)
                return file

    def _found(self) -> Iterator[Backup]:
        """Look at each backup."""
        for path, name in _named(self._folder):
            quotes, lists, templates = counts(path) or (None, None, 0)
            with explained(path, READ):
                size = path.stat().st_size
            yield Backup(
                path=path,
                at=_moment(name),
                size=size,
                quotes=quotes,
                lists=lists,
                templates=templates,
                automatic=name["made"] == "auto",
            )

    def _stands(self) -> _Stands | None:
        """Say how the files stand, without opening them; None without a database."""
        try:
            now = self._database.stat()
        except OSError:
            return None
        stamp = now.st_ino, now.st_size, now.st_mtime_ns
        return stamp, companions.stands(self._database)


def _newest_mark(folder: Path) -> str | None:
    """Return the mark of the newest automatic backup."""
    made = [each for _, each in _named(folder) if each["made"] == "auto"]
    newest = max(made, key=lambda each: each["at"], default=None)
    return newest["mark"] if newest else None


def _named(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    """Return what has a backup's name."""
    with explained(folder, READ):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    found = []
    for path in paths:
        name = _NAME.fullmatch(path.name)
        if name is None:
            continue
        with suppress(ValueError):
            _moment(name)
            found.append((path, name))
    return found


def _moment(name: re.Match[str]) -> datetime:
    """Return when a backup was made; ValueError where its name says no moment."""
    return datetime.strptime(name["at"], _AT).replace(tzinfo=UTC)


def _age(backup: Backup) -> tuple[datetime, str]:
    """Order backups by when they were made, those of one second by name."""
    return backup.at, backup.path.name
