"""What a mapping makes of a file, as rows of finished strings; without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from app.domain.problems import Problems, refused
from app.pricelist.layout import Layout
from app.pricelist.mapping.mapped import Trial
from app.pricelist.mapping.rows import is_money
from app.wording.values import KINDS
from i18n import Language
from ui.prices.mapping.words import field_word

_MOST_ROWS = 200
_ON_THE_PAGE = {"mapping_says_not": "unsaid", "day_untold": "unsaid"}
#: The page is about the mapping: which one it is goes without saying.
_KNOWN_HERE = "mapped_with"
_FIRST = ("sku", "name_fr", "name_en")
_LAST = ("kind", "manufacturer")


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of the first items: headings, rows, and which cells are wrong.

    `numbers` says which row of the file each one is.
    """

    headings: tuple[str, ...] = ()
    figures: tuple[bool, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    wrong: frozenset[tuple[int, int]] = frozenset()
    numbers: tuple[int, ...] = ()
    items: int = 0
    problems: Problems = ()
    able: bool = False

    @property
    def refused(self) -> bool:
        """Whether something keeps the file from being a list."""
        return refused(self.problems) or not self.able


def shown(trial: Trial, language: Language) -> Shown:
    """Write what was read; where cells are wrong, every cell as it is."""
    layout, problems = trial.layout, trial.parsed.problems
    if layout is None:
        return Shown(problems=_in_words(problems, language))
    fields = tuple(_fields(layout))
    price_list = trial.parsed.price_list
    if price_list is not None:
        items = price_list.items[:_MOST_ROWS]
        rows = tuple(tuple(_cell(i, f, language) for f in fields) for i in items)
    else:
        texts = [_texts(layout, field, language) for field in fields]
        rows = tuple(zip(*texts, strict=True))
    return Shown(
        headings=tuple(field_word(field, language) for field in fields),
        figures=tuple(map(is_money, fields)),
        rows=rows,
        wrong=frozenset(_wrong(layout, fields, problems)),
        numbers=tuple(layout.rows[:_MOST_ROWS]),
        items=len(layout.rows),
        problems=_in_words(problems, language),
        able=price_list is not None,
    )


def _in_words(problems: Problems, language: Language) -> Problems:
    """Name what is lacking as the page does; leave out what it shows itself."""
    return tuple(
        replace(
            each,
            code=_ON_THE_PAGE.get(each.code, each.code),
            parameters=(("key", field_word(str(key), language)),),
        )
        if (key := dict(each.parameters).get("key"))
        else each
        for each in problems
        if each.code != _KNOWN_HERE
    )


def _fields(layout: Layout) -> Iterator[str]:
    """Yield the fields that are worth a look, in the order they are read."""
    yield from (name for name in _FIRST if name in layout.cells)
    yield from (name for name in layout.cells if is_money(name))
    yield from (name for name in _LAST if name in layout.cells)


def _texts(layout: Layout, field: str, language: Language) -> list[str]:
    """Return what a column's first cells say; a kind of item in the page's words."""
    texts = layout.cells[field][:_MOST_ROWS]
    if field != "kind":
        return list(texts)
    return [language.gettext(KINDS[text]) if text in KINDS else text for text in texts]


def _cell(item: Item, field: str, language: Language) -> str:
    """Write one value of an item; nothing is a dash where money is due."""
    if field.startswith("name_"):
        return item.name.get(field.removeprefix("name_")) or ""
    if field == "kind":
        return language.gettext(KINDS[item.kind.value])
    value = _value(item, field)
    if isinstance(value, Amount | UnitPrice):
        return language.money(value)
    return "–" if value is None else str(value)


def _value(item: Item, field: str) -> object:
    """Return a value of an item by its column."""
    name, _, term = field.rpartition("_")
    if term.isdecimal():
        values = item.prices if name == "price" else item.commissions
        return getattr(values, f"months_{term}")
    return getattr(item, field)


def _wrong(
    layout: Layout, fields: tuple[str, ...], problems: Problems
) -> Iterator[tuple[int, int]]:
    """Yield the places of the cells that problems refuse."""
    refusing = [dict(each.parameters) for each in problems if refused([each])]
    cells = {(said.get("row"), said.get("column")) for said in refusing}
    for column, field in enumerate(fields):
        for row in range(min(len(layout.rows), _MOST_ROWS)):
            if (layout.row(field, row), layout.header(field)) in cells:
                yield row, column
