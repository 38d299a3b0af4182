"""An XLSX workbook as a table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import app
from app.domain.problems import Problem, RefusedError, error
from app.tables.agreed import FORMULAS, SHEET, SIGN, damaged
from app.tables.guard import glance, guard
from app.tables.table import Still, Table, under_one_another, wanted

SECONDS = 60
#: Seconds until it is asked again whether anybody waits.
_TURN = 0.1
Child = subprocess.Popen[bytes]
_END = b"[]\n"
_ALIKE: Final[tuple[set[type], ...]] = (set(), {str}, {int})
#: Imported, as what is run by its name would be compiled each time.
_READ = "from app.tables.child import run_child; run_child()"
_ROOT = Path(app.__file__).parents[1]
#: Where glibc serves the child, it keeps the long blocks of a sheet for the next ones:
#: to give each back, and to have it emptied anew, takes a tenth of its time. Older
#: ones take no more than 32 MiB for the first.
_KEEPING = {
    "MALLOC_MMAP_THRESHOLD_": str(1 << 25),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 30),
}
_WITHOUT_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read(content: bytes, sheet: str = "", still: Still = wanted) -> Table:
    """Read a workbook; RefusedError where it is none, or one that is not safe.

    The rows of the sheet `Meta` come first, then those of the sheet named, else of
    the first other one; each has its number in its own sheet.
    """
    glance(content)
    # While the guard looks through the file, the child unpacks it, and reads nothing
    # before it is told to.
    with _begun() as child, ThreadPoolExecutor(1) as pool:
        try:
            pool.submit(_send, child, content)
            words = [FORMULAS] if guard(content, still) else []
            if sheet:
                words.append(SHEET + sheet)
            return _table(_awaited(pool.submit(_told, child, words), still))
        finally:
            # Whoever still sends or listens then comes to an end by itself: only
            # after that are the pipes closed.
            child.kill()


def _begun() -> Child:
    """Begin a process that waits for a workbook to read."""
    try:
        return subprocess.Popen(  # noqa: S603 -- this program itself
            _command(),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={**os.environ, **_KEEPING},
            creationflags=_WITHOUT_CONSOLE,
        )
    except OSError as reason:
        raise damaged() from reason


def _send(child: Child, content: bytes) -> None:
    """Hand a workbook over, its length before it; a child that died takes none."""
    rest = memoryview(b"%d\n" % len(content) + content)
    with suppress(OSError):
        while rest and child.stdin:
            rest = rest[child.stdin.write(rest) :]


def _told(child: Child, words: list[str]) -> bytes:
    """Let a child read, and return all that it says; nothing where it died."""
    if child.stdin is None or child.stdout is None:
        raise damaged()
    with suppress(OSError):
        child.stdin.write(json.dumps(words).encode())
    child.stdin.close()
    return child.stdout.read()


def _awaited(answer: Future[bytes], still: Still) -> bytes:
    """Return an answer that comes in time, to whoever waits for it by then."""
    until = time.monotonic() + SECONDS
    while not wait([answer], _TURN).done:
        still()
        if time.monotonic() > until:
            raise RefusedError(error("workbook_slow", seconds=SECONDS))
    return answer.result()


def _command() -> list[str]:
    """Return what starts the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, app.CHILD_TABLE]
    return [sys.executable, "-c", _READ]


def _table(answer: bytes) -> Table:
    """Read the child's answer to its end; RefusedError with its problems."""
    if not answer.endswith(_END):
        raise RefusedError(*_problems(answer))
    try:
        lines = map(_line, answer.removesuffix(_END).decode().split("\n")[:-1])
        names = _names(next(lines, []))
        return replace(under_one_another(_sheets(lines)), sheets=names)
    except (ValueError, TypeError, LookupError, RecursionError) as reason:
        raise damaged() from reason


def _line(line: str) -> list[Any]:
    """Read a line of the answer: texts behind a sign each, or a JSON array.

    TypeError where it is none of texts alone, nor of whole numbers alone; a workbook
    whose one sheet is `Meta` has no names.
    """
    if line.startswith(SIGN):
        return line.split(SIGN)[1:]
    cells = json.loads(line)
    if type(cells) is not list or set(map(type, cells)) not in _ALIKE:
        raise TypeError(line)
    return cells


def _names(line: list[Any]) -> tuple[str, ...]:
    """Return the sheets' names; TypeError for numbers."""
    if int in map(type, line):
        raise TypeError(line)
    return tuple(line)


def _sheets(lines: Iterable[list[Any]]) -> list[Table]:
    """Put each sheet's columns behind the numbers of its rows.

    ValueError where they do not fit; LookupError where there are none.
    """
    sheets: list[Table] = []
    for line in lines:
        if type(line[0]) is int:
            sheets.append(Table(line, []))
        elif len(line) == len(sheets[-1].numbers):
            sheets[-1].columns.append(line)
        else:
            raise ValueError(len(line))
    if not all(each.columns for each in sheets):
        raise LookupError
    return sheets


def _problems(answer: bytes) -> list[Problem]:
    """Read why there are no rows; RefusedError where even that is cut off."""
    try:
        told = [json.loads(line) for line in answer.splitlines() if line[:1] == b"{"]
        problems = [error(**{str(key): each[key] for key in each}) for each in told]
    except (ValueError, TypeError) as reason:
        raise damaged() from reason
    return problems or list(damaged().problems)
