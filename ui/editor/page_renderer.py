"""Draws pages of the very PDF, away from the window's thread."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from ui.jobs import Job, Jobs, Monitor

if TYPE_CHECKING:
    from app.use_cases.drawing import Drawing, Mark
    from app.use_cases.export import Paper

#: Milliseconds without a new page after which the whole paper is made: what is typed
#: meanwhile would wait for it.
_REST = 1_000
#: Seconds at most that painting waits for a question to be told: the process that
#: draws then works beside it, where the telling would share one interpreter with it.
_TELLING = 0.004


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Which quote, in which edition, how many pixels wide, which page (from 0).

    `issued` is the paper as it was handed over; without it one is made, a draft.
    A `sketch` is the first page of one, drawn before the rest is made.
    """

    quote: PricedQuote
    edition: Edition
    workplace: Workplace
    width: int
    page: int = 0
    issued: bytes = b""
    sketch: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page as an image, what was wanted, and how many pages there are."""

    wanted: PageWanted
    image: QImage
    pages: int


class PageRenderer(QObject):
    """Draws the newest page asked for; those asked for meanwhile are dropped.

    Once nothing was asked for in a while, a sketch is drawn again from the very
    bytes that an export writes.
    """

    drawn = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._next: PageWanted | None = None
        self._sketched: PageWanted | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._draw_whole)

    @property
    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self._job is not None or self._next is not None

    def put(self, wanted: PageWanted) -> None:
        """Have a page drawn; returns at once."""
        self._rest.stop()
        self._next = wanted
        self._start()

    def drop(self) -> None:
        """Want no page any more."""
        self._rest.stop()
        self._next = self._sketched = None
        if self._job:
            self._job.cancel()

    def _start(self) -> None:
        """Begin with the newest page, once the one before is drawn."""
        if self._job is not None:
            return
        wanted, self._next = self._next, None
        if wanted is not None:
            page = wanted
            self._sketched = page if page.sketch else None
            told = threading.Event()
            self._job = self._jobs.run(
                self, lambda monitor: _drawn(page, monitor, told.set)
            )
            self._job.done.connect(self._show)
            self._job.ended.connect(self._ended)
            told.wait(_TELLING)

    def _show(self, page: object) -> None:
        """Hand over what was drawn, unless it failed."""
        if page is not None:
            self.drawn.emit(page)

    def _ended(self) -> None:
        """Go on with what was asked for meanwhile."""
        self._job = None
        if self._next is None and self._sketched is not None:
            self._rest.start()
        self._start()

    def _draw_whole(self) -> None:
        """Draw what was sketched from the whole paper."""
        if self._sketched is not None:
            self.put(replace(self._sketched, sketch=False))


def _drawn(
    wanted: PageWanted, monitor: Monitor, told: Callable[[], None]
) -> Page | None:
    """Draw a page; None where it cannot be: the page may fail, typing may not."""
    try:
        page = drawn_page(wanted, told)
    except Exception:  # noqa: BLE001 - see above
        return None
    monitor.check()
    return page


def drawn_page(wanted: PageWanted, told: Callable[[], None] = lambda: None) -> Page:
    """Make the PDF and draw one of its pages; `told` is called once it is asked for."""
    # Making a paper takes a while to import: the window is up by now.
    from app.use_cases.drawing import Asked  # noqa: PLC0415

    asked = Asked(_made_from(wanted), wanted.page, wanted.width, wanted.sketch)
    drawn = _drawing().page(asked, told)
    rows = (drawn.pixels, drawn.width, drawn.height, drawn.stride)
    image = QImage(*rows, QImage.Format.Format_RGB32).copy()
    return Page(wanted, image, drawn.pages)


def found_in(wanted: PageWanted, text: str) -> tuple[Mark, ...]:
    """Return where a text stands in the whole paper; nowhere where that fails."""
    from app.use_cases.drawing import Sought  # noqa: PLC0415 - see above

    try:
        return _drawing().find(Sought(_made_from(wanted), text))
    except Exception:  # noqa: BLE001 - as for a page: searching may fail, typing may not
        return ()


def _made_from(wanted: PageWanted) -> Paper | bytes:
    """Return the paper as it was handed over, or what it would be made from."""
    from app.use_cases.export import paper  # noqa: PLC0415 - see above

    return wanted.issued or paper(wanted.quote, wanted.edition, wanted.workplace)


@cache
def _drawing() -> Drawing:
    """Return the one process that draws, for as long as the program runs."""
    from app.use_cases.drawing import Drawing  # noqa: PLC0415 - see above

    drawing = Drawing()
    atexit.register(drawing.close)
    return drawing
