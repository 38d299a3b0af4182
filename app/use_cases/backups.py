"""Backups by themselves: made where something changed, thinned out, restored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.problems import Problems
from app.domain.retention import retained
from app.ports import Backup
from app.use_cases.kept_templates import bring_back
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the database that was there is kept, and what is to be told."""

    kept: Path | None
    notes: Problems


def back_up(workplace: Workplace) -> tuple[Backup, ...]:
    """Back the database up if it changed, and return the backups, the newest first.

    Those that `retained` does not name go, once the new one is verified. What was
    kept before a restore or an upgrade stays. UnavailableError says why not.
    """
    made = workplace.storage.back_up_changes()
    found = workplace.storage.backups()
    return _thinned(workplace, found) if made else found


def restore(workplace: Workplace, file: Path) -> Restored:
    """Take a backup's quotes, lists and templates; nothing that is here is lost.

    Templates are only ever added, so they come first: where the rest then cannot be
    restored, no harm is done. UnavailableError says why not.
    """
    with workplace.storage.locked():
        notes = bring_back(workplace, workplace.storage.kept_templates(file))
        return Restored(workplace.storage.restore(file), notes)


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
