"""Delimited text (CSV) as a table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from app.domain.problems import Problem, RefusedError, error
from app.tables.reach import MOST_COLUMNS
from app.tables.sheet_size import MOST_IN_RECTANGLE, sheet_too_large
from app.tables.table import Still, Table, that_say, wanted
from app.tables.text import decode, separator

if TYPE_CHECKING:
    import _csv

#: A list of 100,000 items takes about 20 million bytes.
MOST_BYTES = 100_000_000
_MOST_SHOWN = 60
_ROWS_AT_ONCE = 500
#: Nearly every list has fewer columns.
_USUAL = 100
_PIECE = 65_536
_QUOTED = r'"[^"]*(?:""[^"]*)*"'


def read(content: bytes, still: Still = wanted) -> Table:
    """Read a CSV file; RefusedError where it cannot be one.

    Cells are in Unicode's composed form, have no space around them, and end
    their lines alike, whatever program wrote the file.
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(error("file_too_large", most=MOST_BYTES // 1_000_000))
    text = decode(content)
    if "\0" in text:
        raise RefusedError(error("not_a_text_file", byte=content.index(b"\0")))
    return _table(unicodedata.normalize("NFC", text), still)


class _Kept(dict[str, str]):
    """Each text without the space around it; one that comes again is kept once."""

    def __missing__(self, text: str) -> str:
        """Keep a text that is new."""
        self[text] = kept = text.strip()
        return kept


class _Column:
    """Gathers the texts of a column."""

    def __init__(self, height: int) -> None:
        """Begin below so many rows that have no cell here."""
        self.texts = [""] * height
        self._kept = _Kept()

    def take(self, cells: Sequence[str]) -> None:
        """Add the cells of the next rows."""
        # Where hardly any text comes again it is not worth looking for.
        seldom = 2 * len(self._kept) > len(self.texts) > _ROWS_AT_ONCE
        self.texts += map(str.strip if seldom else self._kept.__getitem__, cells)


class _Gathered:
    """Gathers rows as columns of one height."""

    def __init__(self) -> None:
        """Begin with none."""
        self._columns: list[_Column] = []
        self._height = 0

    def take(self, rows: list[list[str]]) -> None:
        """Add rows; RefusedError where no list has so many cells."""
        if max(map(len, rows)) > _USUAL:
            # A stray cell far to the right leaves its signs behind in every row, and
            # so do columns that were only made to look nice.
            rows = [cells[: _end(cells)] for cells in rows]
        width = max(len(self._columns), *map(len, rows))
        height = self._height + len(rows)
        if width > MOST_COLUMNS or width * height > MOST_IN_RECTANGLE:
            raise sheet_too_large()
        while len(self._columns) < width:
            self._columns.append(_Column(self._height))
        found = list(zip_longest(*rows, fillvalue=""))
        found += [("",) * len(rows)] * (width - len(found))
        for column, cells in zip(self._columns, found, strict=True):
            column.take(cells)
        self._height = height

    def table(self) -> Table:
        """Return the rows that say something."""
        columns = [column.texts for column in self._columns]
        return that_say(range(1, self._height + 1), columns)


def _table(text: str, still: Still) -> Table:
    """Return the rows that say something; RefusedError names a misquoted cell."""
    sign = separator(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = _reader(text, sign, still)
    gathered = _Gathered()
    try:
        while rows := list(islice(reader, _ROWS_AT_ONCE)):
            gathered.take(rows)
    except csv.Error as reason:
        raise RefusedError(_misread(text, sign)) from reason
    return gathered.table()


def _end(cells: list[str]) -> int:
    """Return how many cells there are up to the last that says something."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def _reader(text: str, sign: str, still: Still = wanted) -> _csv.Reader:
    """Begin to read the rows."""
    return csv.reader(_lines(text, still), delimiter=sign, strict=True)


def _lines(text: str, still: Still = wanted) -> Iterator[str]:
    """Yield the lines with their ends, a piece at a time: a long text is held once."""
    start = 0
    while start < len(text):
        still()
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield from io.StringIO(text[start:end])
        start = end


def _misread(text: str, sign: str) -> Problem:
    """Find the row that csv could not read."""
    reader = _reader(text, sign)
    row = lines_read = 0
    with suppress(csv.Error):
        for row, _ in enumerate(reader, start=1):  # noqa: B007 -- the last one counts
            lines_read = reader.line_num
    rest = "".join(islice(_lines(text), lines_read, None))
    return _misquoted(row + 1, rest, sign)


def _misquoted(row: int, text: str, sign: str) -> Problem:
    """Name the first cell of a row that csv cannot have read."""
    whole = re.compile(rf'(?:{_QUOTED}|[^"{sign}\n][^{sign}\n]*|)[{sign}\n]')
    at, column = 0, 1
    most = csv.field_size_limit()
    while (cell := whole.match(text, at)) and len(cell[0]) <= most:
        at, column = cell.end(), column + 1
    if cell or not text.startswith('"', at):
        code = "text_too_long"
    else:
        code = "quote_misplaced" if re.match(_QUOTED, text[at:]) else "quote_open"
    value = text[at : at + _MOST_SHOWN].partition("\n")[0]
    where = f"row {row}, column {column}"
    return error(code, where, row=row, column=column, value=value)
