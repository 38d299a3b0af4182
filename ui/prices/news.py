"""Says that a list waits where lists are watched for, and leads to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.prices.review import Review
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated


class News(Translated):
    """One sentence and two buttons; hidden without news."""

    #: The first Review, which is to be seen.
    wanted = Signal(object)
    #: The first one is dealt with: seen, or not wanted now.
    done = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._shared = shared
        self._waiting: tuple[Review, ...] = ()
        self._text = PlainLabel().wrapped()
        self.see = Button(shared.theme, "search")
        self.later = Button(shared.theme)
        self.see.clicked.connect(self._want)
        self.later.clicked.connect(self.done)
        self._arrange()
        self.retranslate()
        self.hide()

    def show_waiting(self, waiting: tuple[Review, ...]) -> None:
        """Say that lists, or files that are wrong, have come; nothing for none."""
        self._waiting = waiting
        self.retranslate()
        self._shared.list_waiting.emit(bool(waiting))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        _ = self._shared.language.gettext
        self.later.set_words(_("Not now"))
        self.setVisible(bool(self._waiting))
        if self._waiting:
            self._say(self._waiting[0])

    def _say(self, found: Review) -> None:
        """Say what has come, and what the button leads to."""
        _ = self._shared.language.gettext
        new, name = found.read.price_list, {}
        if new is not None:
            text = _("A price list has come: {list} {version}, in {file}.")
            name = {"list": new.list_id, "version": new.version}
            leads = _("See what it changes")
        elif found.currencies:
            text = _("A price list has come: {file}. It asks which currency to read.")
            leads = _("Answer…")
        elif found.asks:
            text = _("A price list has come: {file}. It asks which column is what.")
            leads = _("Answer…")
        else:
            text = _("A price list with faults has come: {file}.")
            leads = _("See the faults")
        said = [text.format(file=found.path.name, **name)]
        if more := len(self._waiting) - 1:
            text = self._shared.language.ngettext(
                "{count} more waits.", "{count} more wait.", more
            )
            said.append(text.format(count=more))
        self._text.setText(" ".join(said))
        self.see.set_words(leads)

    def _want(self) -> None:
        """Want to see what was found."""
        found = self._waiting[0]
        self.done.emit()
        self.wanted.emit(found)

    def _arrange(self) -> None:
        """Put the sentence beside the buttons."""
        frame = QFrame()
        set_kind(frame, "banner")
        set_dress(frame, "severity", "suggestion")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self.later)
        row.addWidget(self.see)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 0)
        column.addWidget(frame)
