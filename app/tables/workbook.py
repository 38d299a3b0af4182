"""An XLSX workbook as a table."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import app
from app.domain.problems import Problem, RefusedError, error
from app.tables.archive import damaged
from app.tables.formulas import FORMULAS
from app.tables.guard import guard
from app.tables.table import SHEET, Row, Still, Table, wanted

SECONDS = 60
#: Seconds until it is asked again whether anybody waits.
_TURN = 0.1
#: What a child wrote, and its complaints.
Answer = tuple[bytes, bytes]
_END = b"[]\n"
_TEXT = frozenset({str})
_ROOT = Path(app.__file__).parents[1]
_WITHOUT_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read(content: bytes, sheet: str = "", still: Still = wanted) -> Table:
    """Read a workbook; RefusedError where it is none, or one that is not safe.

    The rows of the sheet `Meta` come first, then those of the sheet named, else of
    the first other one; each has its number in its own sheet.
    """
    words = [FORMULAS] if guard(content) else []
    if sheet:
        words.append(SHEET + sheet)
    names, *rows = _rows(_ask(content, words, still)) or [Row(0, ())]
    return Table(tuple(rows), names.cells)


def _ask(content: bytes, words: list[str], still: Still = wanted) -> bytes:
    """Let a child process read; its death is a refusal, and so is its delay."""
    try:
        child = subprocess.Popen(  # noqa: S603 -- this program itself
            [*_command(), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            creationflags=_WITHOUT_CONSOLE,
        )
    except OSError as reason:
        raise damaged() from reason
    with child, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(child.communicate, content)
        try:
            read, _ = _awaited(answer, still)
        finally:
            # It reads for nobody else; one that has ended is past killing.
            child.kill()
    if child.returncode:
        raise damaged()
    return read


def _awaited(answer: Future[Answer], still: Still) -> Answer:
    """Return what a child has to say, unless nobody waits for it any longer."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        still()
        with suppress(TimeoutError):
            return answer.result(_TURN)
    raise RefusedError(error("workbook_slow", seconds=SECONDS))


def _command() -> list[str]:
    """Return what starts the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, app.CHILD_TABLE]
    return [sys.executable, "-m", "app.tables.child"]


def _rows(answer: bytes) -> list[Row]:
    """Read the child's answer to its end; RefusedError with its problems."""
    if not answer.endswith(_END):
        raise RefusedError(*_problems(answer))
    try:
        lines = answer.removesuffix(_END).splitlines()
        return [_row(json.loads(line)) for line in lines]
    except (ValueError, TypeError) as reason:
        raise damaged() from reason


def _row(line: Any) -> Row:  # noqa: ANN401 -- it came from outside
    """Make a row of a number and texts; TypeError for anything else."""
    number, *cells = line
    if not isinstance(number, int) or not _TEXT.issuperset(map(type, cells)):
        raise TypeError(line)
    return Row(number, tuple(cells))


def _problems(answer: bytes) -> list[Problem]:
    """Read why there are no rows; RefusedError where even that is cut off."""
    try:
        told = [json.loads(line) for line in answer.splitlines() if line[:1] == b"{"]
        problems = [error(**{str(key): each[key] for key in each}) for each in told]
    except (ValueError, TypeError) as reason:
        raise damaged() from reason
    return problems or list(damaged().problems)
