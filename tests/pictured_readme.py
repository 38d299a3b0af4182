"""The pictures that README shows: `python -m tests.pictured_readme FOLDER`."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from app.domain.choices import Edition
from app.domain.quote import Quote
from app.use_cases import issuing, quotes, sample
from app.use_cases.bundled import sample_quote
from app.use_cases.export import pdf
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock
from tests.pictures import SIZES, Look, Studio, change, draw
from ui.editor.page import EditorPage
from ui.quotes.table import QuoteTable

#: Whose quote, for what, for how many, and since when.
_MADE: Final = (
    ("Boulangerie Delcourt", "Portables du personnel", 4, 2),
    ("Cabinet Mertens", "Postes de l’étude", 9, 5),
    ("Vélos Godin", "Atelier et magasin", 3, 9),
    ("Crèche Les Tilleuls", "Tablettes des sections", 14, 13),
    ("Garage Noël", "Réception et atelier", 6, 17),
    ("Imprimerie Chantepluie SRL", "Renouvellement des postes de travail", 12, 22),
)


def made(workplace: Workplace, clock: FakeClock) -> str:
    """Save a few quotes at every stage, and return the newest draft's number."""
    numbers = []
    for customer, title, count, day in _MADE:
        clock.moment = datetime(2026, 11, day, 14, 32, tzinfo=UTC)
        added = quotes.add(workplace, _quote(workplace, customer, title, count))
        numbers.append(added.record.quote.proposal.number)
    presented, accepted, declined, revised, _, draft = numbers
    for number in (presented, accepted, declined, revised):
        issuing.issue(workplace, number, [Edition.FR])
    issuing.accept(workplace, accepted)
    issuing.decline(workplace, declined, "Projet reporté à 2027")
    change(workplace, issuing.revise(workplace, revised).record)
    return draft


def _quote(workplace: Workplace, customer: str, title: str, count: int) -> Quote:
    """Return the sample, of another customer and of another size."""
    quote = sample_quote()
    proposal = quote.proposal
    if title == proposal.title:
        return quote
    (first, *others), who = proposal.packs, proposal.customer
    options = tuple(replace(each, quantity=count) for each in first.options)
    pack = replace(first, quantity=count, options=options)
    firm = replace(
        proposal,
        packs=(pack, *others),
        customer=replace(who, name=customer),
        title=title,
        date=workplace.clock.today(),
        special_requests=(),
    )
    return replace(quote, proposal=firm)


def _choose_some(table: QuoteTable) -> None:
    """Choose three quotes that follow one another."""
    table.choose(2)
    flags = QItemSelectionModel.SelectionFlag
    chosen = QItemSelection(table.model().index(2, 0), table.model().index(4, 0))
    table.selectionModel().select(chosen, flags.Select | flags.Rows)


def main() -> None:
    """Take every one of them."""
    out = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        clock = FakeClock()
        studio = Studio(Path(folder), out, clock)
        number = made(studio.workplace, clock)
        window, _ = studio.window(Look("fr", "light", SIZES[0]))
        _choose_some(window.findChildren(QuoteTable)[0])
        studio.shoot(window, "quotes-fr")
        editor = window.findChildren(EditorPage)[0]
        editor.open(number)
        window.go("editor")
        studio.shoot(window, "editor-fr")
        window.close()
        priced = sample.priced_sample(studio.workplace)
        numbered = replace(priced.quote.proposal, number="TR-2026-0148")
        quote = replace(priced, quote=replace(priced.quote, proposal=numbered))
        pages = Path(folder) / "pages"
        pages.mkdir()
        draw(pdf(quote, Edition.FR, studio.workplace, final=True), "quote-fr", pages)
        (pages / "quote-fr-1.png").replace(out / "quote-fr-1.png")


if __name__ == "__main__":
    main()
