"""The rows of a mapped table that hold an item, with what stands above filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.columns import is_confidential
from app.domain.problems import Problem, Problems, warning
from app.pricelist.columns import Holds, holds
from app.pricelist.mapping.header import column_names
from app.pricelist.mapping.profile import Profile
from app.tables.headers import plain
from app.tables.table import Row, Still, Table, wanted

_TOTALS = frozenset(
    f"{word}{more}"
    for word in (
        *("total", "totaux", "totals", "soustotal", "subtotal", "grandtotal"),
        *("totaal", "subtotaal", "eindtotaal"),
        *("summe", "gesamt", "gesamtsumme", "zwischensumme"),
    )
    for more in (
        "",
        "ht",
        "htva",
        "ttc",
        "tvac",
        "general",
        "eur",
        "exclvat",
        "inclvat",
    )
)
_FIRST_OF_TOTALS = frozenset("tTsSgGeEzZ")
#: "Sous-total portables": a total that says of what.
_TOTAL_OF = re.compile(
    r"(?:sous|sub|grand|eind)?[\s-]*tota(?:l|ls|ux|al)\b", re.IGNORECASE
)
#: Under a column's name: what its prices count, and no price.
_UNIT = re.compile(
    r"\([^0-9]*\)|(?:(?:[€$£]|EUR|CHF|GBP|USD|HTVA|HT|TTC|TVAC)\s*)+"
    r"(?:(?:/|par|per|pro)\s*[^\W\d]{1,12}\.?)?"
)
#: In a mapping's `leave_out`: whatever stands here.
ANY = "*"
_MOST_NAMED = 12
#: The prices of a long layout: the term stands in a column of its own.
LONG_FIELDS = {"price": Holds.PRICE, "commission": Holds.AMOUNT}


def is_money(field: str) -> bool:
    """Tell whether a field holds amounts."""
    kind = LONG_FIELDS.get(field)
    if kind is None and field != "term":
        kind = holds(field)
    return kind in (Holds.PRICE, Holds.AMOUNT)


def is_price(field: str) -> bool:
    """Tell whether a field holds what the customer pays."""
    return is_money(field) and field.startswith("price")


@dataclass(frozen=True, slots=True)
class Body:
    """The rows kept: their numbers, and the texts of every used column."""

    numbers: tuple[int, ...]
    cells: dict[str, list[str]]
    problems: Problems


class _Unwanted:
    """The texts of one column whose rows are no items."""

    def __init__(self, name: str, at: int, texts: tuple[str, ...]) -> None:
        """Keep whole texts, to look up, apart from those that leave a part open."""
        self.name, self.at = name, at
        self._empty = "" in texts
        self._whole = {plain(text) for text in texts if text and ANY not in text}
        self._open = [_parts(text) for text in texts if ANY in text]

    def holds(self, text: str) -> bool:
        """Tell whether a cell says one of them, or is empty where that is one."""
        if not text:
            return self._empty
        name = plain(text)
        return name in self._whole or any(
            _is_like(way(text), parts) for way, parts in self._open
        )


def _parts(text: str) -> tuple[Callable[[str], str], tuple[str, ...]]:
    """Return how texts are compared with one that leaves a part open, and its parts.

    As names are, unless a part is nothing but signs: `-*` is what begins with one.
    """
    parts = text.split(ANY)
    signs = any(part.strip() and not plain(part) for part in parts)
    way = str.strip if signs else plain
    return way, tuple(map(way, parts))


def _is_like(text: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a text begins, goes on and ends with the parts, in their order."""
    first, *middle, last = parts
    if not text.startswith(first):
        return False
    at = len(first)
    for part in middle:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return text.endswith(last) and at <= len(text) - len(last)


class _Reader:
    """Goes down the rows below a header and keeps those that hold an item."""

    def __init__(self, header: Row, profile: Profile) -> None:
        """Know where each used column is."""
        by_name = {plain(name): at for at, name in enumerate(column_names(header))}
        self.at = {name: by_name[plain(name)] for name in profile.columns}
        self.header = header
        self.fields = {
            name: [each for each, names in profile.fields.items() if name in names]
            for name in profile.leave_out
        }
        self.filled = tuple(self.at[name] for name in profile.fill_down)
        money = [n for f, names in profile.fields.items() if is_money(f) for n in names]
        self.money = frozenset(self.at[name] for name in money)
        self.own = frozenset(self.at.values()) - frozenset(self.filled)
        self.words = frozenset(self.at.values()) - self.money
        self.leave_out = [
            _Unwanted(name, self.at[name], texts)
            for name, texts in profile.leave_out.items()
        ]
        self.above = dict.fromkeys(self.filled, "")
        self.kept: list[tuple[int, list[str]]] = []
        self.problems: list[Problem] = []
        self.notes: list[int] = []

    def take(self, row: Row) -> None:
        """Keep a row with what stands above it, or say why it holds no item."""
        used = {at: _cell(row, at) for at in self.at.values()}
        problem = self._aside(row, used)
        if problem is not None:
            self.problems.append(problem)
            return
        for at in self.filled:
            self.above[at] = used[at] = used[at] or self.above[at]
        left_out = self._left_out(row)
        if left_out is not None:
            self.problems.append(left_out)
        elif self._is_note(row):
            self.notes.append(row.number)
        else:
            self.kept.append((row.number, [used[at] for at in self.at.values()]))

    def _aside(self, row: Row, used: dict[int, str]) -> Problem | None:
        """Tell a repeated header, one that goes on below, and a total."""
        if self._is_header(row):
            return _row("header_repeated", row)
        if not self.kept and self._goes_on(used):
            return _row("header_goes_on", row)
        total = self._total(row, used)
        return _row("total_left_out", row, value=total) if total else None

    def _is_header(self, row: Row) -> bool:
        """Tell whether the names of the columns stand here again."""
        texts = [(at, text) for at, text in enumerate(row.cells) if text]
        names = self.header.cells
        return len(texts) > 1 and all(
            at < len(names) and plain(text) == plain(names[at]) for at, text in texts
        )

    def _goes_on(self, used: dict[int, str]) -> bool:
        """Tell whether the columns of prices say their units here, and no price."""
        texts = [used[at] for at in self.money if used[at]]
        return bool(texts) and all(map(_UNIT.fullmatch, texts))

    def _total(self, row: Row, used: dict[int, str]) -> str:
        """Return the word by which a row is clearly a total; '' where it is none."""
        words = [text for text in row.cells if is_total(text)]
        if not words:
            said = [used[at] for at in self.words if used[at]]
            alone = len(said) == 1 < len(self.words)
            return said[0] if alone and begins_as_total(said[0]) else ""
        others = [
            text
            for at, text in used.items()
            if at in self.own and at not in self.money and text and text not in words
        ]
        return "" if others else words[0]

    def _left_out(self, row: Row) -> Problem | None:
        """Find the text for which the mapping leaves a row out."""
        for unwanted in self.leave_out:
            text = _cell(row, unwanted.at)
            if unwanted.holds(text):
                said = self.said(unwanted.name, text)
                return _row("row_left_out", row, column=unwanted.name, **said)
        return None

    def said(self, name: str, text: str) -> dict[str, str]:
        """Return a cell's text, and its field where that is nobody else's business.

        A column that feeds no field may hold anything: it says nothing.
        """
        fields = self.fields.get(name, ())
        hidden = [each for each in fields if is_confidential(f"{each}_")]
        said = {"value": text} if fields else {}
        return {**said, "field": hidden[0]} if hidden else said

    def _is_note(self, row: Row) -> bool:
        """Tell whether a row says nothing of an item: a group's heading, a footnote.

        It has no cell in the columns that are not filled down, or but one, which
        is no price.
        """
        own = [at for at in self.own if _cell(row, at)]
        return not own or (
            len(own) == 1 and len(self.own) > 1 and not self.money.intersection(own)
        )


def is_total(text: str) -> bool:
    """Tell whether a cell says that its row is a total."""
    return text[:1] in _FIRST_OF_TOTALS and plain(text) in _TOTALS


def begins_as_total(text: str) -> bool:
    """Tell whether a cell begins like a total; what has no other text is one."""
    likely = text[:1] in _FIRST_OF_TOTALS
    return likely and (_TOTAL_OF.match(text) is not None or is_total(text))


def read_body(table: Table, at: int, profile: Profile, still: Still = wanted) -> Body:
    """Read the rows below the header, and say of each one left out that it was."""
    reader = _Reader(table.rows[at], profile)
    for row in table.rows[at + 1 :]:
        still()
        reader.take(row)
    texts = list(zip(*(cells for _, cells in reader.kept), strict=True))
    cells = {name: list(texts[i]) if texts else [] for i, name in enumerate(reader.at)}
    numbers = tuple(number for number, _ in reader.kept)
    return Body(numbers, cells, (*reader.problems, *_notes(reader.notes)))


def _notes(numbers: list[int]) -> Iterator[Problem]:
    """Say which rows hold no item."""
    if len(numbers) == 1:
        (row,) = numbers
        yield warning("note_left_out", f"row {row}", row=row)
    elif numbers:
        shown = ", ".join(map(str, numbers[:_MOST_NAMED]))
        more = "…" if len(numbers) > _MOST_NAMED else ""
        yield warning("notes_left_out", count=len(numbers), rows=shown + more)


def _row(code: str, row: Row, **more: str) -> Problem:
    """Name a row that was left out."""
    return warning(code, f"row {row.number}", row=row.number, **more)


def _cell(row: Row, at: int) -> str:
    """Return a cell, '' past the row's end."""
    return row.cells[at].strip() if at < len(row.cells) else ""
