"""Customers and their quotes as rows of finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.known_customer import FIELDS, KnownCustomer, as_texts
from app.ports import CustomerRecord, QuoteHead
from app.wording.customers import FIELD_NAMES, field_text
from app.wording.statuses import STATUSES
from i18n import N_, Language
from ui.models.words import folded, money
from ui.widgets.read_table import Column


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer of the list; `searched` is folded for comparing."""

    record: CustomerRecord
    name: str
    city: str
    vat_number: str
    quotes: str
    last: str
    searched: str

    def matches(self, words: tuple[str, ...]) -> bool:
        """Tell whether every word, folded, occurs in it."""
        return all(word in self.searched for word in words)


@dataclass(frozen=True, slots=True)
class CustomerQuoteRow:
    """One quote of a customer; `name` leads to this very revision."""

    name: str
    label: str
    title: str
    status: str
    monthly: str


def customer_row(
    record: CustomerRecord, language: Language, *, alone: bool = False
) -> CustomerRow:
    """Write a customer for the list; a quote counts once with its revisions.

    Of one that was read `alone` nobody knows yet how many there are.
    """
    who, quotes = record.customer, record.quotes
    count = "" if alone else language.number(len({each.number for each in quotes}))
    people = (f"{each.name} {each.email}" for each in record.known.contacts)
    told = (*as_texts(record.known).values(), *people)
    return CustomerRow(
        record=record,
        name=_name(record, language),
        city=who.city,
        vat_number=who.vat_number,
        quotes=count,
        last=language.day(max(each.date for each in quotes)) if quotes else "",
        searched=folded("\n".join(told)),
    )


def _name(record: CustomerRecord, language: Language) -> str:
    """Return a customer's name, with a word where it is in the archive."""
    if record.archived_on is None:
        return record.customer.name
    text = language.gettext("{name} (in the archive)")
    return text.format(name=record.customer.name)


def customer_quote_row(
    head: QuoteHead, language: Language, today: date
) -> CustomerQuoteRow:
    """Write a quote for the list of its customer."""
    status = head.lifecycle.shown(head.valid_until, today)
    return CustomerQuoteRow(
        name=head.name,
        label=head.label,
        title=head.title,
        status=language.gettext(STATUSES[status]),
        monthly=money(head.monthly, language),
    )


def customer_columns() -> tuple[Column[CustomerRow], ...]:
    """Return the columns of customers."""
    return (
        Column(N_("Customer"), lambda row: row.name),
        Column(N_("City"), lambda row: row.city, 110),
        Column(N_("VAT number"), lambda row: row.vat_number, 136),
        Column(N_("Quotes"), lambda row: row.quotes, 64, figures=True),
        Column(N_("Last quote"), lambda row: row.last, 108, figures=True),
    )


def quote_columns() -> tuple[Column[CustomerQuoteRow], ...]:
    """Return the columns of a customer's quotes."""
    return (
        Column(N_("Number"), lambda row: row.label, 150),
        Column(N_("Title"), lambda row: row.title),
        Column(N_("Status"), lambda row: row.status, 92),
        Column(N_("Per month"), lambda row: row.monthly, 96, figures=True),
    )


def identity(known: KnownCustomer, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is known of a customer: its name in words, and the text."""
    _, texts, who = language.gettext, as_texts(known), known.customer
    place = (f"{who.postcode} {who.city}".strip(), language.country(who.country))
    joined = {
        "contact": " · ".join(filter(None, (who.contact, who.email, known.phone))),
        "city": " · ".join(filter(None, place)),
    }
    told = set(FIELDS) - {"name", "country", "email", "phone", "postcode"}
    for name in FIELDS:
        if name in told:
            text = joined.get(name, field_text(name, texts[name], language))
            alone = name == "city" and not place[0]
            yield _("Country") if alone else _(FIELD_NAMES[name]), text
    for each in known.contacts:
        parts = (each.name, each.role, each.email, each.phone)
        yield _("Other contact"), " · ".join(filter(None, parts))
