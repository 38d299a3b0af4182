"""A message with the papers of a quote, written but not sent: an .eml file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import Final

from app.domain.identity import Partner, Seller
from app.domain.lifecycle import label
from app.domain.proposal import Proposal
from i18n import Language

#: What every mail program takes; another address is left for people to type.
_ADDRESS: Final = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w-]+(\.[\w-]+)+",
    re.ASCII,
)
_BETWEEN_ADDRESSES: Final = re.compile(r"[,;\s]+")
_RULE: Final = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is said, by whom and in which languages, and the PDFs by their names."""

    proposal: Proposal
    draft: bool
    provisional: bool
    languages: tuple[Language, ...]
    partner: Partner
    seller: Seller
    papers: tuple[tuple[str, bytes], ...]


def write(letter: Letter) -> bytes:
    """Return the message; the same letter gives the same bytes.

    Mail programs open it as one of the user's own that is still to be sent. An
    address that is none is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(letter)
    if sender := _sender(letter):
        message["From"] = sender
    if receivers := _receivers(letter.proposal.customer.email):
        message["To"] = receivers
    message["X-Unsent"] = "1"
    message.set_content(_text(letter), cte="quoted-printable")
    for name, content in letter.papers:
        message.add_attachment(
            content, maintype="application", subtype="pdf", filename=_plain(name)
        )
    if letter.papers:
        # Left to the library, it is a random one.
        message.set_boundary(_boundary(letter))
    return message.as_bytes()


def _boundary(letter: Letter) -> str:
    """Return what parts the message: nothing that could stand inside a part."""
    digest = sha256()
    for _, content in letter.papers:
        digest.update(content)
    return f"=_{digest.hexdigest()[:32]}"


def _subject(letter: Letter) -> str:
    """Return 'Quotation TR-2026-0001 – title', in the leading language."""
    proposal = letter.proposal
    title = letter.languages[0].gettext("Quotation")
    named = " ".join(filter(None, (title, _number(proposal))))
    return _plain(" – ".join(filter(None, (named, proposal.title.strip()))))


def _number(proposal: Proposal) -> str:
    """Return the quote's number with its revision; one not saved yet has none."""
    number, revision = proposal.number, proposal.revision
    return _plain(label(number, revision)) if number else ""


def _sender(letter: Letter) -> Address | None:
    """Return the salesperson's address, else the partner's."""
    seller, partner = letter.seller, letter.partner
    name = _plain(seller.name or partner.name)
    for email in (seller.email, partner.email):
        if _ADDRESS.fullmatch(email):
            return Address(name, addr_spec=email)
    return None


def _receivers(email: str) -> tuple[Address, ...]:
    """Return the customer's addresses; there may be several in one field."""
    parts = _BETWEEN_ADDRESSES.split(email)
    return tuple(Address(addr_spec=part) for part in parts if _ADDRESS.fullmatch(part))


def _text(letter: Letter) -> str:
    """Return what is said, once in each language."""
    said = ("\n".join(_said(letter, language)) for language in letter.languages)
    return f"\n\n{_RULE}\n\n".join(said) + "\n"


def _said(letter: Letter, language: Language) -> Iterator[str]:
    """Yield the lines of the text in one language."""
    _, proposal = language.gettext, letter.proposal
    yield _("Hello,")
    yield ""
    if number := _number(proposal):
        yield _("You will find our quotation {number} attached.").format(number=number)
    else:
        yield _("You will find our quotation attached.")
    if letter.draft:
        yield _("It is a draft, which may still change.")
    if letter.provisional:
        yield _("It is provisional: not every price is confirmed yet.")
    if proposal.valid_until:
        until = language.date(proposal.valid_until)
        yield _("It is valid until {day} inclusive.").format(day=until)
    yield ""
    yield _("I remain at your disposal for any question.")
    yield ""
    yield _("Kind regards,")
    yield ""
    yield from _signature(letter.partner, letter.seller)


def _signature(partner: Partner, seller: Seller) -> Iterator[str]:
    """Yield who writes, and how to reach them."""
    lines = (
        seller.name,
        partner.name,
        seller.phone or partner.phone,
        seller.email or partner.email,
        partner.website,
    )
    for line in lines:
        if plain := _plain(line):
            yield plain


def _plain(text: str) -> str:
    """Return a text as one line, without the signs that no header may hold."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs"})
