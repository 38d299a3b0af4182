"""Backups by themselves: made where something changed, the old ones thinned out."""

from __future__ import annotations

from pathlib import Path

from app.domain.retention import retained
from app.ports import Backup
from app.use_cases.workplace import Workplace


def back_up(workplace: Workplace) -> tuple[Backup, ...]:
    """Back the database up if it changed, and return the backups, the newest first.

    Those that `retained` does not name go, once the new one is verified. What was
    kept before a restore or an upgrade stays. UnavailableError says why not.
    """
    made = workplace.storage.back_up_changes()
    found = workplace.storage.backups()
    return _thinned(workplace, found) if made else found


def named(workplace: Workplace, file: Path) -> Path:
    """Return the backup of that name where no such file lies elsewhere."""
    if file.exists() or len(file.parts) != 1:
        return file
    listed = (each.path for each in workplace.storage.backups())
    return next((path for path in listed if path.name == file.name), file)


def _thinned(workplace: Workplace, found: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Drop the automatic backups that the rule does not keep; return the others."""
    now = workplace.clock.now().astimezone()
    wanted = retained((each.at for each in found if each.automatic), now)
    kept = tuple(b for b in found if not b.automatic or b.at in wanted)
    for each in found:
        if each not in kept:
            workplace.storage.drop(each)
    return kept
