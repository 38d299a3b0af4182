"""Taking versions of a price list out of use, which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.use_cases.retiring import Retired, retire_versions
from app.wording.retiring import retired_sentence, retired_words
from ui.jobs import Job
from ui.shared import Shared
from ui.undoing import Deed, Undoing
from ui.widgets.banner import Banner


class Retiring(QObject):
    """Does it beside the window, and says in the banner what counts since."""

    def __init__(self, shared: Shared, page: QWidget, banner: Banner) -> None:
        """Let the page's keys take it back."""
        super().__init__(page)
        self._shared, self._banner = shared, banner
        self.undoing = Undoing(shared, page, banner.show_good)

    def retire(
        self, list_id: str, versions: Callable[[], Sequence[str]], *, back: bool = False
    ) -> None:
        """Take versions out of use, or `back`; they are named beside the window."""
        job = self._run(list_id, versions, back=back)
        job.done.connect(self._tell)

    def _run(
        self, list_id: str, versions: Callable[[], Sequence[str]], *, back: bool
    ) -> Job:
        """Do it, and let every page know."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(
            self, lambda _: retire_versions(workplace, list_id, versions(), back)
        )
        job.failed.connect(self._banner.show_problems)
        job.done.connect(lambda _: self._shared.prices_changed.emit())
        return job

    def _tell(self, done: Retired) -> None:
        """Say what counts since, and how to take it back."""

        def again(*, back: bool) -> Job:
            return self._run(done.list_id, lambda: done.versions, back=back)

        counting = done.current.version if done.current else ""
        named, language = (done.list_id, done.versions), self._shared.language
        said = retired_sentence(*named, counting, language, back=done.back)
        if not done.versions:
            self._banner.show_good(said)
            return
        self.undoing.add(
            Deed(
                lambda language: retired_words(*named, language, back=done.back),
                undo=lambda: again(back=not done.back),
                redo=lambda: again(back=done.back),
            ),
            said,
        )
