"""Into which folder files go, and in which languages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.choices import Edition
from i18n import N_
from ui.folders import usual_folder
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_dialog import folder_dialog
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_EDITIONS: Final = {
    Edition.FR: N_("French"),
    Edition.EN: N_("English"),
    Edition.FR_EN: N_("French and English in one document"),
}
_WIDTH: Final = 360


class Destination(Translated):
    """A folder, the one of the last time at first, and a box for each edition."""

    changed = Signal()

    def __init__(self, shared: Shared, ticked: Iterable[Edition]) -> None:
        """Propose these editions."""
        super().__init__()
        self._shared = shared
        self.folder = QLineEdit(usual_folder(shared))
        self.folder.setCursorPosition(0)
        # Not of the dialog: its lines may need more, and then it grows with them.
        self.folder.setMinimumWidth(_WIDTH)
        self._browse = Button(shared.theme, "folder-open")
        self.editions = {edition: QCheckBox() for edition in Edition}
        self._folder_label = PlainLabel(kind="small")
        self._folder_label.setBuddy(self.folder)
        self._languages_label = PlainLabel(kind="small")
        chosen = set(ticked)
        for edition, box in self.editions.items():
            box.setChecked(edition in chosen)
            box.toggled.connect(self.changed)
        self._browse.clicked.connect(self._choose)
        self._arrange()
        self.retranslate()

    @property
    def path(self) -> Path:
        """The folder that was named."""
        return Path(self.folder.text()).expanduser()

    @property
    def chosen(self) -> list[Edition]:
        """The languages that are ticked."""
        return [edition for edition, box in self.editions.items() if box.isChecked()]

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._folder_label.setText(_("Folder"))
        self.folder.setAccessibleName(_("Folder"))
        self._browse.set_words(_("Choose…"))
        self._languages_label.setText(_("Languages"))
        for edition, box in self.editions.items():
            box.setText(_(_EDITIONS[edition]))

    def _arrange(self) -> None:
        """Put the folder over the languages."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._folder_label)
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(self._browse)
        column.addLayout(line)
        column.addWidget(self._languages_label)
        for box in self.editions.values():
            column.addWidget(box)

    def _choose(self) -> None:
        """Let the system ask for a folder."""
        language = self._shared.language
        title = language.gettext("Folder")
        over: QWidget = self.window()
        dialog = folder_dialog(over, title, language, self.folder.text())
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()
