"""What a keystroke costs in the real window, from the edit to the painted totals."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.domain.quote import Quote
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.workplace import Workplace
from bench.bare_table import BareTable
from bench.place import workplace
from i18n import Language
from ui.editor.page import EditorPage
from ui.furnishing import furnish
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.models.figures import Totals
from ui.models.lines_model import Column
from ui.shared import Shared
from ui.start import application
from ui.theme import Theme

FRAME = 16.0
EDITS = 100
_PACKS = 7
#: Rows: a pack whose options count along, and an option that counts alone.
_PACK, _OPTION = 1, 2
#: Rounds of events that what follows the totals takes.
_ROUNDS = 3
#: Seconds into the drawing of a paper.
_MIDST = 0.012


def long_quote() -> Quote:
    """Return the sample quote with fifty lines and more."""
    quote = sample_quote()
    pack = quote.proposal.packs[0]
    packs = tuple(
        replace(
            pack,
            id=f"pack{n}",
            options=tuple(
                replace(option, id=f"{option.id}-{n}", alternative_to="")
                for option in pack.options
            ),
        )
        for n in range(_PACKS)
    )
    return replace(quote, proposal=replace(quote.proposal, packs=packs))


@contextmanager
def editor(workplace: Workplace, quote: Quote) -> Iterator[EditorPage]:
    """Open the window on a quote."""
    app = application()
    languages = LanguageSwitch(app, Language.of("fr", "BE"))
    window = MainWindow(languages, Theme(app, "light"))
    shared = Shared(workplace, languages, Theme(app, "light"), Jobs(window))
    furnish(window, shared)
    window.resize(1280, 800)
    window.show()
    number = quotes.add(workplace, quote).record.quote.proposal.number
    page = window.findChild(EditorPage)
    assert page is not None
    page.open(number)
    window.go("editor")
    while not page.paper.model.rowCount():
        QApplication.processEvents()
    settle(page)
    garbage = Garbage(window)
    yield page
    settle(page)
    window.close()
    garbage.end()
    shared.jobs.close()


def settle(page: EditorPage) -> None:
    """Wait until the edit is saved and nothing draws any more."""
    page.flush()
    quiet = time.monotonic()
    while time.monotonic() < quiet + 0.03:
        QApplication.processEvents()
        if page.figures.preview.renderer.busy:
            quiet = time.monotonic()


class Hand:
    """Types quantities; each keystroke is timed at its totals and at its end."""

    def __init__(self, page: EditorPage) -> None:
        """Take note of when the totals of each keystroke are on the screen."""
        self._page = page
        self.count = 1
        self._totals_at = 0.0
        show = page.figures.show_totals

        def timed(totals: Totals) -> None:
            show(totals)
            self._totals_at = time.perf_counter()

        page.figures.show_totals = timed  # type: ignore[method-assign]

    def type(self, row: int) -> tuple[float, float]:
        """Type another quantity; return milliseconds to the totals, to all painted."""
        self.count += 1
        page, begun = self._page, time.perf_counter()
        index = page.paper.model.index(row, Column.QUANTITY)
        page.paper.model.setData(index, str(self.count))
        # Qt gathers what has to be painted in one event to the window.
        QApplication.sendPostedEvents(page.window(), QEvent.Type.UpdateRequest.value)
        done = time.perf_counter()
        return (self._totals_at - begun) * 1000, (done - begun) * 1000


def measure() -> None:
    """Measure and print, for a long quote and for the sample."""
    for quote in (long_quote(), sample_quote()):
        with (
            tempfile.TemporaryDirectory() as name,
            editor(workplace(Path(name)), quote) as page,
        ):
            _measure(page)


def _measure(page: EditorPage) -> None:
    """Type into the first option of the first pack, one row that nobody follows."""
    hand, floor = Hand(page), BareTable()
    lines = sum(not row.heading for row in page.paper.model.rows)
    print(f"a keystroke in a quote of {lines} lines")
    idle = [_settled(page, hand, floor, _OPTION) for _ in range(EDITS)]
    bare = statistics.median(each.floor for each in idle)
    _say("a bare table and two labels", [each.floor for each in idle], bare)
    _say("to painted totals", [each.totals for each in idle], bare)
    _say("to all painted", [each.whole for each in idle], bare)
    pack = [_settled(page, hand, floor, _PACK) for _ in range(EDITS // 2)]
    following = "its options following"
    _say(f"to painted totals, {following}", [each.totals for each in pack], bare)
    _say(f"to all painted, {following}", [each.whole for each in pack], bare)
    _say_in_turn(page, hand, floor)
    drawing = [_while_drawing(page, hand) for _ in range(EDITS)]
    _say("to painted totals, while the paper is drawn", drawing, bare)
    paper = sorted(_paper(page, hand) for _ in range(EDITS // 2))
    frames = _quantile(paper, 50) / FRAME, _quantile(paper, 95) / FRAME
    print(f"  the paper after it: {frames[0]:.1f} frames, p95 {frames[1]:.1f}")


class _Taken(NamedTuple):
    """Milliseconds of one keystroke, and of one in the bare table."""

    totals: float
    whole: float
    floor: float


def _settled(page: EditorPage, hand: Hand, floor: BareTable, row: int) -> _Taken:
    """Type when nothing else goes on, here and there."""
    settle(page)
    taken = hand.type(row)
    settle(page)
    return _Taken(*taken, floor.type(hand.count))


def _say_in_turn(page: EditorPage, hand: Hand, floor: BareTable) -> None:
    """Type without pauses, as the figures were measured that the budget is from."""
    settle(page)
    floors = [floor.type(hand.count + n) for n in range(2 * EDITS)]
    bare = statistics.median(floors)
    _say("a bare table, key after key", floors, bare)
    for row, more in ((_OPTION, ""), (_PACK, ", its options following")):
        taken = [_in_turn(hand, row) for _ in range(2 * EDITS)]
        _say(f"to painted totals, key after key{more}", taken, bare)


def _in_turn(hand: Hand, row: int) -> float:
    """Type, and let all that follows be done before the next key."""
    taken = hand.type(row)[0]
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    return taken


def _while_drawing(page: EditorPage, hand: Hand) -> float:
    """Type in the midst of drawing the edit before."""
    settle(page)
    hand.type(_OPTION)
    begun = time.perf_counter()
    while time.perf_counter() < begun + _MIDST:
        QApplication.processEvents()
        time.sleep(0.0005)
    return hand.type(_OPTION)[0]


def _paper(page: EditorPage, hand: Hand) -> float:
    """Type, and return the milliseconds until the new page is on the screen."""
    settle(page)
    shown = page.figures.preview.page
    begun = time.perf_counter()
    hand.type(_OPTION)
    while page.figures.preview.page is shown:
        QApplication.processEvents()
        # Qt's own loop sleeps too: one that spins would hold up every thread.
        time.sleep(0.0005)
    QApplication.sendPostedEvents(page.window(), QEvent.Type.UpdateRequest.value)
    return (time.perf_counter() - begun) * 1000


def _say(what: str, taken: list[float], floor: float) -> None:
    """Say median and p99 in milliseconds, as shares of a frame, beside the floor."""
    median, most = statistics.median(taken), _quantile(sorted(taken), 99)
    shares = f"{median / FRAME:.1%} and {most / FRAME:.0%} of a frame"
    print(
        f"  {what}: median {median:.2f} ms, p99 {most:.2f} ms"
        f" ({shares}; {median / floor:.1f} x the bare table)"
    )


def _quantile(taken: list[float], percent: int) -> float:
    """Return a percentile of sorted values."""
    return taken[min(len(taken) - 1, len(taken) * percent // 100)]
