"""What is asked for before there is a page: kept in its order, done once there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.menus import FORWARDED
from ui.places import PLACES

#: What the shell does by itself, and what is looked up rather than kept.
_NEEDS_NO_PAGE: Final = {"quit", "customer_view", *(each.name for each in PLACES)}
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Early(QObject):
    """Keeps actions and files, and from the first of them on keys and the closing."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to a shell that has no pages."""
        super().__init__(window)
        self._window = window
        self._waiting: list[Callable[[], object]] = []
        self._closes = False
        actions = window.menus.actions
        kept = actions.keys() - _NEEDS_NO_PAGE - {*FORWARDED}
        self._links = [
            actions[name].triggered.connect(partial(self._keep, actions[name].trigger))
            for name in kept
        ]
        self._links += [
            actions[each.name].triggered.connect(partial(self._follow, each.name))
            for each in PLACES
        ]
        for dropped in (window.file_dropped, window.several_dropped):
            self._links.append(dropped.connect(partial(self._keep_drop, dropped)))
        self._links.append(window.rail.chosen.connect(self._follow))

    @property
    def watched(self) -> bool:
        """Whether the key of the customer view was pressed already."""
        return self._window.menus.actions["customer_view"].isChecked()

    def carry_out(self) -> None:
        """Do what waits, in its order: from here on the pages listen."""
        for link in self._links:
            QObject.disconnect(link)
        self._links = []
        waiting = self._waiting
        self.forget()
        for do in waiting:
            do()

    def forget(self) -> None:
        """Let go of what waits: there will be no page for it."""
        self._waiting, self._closes = [], False
        for watched in (self._window, self._window.windowHandle()):
            watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys for what waits, and the window open: but once."""
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            if watched is not self._window:
                self._keep(partial(self._type, event.clone()))
            return watched is not self._window
        if event.type() is QEvent.Type.Close and watched is self._window:
            return self._stays(event)
        return False

    def _keep(self, do: Callable[[], object], _checked: bool = False) -> None:
        """Have something done later; what is typed next belongs to it."""
        if not self._waiting:
            for watched in (self._window, self._window.windowHandle()):
                watched.installEventFilter(self)
        self._waiting.append(do)

    def _keep_drop(self, dropped: SignalInstance, what: object) -> None:
        """Have what was dropped looked at later."""
        self._keep(partial(dropped.emit, what))

    def _follow(self, name: str, _checked: bool = False) -> None:
        """Go to a page after what waits, where somebody went there after it."""
        if self._waiting:
            self._keep(partial(self._window.go, name))

    def _stays(self, event: QEvent) -> bool:
        """Close after what waits; who asks twice does not want to wait."""
        if self._closes:
            return False
        self._closes = True
        self._keep(self._window.close)
        event.ignore()
        return True

    def _type(self, event: QKeyEvent) -> None:
        """Give a key to what has the keys by now."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        place = over or self._window
        # There may be none, which Qt's stubs do not say.
        keyed = place.focusWidget() or place  # type: ignore[truthy-bool]
        QApplication.sendEvent(keyed, event)
