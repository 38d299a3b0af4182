from __future__ import annotations

import pytest

from app.domain.catalogue import Catalogue
from app.domain.proposal import PackLine, Proposal
from app.use_cases.bundled import sample_list, sample_quote
from i18n import Language
from ui.models.pasting import Pasted, pasted

LISTS = Catalogue.of([sample_list()])


def paste(text: str, under: str = "", *packs: PackLine) -> Pasted:
    start: Proposal = sample_quote().proposal
    empty = Proposal(date=start.date, customer=start.customer, packs=packs)
    return pasted(empty, text, under, LISTS, Language.of("fr", "BE"))


def test_rows_become_packs_with_their_options() -> None:
    found = paste(
        "WAAS-NB-M\tPack Mobile M\t12\nO365-BP-UP\tPremium\t10\nWAAS-DT-S\t\t3\n"
    )
    first, second = found.proposal.packs
    assert (first.sku, first.quantity) == ("WAAS-NB-M", 12)
    assert [(o.sku, o.quantity) for o in first.options] == [("O365-BP-UP", 10)]
    assert (second.sku, second.quantity, second.options) == ("WAAS-DT-S", 3, ())
    assert found.problems == ()
    assert found.proposal.term == 36
    assert len(found.ids) == 3


@pytest.mark.parametrize(
    ("row", "quantity"),
    [
        ("waas-nb-m;4", 4),
        ("4  WAAS-NB-M", 4),
        ("WAAS-NB-M", 1),
        ("WAAS-NB-M\t49,90\t12", 12),
        ("WAAS-NB-M\t12\t49,90 €", 12),
        ("WAAS-NB-M\t1 200", 1200),
        ("WAAS-NB-M\t0", 1),
    ],
)
def test_the_last_whole_number_is_the_quantity(row: str, quantity: int) -> None:
    (pack,) = paste(row).proposal.packs
    assert pack.quantity == quantity


@pytest.mark.parametrize(
    "row", ["4\tPack Mobile M", "mobile pack m\t4", "Pack Mobile M\t49,90\t4\t199,60 €"]
)
def test_an_item_is_found_by_its_whole_name(row: str) -> None:
    (pack,) = paste(row).proposal.packs
    assert (pack.sku, pack.quantity) == ("WAAS-NB-M", 4)
    (left,) = paste("Pack Mobile\t\t4").problems
    assert dict(left.parameters)["text"] == "Pack Mobile 4"


def test_an_option_goes_under_the_chosen_pack() -> None:
    pack = PackLine(id="mine", sku="WAAS-NB-M", quantity=2)
    found = paste("O365-BP-UP\t2", "mine", pack)
    assert [o.sku for o in found.proposal.packs[0].options] == ["O365-BP-UP"]


def test_what_cannot_be_placed_is_said_and_the_rest_is_kept() -> None:
    found = paste("Référence\tQuantité\nO365-BP-UP\t3\n\nWAAS-NB-M\t2\nNO-SUCH\t1")
    assert [pack.sku for pack in found.proposal.packs] == ["WAAS-NB-M"]
    said = [(each.code, dict(each.parameters)["line"]) for each in found.problems]
    assert said == [
        ("paste_unknown", 1),
        ("paste_without_pack", 2),
        ("paste_unknown", 5),
    ]
