"""A watched file or folder: which price lists in it have come to rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.problems import UnavailableError, error

_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
#: Office's lock files, and files that a copy or a download still writes.
_PASSING = ("~", ".")
#: A folder with more files is not one for price lists.
_MOST_FILES = 1_000


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file as it stood at one look: its size, and when it was changed (ns)."""

    path: Path
    size: int
    changed: int


def sightings(watched: Path) -> frozenset[Sighting]:
    """Look at every table file there; UnavailableError where the place has gone."""
    try:
        paths = list(_paths(watched))[:_MOST_FILES]
        return frozenset(filter(None, map(_sighting, paths)))
    except OSError as reason:
        raise UnavailableError(error("watched_gone", path=str(watched))) from reason


def at_rest(
    before: frozenset[Sighting], now: frozenset[Sighting]
) -> tuple[Sighting, ...]:
    """Return what did not change between two looks, the newest change first."""
    still = before & now
    return tuple(sorted(still, key=lambda one: (-one.changed, str(one.path))))


def _paths(watched: Path) -> Iterator[Path]:
    """Yield the file itself, or the folder's table files; OSError without either."""
    if not watched.is_dir():
        watched.stat()
        yield watched
        return
    for path in sorted(watched.iterdir()):
        named = path.suffix.lower() in _ENDINGS
        if named and not path.name.startswith(_PASSING):
            yield path


def _sighting(path: Path) -> Sighting | None:
    """Return how a file stands; None where it went away meanwhile."""
    try:
        stands = path.stat()
    except FileNotFoundError:
        return None
    return (
        Sighting(path, stands.st_size, stands.st_mtime_ns) if path.is_file() else None
    )
