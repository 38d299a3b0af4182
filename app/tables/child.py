"""The process that reads a workbook, so that a hostile one can harm nothing else.

Standard input is one line of words, as a JSON array: a sheet, whether there may be
formulas; then the workbook. Each line of the answer is a JSON array:
the sheets' names; of each sheet that says something the numbers of its rows, then
each column's texts in those rows; at the end `[]`. Or objects say what is wrong.
"""

from __future__ import annotations

import gc
import json
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import compress, count

from app.domain.problems import Problem, RefusedError, error
from app.tables.formulas import FORMULAS
from app.tables.guard import MOST_UNPACKED
from app.tables.sheets import Columns, read_sheets
from app.tables.table import SHEET

_MEMORY = 2 << 30
_CPU_SECONDS = 60
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def run_child() -> int:
    """Read a workbook from standard input, answer on standard output."""
    _limit()
    # Nothing here goes in circles, and millions of cells are long to search for any.
    gc.disable()
    # A program without a console has no sys.stdin and sys.stdout.
    with open(0, "rb", closefd=False) as file:
        words = json.loads(file.readline())
        content = file.read()
    named = (each for each in words if each.startswith(SHEET))
    sheet = next(named, "").removeprefix(SHEET)
    with open(1, "wb", closefd=False) as answer:
        answer.writelines(_answer(content, FORMULAS in words, sheet))
    return 0


def _answer(content: bytes, formulas: bool, sheet: str) -> Iterator[bytes]:
    """Yield the columns and the end, or the reasons why there are none."""
    try:
        yield from _lines(read_sheets(content, formulas, sheet))
    except RefusedError as refusal:
        yield from map(_told, refusal.problems)
    else:
        yield b"[]\n"


def _lines(sheets: Iterator[Columns]) -> Iterator[bytes]:
    """Write the columns; RefusedError where few texts stand in so many cells."""
    (names,) = next(sheets)
    yield _line(names)
    size = 0
    for sheet in sheets:
        numbers, columns = _said(sheet)
        if numbers:
            yield _json(numbers).encode()
        for texts in columns:
            # Seen before it is written: what is written may be far longer.
            _refuse_too_large(size + len(texts) + sum(map(len, texts)))
            line = _line(texts)
            size += len(line)
            _refuse_too_large(size)
            yield line


def _said(columns: Columns) -> tuple[list[int], Columns]:
    """Return the numbers of the rows that are not blank, and their columns."""
    said = list(map(any, zip(*columns, strict=True)))
    numbers = list(compress(count(1), said))
    if len(numbers) < len(said):
        columns = [list(compress(texts, said)) for texts in columns]
    return numbers, columns if numbers else []


def _refuse_too_large(size: int) -> None:
    """Refuse more texts than any list has."""
    if size > MOST_UNPACKED:
        most = MOST_UNPACKED // 1_000_000
        raise RefusedError(error("workbook_too_large", most=most))


def _line(texts: list[str]) -> bytes:
    """Write texts in Unicode's composed form."""
    line = _json(texts)
    if not unicodedata.is_normalized("NFC", line):
        line = _json([unicodedata.normalize("NFC", text) for text in texts])
    return line.encode()


def _told(problem: Problem) -> bytes:
    """Write a problem."""
    told = {"code": problem.code, "where": problem.where, **dict(problem.parameters)}
    return _json(told).encode()


def _json(value: object) -> str:
    """Write one line."""
    return f"{_ENCODER.encode(value)}\n"


def _limit() -> None:
    """Bound what this process may take, where the system can: it writes no file."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 -- Windows has none

    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        # A system may know a limit and not let it be set.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    sys.exit(run_child())
