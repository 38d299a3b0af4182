"""What a file to be mapped says of the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.pricelist.layout import KEYS, Cell, lines_above
from app.pricelist.mapping.months import day_in, read_days
from app.pricelist.mapping.profile import Profile
from app.pricelist.source import Source

_DAYS = ("valid_from", "valid_to")
#: What is said of one edition of a list, and never of the next.
_OF_EDITION: Final = frozenset({"valid_from", "valid_to", "version"})


def heading_of(source: Source, at: int, profile: Profile) -> dict[str, Cell]:
    """Say which list it is: its own lines first, then the mapping, then its name."""
    above = source.table.rows[:at]
    own = lines_above(above)
    heading = _with_days(own, profile.dates)
    for key, text in profile.constants.items():
        if key in KEYS:
            heading.setdefault(key, Cell(0, text))
    if source.currency:
        heading.setdefault("currency", Cell(0, source.currency))
    day = _titled(source, at) or day_in(source.name)
    # Its own day, where it can be two, is for whoever maps the list to say.
    if day and "valid_from" not in own:
        heading.setdefault("valid_from", Cell(0, day.isoformat()))
    if "valid_from" in heading:
        heading.setdefault("version", heading["valid_from"])
    return heading


def of_edition(source: Source, at: int, profile: Profile) -> Profile:
    """Return a remembered mapping without the day of an edition before this one.

    It is kept for its columns and used month after month, so a later day in the
    file's own title is fresher. A mapping named or typed for this import has the
    last word, and is not asked; a file's name often tells only when it was fetched.
    """
    day = _titled(source, at)
    said = profile.constants.get("valid_from", "")
    return undated(profile) if day and said and day.isoformat() > said else profile


def undated(profile: Profile) -> Profile:
    """Return a mapping without what it says of one edition."""
    own = {k: v for k, v in profile.constants.items() if k not in _OF_EDITION}
    return replace(profile, constants=own)


def _titled(source: Source, at: int) -> date | None:
    """Return the first day that is written above the table."""
    cells = (cell for row in source.table.rows[:at] for cell in row.cells if cell)
    return next(filter(None, map(day_in, cells)), None)


def _with_days(heading: dict[str, Cell], order: str) -> dict[str, Cell]:
    """Return the list's own lines with their days as YYYY-MM-DD.

    Points stand between a day and a month in that order. A first day that can be
    two is not said: whoever maps the list says it.
    """
    heading = dict(heading)
    there = {key: heading[key] for key in _DAYS if key in heading}
    texts = [cell.text for cell in there.values()]
    read = read_days(texts, order or ("dmy" if "." in "".join(texts) else ""))
    for (key, cell), found in zip(there.items(), read, strict=True):
        day = found if isinstance(found, str) else str(day_in(cell.text) or "")
        if day:
            heading[key] = Cell(cell.row, day)
        elif key == _DAYS[0]:
            del heading[key]
    return heading
