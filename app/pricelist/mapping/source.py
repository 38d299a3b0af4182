"""What a file to be mapped says of the list."""

from __future__ import annotations

from app.pricelist.layout import KEYS, Cell, lines_above
from app.pricelist.mapping.months import day_in, read_days
from app.pricelist.mapping.profile import Profile
from app.pricelist.source import Source

_DAYS = ("valid_from", "valid_to")


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
    titles = [cell for row in above for cell in row.cells if cell]
    day = next(filter(None, map(day_in, [*titles, source.name])), None)
    # Its own day, where it can be two, is for whoever maps the list to say.
    if day and "valid_from" not in own:
        heading.setdefault("valid_from", Cell(0, day.isoformat()))
    if "valid_from" in heading:
        heading.setdefault("version", heading["valid_from"])
    return heading


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
