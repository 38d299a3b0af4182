"""What can be done where the data cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import Problems
from app.exchange import quote_file
from app.ports import Storage


class Way(Enum):
    """One way on; trying again and showing where the data lie are always open."""

    READ = auto()
    RESTORE = auto()
    BEGIN_ANEW = auto()
    SALVAGE = auto()
    NEW_SETTINGS = auto()


_SPOILT: Final = frozenset({Way.RESTORE, Way.BEGIN_ANEW, Way.SALVAGE})
_NOTHING_THERE: Final = _SPOILT - {Way.SALVAGE}
_WAYS: Final = {
    "data_locked": frozenset({Way.READ}),
    "database_unwritable": frozenset({Way.READ}),
    "file_unwritable": frozenset({Way.READ}),
    "disk_full": frozenset({Way.READ}),
    "database_newer": _SPOILT,
    "database_truncated": _SPOILT,
    "database_damaged": _SPOILT,
    "database_empty": _NOTHING_THERE,
    "database_foreign": _NOTHING_THERE,
    "database_gone": _NOTHING_THERE,
    "settings_damaged": frozenset({Way.NEW_SETTINGS}),
}


def ways_out(problems: Problems) -> frozenset[Way]:
    """Return the ways that are open under every one of the problems."""
    ways = [_WAYS.get(each.code, frozenset[Way]()) for each in problems]
    return frozenset.intersection(*ways) if ways else frozenset()


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The quote files that were written, and how many quotes are lost."""

    paths: tuple[Path, ...]
    lost: int


def salvage(storage: Storage, folder: Path) -> Salvaged:
    """Write each quote that can still be read as a quote file."""
    records, lost = storage.salvaged()
    paths = []
    for record in records:
        proposal = record.quote.proposal
        name = "-".join(filter(None, (proposal.number, proposal.revision)))
        path = folder / f"{files.safe_name(name)}.json"
        paths.append(files.write_beside(path, quote_file.write(record.quote)))
    return Salvaged(tuple(paths), lost)
