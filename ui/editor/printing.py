"""A paper on a printer: every page of it, as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.problems import UnavailableError, error
from ui.editor.page_renderer import PageWanted, drawn_page
from ui.jobs import Monitor
from ui.shared import Shared

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Pixels across a page of A4: 200 for each inch of it.
WIDTH = 1654


class Printing(QObject):
    """Asks for a printer, draws beside the window, then prints."""

    printed = Signal()
    failed = Signal(object)

    def __init__(self, shared: Shared, over: QWidget) -> None:
        """Ask over a window."""
        super().__init__(over)
        self._shared, self._over = shared, over

    def ask(self, paper: PageWanted) -> None:
        """Let the system ask which printer, then print every page of a paper."""
        # Few print: what it takes is loaded when somebody does.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._over)
        dialog.setWindowTitle(self._shared.language.gettext("Print"))
        dialog.finished.connect(
            lambda result: self._draw(paper, printer) if result else None
        )
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def _draw(self, paper: PageWanted, printer: QPrinter) -> None:
        """Draw the pages beside the window, and print them once all are there."""
        job = self._shared.jobs.run(self, lambda monitor: _pages(paper, monitor))
        job.done.connect(lambda images: self._print(images, printer))
        job.failed.connect(self.failed)

    def _print(self, images: Sequence[QImage], printer: QPrinter) -> None:
        """Put each image on a sheet of its own."""
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit((error("not_printed", printer=printer.printerName()),))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, image in enumerate(images):
            if place:
                printer.newPage()
            sheet = painter.viewport()
            size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            sheet.setSize(size)
            painter.drawImage(sheet, image)
        painter.end()
        self.printed.emit()


def _pages(paper: PageWanted, monitor: Monitor) -> tuple[QImage, ...]:
    """Draw every page; UnavailableError where one cannot be."""
    try:
        first = drawn_page(replace(paper, page=0, width=WIDTH))
        images = [first.image]
        for place in range(1, first.pages):
            monitor.check()
            page = drawn_page(replace(paper, page=place, width=WIDTH))
            images.append(page.image)
    except OSError as reason:
        raise UnavailableError(error("not_printed", printer="PDF")) from reason
    return tuple(images)
