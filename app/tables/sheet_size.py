"""How large a worksheet is, seen piece by piece in its XML."""

from __future__ import annotations

import re
from typing import Final

from app.domain.problems import RefusedError, error
from app.tables.agreed import damaged
from app.tables.places import column_number
from app.tables.reach import LETTERS, MOST_COLUMNS, MOST_ROWS, Reach

MOST_CELLS = 6_000_000
#: A reader keeps every cell of the rectangle that holds all cells, full or empty.
MOST_IN_RECTANGLE = 16_000_000
#: Whoever merges a whole row merges 16,384 cells.
_MOST_MERGED = 100_000
_LONGEST_TAG = 100_000
_OTHER_SPACES: Final = b"\t\r\n"
_SPACES: Final = bytes.maketrans(_OTHER_SPACES, b"   ")
#: Patterns that begin with a rare sign, which is looked for first.
_DEFINITION = re.compile(rb"!(?<=<!)")
_INSTRUCTION = re.compile(rb"\?(?<=<\?)(?!xml )")
_PREFIXED = re.compile(rb":(?:row|[cf])[ />]")
_PREFIXED_ROW = re.compile(rb"<(?:[^/<>: ]*:)?row[ />]")
_PREFIXED_CELL = re.compile(rb"<[^/<>: ]*:c[ />]")
_MERGED = re.compile(rb"mergeCell [^<>]*?ref *= *[\"']([^\"'<>]*)")
_CORNER = rb"\$?([A-Za-z]{1,7})\$?([0-9]{1,10})"
_AREA = re.compile(_CORNER + rb":" + _CORNER)
#: A shared text by anything but its number: a reader would take the first one.
_NO_NUMBER = re.compile(
    rb"t *= *[\"']s[\"'][^<>]*> *<(?:[^<>: ]*:)?v[^<>]*>[0-9]*[^0-9<]"
)
_FORMULA = re.compile(rb"f(?<=[<:]f)[ />]")


class SheetSize:
    """What has been counted of one sheet; RefusedError as soon as it is too much."""

    def __init__(self) -> None:
        """Nothing has."""
        self.formulas = False
        self._rest = b""
        self._rows = 0
        self._cells = 0
        self._in_row = 0
        self._reach = Reach()

    def take(self, piece: bytes) -> None:
        """Count the tags of the next piece; b"" is the last."""
        seen = self._rest + _even(piece)
        end = seen.rfind(b"<") if piece else len(seen)
        tags, self._rest = seen[: max(end, 0)], seen[max(end, 0) :]
        if len(self._rest) > _LONGEST_TAG and b">" not in self._rest:
            raise damaged()
        _refuse_unread(tags)
        prefixed = has(b":", _PREFIXED, tags)
        self._count(tags, prefixed)
        self._reach.look(tags)
        self._look_for_merged(tags)
        self.formulas = self.formulas or _has_formulas(tags)
        self._refuse_too_large()

    def _count(self, tags: bytes, prefixed: bool) -> None:
        """Count what opens rows and cells."""
        placed = tags.count(b"<c r=")
        usual = not prefixed and tags.count(b"<c") == placed
        cells = placed if usual else _cells(tags, prefixed)
        self._cells += cells
        if cells == placed:
            self._rows += _rows(tags, prefixed)
            self._reach.widest = max(self._reach.widest, min(cells, LETTERS))
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
            narrow = most <= self._reach.widest and at < len(rows) - 1
            self._in_row = begun + (0 if narrow else _cells(row, prefixed))
            self._reach.widest = max(self._reach.widest, self._in_row)

    def _look_for_merged(self, tags: bytes) -> None:
        """Refuse cells that are merged over more than a sheet shows."""
        for text in _MERGED.findall(tags) if b"mergeCell" in tags else ():
            area = _AREA.fullmatch(text)
            if area and _cells_of(area) > _MOST_MERGED:
                raise RefusedError(error("merged_too_large", cells=text.decode()))

    def _refuse_too_large(self) -> None:
        """Compare the counts with what a list can have."""
        rectangle = max(self._rows, self._reach.lowest) * self._reach.widest
        if (
            self._rows > MOST_ROWS
            or self._cells > MOST_CELLS
            or self._reach.widest > MOST_COLUMNS
            or rectangle > MOST_IN_RECTANGLE
        ):
            raise sheet_too_large()


def sheet_too_large() -> RefusedError:
    """Make the refusal of more cells than a list has."""
    problem = error(
        "sheet_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS
    )
    return RefusedError(problem)


def _refuse_unread(tags: bytes) -> None:
    """Refuse what a reader passes over in silence, in the middle of a number."""
    if has(b"!", _DEFINITION, tags) or has(b"?", _INSTRUCTION, tags):
        raise RefusedError(error("workbook_definitions"))
    if _has_quoted(b"s", tags) and _NO_NUMBER.search(tags):
        raise damaged()


def has(sign: bytes, pattern: re.Pattern[bytes], tags: bytes) -> bool:
    """Tell whether a pattern is found that begins with a sign."""
    return sign in tags and pattern.search(tags) is not None


def _has_quoted(letter: bytes, tags: bytes) -> bool:
    """Tell whether a letter stands alone between quotes of either kind."""
    if b'"%b"' % letter in tags:
        return True
    return b"'" in tags and b"'%b'" % letter in tags


def _even(piece: bytes) -> bytes:
    """Make a plain space of each sign that stands for one."""
    some = any(sign in piece for sign in _OTHER_SPACES)
    return piece.translate(_SPACES) if some else piece


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
    return _has_quoted(b"e", tags) or _FORMULA.search(tags) is not None
