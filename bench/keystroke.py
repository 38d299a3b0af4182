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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.domain.quote import Quote
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.editor.page import EditorPage
from ui.furnishing import furnish
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.models.lines_model import Column
from ui.shared import Shared
from ui.theme import Theme

FRAME = 16.0
EDITS = 100
_PACKS = 7


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
def editor(workplace: Workplace) -> Iterator[EditorPage]:
    """Open the window on the long quote."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication([])
    languages = LanguageSwitch(app, Language.of("fr", "BE"))
    window = MainWindow(languages, Theme(app, "light"))
    shared = Shared(workplace, languages, Theme(app, "light"), Jobs(window))
    furnish(window, shared)
    window.resize(1280, 800)
    window.show()
    number = quotes.add(workplace, long_quote()).record.quote.proposal.number
    page = window.findChild(EditorPage)
    assert page is not None
    page.open(number)
    window.go("editor")
    settle(page)
    yield page
    window.close()
    shared.jobs.close()


def settle(page: EditorPage) -> None:
    """Wait until nothing draws any more."""
    quiet = time.monotonic()
    while time.monotonic() < quiet + 0.3:
        QApplication.processEvents()
        if page.figures.preview.renderer.busy:
            quiet = time.monotonic()


def keystroke(page: EditorPage, quantity: int) -> float:
    """Type a quantity; return the milliseconds until the totals are painted."""
    index = page.paper.model.index(1, Column.QUANTITY)
    begun = time.perf_counter()
    page.paper.model.setData(index, str(quantity))
    # Qt gathers what has to be painted in one event to the window.
    paint = QEvent.Type.UpdateRequest.value
    QApplication.sendPostedEvents(page.window(), paint)
    return (time.perf_counter() - begun) * 1000


def measure() -> None:
    """Measure and print."""
    from bench.__main__ import workplace  # noqa: PLC0415 - it calls this module

    with tempfile.TemporaryDirectory() as name, editor(workplace(Path(name))) as page:
        idle, busy, paper = [], [], []
        for n in range(EDITS):
            idle.append(keystroke(page, 2 * n + 1))
            begun = time.perf_counter()
            QApplication.processEvents()
            busy.append(keystroke(page, 2 * n + 2))
            while page.figures.preview.renderer.busy:
                QApplication.processEvents()
            paper.append((time.perf_counter() - begun) * 1000)
        lines = page.paper.model.rowCount()
    print(f"a keystroke on {lines} rows, to painted totals")
    for words, taken in (("idle", idle), ("while the paper is drawn", busy)):
        print(f"  {words}: {_said(taken)}")
    print(f"  the paper after it: p95 {_quantile(paper, 95) / FRAME:.1f} frames")


def _said(taken: list[float]) -> str:
    """Say median and p99 in milliseconds, and as shares of a frame."""
    median, most = statistics.median(taken), _quantile(taken, 99)
    shares = f"{median / FRAME:.0%} and {most / FRAME:.0%} of a 16 ms frame"
    return f"median {median:.2f} ms, p99 {most:.2f} ms ({shares})"


def _quantile(taken: list[float], percent: int) -> float:
    """Return a percentile."""
    return sorted(taken)[min(len(taken) - 1, len(taken) * percent // 100)]
