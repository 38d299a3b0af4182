"""The window: it arranges the rail, the menus and the pages, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui.language import LanguageSwitch
from ui.menus import FORWARDED, Menus
from ui.places import PLACES, WITHIN
from ui.rail import Rail
from ui.theme import Theme
from ui.widgets.kind import set_kind

NAME: Final = "WaaS Quotes"
_RAIL_SHRINKS_BELOW: Final = 1280
_USUAL: Final = (1280, 800)
#: What a system's own frame may take at most.
_FRAME: Final = (16, 48)
_LEAST: Final = (720, 460)


class MainWindow(QMainWindow):
    """Rail left, one page at a time; empty until pages are added.

    A page that is expected is made when it is first gone to. Every action lies in
    `menus.actions`; whoever furnishes the window connects those that need a page.
    """

    shown = Signal(str)
    file_dropped = Signal(str)
    #: Files that were dropped at once.
    several_dropped = Signal(list)
    #: It was closed; where it stood then.
    left = Signal(str)

    def __init__(self, languages: LanguageSwitch, theme: Theme) -> None:
        """Show the shell, which needs no data."""
        super().__init__()
        self._languages = languages
        self._pages: dict[str, QWidget] = {}
        self._forwarded: dict[str, dict[str, QAction]] = {}
        self._expected: dict[str, Callable[[], object]] = {}
        self.may_close: Callable[[], bool] = lambda: True
        self._at = PLACES[0].name
        self.rail = Rail(languages, theme)
        self._stack = QStackedWidget()
        self.menus = Menus(self.menuBar())
        self._arrange()
        self._connect()
        self._retranslate()
        self.rail.show_place(self._at)
        self._forward()

    def add_page(
        self, name: str, page: QWidget, actions: Mapping[str, QAction] | None = None
    ) -> None:
        """Take a page in; it is shown when somebody goes there.

        While it is shown, the menu's actions of those names forward to its own.
        The menu's carry the keys, so the page's lose theirs.
        """
        self._pages[name] = page
        self._stack.addWidget(page)
        page.windowTitleChanged.connect(self._show_title)
        self._forwarded[name] = dict(actions or {})
        for action in self._forwarded[name].values():
            action.setShortcuts([])
            action.changed.connect(self._forward)
        if name == self._at:
            self.go(name)

    def expect_page(self, name: str, add: Callable[[], object]) -> None:
        """Have a page added once somebody goes there, and no sooner."""
        self._expected[name] = add

    def stand_in(self, page: QWidget) -> None:
        """Show one page alone, before there are others; `stand_back` ends it."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._allow(False)
        self.setWindowTitle(f"{page.windowTitle()} – {NAME}")
        page.setFocus()

    def stand_back(self, page: QWidget) -> None:
        """Take such a page away again."""
        self._stack.removeWidget(page)
        page.deleteLater()
        self._allow(True)
        self._forward()
        self._show_title()

    def _allow(self, on: bool) -> None:
        """Let the rail and the menus lead somewhere, or only out."""
        self.rail.setEnabled(on)
        for name, action in self.menus.actions.items():
            action.setEnabled(on or name == "quit")

    def go(self, name: str) -> None:
        """Show a page; before there is one, remember where to begin."""
        if add := self._expected.pop(name, None):
            add()
        self._at = name
        self.rail.show_place(WITHIN.get(name, name))
        if name in self._pages:
            self._stack.setCurrentWidget(self._pages[name])
            self._pages[name].setFocus()
        self._show_title()
        self._forward()
        self.shown.emit(name)

    @property
    def room(self) -> QWidget:
        """Where pages stand: one that is made there is not dressed a second time."""
        return self._stack

    @property
    def at(self) -> str:
        """The name of the page that is shown."""
        return self._at

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.get(self._at)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the rail where the window is narrow."""
        self.rail.set_compact(self.width() < _RAIL_SHRINKS_BELOW)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over any page."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the file that was dropped, or several as what they are."""
        files = [e.toLocalFile() for e in event.mimeData().urls() if e.isLocalFile()]
        if files:
            event.acceptProposedAction()
        if len(files) == 1:
            self.file_dropped.emit(files[0])
        elif files:
            self.several_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless something cannot be saved yet."""
        event.setAccepted(self.may_close())
        if event.isAccepted():
            self.left.emit(bytes(self.saveGeometry().toBase64().data()).decode())

    def take_place(self, remembered: str) -> None:
        """Stand where it stood last (Qt's form, base64), never beyond the screen."""
        place = QByteArray.fromBase64(remembered.encode())
        if remembered and self.restoreGeometry(place):
            return
        room = self.screen().availableGeometry()
        # Qt says only once it is shown how much the frame takes.
        size = QSize(*_USUAL).boundedTo(room.size() - QSize(*_FRAME))
        self.resize(size)
        if room.width() < _USUAL[0] or room.height() < _USUAL[1] + _FRAME[1]:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _arrange(self) -> None:
        """Put the rail beside the pages."""
        self.setMinimumSize(*_LEAST)
        self.resize(*_USUAL)
        self.setAcceptDrops(True)
        middle = QWidget()
        set_kind(middle, "page")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        """Let rail and menus lead to the pages."""
        self.rail.chosen.connect(self.go)
        actions = self.menus.actions
        for place in PLACES:
            actions[place.name].triggered.connect(
                lambda _=False, name=place.name: self.go(name)
            )
        actions["quit"].triggered.connect(self.close)
        for name in FORWARDED:
            actions[name].triggered.connect(
                lambda _=False, name=name: self._trigger(name)
            )

    def _trigger(self, name: str) -> None:
        """Do what the page that is shown understands by an action."""
        action = self._forwarded.get(self._at, {}).get(name)
        if action is not None:
            action.trigger()

    def _forward(self) -> None:
        """Offer what the page that is shown can do."""
        held = self._forwarded.get(self._at, {})
        for name in FORWARDED:
            able = name in held and held[name].isEnabled()
            self.menus.actions[name].setEnabled(able)
            what = str(held[name].data() or "") if able else ""
            self.menus.say_what(name, what, self._languages.current)

    def _show_title(self) -> None:
        """Name the window after the page."""
        title = self.page.windowTitle() if self.page else ""
        self.setWindowTitle(f"{title} – {NAME}" if title else NAME)

    def _retranslate(self) -> None:
        """Say the menus in the language of now."""
        self.menus.retranslate(self._languages.current)
        self._forward()
        self._show_title()
