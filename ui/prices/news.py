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

    wanted = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._shared = shared
        self._found: Review | None = None
        self._text = PlainLabel().wrapped()
        self.see = Button(shared.theme, "search")
        self.later = Button(shared.theme)
        self.see.clicked.connect(self._want)
        self.later.clicked.connect(self.clear)
        self._arrange()
        self.retranslate()
        self.hide()

    def propose(self, found: Review) -> None:
        """Say that a list, or a file that is wrong, has come."""
        self._found = found
        self.retranslate()
        self._shared.list_waiting.emit(True)

    def clear(self) -> None:
        """Say nothing."""
        self._found = None
        self.hide()
        self._shared.list_waiting.emit(False)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        _ = self._shared.language.gettext
        self.later.set_words(_("Not now"))
        if self._found is None:
            return
        self._say(self._found)
        self.setVisible(True)

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
        self._text.setText(text.format(file=found.path.name, **name))
        self.see.set_words(leads)

    def _want(self) -> None:
        """Want to see what was found."""
        found = self._found
        self.clear()
        if found is not None:
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
