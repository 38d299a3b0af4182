"""What stands in the place of a quote that cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.problems import Problems
from app.use_cases.ways_out import Way, ways_out
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.empty_page import EmptyPage


class Unread(EmptyPage):
    """Says what happened; leads to the other quotes, and to what mends this one."""

    restore_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing to say."""
        super().__init__(shared, "triangle-alert", begin="arrow-left")
        self._problems: Problems = ()
        self.other.connect(self._mend)
        shared.language_changed.connect(self._say)
        self._say()

    def tell(self, problems: Problems) -> None:
        """Say why there is no quote."""
        self._problems = problems
        self._say()

    @property
    def _restores(self) -> bool:
        """Whether a backup is what mends it."""
        return Way.RESTORE in ways_out(self._problems)

    def _say(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        _ = language.gettext
        self.set_words(
            _("The quote cannot be opened"),
            " ".join(sentence(each, language) for each in self._problems),
            _("Back to the quotes"),
            _("Restore a backup…") if self._restores else _("Try again"),
        )

    def _mend(self) -> None:
        """Wish for what mends it."""
        wanted = self.restore_wanted if self._restores else self.again_wanted
        wanted.emit()
