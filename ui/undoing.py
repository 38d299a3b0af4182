"""What was done on a page, taken back and done again, each time saying what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from i18n import Language
from ui.jobs import Job
from ui.shared import Shared


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone: its words, and the jobs that go back and forth."""

    words: Callable[[Language], str]
    undo: Callable[[], Job]
    redo: Callable[[], Job]


class Undoing(QObject):
    """The deeds of one page, the newest first to go; `tell` says what happened."""

    def __init__(
        self, shared: Shared, page: QWidget, tell: Callable[[str], None]
    ) -> None:
        """Begin with nothing done, and the keys on the page."""
        super().__init__(page)
        self._shared, self._tell = shared, tell
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self.undo = self._action(page, ("Ctrl+Z",), self._undo)
        self.redo = self._action(page, ("Ctrl+Shift+Z", "Ctrl+Y"), self._redo)
        self.retranslate()

    def add(self, deed: Deed) -> None:
        """Remember what was just done; what was undone before is no more."""
        self._done.append(deed)
        self._undone.clear()
        self._offer()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.undo.setText(_("Undo"))
        self.redo.setText(_("Redo"))
        self._offer()

    def _undo(self) -> None:
        """Take the newest deed back."""
        deed = self._done.pop()
        self._undone.append(deed)
        text = self._shared.language.gettext("Undone: {what}")
        self._follow(deed.undo(), text, deed)

    def _redo(self) -> None:
        """Do again what was undone last."""
        deed = self._undone.pop()
        self._done.append(deed)
        text = self._shared.language.gettext("Done again: {what}")
        self._follow(deed.redo(), text, deed)

    def _follow(self, job: Job, text: str, deed: Deed) -> None:
        """Say what happened once it has."""
        what = deed.words(self._shared.language)
        job.done.connect(lambda _: self._tell(text.format(what=what)))
        self._offer()

    def _offer(self) -> None:
        """Offer what there is to be undone and done again."""
        self.undo.setEnabled(bool(self._done))
        self.redo.setEnabled(bool(self._undone))

    def _action(
        self, page: QWidget, keys: tuple[str, ...], do: Callable[[], None]
    ) -> QAction:
        """Make an action of the page's."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        page.addAction(action)
        return action
