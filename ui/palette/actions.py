"""The actions of the menus as choices: those that can be done now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence

from ui.menus import Menus
from ui.palette.matching import Choice, searchable

_NATIVE = QKeySequence.SequenceFormat.NativeText


def action_choices(menus: Menus) -> Iterator[Choice]:
    """Yield what the menus offer, but for the palette itself."""
    for menu, action in menus.offered():
        if action.isEnabled() and action.isVisible():
            yield _choice(_bare(menu), action)


def listed_choices(actions: Iterable[QAction], where: str) -> Iterator[Choice]:
    """Yield what can be done with the quotes that are chosen in their list."""
    for action in actions:
        if action.isEnabled() and action.isVisible():
            yield _choice(where, action)


def _choice(menu: str, action: QAction) -> Choice:
    """Return an action with its menu and its key."""
    title = _bare(action.text())
    key = action.shortcut().toString(_NATIVE)
    return Choice(title, searchable(title, menu), action.trigger, menu, lambda: key)


def _bare(text: str) -> str:
    """Return words without the sign of their mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
