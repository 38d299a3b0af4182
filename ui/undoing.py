"""What was done on a page, taken back and done again, each time saying what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from i18n import Language
from ui.jobs import Job
from ui.menus import name_action
from ui.shared import Shared

#: Shows a sentence, and offers an action where it comes with one.
Tell = Callable[[str, QAction | None], None]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone: its words, and the jobs that go back and forth.

    The words are empty where whoever looks on may not read them.
    """

    words: Callable[[Language], str]
    undo: Callable[[], Job]
    redo: Callable[[], Job]


def done_words(what: str, language: Language) -> str:
    """Say that something was done; nothing of what may not be read."""
    return what and language.gettext("Done: {what}").format(what=what)


class Undoing(QObject):
    """The deeds of one page, the newest first to go.

    `tell` says what happened, with the action that takes it back where one does.
    """

    def __init__(self, shared: Shared, page: QWidget, tell: Tell) -> None:
        """Begin with nothing done, and the keys on the page."""
        super().__init__(page)
        self._shared, self._tell = shared, tell
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._job: Job | None = None
        #: Steps that were wanted while the one before was being taken.
        self._steps: list[Callable[[], None]] = []
        self.undo = self._action(page, ("Ctrl+Z",), self._undo)
        self.redo = self._action(page, ("Ctrl+Shift+Z", "Ctrl+Y"), self._redo)
        shared.customer_view_changed.connect(self._offer)
        self.retranslate()

    def add(self, deed: Deed, text: str = "") -> None:
        """Remember what was just done, and say it where it is not plain to see.

        What was undone before is no more.
        """
        self._done.append(deed)
        self._undone.clear()
        self._offer()
        if text:
            self._tell(text, self.undo)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._offer()

    def _undo(self) -> None:
        """Take the newest deed back."""
        if not self._done:
            return
        deed = self._done.pop()
        self._undone.append(deed)
        text = self._shared.language.gettext("Undone: {what}")
        self._follow(deed.undo(), text, deed)

    def _redo(self) -> None:
        """Do again what was undone last."""
        if not self._undone:
            return
        deed = self._undone.pop()
        self._done.append(deed)
        text = self._shared.language.gettext("Done again: {what}")
        self._follow(deed.redo(), text, deed)

    def _follow(self, job: Job, text: str, deed: Deed) -> None:
        """Say what happened once it has."""
        job.done.connect(lambda _: self._say(text, deed))
        job.failed.connect(lambda _: self._forget(deed))
        job.cancelled.connect(lambda: self._leave(deed))
        job.ended.connect(self._go_on)
        self._job = job
        self._offer()

    def _say(self, text: str, deed: Deed) -> None:
        """Say it to whoever looks on by now."""
        what = deed.words(self._shared.language)
        if what:
            self._tell(text.format(what=what), None)

    def _take(self, step: Callable[[], None]) -> None:
        """Take a step, once the one before has ended: two would meet in the store."""
        if self._job is None:
            step()
        else:
            self._steps.append(step)

    def _go_on(self) -> None:
        """Take the steps that are wanted already; one with nothing to do is none."""
        self._job = None
        while self._steps and self._job is None:
            self._steps.pop(0)()

    def _forget(self, deed: Deed) -> None:
        """Let go of what cannot be done any more."""
        for deeds in (self._done, self._undone):
            if deed in deeds:
                deeds.remove(deed)
        self._offer()

    def _leave(self, deed: Deed) -> None:
        """Offer again the step that was cancelled: it is not taken."""
        ways = self._done, self._undone
        now, before = ways if deed in self._done else ways[::-1]
        now.remove(deed)
        before.append(deed)
        self._offer()

    def _offer(self) -> None:
        """Offer what there is to be undone and done again."""
        language = self._shared.language
        for action, text, deeds in (
            (self.undo, language.gettext("Undo"), self._done),
            (self.redo, language.gettext("Redo"), self._undone),
        ):
            what = deeds[-1].words(language) if deeds else ""
            name_action(action, text, what, language)
            action.setEnabled(bool(deeds))

    def _action(
        self, page: QWidget, keys: tuple[str, ...], do: Callable[[], None]
    ) -> QAction:
        """Make an action of the page's."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._take(do))
        page.addAction(action)
        return action
