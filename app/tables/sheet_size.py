"""How large a worksheet is, seen piece by piece in its XML."""

from __future__ import annotations

import re
from typing import Final

from app.domain.problems import RefusedError, error
from app.tables.archive import damaged
from app.tables.places import column_number

MOST_ROWS = 200_000
MOST_COLUMNS = 1_024
MOST_CELLS = 6_000_000
#: A reader keeps every cell of the rectangle that holds all cells, full or empty.
_MOST_IN_RECTANGLE = 16_000_000
#: Whoever merges a whole row merges 16,384 cells.
_MOST_MERGED = 100_000
_LONGEST_TAG = 100_000
#: The last rows whose numbers have four and five digits.
_FOUR_DIGITS, _FIVE_DIGITS = 9_999, 99_999
_FIVE_DIGITS_LONG, _LONGEST_NUMBER = 5, 9

_SPACES: Final = bytes.maketrans(b"\t\r\n", b"   ")
_REFERENCE = rb"r *= *[\"']"
_PREFIXED_ROW = re.compile(rb"<(?:[^/<>: ]*:)?row[ />]")
_PREFIXED_CELL = re.compile(rb"<[^/<>: ]*:c[ />]")
_LOW = re.compile(_REFERENCE + rb"[A-Za-z]*[0-9]{5}")
#: Columns and rows of what needs a closer look, all in one.
_FAR = re.compile(
    _REFERENCE + rb"(?=[A-Za-z]{2,}[0-9]|[A-Za-z]?[0-9]{6})([A-Za-z]*)([0-9]+)"
)
_MERGED = re.compile(rb"mergeCell [^<>]*?ref *= *[\"']([^\"'<>]*)")
_CORNER = rb"\$?([A-Za-z]{1,7})\$?([0-9]{1,10})"
_AREA = re.compile(_CORNER + rb":" + _CORNER)
#: A shared text by anything but its number: a reader would take the first one.
_NO_NUMBER = re.compile(
    rb"t *= *[\"']s[\"'][^<>]*> *<(?:[^<>: ]*:)?v[^<>]*>[0-9]*[^0-9<]"
)
_FORMULA = re.compile(rb"<(?:[^/<>: ]*:)?f[ />]")
_LETTERS = 26


class SheetSize:
    """What has been counted of one sheet; RefusedError as soon as it is too much."""

    def __init__(self) -> None:
        """Nothing has."""
        self.formulas = False
        self._rest = b""
        self._rows = 0
        self._cells = 0
        self._in_row = 0
        self._widest = 0
        self._lowest = _FOUR_DIGITS

    def take(self, piece: bytes) -> None:
        """Count the tags of the next piece; b"" is the last."""
        seen = self._rest + piece.translate(_SPACES)
        end = seen.rfind(b"<") if piece else len(seen)
        tags, self._rest = seen[: max(end, 0)], seen[max(end, 0) :]
        if len(self._rest) > _LONGEST_TAG and b">" not in self._rest:
            raise damaged()
        _refuse_unread(tags)
        self._count(tags)
        self._look_far(tags)
        self._look_for_merged(tags)
        self.formulas = self.formulas or _has_formulas(tags)
        self._refuse_too_large()

    def _count(self, tags: bytes) -> None:
        """Count what opens rows and cells."""
        prefixed = b":row" in tags or b":c" in tags
        cells = _cells(tags, prefixed)
        self._cells += cells
        if cells == tags.count(b"<c r="):
            self._rows += _rows(tags, prefixed)
            self._widest = max(self._widest, min(cells, _LETTERS))
        else:
            self._count_each_row(tags, prefixed)

    def _count_each_row(self, tags: bytes, prefixed: bool) -> None:
        """Count the cells of each row, where some do not say where they stand."""
        rows = _PREFIXED_ROW.split(tags) if prefixed else tags.split(b"<row")
        self._rows += len(rows) - 1
        for at, row in enumerate(rows):
            begun = 0 if at else self._in_row
            # What can make no row wider need not be told from other tags.
            most = begun + row.count(b"<" if prefixed else b"<c")
            narrow = most <= self._widest and at < len(rows) - 1
            self._in_row = begun + (0 if narrow else _cells(row, prefixed))
            self._widest = max(self._widest, self._in_row)

    def _look_far(self, tags: bytes) -> None:
        """Find the furthest cells by their own references."""
        if self._lowest < _FIVE_DIGITS and _LOW.search(tags):
            self._lowest = _FIVE_DIGITS
        far = _FAR.findall(tags)
        for column, row in far:
            if len(row) > _FIVE_DIGITS_LONG:
                self._lowest = MOST_ROWS
                if len(row) > _LONGEST_NUMBER or int(row) > MOST_ROWS:
                    raise _far(column[:7] + row[:10])
        for column in {column for column, _ in far if len(column) > 1}:
            number = column_number(column.decode())
            if number > MOST_COLUMNS:
                raise _far(column[:7])
            self._widest = max(self._widest, number)

    def _look_for_merged(self, tags: bytes) -> None:
        """Refuse cells that are merged over more than a sheet shows."""
        for text in _MERGED.findall(tags) if b"mergeCell" in tags else ():
            area = _AREA.fullmatch(text)
            if area and _cells_of(area) > _MOST_MERGED:
                raise RefusedError(error("merged_too_large", cells=text.decode()))

    def _refuse_too_large(self) -> None:
        """Compare the counts with what a list can have."""
        rectangle = max(self._rows, self._lowest) * self._widest
        if (
            self._rows > MOST_ROWS
            or self._cells > MOST_CELLS
            or self._widest > MOST_COLUMNS
            or rectangle > _MOST_IN_RECTANGLE
        ):
            raise RefusedError(
                error(
                    "sheet_too_large",
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                    cells=MOST_CELLS,
                )
            )


def _refuse_unread(tags: bytes) -> None:
    """Refuse what a reader passes over in silence, in the middle of a number."""
    if b"<!" in tags or tags.count(b"<?") > tags.count(b"<?xml "):
        raise RefusedError(error("workbook_definitions"))
    if (b'"s"' in tags or b"'s'" in tags) and _NO_NUMBER.search(tags):
        raise damaged()


def _rows(tags: bytes, prefixed: bool) -> int:
    """Count what opens rows."""
    return len(_PREFIXED_ROW.findall(tags)) if prefixed else tags.count(b"<row")


def _cells(tags: bytes, prefixed: bool) -> int:
    """Count what opens cells."""
    plain = tags.count(b"<c ") + tags.count(b"<c>") + tags.count(b"<c/")
    return plain + (len(_PREFIXED_CELL.findall(tags)) if prefixed else 0)


def _cells_of(area: re.Match[bytes]) -> int:
    """Return how many cells an area has."""
    left, top, right, bottom = (group.decode() for group in area.groups())
    width = abs(column_number(right) - column_number(left)) + 1
    return width * (abs(int(bottom) - int(top)) + 1)


def _has_formulas(tags: bytes) -> bool:
    """Tell whether there may be formulas, or errors of theirs."""
    if b'"e"' in tags or b"'e'" in tags:
        return True
    return (b"<f" in tags or b":f" in tags) and _FORMULA.search(tags) is not None


def _far(cell: bytes) -> RefusedError:
    """Refuse a cell that stands where no list reaches."""
    return RefusedError(
        error("cell_far", cell=cell.decode(), rows=MOST_ROWS, columns=MOST_COLUMNS)
    )
