"""Delimited text (CSV) as a table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.problems import Problem, RefusedError, error
from app.tables.table import Row, Still, Table, rows_that_say, wanted
from app.tables.text import decode, separator

if TYPE_CHECKING:
    import _csv

#: A list of 100,000 items takes about 20 million bytes.
MOST_BYTES = 100_000_000
_MOST_SHOWN = 60
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
    return Table(_rows(unicodedata.normalize("NFC", text), still))


class _Kept(dict[str, str]):
    """Each cell without the space around it; one that comes again is kept once."""

    def __missing__(self, cell: str) -> str:
        """Keep a cell that is new."""
        self[cell] = kept = cell.strip()
        return kept


def _rows(text: str, still: Still) -> tuple[Row, ...]:
    """Return the rows that say something; RefusedError names a misquoted cell."""
    sign = separator(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _Kept().__getitem__
    try:
        rows = [tuple(map(kept, cells)) for cells in _reader(text, sign, still)]
    except csv.Error as reason:
        raise RefusedError(_misread(text, sign)) from reason
    return rows_that_say(rows, range(1, len(rows) + 1))


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
