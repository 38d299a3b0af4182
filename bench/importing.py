"""What importing a long list takes, beside floors measured in turn.

Measured from a file's bytes to rows committed, in a database that is there: the
program makes one once. The floors: the same raw cells by csv and executemany,
unread, into an untyped table without a key; the same file by SQLModel row by row,
committed once, and few of its rows with a commit after each; a workbook's cells by
openpyxl.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import zip_longest
from pathlib import Path

import openpyxl

from app.domain.price_list import PriceList
from app.ports import Storage
from app.pricelist import write
from app.pricelist.parse import parse
from app.tables.table import Table, that_say, under_one_another
from app.tables.typed import texts_of
from app.use_cases.prices import parse_content
from bench.lists import as_csv, long_list
from bench.peers.with_sqlmodel import import_rows
from bench.place import BY, timed, workplace

#: What is done with a database that lies ready.
Work = Callable[[Storage], None]
ROWS = (20_000, 100_000)
_TURNS = 3
_BY_ONE, _COMMITTED, _IN_A_SHEET = 1_000, 200, 10_000
#: So many lines stand above the header.
_HEAD = 4
#: Imports a file in a fresh process, and prints what its memory grew by in kB.
_PEAK = """
import sys
from pathlib import Path
from bench.importing import whole
def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
few, many = (Path(name).read_bytes() for name in sys.argv[1:])
whole(few)
before = peak()
whole(many)
print(peak() - before)
"""


def measure() -> None:
    """Measure and print."""
    for rows in ROWS:
        content = as_csv(long_list(rows))
        raws, wholes = _in_turn(partial(_raw, content), partial(_import, content))
        print(f"{rows} rows (CSV), file to committed rows")
        print(f"  csv + executemany of the raw cells: {raws:.0f} ms")
        print(f"  checked and kept: {wholes:.0f} ms, {raws / wholes:.2f} x that speed")
        once, each = _row_by_one(_BY_ONE, False), _row_by_one(_COMMITTED, True)
        print(f"  SQLModel row by row: {once * rows / wholes:.1f} x as long")
        print(
            f"  the same with a commit after each row: {each * rows / wholes:.1f} x as"
            f" long ({each:.2f} ms a row, of {_COMMITTED} rows)"
        )
        if sys.platform == "linux":
            print(f"  at most {_peak(content) / rows:.2f} kB of memory a row")
    content = write.as_xlsx(long_list(_IN_A_SHEET), internal=True)
    slow, ours = _in_turn(partial(_by_openpyxl, content), partial(_import, content))
    print(f"{_IN_A_SHEET} rows (XLSX): {ours:.0f} ms")
    print(f"  its cells read by openpyxl instead: {slow / ours:.1f} x as long")


def whole(content: bytes) -> None:
    """Read, check and keep a list."""
    with _database() as database:
        _import(content, database)


def _import(content: bytes, database: Storage) -> None:
    """Read, check and keep a list in a database."""
    _keep(parse_content(content).price_list, database)


def _keep(price_list: PriceList | None, database: Storage) -> None:
    """Keep a list that is in order."""
    assert price_list is not None
    with database.writing() as store:
        store.add_price_list(price_list, "bench", BY)


@contextmanager
def _database() -> Iterator[Storage]:
    """Lend a database with nothing in it."""
    with tempfile.TemporaryDirectory() as folder:
        database = workplace(Path(folder)).storage
        with database.writing():
            pass
        yield database


def _in_turn(floor: Work, ours: Work) -> tuple[float, float]:
    """Return the medians of two works that take turns, after a warm-up."""
    _timed(floor)
    _timed(ours)
    taken = [(_timed(floor), _timed(ours)) for _ in range(_TURNS)]
    first, second = zip(*taken, strict=True)
    return statistics.median(first), statistics.median(second)


def _timed(work: Work) -> float:
    """Return what a work takes that finds a database of its own, in milliseconds."""
    with _database() as database:
        return timed(partial(work, database))


def _raw(content: bytes, _: Storage) -> None:
    """Read the same cells and write them elsewhere, without looking at any."""
    rows = list(csv.reader(io.StringIO(content.decode()), delimiter=";"))[_HEAD:]
    width = len(rows[0])
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "raw.db")
        columns = ",".join(f"c{n} TEXT" for n in range(width))
        database.execute(f"CREATE TABLE raw ({columns})")
        signs = ",".join("?" * width)
        database.executemany(f"INSERT INTO raw VALUES ({signs})", rows)
        database.commit()
        database.close()


def _row_by_one(rows: int, committed: bool) -> float:
    """Return what a row takes by SQLModel, each committed or all at once, in ms."""
    content = as_csv(long_list(rows))
    return timed(partial(_by_one, content, committed)) / rows


def _by_one(content: bytes, committed: bool) -> None:
    """Import a file by SQLModel, row by row."""
    lines = content.decode().splitlines(keepends=True)[_HEAD:]
    with _file() as path:
        import_rows(lines, path, committed=committed)


def _by_openpyxl(content: bytes, database: Storage) -> None:
    """Read a workbook's cells by openpyxl, the rest as ever."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    tables: list[Table] = []
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != "Meta"):
        rows = list(sheet.iter_rows(values_only=True))
        columns = [
            texts_of("" if cell is None else cell for cell in cells)
            for cells in zip_longest(*rows)
        ]
        tables.append(that_say(range(1, len(rows) + 1), columns))
    _keep(parse(under_one_another(tables)).price_list, database)


def _peak(content: bytes) -> int:
    """Return what importing a list takes beyond importing a short one, in kB."""
    with _file() as few, _file() as many:
        few.write_bytes(as_csv(long_list(20)))
        many.write_bytes(content)
        words = (sys.executable, "-c", _PEAK, str(few), str(many))
        done = subprocess.run(words, check=True, capture_output=True, text=True)
    return int(done.stdout)


@contextmanager
def _file() -> Iterator[Path]:
    """Lend a place for a file."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "bench"
