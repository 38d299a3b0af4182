"""The process that reads a workbook, so that a hostile one can harm nothing else.

Standard input is the length of a workbook on a line, and the workbook; then, once it
may be read, words as a JSON array: a sheet, whether there may be formulas. Each line
of the answer is a JSON array: the sheets' names; of each sheet that says something
the numbers of its rows, then each column's texts in those rows; at the end `[]`. Or
objects say what is wrong. Texts that hold no `SIGN` and no end of a line may stand
behind one each instead.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import NoReturn

from app.domain.problems import Problem, RefusedError
from app.tables.agreed import FORMULAS, SHEET, SIGN, refuse_too_large
from app.tables.sheets import read_sheets
from app.tables.table import Columns, that_say
from app.tables.unmerged import unmerged

_MEMORY = 2 << 30
_CPU_SECONDS = 60
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def run_child() -> NoReturn:
    """Read a workbook from standard input, answer on standard output, and end."""
    _limit()
    # Nothing here goes in circles, and millions of cells are long to search for any.
    gc.disable()
    # A program without a console has no sys.stdin and sys.stdout.
    with open(0, "rb", closefd=False) as file:
        content = file.read(int(file.readline()))
        unpacked = unmerged(content)
        words = json.loads(file.read())
    named = (each for each in words if each.startswith(SHEET))
    sheet = next(named, "").removeprefix(SHEET)
    # Where the guard saw no formulas, none is looked for.
    formulas_of = content if FORMULAS in words else b""
    with open(1, "wb", closefd=False) as answer:
        answer.writelines(_answer(read_sheets(unpacked, sheet, formulas_of)))
    # Nothing is left to be done but to give millions of cells back one by one: whoever
    # listens need not wait for that.
    os.close(1)
    os._exit(0)


def _answer(sheets: Iterator[Columns]) -> Iterator[bytes]:
    """Yield the columns and the end, or the reasons why there are none."""
    try:
        yield from _lines(sheets)
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
        height = len(sheet[0]) if sheet else 0
        table = that_say(range(1, height + 1), sheet)
        if table.numbers:
            yield _json(list(table.numbers)).encode()
        for texts in table.columns if table.numbers else ():
            # Seen before it is written: what is written may be far longer.
            refuse_too_large(size + len(texts) + sum(map(len, texts)))
            line = _line(texts)
            size += len(line)
            refuse_too_large(size)
            yield line


def _line(texts: list[str]) -> bytes:
    """Write texts in Unicode's composed form."""
    # The sign joins no letter: what is composed with it is composed without it.
    line = unicodedata.normalize("NFC", "".join([SIGN, SIGN.join(texts), "\n"]))
    if line.count(SIGN) > len(texts) or line.count("\n") > 1:
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
