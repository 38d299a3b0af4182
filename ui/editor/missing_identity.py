"""What the paper will lack of the partner and the seller, and the way to enter it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.problems import Problems
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated


class MissingIdentity(Translated):
    """One sentence each, hidden without any; `wanted` names the first setting."""

    wanted = Signal(str)

    def __init__(
        self, shared: Shared, missing: Problems, parent: QWidget | None = None
    ) -> None:
        """Take what is missing; each place is the key of a setting."""
        super().__init__(parent)
        self._shared, self._missing = shared, missing
        self._texts = PlainLabel().wrapped()
        self.settings = Button(shared.theme, "settings")
        self.settings.clicked.connect(lambda: self.wanted.emit(missing[0].where))
        frame = QFrame()
        set_kind(frame, "banner")
        set_dress(frame, "severity", "warning")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(self._texts)
        row = QHBoxLayout()
        row.addWidget(self.settings)
        row.addStretch(1)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.setVisible(bool(missing))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        said = [sentence(replace(each, where=""), language) for each in self._missing]
        self._texts.setText("\n".join(said))
        self.settings.set_words(language.gettext("Open settings…"))
