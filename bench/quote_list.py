"""The list at 100,000 quotes: a page at any depth, a search, a key until it is painted.

The floor is sqlite3 itself, asked the same of the same file in the same run.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.listing import ListedQuote, Wanted, words_of
from app.ports import QuoteList
from app.use_cases.workplace import Workplace
from bench.many_quotes import MOMENT, fill
from bench.place import workplace
from i18n import Language
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.quotes.finder import Finder
from ui.quotes.page import QuotesPage
from ui.shared import Shared
from ui.start import application
from ui.theme import Theme

QUOTES, PAGE, TIMES = 100_000, 64, 300
DEPTHS = (0.0, 0.5, 0.99)
TYPED = ("lefe", "noel portables", "tr 2024", "dum", "0042", "atelier cote ecr", "zzz")
_KEYS = "etude n"
#: A space alone asks nothing new.
_LENGTHS = (1, 2, 3, 4, 5, 7, 0)
_RAW = (
    "SELECT * FROM listed_quote WHERE newer = 0 AND archived_on IS NULL"
    " AND place <= ? ORDER BY place DESC LIMIT ?"
)


def measure() -> None:
    """Measure and print: milliseconds, and shares of what sqlite3 takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, QUOTES)
        desk = workplace(folder)
        print(f"the list at {QUOTES} quotes")
        _measure_pages(desk)
        _measure_search(desk)
        _measure_keys(desk)


def _measure_pages(desk: Workplace) -> None:
    """Page at several depths, both ways in turn."""
    file = desk.folder / "quotes.db"
    with desk.storage.listing() as quotes:
        places = quotes.places(Wanted(today=MOMENT.date()))
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        for depth in DEPTHS:
            first = int(depth * (len(places) - PAGE))
            page = places[first : first + PAGE]

            taken = _in_turn(
                lambda page=page: _page(desk, page),  # type: ignore[misc]
                lambda page=page: _floor(raw, page),  # type: ignore[misc]
            )
            print(
                f"  a page of {PAGE} at {depth:.0%}: {taken[0]:.3f} ms,"
                f" {taken[0] / taken[1]:.2f} x sqlite3"
            )


def _page(desk: Workplace, page: Sequence[int]) -> tuple[ListedQuote, ...]:
    """Ask for a page as the window does."""
    with desk.storage.listing(patient=False) as quotes:
        return quotes.rows(page)


def _floor(raw: sqlite3.Connection, page: Sequence[int]) -> list[tuple[object, ...]]:
    """Ask SQLite for the same rows by where they begin."""
    return raw.execute(_RAW, (page[0], PAGE)).fetchall()


def _measure_search(desk: Workplace) -> None:
    """Look for what is typed, letter by letter, as far as a screen shows."""
    taken = []
    with desk.storage.listing() as quotes:
        for typed in TYPED * 10:
            for end in range(1, len(typed) + 1):
                words = words_of(typed[:end])
                taken.append(_timed(lambda words=words: _search(quotes, words)))  # type: ignore[misc]
    print(
        f"  a search: median {statistics.median(taken):.2f} ms,"
        f" p95 {_percentile(taken, 95):.2f} ms"
    )


def _search(quotes: QuoteList, words: tuple[str, ...]) -> object:
    """Return the first places."""
    return quotes.places(Wanted(today=MOMENT.date(), words=words), PAGE)


def _measure_keys(desk: Workplace) -> None:
    """Type into the page, and wait until what is found first is painted."""
    app = application()
    languages, theme = LanguageSwitch(app, Language.of("fr", "BE")), Theme(app, "light")
    shared = Shared(desk, languages, theme, Jobs())
    page = QuotesPage(shared)
    page.resize(1280, 800)
    page.show()
    _settle(shared)
    taken = [_key(page, shared, _KEYS[:n]) for n in _LENGTHS * 5]
    print(
        f"  a key in the search until the list is painted: median"
        f" {statistics.median(taken):.1f} ms, p95 {_percentile(taken, 95):.1f} ms"
    )
    page.close()
    shared.jobs.close()


def _key(page: QuotesPage, shared: Shared, text: str) -> float:
    """Return how long the list takes to follow what is typed, in milliseconds."""
    field, finder = page.findChild(QLineEdit), page.findChild(Finder)
    assert field is not None
    assert finder is not None
    found: list[object] = []
    finder.found.connect(found.append)
    begun = time.perf_counter()
    field.setText(text)
    while not found:
        QApplication.processEvents()
        # Qt's own loop sleeps too: one that spins would hold up every thread.
        time.sleep(0.0002)
    QApplication.sendPostedEvents(page, QEvent.Type.UpdateRequest.value)
    taken = (time.perf_counter() - begun) * 1000
    finder.found.disconnect(found.append)
    _settle(shared)
    return taken


def _settle(shared: Shared) -> None:
    """Wait until all is found and painted."""
    while shared.jobs.busy:
        QApplication.processEvents()
        time.sleep(0.0005)
    QApplication.processEvents()


def _in_turn(*works: Callable[[], object]) -> list[float]:
    """Return the median of each, all of them taking turns."""
    rounds = [[_timed(work) for work in works] for _ in range(TIMES)]
    return [statistics.median(each) for each in zip(*rounds, strict=True)]


def _timed(work: Callable[[], object]) -> float:
    """Return how long something took, in milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _percentile(taken: Sequence[float], percent: int) -> float:
    """Return what so many of a hundred stay below."""
    return statistics.quantiles(taken, n=100)[percent - 1]
