"""What the paper will lack of those who make the quote, in one sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.problems import Problems
from app.wording.several import told
from i18n import Language
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel


class MissingNotice(QFrame):
    """A warning that never cuts a line; hidden where nothing is missing."""

    def __init__(self, missing: Problems, language: Language) -> None:
        """Say what is missing."""
        super().__init__()
        set_kind(self, "banner")
        set_dress(self, "severity", "warning")
        said = [each.text for each in told(missing, language)]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(PlainLabel("\n".join(said)).wrapped())
        # Never shown by itself: without a parent it would be a window of its own.
        if not missing:
            self.hide()
