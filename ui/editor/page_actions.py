"""What the menu and the keys can do with the open quote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.quote import Quote
from app.use_cases.editing import EditorState
from ui.menus import name_action
from ui.models.edit_words import edit_words
from ui.shared import Shared

#: A quote before an edit, and after it.
Pair = tuple[Quote, Quote]


class PageActions:
    """The actions of a page, offered as far as the quote allows."""

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Begin with nothing that can be done."""
        self._shared = shared
        self.undo, self.redo, self.export = (QAction(page) for _ in range(3))
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.export.setShortcut("Ctrl+E")
        self.commission, self.template = QAction(page), QAction(page)
        for action in (self.undo, self.redo, self.export):
            scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(scope)
            page.addAction(action)
        for action in (*self.keyed, self.commission, self.template):
            action.setEnabled(False)

    @property
    def keyed(self) -> tuple[QAction, QAction, QAction]:
        """Those that have a button and a key."""
        return self.undo, self.redo, self.export

    def follow(self, state: EditorState | None) -> None:
        """Offer what means something for the quote of now."""
        self.name(state)
        lines = bool(state and state.priced.offer.lines)
        self.export.setEnabled(lines)
        self.template.setEnabled(lines)
        self.commission.setEnabled(lines and not self._shared.customer_view)

    def name(self, state: EditorState | None) -> None:
        """Say what undo and redo would take back, and offer them."""
        language = self._shared.language
        pairs = _pairs(state)
        texts = (language.gettext("Undo"), language.gettext("Redo"))
        for action, text, pair in zip(
            (self.undo, self.redo), texts, pairs, strict=True
        ):
            what = ""
            if state and pair:
                what = edit_words(*pair, state.priced.catalogue, language)
            name_action(action, text, what, language)
            action.setEnabled(pair is not None)
        self.export.setText(language.gettext("Export…"))


def _pairs(state: EditorState | None) -> tuple[Pair | None, Pair | None]:
    """Return (before, after) of the edits that undo and redo are about."""
    if state is None:
        return None, None
    undone = (state.undone, state.quote) if state.undone else None
    return undone, (state.quote, state.redone) if state.redone else None
