"""The menus: every action of the window, with its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from i18n import N_, Language
from ui.places import PLACES

Key = QKeySequence.StandardKey


class Entry(NamedTuple):
    """An action: its name in the code, its words, its keys, whether it is a switch.

    What is for the partner only is neither seen nor named until somebody says who
    looks on.
    """

    name: str
    text: str
    key: str | QKeySequence.StandardKey = ""
    also: str = ""
    switch: bool = False
    partner_only: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


_LINE: Final = None
_MENUS: Final[tuple[tuple[str, tuple[Entry | None, ...]], ...]] = (
    (
        N_("&File"),
        (
            Entry("new", N_("&New quote"), Key.New),
            Entry("new_from", N_("New from a &template…"), "Ctrl+Shift+N"),
            Entry("import", N_("&Import a price list…"), "Ctrl+I"),
            _LINE,
            Entry("export", N_("&Export…"), "Ctrl+E"),
            Entry("commission", N_("&Commission sheet…"), partner_only=True),
            Entry("sell_out", N_("Se&ll-out…"), partner_only=True),
            Entry("template", N_("&Save as template…")),
            _LINE,
            Entry("quit", N_("&Quit"), "Ctrl+Q", role=QAction.MenuRole.QuitRole),
        ),
    ),
    (
        N_("&Edit"),
        (
            Entry("undo", N_("&Undo"), Key.Undo),
            Entry("redo", N_("&Redo"), "Ctrl+Shift+Z", also="Ctrl+Y"),
            _LINE,
            Entry("find", N_("&Find"), Key.Find),
            Entry("palette", N_("Find &and do…"), "Ctrl+K"),
        ),
    ),
    (
        N_("&View"),
        (
            *(Entry(place.name, place.heading, place.key) for place in PLACES),
            _LINE,
            Entry("customer_view", N_("&Customer view"), "F9", switch=True),
        ),
    ),
    (
        N_("&Help"),
        (
            Entry("keys", N_("&Keyboard shortcuts"), "F1"),
            Entry(
                "about",
                N_("&About WaaS Quotes"),
                role=QAction.MenuRole.AboutRole,
            ),
        ),
    ),
)
#: Actions that mean what the page that is shown understands by them.
FORWARDED: Final = ("undo", "redo", "find", "export", "commission", "template")
#: The languages by their own names, which are never translated.
LANGUAGES: Final = (("fr", "Français"), ("en", "English"))
APPEARANCES: Final = (
    ("", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
)


def worded(text: str, language: Language) -> str:
    """Translate a choice's words, unless they are a language's own name."""
    return text if text in dict(LANGUAGES).values() else language.gettext(text)


def name_action(action: QAction, text: str, what: str, language: Language) -> None:
    """Let an action say what it undoes: '' leaves it at its own words.

    The menu's action of the same name says it too (`data`).
    """
    action.setData(what)
    action.setText(named(text, what, language))


def named(text: str, what: str, language: Language) -> str:
    """Return 'Undo: quantity of Premium pack', safe for a menu."""
    if not what:
        return text
    whole = language.gettext("{action}: {what}")
    return whole.format(action=text, what=what.replace("&", "&&"))


class Menus(QObject):
    """A menu bar whose actions are found by name in `actions`."""

    def __init__(self, bar: QMenuBar) -> None:
        """Fill a menu bar; `retranslate` gives the words."""
        super().__init__(bar)
        self._menus: list[tuple[QMenu, str]] = []
        self._texts: dict[str, str] = {}
        self.actions: dict[str, QAction] = {}
        for title, entries in _MENUS:
            menu = bar.addMenu("")
            self._menus.append((menu, title))
            for entry in entries:
                self._add(menu, entry)
        self.languages = self._choice(N_("&Language"), LANGUAGES)
        self.appearances = self._choice(N_("&Appearance"), APPEARANCES)
        self.recent = self._recent(self._menus[0][0])

    def retranslate(self, language: Language) -> None:
        """Say every menu and action in a language."""
        for menu, title in self._menus:
            menu.setTitle(language.gettext(title))
        for name, text in self._texts.items():
            action = self.actions[name]
            action.setText(worded(text, language) if action.isVisible() else "")

    def say_what(self, name: str, what: str, language: Language) -> None:
        """Say what an action would be done to."""
        text = language.gettext(self._texts[name])
        action = self.actions[name]
        if action.isVisible():
            action.setText(named(text, what, language))

    def words(self, name: str, language: Language) -> str:
        """Return an action's own words, whatever it would be done to."""
        return language.gettext(self._texts[name])

    def offered(self) -> Iterator[tuple[str, QAction]]:
        """Yield each action with the title of its menu, but the palette's own."""
        own = self.actions["palette"]
        for menu, _ in self._menus:
            for action in menu.actions():
                listed = action in self.actions.values() and action is not own
                if listed:
                    yield menu.title(), action

    def _recent(self, file: QMenu) -> QMenu:
        """Add the menu of recent quotes below what brings others."""
        menu = QMenu(file)
        file.insertMenu(file.actions()[3], menu)
        self._menus.append((menu, N_("&Recent quotes")))
        return menu

    def _add(self, menu: QMenu, entry: Entry | None) -> None:
        """Add an action, or a line between actions."""
        if entry is None:
            menu.addSeparator()
            return
        action = QAction(self)
        action.setObjectName(entry.name)
        keys = [QKeySequence(each) for each in (entry.key, entry.also) if each]
        action.setShortcuts(keys)
        action.setCheckable(entry.switch)
        action.setMenuRole(entry.role)
        action.setVisible(not entry.partner_only)
        menu.addAction(action)
        self.actions[entry.name] = action
        self._texts[entry.name] = entry.text

    def _choice(self, title: str, choices: tuple[tuple[str, str], ...]) -> QActionGroup:
        """Add a menu of exclusive choices to the view menu."""
        view = self._menus[2][0]
        menu = view.addMenu("")
        self._menus.append((menu, title))
        group = QActionGroup(self)
        for value, text in choices:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            name = f"{title}:{value}"
            self.actions[name] = action
            self._texts[name] = text
        return group
