"""Rows pasted from a spreadsheet: which items of the lists, and how many of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind
from app.domain.price_list import Item
from app.domain.problems import Problem, Problems, warning
from app.domain.proposal import AnyLine, Proposal
from i18n import Language
from ui.models import typed
from ui.models.addables import Addable
from ui.models.adding import line_of, with_line
from ui.models.words import folded

_CELLS = re.compile(r"\t|;|\s{2,}")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Pasted:
    """The proposal with what was found, the ids of the lines, and what was not."""

    proposal: Proposal
    ids: tuple[str, ...]
    problems: Problems


def pasted(
    proposal: Proposal, text: str, under: str, catalogue: Catalogue, language: Language
) -> Pasted:
    """Add a line for each row that names an item by its reference or its whole name.

    An option goes under the last pack pasted before it, else under that of id `under`.
    """
    # Asked for by names alone, and then once: a list may be long.
    names = cache(lambda: _names(catalogue))
    ids: list[str] = []
    problems: list[Problem] = []
    for number, row in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _CELLS.split(row) if cell.strip()]
        if not cells:
            continue
        item = _item(cells, catalogue) or _named(cells, names())
        line = _line(proposal, item, under) if item else None
        if item is None or line is None:
            code = "paste_unknown" if item is None else "paste_without_pack"
            problems.append(
                warning(code, "", line=number, text=" ".join(cells)[:_SHOWN])
            )
            continue
        line = replace(line, quantity=_quantity(cells, item, language))
        is_option = item.kind in OPTION_KINDS
        proposal = with_line(proposal, line, under if is_option else "")
        under = line.id if item.kind is Kind.PACK else under
        ids.append(line.id)
    return Pasted(proposal, tuple(ids), tuple(problems))


def _item(cells: list[str], catalogue: Catalogue) -> Item | None:
    """Return the first item that a cell names by its reference, in any case."""
    for cell in cells:
        item = catalogue.item(cell) or catalogue.item(cell.upper())
        if item and item.kind is not Kind.RETURN:
            return item
    return None


def _named(cells: list[str], names: Mapping[str, Item | None]) -> Item | None:
    """Return the first item whose whole name a cell is."""
    found = (names.get(folded(cell)) for cell in cells)
    return next((item for item in found if item), None)


def _names(catalogue: Catalogue) -> Mapping[str, Item | None]:
    """Return what each name means, in any language; None where it means several."""
    names: dict[str, Item | None] = {}
    for item, _ in catalogue.rows():
        if item.kind is not Kind.RETURN:
            for name in {folded(text) for _, text in item.name.texts}:
                names[name] = None if name in names else item
    return names


def _line(proposal: Proposal, item: Item, under: str) -> AnyLine | None:
    """Return a line for an item; None for an option that has no pack to go under."""
    is_option = item.kind in OPTION_KINDS
    if is_option and not under:
        return None
    wanted = Addable(
        key=item.sku, name="", item=item, pack_id=under if is_option else ""
    )
    return line_of(proposal, wanted)


def _quantity(cells: list[str], item: Item, language: Language) -> int:
    """Return the last cell that is a quantity; one where there is none."""
    for cell in reversed(cells):
        found = typed.quantity(cell, language)
        if isinstance(found, int) and cell.upper() != item.sku.upper():
            return found
    return 1
