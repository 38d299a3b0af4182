"""A message that waits to be sent: headers, words, papers, and no surprise."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.identity import Customer, Partner, Seller
from app.exchange.mail import Letter, write
from i18n import Language
from tests.app.domain import build

FRENCH, ENGLISH = Language.of("fr", "BE"), Language.of("en", "BE")
LETTER = Letter(
    proposal=replace(
        build.EXAMPLE,
        number="TR-2026-0001",
        title="Postes de travail",
        valid_until=build.DAY.replace(month=12),
        customer=Customer("Lefèvre", email="zoe@lefevre.example"),
    ),
    draft=False,
    provisional=False,
    languages=(FRENCH,),
    partner=Partner(name="Ardenne", email="info@ardenne.example", phone="081 00"),
    seller=Seller(name="Thomas Renard", email="thomas@ardenne.example"),
    papers=(("TR-2026-0001-fr.pdf", b"%PDF-1.7 \0\r\n\n."),),
)


def read(letter: Letter) -> EmailMessage:
    message = message_from_bytes(write(letter), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text(letter: Letter) -> str:
    body = read(letter).get_body()
    assert body is not None
    content = body.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def test_it_waits_to_be_sent_to_the_customer() -> None:
    message = read(LETTER)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Offre de prix TR-2026-0001 – Postes de travail"
    assert message["To"] == "zoe@lefevre.example"
    assert message["From"] == "Thomas Renard <thomas@ardenne.example>"
    assert message["Date"] is None


def test_the_papers_are_attached_byte_for_byte() -> None:
    papers = (*LETTER.papers, ("Offre été.pdf", b"other"))
    held = [*read(replace(LETTER, papers=papers)).iter_attachments()]
    assert [(each.get_filename(), each.get_content()) for each in held] == [*papers]
    assert {each.get_content_type() for each in held} == {"application/pdf"}


def test_the_text_speaks_the_language_of_the_paper() -> None:
    french = text(LETTER)
    assert "Vous trouverez en annexe notre offre de prix TR-2026-0001." in french
    assert "jusqu’au 22 décembre 2026 inclus" in french
    assert "Thomas Renard\nArdenne\n081 00\nthomas@ardenne.example" in french
    assert "Hello" not in french
    english = text(replace(LETTER, languages=(ENGLISH,)))
    assert "You will find our quotation TR-2026-0001 attached." in english
    assert "Bonjour" not in english


def test_both_languages_stand_one_under_the_other() -> None:
    both = text(replace(LETTER, languages=(FRENCH, ENGLISH)))
    assert both.index("Bonjour,") < both.index("—") < both.index("Hello,")


def test_a_provisional_quote_and_one_without_a_number_say_so() -> None:
    proposal = replace(LETTER.proposal, number="", title="")
    letter = replace(LETTER, proposal=proposal, provisional=True)
    assert "Elle est provisoire" in text(letter)
    assert "notre offre de prix.\n" in text(letter)
    assert read(letter)["Subject"] == "Offre de prix"
    assert "provisoire" not in text(LETTER)


def test_a_draft_says_that_it_may_change() -> None:
    letter = replace(LETTER, draft=True, languages=(FRENCH, ENGLISH))
    assert "Il s’agit d’un projet d’offre, qui peut encore changer." in text(letter)
    assert "It is a draft, which may still change." in text(letter)
    assert "projet" not in text(LETTER)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert write(LETTER) == write(LETTER)


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("a@b.example; c@d.example", "a@b.example, c@d.example"),
        ("", None),
        ("zoe", None),
        ("zoé@lefevre.example", None),
        ("a..b@c.example", None),
        ("a@b.example\r\nBcc: thief@x.example", "a@b.example, thief@x.example"),
    ],
)
def test_only_addresses_are_written_to(typed: str, to: str | None) -> None:
    customer = replace(LETTER.proposal.customer, email=typed)
    message = read(
        replace(LETTER, proposal=replace(LETTER.proposal, customer=customer))
    )
    assert message["To"] == to
    assert message["Bcc"] is None


def test_the_partner_writes_where_the_seller_has_no_address() -> None:
    message = read(replace(LETTER, seller=Seller(name="Thomas")))
    assert message["From"] == "Thomas <info@ardenne.example>"
    nobody = replace(LETTER, seller=Seller(), partner=Partner())
    assert read(nobody)["From"] is None


#: Control signs, halves of signs, other scripts: whatever a field was given.
_anything = st.text(st.characters(), max_size=12)


@settings(max_examples=60)
@given(_anything, _anything, _anything, _anything)
def test_nothing_typed_makes_a_header_of_its_own(
    title: str, number: str, name: str, email: str
) -> None:
    proposal = replace(
        LETTER.proposal,
        title=title,
        number=number,
        customer=Customer(name, email=email),
    )
    letter = replace(
        LETTER, proposal=proposal, seller=Seller(name=name), partner=Partner(name=title)
    )
    message = read(letter)
    allowed = {"subject", "to", "x-unsent", "content-type", "mime-version"}
    assert {each.lower() for each in message} <= allowed
    (held,) = message.iter_attachments()
    assert held.get_content() == LETTER.papers[0][1]
