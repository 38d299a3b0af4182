"""The paper itself, read back from its bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from pypdf import PdfReader

from app.domain.identity import Customer, Partner, Seller
from app.domain.localized import Localized
from app.domain.money import Amount
from app.domain.offer import Taxed
from i18n import Language
from tests.app.documents import offers, samples
from tests.app.documents.samples import (
    BOTH,
    EDITIONS,
    ENGLISH,
    FRENCH,
    OFFER,
    PARTNER,
    PROPOSAL,
    QUOTE,
    UBL,
    amount,
    pdf,
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

AMOUNTS = (
    *("648.00", "23328.00", "598.80", "49.20", "66.60", "0.00", "136.08"),
    *("784.08", "1020.00", "214.20", "1234.20", "746.40", "17913.60"),
)


def written(money: Amount, language: Language) -> str:
    """Return an amount as it reads once it is back from a PDF."""
    return plain(language.money(money))


@pytest.mark.parametrize("languages", EDITIONS)
def test_every_amount_is_on_the_paper(languages: tuple[Language, ...]) -> None:
    text = text_of(pdf(languages=languages))
    for number in AMOUNTS:
        assert written(amount(number), languages[0]) in text


@pytest.mark.parametrize("languages", EDITIONS)
def test_parties_dates_and_number_are_on_the_paper(
    languages: tuple[Language, ...],
) -> None:
    text = text_of(pdf(languages=languages))
    for said in (
        *("Menuiserie Lefèvre SRL", "Madame Zoé Lefèvre", "5000 Namur"),
        *("Thomas Renard", "thomas.renard@ardenne-info.example", "TR-2026-0148"),
        *("Ardenne Informatique", "RPM Liège", "Pack Mobile M", "EXEMPLE-BE 2026-11"),
    ):
        assert said in text
    for language in languages:
        assert language.date(PROPOSAL.date) in text
        assert plain(language.gettext("Conditions")) in text


@pytest.mark.parametrize("languages", EDITIONS)
def test_everything_that_can_be_quoted_is_drawn(
    languages: tuple[Language, ...],
) -> None:
    offer, proposal = offers.everything()
    pages = page_texts(pdf(offer, proposal, languages))
    text = plain("\n".join(pages))
    for number in ("650.00", "150.00", "234.00", "67.50", "105.00", "870.00"):
        assert written(amount(number), languages[0]) in text
    for i, page in enumerate(pages, 1):
        assert f"{i} / {len(pages)}" in page


@pytest.mark.parametrize("languages", EDITIONS)
def test_only_embedded_fonts(languages: tuple[Language, ...]) -> None:
    data = pdf(*offers.everything(), languages)
    for font in font_dictionaries(data):
        assert "/FontFile2" in font["/FontDescriptor"]
    assert b"Helvetica" not in data


def test_the_file_is_named_after_the_quote_and_says_nothing_internal() -> None:
    info = PdfReader(BytesIO(pdf())).metadata
    assert info is not None
    title = FRENCH[0].gettext("Quotation")
    assert info.title == f"{title} TR-2026-0148 – Menuiserie Lefèvre SRL"
    assert info.author == "Ardenne Informatique"
    assert info.creator == samples.PROGRAM
    assert info.creation_date is not None
    assert info.creation_date.date() == PROPOSAL.date


def test_headings_tables_and_lists_are_tagged() -> None:
    tree = structure(pdf(*offers.everything()))
    assert len(tree.tagged("H1")) == 1
    assert len(tree.tagged("Table")) == 7
    assert len(tree.tagged("H2")) == 3 + 7 + 3
    for table in tree.tagged("Table"):
        for row in table.tagged("TR"):
            spans = [cell.attributes.get("/ColSpan", 1) for cell in row.kids]
            assert sum(spans) == 4
    assert len(tree.tagged("Lbl")) == len(tree.tagged("LI")) - 3


def test_the_second_language_is_marked_as_such() -> None:
    tree = structure(pdf(languages=BOTH))
    assert {span.language for span in tree.tagged("Span")} == {"en-BE"}
    assert not structure(pdf()).tagged("Span")


def test_attachments_travel_along() -> None:
    reader = PdfReader(BytesIO(pdf(attachments=(QUOTE, UBL))))
    assert reader.attachments["quote.json"] == [QUOTE.data]
    assert reader.attachments["quotation.xml"] == [UBL.data]
    assert not PdfReader(BytesIO(pdf(attachments=()))).attachments


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_same_quote_gives_the_same_bytes(languages: tuple[Language, ...]) -> None:
    offer, proposal = offers.everything()
    first = pdf(offer, proposal, languages)
    pdf(languages=BOTH)
    assert pdf(offer, proposal, languages) == first


def test_a_fresh_process_gives_the_same_bytes() -> None:
    code = (
        "import sys; from tests.app.documents.samples import pdf, BOTH;"
        "sys.stdout.buffer.write(pdf(languages=BOTH))"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "3",
        "TZ": "America/Lima",
        "SOURCE_DATE_EPOCH": "5",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    made = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert made.stdout == pdf(languages=BOTH)


def test_every_page_says_that_a_quote_is_a_draft_and_provisional() -> None:
    offer, proposal = offers.with_request(answered=False)
    pages = page_texts(pdf(offer, replace(proposal, number=""), BOTH))
    assert len(pages) > 1
    for page in pages:
        assert "Draft quotation" in page
        assert "Provisional quotation" in page


def test_a_final_quote_has_no_notice() -> None:
    text = text_of(pdf(languages=ENGLISH))
    assert "Draft" not in text
    assert "Provisional" not in text


def test_two_hundred_lines_flow_over_pages() -> None:
    offer, proposal = offers.many(200)
    data = pdf(offer, proposal, ENGLISH)
    pages = page_texts(data)
    names = re.findall(r"Workplace no\. (\d{3})", "\n".join(pages))
    assert names == [f"{i:03}" for i in range(1, 201)]
    for page in pages[:-1]:
        assert "Pack, term of 36 months" in page
    for each in offer.lines:
        assert each.monthly is not None
        assert written(each.monthly, ENGLISH[0]) in plain("\n".join(pages))
    heads = [
        row
        for row in structure(data).tagged("TR")
        if row.kids[-1].tag == "TH" and row.kids[-1].attributes["/Scope"] == "/Column"
    ]
    assert len(heads) == 1


@pytest.mark.parametrize("count", [1, 14, 15, 16, 200])
def test_no_text_overlaps_another_or_leaves_the_page(count: int) -> None:
    offer, proposal = offers.many(count)
    for page in boxes(pdf(offer, proposal, BOTH)):
        for left, bottom, right, top in page:
            assert 40 < left < right < 555
            assert 15 < bottom < top < 835
        rows = sorted(page, key=lambda box: -box[3])
        for one, other in pairwise(rows):
            apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
            assert apart or other[3] <= one[1] + 1.5


@pytest.mark.parametrize("count", range(8, 34))
def test_totals_stand_with_the_reason_why_they_have_no_vat(count: int) -> None:
    offer, proposal = offers.many(count)
    net = offer.distributor.monthly.net
    abroad = replace(
        offer,
        vat_rate=None,
        vat_abroad=True,
        distributor=replace(
            offer.distributor, monthly=Taxed(net=net, vat=None, gross=None)
        ),
    )
    for page in page_texts(pdf(abroad, proposal, ENGLISH)):
        said = ("Monthly rate, excluding VAT", "Contract total over", "another country")
        assert len({words in plain(page) for words in said}) == 1


def test_a_quote_of_options_only_is_drawn() -> None:
    for languages in EDITIONS:
        offer, proposal = offers.options_only()
        text = text_of(pdf(offer, proposal, languages))
        assert (
            plain(languages[0].gettext("This quotation consists of options only."))
            in text
        )
        assert plain(languages[0].gettext("Acceptance")) not in text


def test_the_largest_amounts_have_room() -> None:
    big = amount("99999999.99")
    offer = replace(
        OFFER,
        lines=(replace(samples.PACK, monthly=big), *OFFER.lines[1:]),
        distributor=replace(
            OFFER.distributor,
            monthly=samples.taxed("99999999.99"),
            contract_total=big.times(36),
        ),
    )
    data = pdf(offer)
    assert written(big.times(36), FRENCH[0]) in text_of(data)
    for page in boxes(data):
        assert all(left > 40 and right < 555 for left, _, right, _ in page)


HOSTILE = (
    "<SARL> AT&T <b>{0} %s</b> \U0001f600 字汉 \u202eabc\x00"
    "\nשלום\r\n\tfin " + "W" * 3000 + " z"
)
SHOWN = "<SARL>AT&T<b>{0}%s</b>[U+1F600]字汉[U+202E]abcשלוםfin" + "W" * 3000 + "z"


def within(data: bytes, left: float, right: float) -> str:
    """Return what stands between two edges, without head and foot of pages."""
    document = pypdfium2.PdfDocument(data)
    parts = [
        page.get_textpage().get_text_bounded(left - 1, 62, right + 1, 785)
        for page in document
    ]
    document.close()
    return tight("".join(parts))


def test_hostile_names_are_drawn_whole() -> None:
    text = Localized.same(HOSTILE)
    pack = replace(samples.PACK, name=text, description=text, contents=((text, 1),))
    upgrade = replace(samples.UPGRADE, name=text, replaces=(text,))
    offer = replace(OFFER, lines=(pack, upgrade))
    read = within(pdf(offer, languages=ENGLISH), 42, 554)
    beside = "amonth,excludingVATContracttotal,36monthsOnce,ArdenneInformatique"
    # Where something goes on overleaf, what stands beside it comes between.
    for between in (
        f"{beside}23.328,00€1.020,00€",
        "1249,90€598,80€",
        "12+4,10€49,20€",
        "Pack,termof36monthsQuantityPerunitPermonth",
    ):
        read = read.replace(between, "")
    # What it buys; the pack's name, description and contents; the upgrade's two.
    assert read.count(SHOWN) == 6


@pytest.mark.parametrize(
    "customer",
    [
        Customer(HOSTILE),
        Customer("X", contact=HOSTILE),
        Customer("X", email=HOSTILE),
        Customer("X", street=HOSTILE),
        Customer("X", postcode=HOSTILE),
        Customer("X", city=HOSTILE),
        Customer("X", vat_number=HOSTILE),
    ],
)
def test_a_hostile_customer_is_drawn_whole(customer: Customer) -> None:
    data = pdf(proposal=replace(PROPOSAL, customer=customer), languages=ENGLISH)
    assert SHOWN in within(data, 42, 205)


def test_a_legal_line_too_long_for_a_footer_stands_whole_at_the_end() -> None:
    partner = replace(PARTNER, legal_line="RPM " + "x" * 4000)
    pages = page_texts(pdf(partner=partner))
    assert "x" * 4000 in tight("".join(pages)).replace("2/2", "").replace("3/3", "")
    assert len(pages) < 5


@pytest.mark.parametrize("letters", range(8, 60, 4))
def test_no_sign_hangs_at_the_end_of_a_legal_line(letters: int) -> None:
    line = " · ".join("n" * letters for _ in range(9))
    data = pdf(partner=replace(PARTNER, legal_line=line))
    lines = [each.strip() for page in page_texts(data) for each in page.splitlines()]
    assert sum("nnn" in each for each in lines) > 2
    assert not [each for each in lines if each.startswith("·") or each.endswith("·")]


def test_hostile_partner_seller_and_headings() -> None:
    partner = Partner(name=HOSTILE, legal_line=HOSTILE, phone=HOSTILE)
    seller = Seller(HOSTILE, "X", HOSTILE, HOSTILE)
    proposal = replace(
        PROPOSAL,
        title=HOSTILE,
        reference=HOSTILE,
        seller=HOSTILE,
        delivery_address=HOSTILE,
    )
    data = pdf(proposal=proposal, partner=partner, seller=seller, languages=BOTH)
    assert structure(data).tagged("H1")
    assert tight("".join(page_texts(data))).count("W") > 6 * 3000


def test_a_quote_with_next_to_nothing_in_it() -> None:
    offer, proposal = offers.subscriptions_only()
    bare = replace(proposal, customer=Customer("X"), number="")
    text = text_of(pdf(offer, bare, FRENCH, Partner(), Seller(), ()))
    assert written(amount("105.00"), FRENCH[0]) in text


def test_a_paper_is_small_however_many_lines_it_has() -> None:
    fifteen, many = samples.pdf(*offers.many(15)), samples.pdf(*offers.many(400))
    assert len(fifteen) <= 60_000
    assert len(many) <= 400 * 1_000


def test_a_small_quote_is_one_page_down_to_its_signature() -> None:
    alone = replace(samples.PARTNER, terms="chosen")
    assert len(page_texts(samples.pdf(*offers.many(1), partner=alone))) == 1
    assert len(page_texts(samples.pdf(*offers.subscriptions_only()))) == 1
    assert len(page_texts(samples.pdf())) == 2


def test_a_short_table_is_not_cut_in_two() -> None:
    two = (
        samples.service("partner_services[0]", Localized.same("Fitting"), "60.00", 14),
        samples.service("partner_services[1]", Localized.same("Moving"), "85.00", 14),
    )
    (first,) = samples.PROPOSAL.partner_services
    services = (first, replace(first, id="partner_services[1]"))
    paid = replace(samples.OFFER.partner, once=samples.taxed("2030.00"))
    for count in range(1, 16):
        offer, proposal = offers.many(count)
        more = replace(offer, lines=(*offer.lines, *two), partner=paid)
        asked = replace(proposal, partner_services=services)
        pages = page_texts(samples.pdf(more, asked, ENGLISH))
        found = [n for n, page in enumerate(pages) if "Fitting" in page]
        assert found == [n for n, page in enumerate(pages) if "Moving" in page]
        assert len(found) == 1
