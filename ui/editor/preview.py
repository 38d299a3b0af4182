"""The first page of the paper, as it would be handed over now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from ui.editor.page_renderer import Page, PageRenderer, PageWanted
from ui.shared import Shared

_SHEET = 297 / 210
_LEAST_HEIGHT = 190
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Preview(QWidget):
    """Asks for the page on each change, and paints the newest that arrived.

    A click, Enter or the space bar on it asks for the whole document.
    """

    wanted = Signal()

    def __init__(self, shared: Shared) -> None:
        """Begin with an empty sheet."""
        super().__init__()
        self._shared = shared
        self._page: Page | None = None
        self._wanted: tuple[PricedQuote, Edition, bytes] | None = None
        self._empty = ""
        self.renderer = PageRenderer(shared.jobs, self)
        self.renderer.drawn.connect(self._show)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def page(self) -> Page | None:
        """The page now shown."""
        return self._page

    def show_quote(
        self, quote: PricedQuote, edition: Edition, issued: bytes = b""
    ) -> None:
        """Ask for the page of a quote, as handed over; one without lines has none."""
        self._wanted = (quote, edition, issued) if quote.offer.lines else None
        if self._wanted is None:
            self.renderer.drop()
            self._page = None
            self.update()
        else:
            self._ask()

    def say(self, name: str, empty: str, tip: str) -> None:
        """Set what is read aloud, what an empty sheet says, and what a click does."""
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self._empty = empty
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole document."""
        if self._page and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the whole document by key."""
        if self._page and event.key() in _OPENS:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def close_down(self) -> None:
        """Want nothing any more."""
        self._wanted = None
        self.renderer.drop()

    def sizeHint(self) -> QSize:
        """Return the top of a sheet; more of it shows where there is room."""
        return QSize(220, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a sharper page where the sheet grew."""
        super().resizeEvent(event)
        self.setMaximumHeight(round(event.size().width() * _SHEET))
        if self._wanted and event.size().width() != event.oldSize().width():
            self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet: white under every look."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._shared.tokens
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(sheet, tokens.radius_large, tokens.radius_large)
        if self._page:
            painter.setClipPath(outline)
            painter.fillRect(sheet, Qt.GlobalColor.white)
            self._draw(painter, self._page.image)
            painter.setClipping(False)
        elif self._wanted is None:
            painter.setPen(QColor(tokens.quiet))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(sheet.adjusted(24, 24, -24, -24), flags, self._empty)
        ring = self.hasFocus()
        shade = QColor(tokens.accent if ring else tokens.line)
        painter.setPen(QPen(shade, 2 if ring else 1))
        painter.drawPath(outline)

    def _draw(self, painter: QPainter, image: QImage) -> None:
        """Draw a page from the top, as wide as the sheet.

        Drawn for this width, its every point is one of the screen.
        """
        width, ratio = self.width(), self.devicePixelRatioF()
        if image.width() == round(width * ratio):
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(0, 0), image)
        else:
            height = width * image.height() / max(image.width(), 1)
            painter.drawImage(QRectF(0, 0, width, height), image)

    def _ask(self) -> None:
        """Ask for the page, as sharp as the screen is."""
        if self._wanted is None or not self.isVisible():
            return
        quote, edition, issued = self._wanted
        width = round(max(self.width(), 100) * self.devicePixelRatioF())
        workplace = self._shared.workplace
        wanted = PageWanted(
            quote, edition, workplace, width, issued=issued, sketch=not issued
        )
        self.renderer.put(wanted)

    def showEvent(self, _event: QShowEvent) -> None:
        """Ask for what was not asked for while it could not be seen."""
        self._ask()

    def _show(self, page: Page) -> None:
        """Show a page that arrived, unless the quote is empty by now."""
        if self._wanted:
            self._page = page
            self.update()
