"""How far a sheet's cells reach by their own references, seen piece by piece."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from app.domain.problems import RefusedError, error
from app.tables.places import column_name, column_number

MOST_ROWS = 200_000
MOST_COLUMNS = 1_024
#: One letter names so many columns, and no pattern tells them apart.
LETTERS = 26
#: The last rows whose numbers have four and five digits.
_FOUR_DIGITS, _FIVE_DIGITS = 9_999, 99_999
_FIVE_DIGITS_LONG, _LONGEST_NUMBER = 5, 9
#: Numbers of rows below the lowest that is known.
_BELOW: Final = {
    _FOUR_DIGITS: "[0-9]{5}",
    _FIVE_DIGITS: "[0-9]{6}",
    MOST_ROWS: "0*(?:[2-9][0-9]{5}|[1-9][0-9]{6})",
}


class Reach:
    """The furthest column and about the furthest row; RefusedError if too far."""

    def __init__(self) -> None:
        """Nothing has been seen."""
        self.widest = 0
        self.lowest = _FOUR_DIGITS

    def look(self, tags: bytes) -> None:
        """Find cells further than those known.

        One pattern looks at a whole piece: to make one takes long, and a hostile
        sheet would have one made at every cell.
        """
        far = _further(self.widest, self.lowest).findall(tags)
        for column, row in far:
            if len(row) > _FIVE_DIGITS_LONG and _is_below(row):
                raise _far(column[:7] + row[:10])
        digits = max((len(row) for _, row in far), default=0)
        self.lowest = max(self.lowest, _last_row(digits))
        for column in dict.fromkeys(column for column, _ in far):
            number = column_number(column.decode())
            if number > MOST_COLUMNS:
                raise _far(column[:7])
            self.widest = max(self.widest, number)


@lru_cache(128)
def _further(widest: int, lowest: int) -> re.Pattern[bytes]:
    """Find what stands right of a column or below a row.

    Nearly every reference tells nothing new, and is passed over by the pattern.
    """
    name = column_name(max(widest, LETTERS))
    right = [
        f"{name[:at]}[{chr(ord(letter) + 1)}-Z]{'[A-Z]' * len(name[at + 1 :])}"
        for at, letter in enumerate(name)
        if letter < "Z"
    ]
    longer = f"[A-Z]{{{len(name) + 1},}}"
    column = f"(?i:{'|'.join([longer, *right])})[0-9]"
    row = f"[A-Za-z]*{_BELOW[lowest]}"
    found = f"r *= *[\"'](?={column}|{row})([A-Za-z]*)([0-9]+)"
    return re.compile(found.encode())


def _is_below(row: bytes) -> bool:
    """Tell whether a row stands below the last that may be."""
    return len(row) > _LONGEST_NUMBER or int(row) > MOST_ROWS


def _last_row(digits: int) -> int:
    """Return the last row whose number has so many digits."""
    if digits > _FIVE_DIGITS_LONG:
        return MOST_ROWS
    return _FIVE_DIGITS if digits == _FIVE_DIGITS_LONG else _FOUR_DIGITS


def _far(cell: bytes) -> RefusedError:
    """Refuse a cell that stands where no list reaches."""
    return RefusedError(
        error("cell_far", cell=cell.decode(), rows=MOST_ROWS, columns=MOST_COLUMNS)
    )
