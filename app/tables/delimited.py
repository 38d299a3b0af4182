"""Delimited text (CSV) as a table."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from app.domain.problems import Problem, RefusedError, error
from app.tables.table import Row, Table
from app.tables.text import decode, separator

#: A list of 100,000 items takes about 20 million bytes.
MOST_BYTES = 100_000_000
_MOST_SHOWN = 60
_QUOTED = r'"[^"]*(?:""[^"]*)*"'


def read(content: bytes) -> Table:
    """Read a CSV file; RefusedError where it cannot be one.

    Cells are in Unicode's composed form, have no space around them, and end
    their lines alike, whatever program wrote the file.
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(error("file_too_large", most=MOST_BYTES // 1_000_000))
    text = decode(content)
    if "\0" in text:
        raise RefusedError(error("not_a_text_file", byte=content.index(b"\0")))
    return Table(tuple(_rows(unicodedata.normalize("NFC", text))))


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows that say something; a text that comes again is kept once."""
    known: dict[str, str] = {}
    for number, cells in _records(text):
        texts = tuple(map(str.strip, cells))
        if any(texts):
            yield Row(number, tuple(map(known.setdefault, texts, texts)))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's number and cells; RefusedError names a misquoted cell."""
    sign = separator(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(_lines(text), delimiter=sign, strict=True)
    number = lines_read = 0
    try:
        for number, cells in enumerate(reader, start=1):
            lines_read = reader.line_num
            yield number, cells
    except csv.Error as reason:
        rest = "".join(islice(_lines(text), lines_read, None))
        raise RefusedError(_misquoted(number + 1, rest, sign)) from reason


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends."""
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


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
