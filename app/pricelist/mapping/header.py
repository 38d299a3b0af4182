"""The row that names the columns, wherever a table begins, and those names in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.pricelist.mapping.profile import Profile, fingerprint
from app.tables.headers import plain
from app.tables.places import column_name
from app.tables.table import Row, Table

#: Titles and addresses above a table take fewer rows.
MOST_ABOVE = 60
#: What a sentence can hold.
_MOST_NAMED, _LONGEST_NAME = 12, 120


def column_names(header: Row) -> tuple[str, ...]:
    """Return a name for each column, none twice.

    One that is there before is numbered, `Prix (2)`; one without a name has its
    letters, `[C]`.
    """
    seen: set[str] = set()
    counts: dict[str, int] = {}
    names: list[str] = []
    for at, cell in enumerate(header.cells, start=1):
        text = name = " ".join(cell.split()) or f"[{column_name(at)}]"
        while plain(name) in seen:
            counts[plain(text)] = counts.get(plain(text), 1) + 1
            name = f"{text} ({counts[plain(text)]})"
        seen.add(plain(name))
        names.append(name)
    return tuple(names)


def candidates(table: Table) -> Iterator[int]:
    """Yield the places of the rows that may name the columns."""
    rows = table.top(MOST_ABOVE)
    return (at for at, row in enumerate(rows) if sum(map(bool, row.cells)) > 1)


def header_at(table: Table, profile: Profile) -> int | None:
    """Find the row that names every column which the mapping uses."""
    wanted = set(map(plain, profile.columns))
    for at in candidates(table):
        if wanted.issubset(map(plain, column_names(table.rows[at]))):
            return at
    return None


def known_profile(
    table: Table, known: Callable[[str], Profile | None]
) -> Profile | None:
    """Return the mapping that is remembered for one of the table's layouts."""
    for at in candidates(table):
        profile = known(fingerprint(table.rows[at].cells))
        if profile is not None:
            return profile
    return None


def listed(names: Sequence[str]) -> str:
    """Return some names as one text, none of them longer than a glance."""
    shown = ", ".join(short(name) for name in names[:_MOST_NAMED])
    return shown + ("…" if len(names) > _MOST_NAMED else "")


def short(name: str) -> str:
    """Return a name that a sentence can hold."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
