"""Files that were just written: opened, or shown where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.opening_files import open_file, show_in_folder
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.translated import Translated

#: A window for each language of a paper; more would come as a flood.
_MOST_OPENED: Final = 3


class FileButtons(Translated):
    """Opens the PDFs, where they are few, and shows the folder of the first file."""

    #: A sentence on what was done, in the language of now.
    told = Signal(str)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without files."""
        super().__init__(parent)
        self._shared = shared
        self._files: list[Path] = []
        self._papers: list[Path] = []
        self.open = Button(shared.theme, "file-text")
        self.show_folder = Button(shared.theme, "folder-open")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        for button in (self.open, self.show_folder):
            self.add(button)
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(lambda: show_in_folder(self._files[0]))
        self.retranslate()

    def add(self, button: Button) -> None:
        """Offer something more to do with the files, after the rest."""
        self._row.insertWidget(self._row.count() - 1, button)

    def offer(self, files: Sequence[Path]) -> None:
        """Offer these files, of which there is one at least."""
        self._files = [*files]
        self._papers = [each for each in files if each.suffix == ".pdf"]
        self.open.setVisible(0 < len(self._papers) <= _MOST_OPENED)
        first = self.show_folder if self.open.isHidden() else self.open
        self.setFocusProxy(first)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        one = len(self._papers) == 1
        self.open.set_words(_("Open the PDF") if one else _("Open the PDFs"))
        self.show_folder.set_words(_("Show in folder"))

    def _open(self) -> None:
        """Open each PDF in the program that shows them here."""
        opened = [open_file(path) for path in self._papers]
        if not all(opened):
            _ = self._shared.language.gettext
            self.told.emit(_("No program opens PDFs here: they lie in that folder."))
