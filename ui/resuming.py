"""Where the window was: found again after a kill, a fault or a power cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollBar

from ui.main_window import MainWindow
from ui.places import PLACES
from ui.shared import Shared

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

#: How long a place must last to be remembered, in milliseconds.
_LASTS: Final = 300
EDITOR: Final = "editor"


class Resuming(QObject):
    """Remembers page, quote and scroll; `begin` goes back there."""

    def __init__(
        self,
        window: MainWindow,
        shared: Shared,
        open_quote: Callable[[str], None],
    ) -> None:
        """Begin to remember; what an earlier run left stays known until `begin`."""
        super().__init__(window)
        self._window, self._memory, self._open = window, shared.memory, open_quote
        self._before = shared.memory.now
        self._bar: QScrollBar | None = None
        self._quote = ""
        self._timer = QTimer(self, interval=_LASTS, singleShot=True)
        self._timer.timeout.connect(self._keep)
        window.shown.connect(self._follow)

    def follow(self, editor: EditorPage) -> None:
        """Remember what the editor opens, and how far it is scrolled."""
        self._bar = editor.paper.table.verticalScrollBar()
        self._bar.valueChanged.connect(lambda _: self._timer.start())
        editor.opened.connect(self._take)

    def begin(self) -> None:
        """Go where the window was, unless somebody has gone elsewhere by now."""
        first, before = PLACES[0].name, self._before
        if self._window.at != first:
            return
        if before.page == EDITOR and before.quote:
            self._quote = before.quote
            self._open(before.quote)
        elif before.page in {each.name for each in PLACES} - {first}:
            self._window.go(before.page)

    def _take(self, name: str) -> None:
        """Remember which quote is open; one that was open shows what it showed."""
        self._quote = name
        self._timer.start()
        if name == self._before.quote:
            scroll = self._before.scroll
            # The lines are laid out once the page is shown.
            QTimer.singleShot(0, self, lambda: self._scroll_to(scroll))
        self._before = replace(self._before, quote="")

    def _scroll_to(self, scroll: int) -> None:
        """Show what was shown."""
        if self._bar is not None:
            self._bar.setValue(scroll)

    def _follow(self, page: str) -> None:
        """Remember which page is shown."""
        if page != EDITOR:
            self._quote = ""
        self._timer.start()

    def _keep(self) -> None:
        """Write down where the window is by now."""
        now = replace(
            self._memory.now,
            page=self._window.at,
            quote=self._quote,
            scroll=self._bar.value() if self._bar and self._quote else 0,
        )
        self._memory.keep(now)
