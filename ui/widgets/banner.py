"""Problems in plain words, across a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.problems import Problem, Problems, Severity
from app.use_cases.discretion import for_customer
from app.wording.several import told
from ui.icons import icon, pixmap
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_buttons import FileButtons
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_MOST: Final = 5
_DRAWINGS: Final = {
    "error": ("circle-alert", "error"),
    "warning": ("triangle-alert", "attention"),
    "suggestion": ("lightbulb", "info"),
    "good": ("check", "good"),
}
_ORDER: Final = tuple(Severity)


class Banner(Translated):
    """Shows problems, the gravest first, or one good sentence; hidden without any.

    Problems are kept as values, so that they change language with the window, and
    say nothing of the partner's own while a customer looks on.
    """

    def __init__(
        self, shared: Shared, parent: QWidget | None = None, *, within: bool = False
    ) -> None:
        """Begin hidden; `within` what keeps a distance from the edge already."""
        super().__init__(parent)
        self._shared = shared
        self._problems: Problems = ()
        self._good = ""
        self._files: tuple[Path, ...] = ()
        self._undo: QAction | None = None
        self._frame = QFrame()
        set_kind(self._frame, "banner")
        self._close = QToolButton()
        self._close.clicked.connect(self.clear)
        self._grid = QGridLayout(self._frame)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        around = (0, 0, 0, 0) if within else (20, 12, 20, 8)
        column.setContentsMargins(*around)
        column.addWidget(self._frame)
        shared.theme_changed.connect(self.retranslate)
        shared.customer_view_changed.connect(self.retranslate)
        shared.language_changed.connect(self.retranslate)
        self.hide()

    def show_problems(self, problems: Problems) -> None:
        """Show problems, each once; none hides the banner."""
        grave = sorted(dict.fromkeys(problems), key=_gravity)
        self._problems, self._good, self._files = tuple(grave), "", ()
        self._undo = None
        self.retranslate()

    def show_good(self, text: str, undo: QAction | None = None) -> None:
        """Show that something went well, in words already translated.

        With the action that takes it back, where there is one.
        """
        self._problems, self._good, self._files = (), text, ()
        self._undo = undo
        self.retranslate()

    def show_written(self, text: str, files: Sequence[Path]) -> None:
        """Show where files were written, and offer to open or to show them."""
        self._problems, self._good, self._files = (), text, tuple(files)
        self._undo = None
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self.show_problems(())

    def retranslate(self) -> None:
        """Say everything again, in the language and colours of now."""
        focused, page = QApplication.focusWidget(), self.parentWidget()
        if focused and page and self.isAncestorOf(focused):
            # What had the keys goes: the page goes on with them, not the rail.
            page.setFocus()
        self._empty()
        severity, texts = self._content()
        self.setAccessibleName(" ".join(texts))
        self.setVisible(bool(texts))
        if not texts:
            return
        set_dress(self._frame, "severity", severity)
        self._fill(severity, texts)

    def _content(self) -> tuple[str, list[str]]:
        """Return how grave it is, and the sentences."""
        if self._good:
            return "good", [self._good]
        language, found = self._shared.language, self._problems
        if self._shared.customer_view:
            found = for_customer(found)
        every = [each.text for each in told(found, language)]
        texts, more = every[:_MOST], len(every) - _MOST
        if more > 0:
            text = language.ngettext("and {count} more", "and {count} more", more)
            texts.append(text.format(count=more))
        return (found[0].severity.value if texts else ""), texts

    def _fill(self, severity: str, texts: list[str]) -> None:
        """Lay out the drawing, the sentences and the closing button."""
        drawing, colour = _DRAWINGS[severity]
        shade = getattr(self._shared.tokens, colour)
        picture = PlainLabel()
        picture.setPixmap(pixmap(drawing, shade, ratio=self.devicePixelRatioF()))
        self._grid.addWidget(picture, 0, 0)
        for row, text in enumerate(texts):
            self._grid.addWidget(PlainLabel(text).wrapped(), row, 1)
        if self._undo is not None:
            self._grid.addWidget(self._taking_back(self._undo), 0, 2)
        if self._files:
            self._grid.addWidget(self._offers(self._files), len(texts), 1)
        self._close.setIcon(icon("x", shade))
        name = self._shared.language.gettext("Close this message")
        self._close.setAccessibleName(name)
        self._close.setToolTip(name)
        self._grid.addWidget(self._close, 0, 3)

    def _taking_back(self, undo: QAction) -> Button:
        """Return a button that takes back what went well."""
        # The action lost its keys where the window's menu has them.
        button = Button(self._shared.theme, key="Ctrl+Z")
        button.set_words(self._shared.language.gettext("Undo"))
        button.clicked.connect(undo.trigger)
        return button

    def _offers(self, files: Sequence[Path]) -> FileButtons:
        """Return what opens the files and shows where they lie."""
        offers = FileButtons(self._shared)
        offers.setContentsMargins(0, 4, 0, 4)
        offers.offer(files)
        offers.told.connect(lambda text: self.show_written(text, files))
        return offers

    def _empty(self) -> None:
        """Take everything but the closing button away."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self._close:
                widget.hide()
                widget.deleteLater()


def _gravity(problem: Problem) -> int:
    """Order problems, the gravest first."""
    return _ORDER.index(problem.severity)
