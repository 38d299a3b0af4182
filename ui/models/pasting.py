"""Rows pasted from a spreadsheet: which items of the lists, and how many of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind
from app.domain.price_list import Item
from app.domain.problems import Problem, Problems, warning
from app.domain.proposal import AnyLine, Proposal
from i18n import Language
from ui.models import typed
from ui.models.addables import Addable
from ui.models.adding import line_of, with_line

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
    """Add a line for each row that names a reference of the lists.

    An option goes under the last pack pasted before it, else under that of id `under`.
    """
    ids: list[str] = []
    problems: list[Problem] = []
    for number, row in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _CELLS.split(row) if cell.strip()]
        if not cells:
            continue
        item = _item(cells, catalogue)
        line = _line(proposal, item, under) if item else None
        if item is None or line is None:
            code = "paste_unknown" if item is None else "paste_without_pack"
            problems.append(warning(code, "", line=number, text=row.strip()[:_SHOWN]))
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
