"""The card that says where price lists are watched for, and changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.problems import Problems
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_dialog import folder_dialog
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

WATCHED = "prices.watched"


class WatchedCard(Translated):
    """Names the watched folder, and why it cannot be reached."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Show what the settings say."""
        super().__init__(parent)
        self._shared = shared
        self._lost: Problems = ()
        self._words = PlainLabel("", "quiet").wrapped()
        self._why = PlainLabel("", "error").wrapped()
        self.choose = Button(shared.theme, "folder-open")
        self.stop = Button(shared.theme, "x")
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(lambda: self.watch(""))
        shared.workplace_changed.connect(self.retranslate)
        self._arrange()
        self.retranslate()

    def watch(self, place: str) -> None:
        """Watch another folder from now on, or none."""
        settings = self._shared.workplace.settings
        self._shared.keep_settings(settings.changed(WATCHED, place))

    def show_lost(self, problems: Problems) -> None:
        """Say why the place cannot be reached; () where it can."""
        self._lost = problems
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        _ = language.gettext
        place = self._shared.workplace.settings.prices.watched
        if place:
            text = _(
                "New lists are looked for in {place}, and proposed, never applied."
            )
            self._words.setText(text.format(place=place))
        else:
            self._words.setText(
                _("Let the program look for new lists in a folder, while it is open.")
            )
        self.choose.set_words(_("Watch a folder…"))
        self.stop.set_words(_("Watch no longer"))
        self.stop.setVisible(bool(place))
        self._why.setText(" ".join(sentence(each, language) for each in self._lost))
        self._why.setVisible(bool(self._lost and place))

    def _choose(self) -> None:
        """Ask for a folder, without holding the window up."""
        language = self._shared.language
        dialog = folder_dialog(self, language.gettext("Watch a folder"), language)
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    def _arrange(self) -> None:
        """Put the words beside the buttons."""
        card = QFrame()
        set_kind(card, "card")
        words = QVBoxLayout()
        words.addWidget(self._words)
        words.addWidget(self._why)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        row.addWidget(self.choose)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
