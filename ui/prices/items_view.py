"""The items of a list that comes in, counted, over a table that can be searched."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.words import folded_words
from ui.prices.items import (
    ItemsTable,
    Searchable,
    families,
    holding,
    item_columns,
)
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadModel
from ui.widgets.search_field import SearchField
from ui.widgets.translated import Translated

#: Room for what may be searched for.
_SEARCH: Final = 260


class ItemsView(Translated):
    """How many of which family, a search, and the items."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without items."""
        super().__init__(parent)
        self._shared = shared
        self._items: tuple[Searchable, ...] = ()
        self._families = PlainLabel("", "quiet").wrapped()
        self.search = SearchField(shared.theme)
        self.model: ReadModel[Searchable] = ReadModel(
            shared, item_columns(lambda: shared.language), self
        )
        self.table = ItemsTable(self.model)
        self.search.textChanged.connect(self._find)
        self.search.left_down.connect(self.table.setFocus)
        shared.customer_view_changed.connect(lambda _: self._find())
        self._arrange()
        self.retranslate()

    def show_items(self, items: tuple[Searchable, ...]) -> None:
        """Show the items of another list, all of them."""
        self._items = items
        self.search.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        _ = language.gettext
        self.search.set_words(_("Search items"), _("Reference, name, manufacturer"))
        self.table.setAccessibleName(_("Items of the list"))
        self._families.setText(families((e.item for e in self._items), language))
        self._find()

    def _find(self) -> None:
        """Narrow the items to what is typed."""
        words = folded_words(self.search.text())
        self.model.show_rows(holding(self._items, words))

    def _arrange(self) -> None:
        """Put the search beside the count, the table below."""
        top = QHBoxLayout()
        top.setSpacing(12)
        self.search.setMinimumWidth(_SEARCH)
        top.addWidget(self._families, 1)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
