"""Finding one's way: the palette on its key, and the quotes that were open last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.main_window import MainWindow
from ui.palette.actions import action_choices, listed_choices
from ui.palette.items import item_choices
from ui.palette.matching import Choice
from ui.palette.palette import Palette
from ui.palette.quotes import QuoteChoices
from ui.quotes.page import QuotesPage
from ui.shared import Shared

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

#: So many quotes are remembered.
MOST_RECENT = 8


class Finding(QObject):
    """Leads from palette and recent quotes to the window's pages."""

    def __init__(
        self,
        window: MainWindow,
        shared: Shared,
        page: QuotesPage,
        open_quote: Callable[[str], None],
    ) -> None:
        """Connect recent quotes to their menu."""
        super().__init__(window)
        self._window, self._shared = window, shared
        self._quotes = page
        self._editor: EditorPage | None = None
        self.choices = QuoteChoices(shared, open_quote)
        window.menus.recent.aboutToShow.connect(self._list_recent)

    def follow(self, editor: EditorPage) -> None:
        """Remember what the editor opens, and offer what it could add."""
        self._editor = editor
        editor.opened.connect(self._remember)

    def open_palette(self) -> None:
        """Open the palette; one that is open stays, and is typed into anew."""
        shown = [e for e in self._window.findChildren(Palette) if e.isVisible()]
        palette = shown[0] if shown else self._new_palette()
        palette.field.setFocus()
        palette.field.selectAll()

    def _new_palette(self) -> Palette:
        """Show a palette."""
        palette = Palette(self._shared, self._found, self._window)
        palette.show()
        return palette

    def _found(self, typed: str) -> tuple[Choice, ...]:
        """Return what may match, in the order that counts where all match alike."""
        recent = self._shared.memory.now.recent
        return (
            *self.choices.named(recent),
            *self._on_listed(),
            *action_choices(self._window.menus),
            *self.choices.found(typed, recent),
            *self._items(typed),
        )

    def _items(self, typed: str) -> Iterator[Choice]:
        """Yield what could be added to the open quote, where one is shown."""
        editor = self._editor
        if editor and editor.offer and self._window.at == "editor":
            stock, wanted, reader = editor.offer
            wanted = replace(wanted, search=typed)
            yield from item_choices(stock, wanted, reader, editor.wishes.add)

    def _on_listed(self) -> Iterator[Choice]:
        """Yield what the page of quotes offers for those chosen, while it is shown.

        The first, the export, stands in the menus too.
        """
        if self._window.at == "quotes":
            where = self._shared.language.gettext("Chosen quotes")
            yield from listed_choices(self._quotes.actions_on.on_chosen[1:], where)

    def _remember(self, name: str) -> None:
        """Put a quote before the others that were open."""
        memory = self._shared.memory
        others = tuple(each for each in memory.now.recent if each != name)
        recent = (name, *others)[:MOST_RECENT]
        memory.keep(replace(memory.now, recent=recent))

    def _list_recent(self) -> None:
        """Fill the menu of recent quotes, by number alone before a customer."""
        menu = self._window.menus.recent
        menu.clear()
        for choice in self.choices.named(self._shared.memory.now.recent):
            text = " · ".join(filter(None, (choice.title, choice.detail)))
            # A single & would be taken for a mnemonic's sign.
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, do=choice.do: do())
        if menu.isEmpty():
            text = self._shared.language.gettext("No quote was opened yet")
            menu.addAction(text).setEnabled(False)
