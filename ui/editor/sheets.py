"""The pages of a paper under one another, drawn as they come into sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from ui.editor.page_renderer import Page, PageRenderer, PageWanted
from ui.shared import Shared

SHEET = 297 / 210
GAP = 18
#: How much smaller or larger than the view's own width a page may be shown.
LEAST, MOST, STEP = 0.5, 4.0, 1.25
_WIDEST = 3600


class Sheets(QScrollArea):
    """Shows every page of one edition; scrolls by keys, wheel and bar."""

    moved = Signal()

    def __init__(
        self,
        shared: Shared,
        quote: PricedQuote,
        edition: Edition,
        issued: Mapping[Edition, bytes],
    ) -> None:
        """Begin with the first page of an edition, as handed over where it was."""
        super().__init__()
        self._issued = issued
        self._shared, self._quote, self._edition = shared, quote, edition
        self.zoom = 1.0
        self.count = 1
        self._drawn: dict[int, QImage] = {}
        self.renderer = PageRenderer(shared.jobs, self)
        self.renderer.drawn.connect(self._take)
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def wanted(self) -> PageWanted:
        """The paper that is shown, as wide as it is shown."""
        sharp = round(self._sheet().width() * self.devicePixelRatioF())
        return PageWanted(
            self._quote,
            self._edition,
            self._shared.workplace,
            min(sharp, _WIDEST),
            issued=self._issued.get(self._edition, b""),
        )

    @property
    def current(self) -> int:
        """The page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, min(middle // self._step(), self.count - 1))

    def image(self, page: int) -> QImage | None:
        """Return a page, None where it is not drawn yet."""
        return self._drawn.get(page)

    def place(self, page: int) -> QRect:
        """Return where a page lies on the whole."""
        width = self._sheet().width()
        return QRect(0, page * self._step(), width, self._sheet().height())

    def show_edition(self, edition: Edition) -> None:
        """Show another edition from its first page."""
        self._edition, self.count = edition, 1
        self._drawn.clear()
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def zoom_to(self, zoom: float) -> None:
        """Show pages larger or smaller; 1 is as wide as the view."""
        at = self.verticalScrollBar().value() / max(self._step(), 1)
        self.zoom = max(LEAST, min(zoom, MOST))
        self._drawn.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(round(at * self._step()))

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        self.verticalScrollBar().setValue(self.place(page).top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew where the view is wider or narrower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._drawn.clear()
        self._lay_out()

    def _sheet(self) -> QSize:
        """Return how large a page is shown."""
        width = max(200, round((self.viewport().width() - 2 * GAP) * self.zoom))
        return QSize(width, round(width * SHEET))

    def _step(self) -> int:
        """Return from the top of one page to that of the next."""
        return self._sheet().height() + GAP

    def _lay_out(self) -> None:
        """Make room for every page."""
        self._paper.resize(self._sheet().width(), self._step() * self.count)
        self._paper.update()
        self._scrolled()

    def _scrolled(self) -> None:
        """Have what came into sight drawn, and say where we are."""
        self.moved.emit()
        top = self.verticalScrollBar().value()
        first = top // self._step()
        last = min((top + self.viewport().height()) // self._step(), self.count - 1)
        missing = [p for p in range(first, last + 1) if p not in self._drawn]
        if missing:
            self.renderer.put(replace(self.wanted, page=missing[0]))

    def _take(self, page: Page) -> None:
        """Show a page that arrived, unless another edition or size is wanted."""
        if page.wanted.edition is not self._edition:
            return
        sharp = min(round(self._sheet().width() * self.devicePixelRatioF()), _WIDEST)
        if page.wanted.width == sharp:
            self._drawn[page.wanted.page] = page.image
        if page.pages != self.count:
            self.count = page.pages
            self._lay_out()
        self._paper.update()
        self._scrolled()


class _Paper(QWidget):
    """White sheets, with what is drawn of them."""

    def __init__(self, sheets: Sheets) -> None:
        """Paint for a view."""
        super().__init__()
        self._sheets = sheets

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(self._sheets.count):
            place = self._sheets.place(page)
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, QColor("white"))
            image = self._sheets.image(page)
            if image is not None:
                painter.drawImage(place, image)
