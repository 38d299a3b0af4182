"""The order form and the end-of-contract sheet, read back from their bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Literal

import pytest
from pypdf import PdfReader

from app.documents.document import Document
from app.documents.end_sheet import Ending, end_document
from app.documents.extension_offer import ExtensionOffer, extension_document
from app.documents.order_form import order_document
from app.documents.quote_pdf import render
from app.domain.choices import Delivery, Return
from app.domain.early_end import every_month
from app.domain.extension import ExtendedLine, Extension, Warranty, extension
from app.domain.localized import Localized
from app.domain.offer import AtEnd, Offer
from app.domain.order import Signatory, order
from app.domain.proposal import Proposal
from i18n import Language
from tests.app.documents import offers, samples
from tests.app.documents.samples import (
    BOTH,
    DAY,
    EDITIONS,
    ENGLISH,
    FRENCH,
    OFFER,
    PARTNER,
    PROGRAM,
    PROPOSAL,
    QUOTE,
    SELLER,
    WAAS,
    amount,
    unit,
)
from tests.app.paper.reading import (
    boxes,
    font_dictionaries,
    page_texts,
    plain,
    structure,
    text_of,
    tight,
)

SIGNATORY = Signatory(
    "Zoé Lefèvre", "Gérante", "zoe@lefevre.example", "+32 81 22 33 44"
)
COLLECTING = AtEnd(devices=12, per_device=unit("19.50"), total=amount("234.00"))
NOTEBOOK = Warranty(Localized.same("Portable 14″"), 36)


def form(
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
    languages: tuple[Language, ...] = FRENCH,
    signatory: Signatory = SIGNATORY,
) -> Document:
    ordered = order(proposal, offer, DAY, signatory, PARTNER, SELLER)
    mine = samples.inputs(ordered.offer, proposal, languages)
    return order_document(mine, ordered, (QUOTE,), PROGRAM)


def sheet(
    languages: tuple[Language, ...] = FRENCH,
    proposal: Proposal = PROPOSAL,
    found: Extension | None = None,
    collecting: AtEnd = COLLECTING,
) -> Document:
    ending = Ending(
        accepted_on=DAY,
        months=every_month(amount("648.00"), 36, "remaining"),
        extension=found or extension(36, (NOTEBOOK,), WAAS),
        collecting=collecting,
    )
    return end_document(samples.inputs(OFFER, proposal, languages), ending, PROGRAM)


def by(
    term: int, months: int, cap: Literal["total", "extension"] = "total"
) -> Extension:
    things = (replace(NOTEBOOK, months=months),)
    policy = replace(WAAS, extension_cap=cap)
    return extension(term, things, policy, amount("648.00"))


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_order_says_all_that_opens_a_contract(
    languages: tuple[Language, ...],
) -> None:
    text = text_of(render(form(languages=languages)))
    for said in (
        *("Menuiserie Lefèvre SRL", "Rue de l’Église 14", "5000 Namur"),
        *("BE 0987.654.394", "Zoé Lefèvre", "Gérante", "zoe@lefevre.example"),
        *("+32 81 22 33 44", "Madame Zoé Lefèvre", "Ardenne Informatique"),
        *("ALSO", "TR-2026-0148", "Pack Mobile M", "Office 365 Business Premium"),
    ):
        assert said in text
    for number in ("648.00", "23328.00", "598.80", "49.20", "0.00"):
        assert plain(languages[0].money(amount(number))) in text
    for language in languages:
        for said in ("Order form", "Credit check", "Mandate", "Place", "Signatory"):
            assert plain(language.gettext(said)) in text


def test_what_is_optional_or_the_partners_own_is_not_ordered() -> None:
    text = text_of(render(form(languages=ENGLISH)))
    assert "USB-C docking station" not in text
    assert "On-site configuration" not in text
    assert plain(ENGLISH[0].money(amount("1020.00"))) not in text


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    blank = form(signatory=Signatory())
    (empty,) = [
        block
        for block in blank.particulars
        if block.heading == (FRENCH[0].gettext("Signatory"),)
    ]
    assert [entry.lines for entry in empty.entries] == [()] * 4
    text = text_of(render(blank))
    assert "Gérante" not in text
    assert FRENCH[0].gettext("Position") in text


def test_delivery_at_the_partners_names_its_seller() -> None:
    asked = replace(PROPOSAL, delivery=Delivery.PARTNER)
    document = form(proposal=asked, languages=ENGLISH)
    lines = [
        line
        for block in document.particulars
        for entry in block.entries
        for line in entry.lines
    ]
    assert ("Delivered to Ardenne Informatique, free of charge",) in lines
    assert (SELLER.name,) in lines
    assert (PARTNER.street,) in lines


@pytest.mark.parametrize("languages", EDITIONS)
@pytest.mark.parametrize("count", [1, 15, 100])
def test_any_number_of_lines_stands_on_the_form(
    languages: tuple[Language, ...], count: int
) -> None:
    data = render(form(*offers.many(count), languages))
    pages = page_texts(data)
    text = tight("".join(pages))
    for line in offers.many(count)[0].lines:
        assert tight(line.name.best(languages[0].code)) in text
    for i, page in enumerate(pages, 1):
        assert f"{i} / {len(pages)}" in page
    for found in boxes(data):
        assert all(left >= 40 and right <= 556 for left, _, right, _ in found)


def test_the_papers_are_tagged_and_named_as_the_quote_is() -> None:
    for document in (form(languages=BOTH), sheet(languages=BOTH), offered(BOTH)):
        data = render(document)
        tree = structure(data)
        assert len(tree.tagged("H1")) == 1
        assert tree.tagged("Table")
        assert {span.language for span in tree.tagged("Span")} == {"en-BE"}
        info = PdfReader(BytesIO(data)).metadata
        assert info is not None
        assert info.title == f"{document.title[0]} TR-2026-0148 – {_CUSTOMER}"
        assert info.author == PARTNER.name
        for font in font_dictionaries(data):
            assert "/FontFile2" in font["/FontDescriptor"]
        assert render(document) == data


_CUSTOMER = PROPOSAL.customer.name


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_sheet_tells_every_month(languages: tuple[Language, ...]) -> None:
    """W8, example 2, on paper."""
    document = sheet(languages=languages)
    (table,) = [each for each in document.sections if each.dense]
    assert [each.name for each in table.items] == [(str(n),) for n in range(1, 37)]
    text = text_of(render(document))
    for number in ("6480.00", "16848.00", "23328.00"):
        assert plain(languages[0].money(amount(number))) in text


def test_the_sheet_tells_what_both_ways_of_return_cost() -> None:
    """W12."""
    money = ENGLISH[0].money
    for way in Return:
        document = sheet(ENGLISH, replace(PROPOSAL, return_way=way))
        own, fetched = document.sections[0].items
        assert own.amount == (money(amount("0")),)
        assert fetched.unit == (money(unit("19.50")),)
        assert fetched.amount == (money(amount("234.00")),)
        chosen = own if way is Return.SELF else fetched
        assert ("as your quotation says",) in chosen.details
    assert "Certified companies erase the data." in text_of(render(sheet(ENGLISH)))
    unknown = AtEnd(devices=12, per_device=None, total=None)
    document = sheet(ENGLISH, collecting=unknown)
    assert document.sections[0].items[1].amount == ("on request",)


def test_the_sheet_names_the_limit_that_binds() -> None:
    """W9."""
    none = text_of(render(sheet(ENGLISH, found=by(36, 60))))
    assert "cannot be extended. The limit: a contract lasts at most 36 months" in none
    some = text_of(render(sheet(ENGLISH, found=by(24, 36))))
    assert "can be extended by 12 months, to 36 months in all" in some
    assert "warranty on Portable 14″, at most 36 months from the start" in some
    assert plain(ENGLISH[0].money(amount("7776.00"))) in some
    both = text_of(render(sheet(ENGLISH)))
    assert both.count("The limit") == 1
    assert "The limits: a contract lasts at most 36 months in all; the manu" in both
    other = text_of(render(sheet(ENGLISH, found=by(12, 60, "extension"))))
    assert "at most 36 months in all" in other


def offered(
    languages: tuple[Language, ...] = FRENCH,
    found: Extension | None = None,
    delivered_on: date | None = DAY,
) -> Document:
    offer = ExtensionOffer(
        day=DAY,
        last_day=date(2026, 12, 22),
        accepted_on=DAY,
        delivered_on=delivered_on,
        extension=found or replace(by(24, 60), lines=RENTED),
        months=12,
    )
    return extension_document(
        samples.inputs(OFFER, PROPOSAL, languages), offer, PROGRAM
    )


RENTED = (
    ExtendedLine(Localized.same("Pack"), 12, unit("49.90"), amount("598.80")),
    ExtendedLine(Localized.same("Upgrade"), 12, unit("4.10"), amount("49.20")),
    ExtendedLine(Localized.same("Setup"), 12, unit("0"), amount("0")),
)


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_extension_offer_says_what_and_how_long(
    languages: tuple[Language, ...],
) -> None:
    """W9."""
    text = text_of(render(offered(languages)))
    for said in ("Menuiserie Lefèvre SRL", "TR-2026-0148", "Pack", "Upgrade"):
        assert said in text
    assert "Setup" not in text
    for number in ("648.00", "7776.00", "598.80", "49.20"):
        assert plain(languages[0].money(amount(number))) in text
    for language in languages:
        for day in (date(2028, 11, 22), date(2029, 11, 21), date(2026, 12, 22)):
            assert plain(language.date(day)) in text
        assert plain(language.gettext("Extension offer")) in text


def test_an_extension_offer_without_a_rate_or_a_delivery_says_so() -> None:
    bare = replace(RENTED[0], unit=None, monthly=None)
    found = replace(by(24, 60), monthly=None, lines=(bare, RENTED[1]))
    document = offered(ENGLISH, found, delivered_on=None)
    text = text_of(render(document))
    assert "on request" in text
    assert "count from the delivery that you accepted" in text
    assert document.headline is not None
    assert document.headline.figures == ()


def test_nothing_that_follows_an_acceptance_is_called_without_engagement() -> None:
    for document in (form(languages=ENGLISH), sheet(ENGLISH), offered(ENGLISH)):
        assert all("engagement" not in words[0] for words in document.footer)
        assert document.footer


def test_an_extension_without_a_known_rate_is_on_request() -> None:
    found = replace(by(24, 60), monthly=None)
    extended = sheet(ENGLISH, found=found).sections[1]
    assert [each.amount for each in extended.items] == [("on request",)]


def test_many_short_warranties_are_counted() -> None:
    things = tuple(Warranty(Localized.same(f"D{i}"), 36) for i in range(4))
    text = text_of(render(sheet(ENGLISH, found=extension(24, things, WAAS))))
    assert "warranty on 4 devices of the contract" in text
