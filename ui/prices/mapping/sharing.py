"""A mapping taken out of a file that somebody shared, and written into one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.pricelist.mapping.profile import Profile
from app.use_cases import mapping_files
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.file_dialog import file_dialog, save_dialog


class Sharing(QObject):
    """Asks for files over a page, and says in its banner what came of them."""

    taken = Signal(object)

    def __init__(self, shared: Shared, banner: Banner, page: QWidget) -> None:
        """Work for a page."""
        super().__init__(page)
        self._shared, self._banner, self._page = shared, banner, page

    def ask_for_file(self) -> None:
        """Ask for a mapping that somebody shared."""
        _ = self._shared.language.gettext
        dialog = file_dialog(self._page, _("Take a mapping"), self._shared.language)
        dialog.setNameFilters([_("Mappings (*.json)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take a mapping out of a file."""
        self._banner.clear()
        job = self._shared.jobs.run(self, lambda _: mapping_files.read(path))
        job.done.connect(self.taken)
        job.failed.connect(self._banner.show_problems)

    def ask_for_place(self, stem: str, give: Callable[[Path], None]) -> None:
        """Ask where to write the mapping of a file, and have it written there."""
        _ = self._shared.language.gettext
        dialog = save_dialog(
            self._page,
            _("Share the mapping"),
            self._shared.language,
            Path(f"{stem}-mapping.json"),
            (_("Mappings (*.json)"),),
        )
        dialog.fileSelected.connect(lambda name: give(Path(name)))
        dialog.open()

    def give(self, path: Path, profile: Profile) -> None:
        """Write a mapping into a file."""
        job = self._shared.jobs.run(self, lambda _: mapping_files.write(path, profile))
        job.done.connect(self._tell_written)
        job.failed.connect(self._banner.show_problems)

    def _tell_written(self, path: Path) -> None:
        """Say where the mapping was written."""
        text = self._shared.language.gettext("The mapping was written: {path}")
        self._banner.show_written(text.format(path=path), (path,))
