"""Papers that were just written: named, opened, shown in their folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.files import kept_names
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.file_buttons import FileButtons
from ui.widgets.plain_label import PlainLabel


class WrittenPapers(QWidget):
    """Names the files over what people do next; hidden until there are any."""

    def __init__(self, shared: Shared) -> None:
        """Begin without files."""
        super().__init__()
        self._shared = shared
        self.files = PlainLabel().wrapped()
        self.buttons = FileButtons(shared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.files)
        column.addWidget(self.buttons)
        self.hide()

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Offer these files, the first action at hand.

        Of each that has a second name it is said which one has the first.
        """
        kept = (sentence(each, self._shared.language) for each in kept_names(paths))
        self.files.setText("\n".join((*map(str, paths), *kept)))
        self.buttons.offer(paths)
        self.show()
        self.buttons.setFocus()

    def add(self, path: Path) -> None:
        """Name one more file."""
        self.files.setText(f"{self.files.text()}\n{path}")
