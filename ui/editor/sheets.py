"""The pages of a paper under one another, drawn as they come into sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from ui.editor.page_renderer import Page, PageRenderer, PageWanted
from ui.shared import Shared

if TYPE_CHECKING:
    from app.use_cases.drawing import Mark

SHEET = 297 / 210
GAP = 18
#: How much smaller or larger than the view's own width a page may be shown.
LEAST, MOST, STEP = 0.5, 4.0, 1.25
_WIDEST = 3600
#: The paper is white under every look, and so are its marks the same.
_MARKED, _LOOKED_AT = "#fff0a0", "#ffb347"
#: Pixels to be seen around a place that is gone to.
_AROUND = 120
_Mode = QPainter.CompositionMode


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
        self._marks: Sequence[Mark] = ()
        self._hit: int | None = None
        self.renderer = PageRenderer(shared.jobs, self)
        self.renderer.drawn.connect(self._take)
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

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

    def wanted(self, page: int = 0) -> PageWanted:
        """Return a page of the edition shown, as sharp as the screen is."""
        issued = self._issued.get(self._edition, b"")
        place = self._shared.workplace
        return PageWanted(
            self._quote, self._edition, place, self._sharp(), page, issued
        )

    def mark(self, marks: Sequence[Mark], hit: int | None) -> None:
        """Mark places, and go to the one that is looked at."""
        self._marks, self._hit = marks, hit
        self._paper.update()
        at = next((mark for mark in marks if mark.hit == hit), None)
        if at is not None:
            sheet = self.place(at.page)
            x = sheet.left() + round(at.left * sheet.width())
            y = sheet.top() + round(at.top * sheet.height())
            self.ensureVisible(x, y, _AROUND, _AROUND)

    def marks(self, page: int) -> Iterator[tuple[QRectF, bool]]:
        """Yield what is marked on a page, and whether it is looked at."""
        sheet = QRectF(self.place(page))
        for mark in self._marks:
            if mark.page == page:
                left, top = mark.left * sheet.width(), mark.top * sheet.height()
                right, low = mark.right * sheet.width(), mark.bottom * sheet.height()
                box = QRectF(left, sheet.top() + top, right - left, low - top)
                yield box.adjusted(-2, -2, 2, 2), mark.hit == self._hit

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End lead to the first and the last page."""
        ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        page = ends.get(event.key())
        if page is None:
            super().keyPressEvent(event)
        else:
            self.go_to(page)

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
            self.renderer.put(self.wanted(missing[0]))

    def _sharp(self) -> int:
        """Return how many pixels wide a page is drawn."""
        sharp = round(self._sheet().width() * self.devicePixelRatioF())
        return min(sharp, _WIDEST)

    def _take(self, page: Page) -> None:
        """Show a page that arrived, unless another edition or size is wanted."""
        if page.wanted.edition is not self._edition:
            return
        if page.wanted.width == self._sharp():
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
            painter.setCompositionMode(_Mode.CompositionMode_Multiply)
            for box, looked_at in self._sheets.marks(page):
                painter.fillRect(box, QColor(_LOOKED_AT if looked_at else _MARKED))
            painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
