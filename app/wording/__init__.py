"""Problems as sentences: what, where, and what to do about it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from app.domain.choices import Status
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.offer import AtEnd
from app.domain.plain import escaped
from app.domain.problems import Problem, Severity
from app.wording.columns import column_name
from app.wording.sentences import SENTENCES
from app.wording.statuses import STATUSES
from app.wording.system import reason
from i18n import N_, Language

__all__ = [
    "PAID",
    "SENTENCES",
    "collected",
    "column_name",
    "labelled",
    "place_words",
    "sentence",
    "shown_parameters",
]

_SEVERITIES: Final = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.SUGGESTION: N_("Suggestion"),
}
_LANGUAGES: Final = {"fr": N_("French"), "en": N_("English")}
_LINE = re.compile(r"(?P<section>[a-z_]+)\[(?P<index>[0-9]{1,4})\]")
_SECTIONS: Final = {
    "packs": N_("pack {number}"),
    "options": N_("option {number}"),
    "subscriptions": N_("subscription {number}"),
    "partner_services": N_("service {number}"),
    "special_requests": N_("special request {number}"),
}

_PLACES: Final = {
    "return": N_("Return"),
    "partner_services": N_("Services"),
    "valid_until": N_("Validity"),
    "date": N_("Date"),
    "customer.country": N_("Customer’s country"),
    "customer.street": N_("Customer’s street and number"),
    "customer.postcode": N_("Customer’s postcode"),
    "customer.city": N_("Customer’s city"),
    "customer.vat_number": N_("Customer’s VAT or enterprise number"),
    "contract.credit": N_("Credit check"),
    "contract.distributor_signed_on": N_("Signed by the distributor"),
    "contract.customer_signed_on": N_("Signed by the customer"),
    "contract.delivered_on": N_("Delivery accepted"),
    "customer.enterprise_number": N_("Customer’s enterprise number"),
    "receiver.name": N_("Contact for the delivery"),
    "receiver.phone": N_("Phone for the delivery"),
    "signatory.name": N_("Signatory’s name"),
    "signatory.function": N_("Signatory’s position"),
    "signatory.email": N_("Signatory’s e-mail"),
    "signatory.phone": N_("Signatory’s phone"),
    "policies.waas": N_("WaaS terms"),
    "policies.csp": N_("Subscription terms"),
    "partner.name": N_("Company name"),
    "partner.street": N_("Street and number"),
    "partner.postcode": N_("Postcode"),
    "partner.city": N_("City"),
    "partner.vat_number": N_("VAT number"),
    "partner.accent": N_("Colour of your paper"),
    "partner.legal_form": N_("Legal form"),
    "partner.capital": N_("Share capital"),
    "partner.enterprise_number": N_("Enterprise number"),
    "partner.register": N_("Companies register"),
    "partner.licence": N_("Business permit"),
    "partner.bank_account": N_("Bank account"),
    "seller.name": N_("Seller’s name"),
    "seller.email": N_("Seller’s phone or e-mail"),
}


def sentence(problem: Problem, language: Language) -> str:
    """Return the problem in words, with the place it is about."""
    text = language.gettext(SENTENCES[problem.code])
    shown = shown_parameters(problem, language)
    what = text.format(**shown)
    where = _where(problem, shown, language)
    if not where:
        return what
    return language.gettext("{where}: {what}").format(where=where, what=what)


def shown_parameters(problem: Problem, language: Language) -> dict[str, str]:
    """Return what a problem's sentence is filled with, by name."""
    shown = {name: _shown(value, language) for name, value in problem.parameters}
    if shown.get("language") in _LANGUAGES:
        shown["language"] = _in_language(shown["language"], language)
    if "key" in shown:
        shown.setdefault("field", column_name(shown["key"], language))
    if "reason" in shown:
        shown["reason"] = reason(shown["reason"], language)
    return shown


def _in_language(code: str, language: Language) -> str:
    """Name a language within a sentence, where French writes it small."""
    name = language.gettext(_LANGUAGES[code])
    return name.lower() if language.code == "fr" else name


def labelled(problem: Problem, language: Language) -> str:
    """Return the sentence with its severity before it, as a list shows it."""
    return language.gettext("{severity} – {sentence}").format(
        severity=language.gettext(_SEVERITIES[problem.severity]),
        sentence=sentence(problem, language),
    )


def collected(ending: AtEnd, language: Language) -> str:
    """W12: name what collecting the hardware at the end costs."""
    text = language.ngettext(
        "At the end: collecting {count} device",
        "At the end: collecting {count} devices",
        ending.devices,
    )
    return text.format(count=language.number(ending.devices))


def _shown(value: object, language: Language) -> str:
    """Write one parameter as people do."""
    if isinstance(value, Localized):
        return value.best(language.code)
    if isinstance(value, Amount | UnitPrice):
        return language.money(value)
    if isinstance(value, dt.date):
        return language.date(value)
    if isinstance(value, Decimal):
        return language.percent(value)
    if isinstance(value, Status):
        return language.gettext(STATUSES[value])
    return escaped(str(value))


def _where(problem: Problem, shown: dict[str, str], language: Language) -> str:
    """Say where: a row, a cell with its value, or a line of the quote."""
    said = shown.get("value", "").strip()
    if "row" in shown and said and "column" in shown:
        place = language.gettext("Row {row}, column {column}, “{value}”")
    elif "row" in shown and "column" in shown:
        place = language.gettext("Row {row}, column {column}")
    elif "row" in shown and said:
        place = language.gettext("Row {row}, “{value}”")
    elif "row" in shown and problem.where:
        place = language.gettext("Row {row}")
    else:
        return place_words(problem.where, language)
    return place.format(**shown)


def place_words(where: str, language: Language) -> str:
    """Say which line of the quote: `packs[0].options[1]` is 'pack 1, option 2'."""
    if not where:
        return ""
    if where in _PLACES:
        place = _PLACES[where]
        return language.gettext(place)
    parts: list[str] = []
    for part in where.split("."):
        match = _LINE.fullmatch(part)
        if match and match["section"] in _SECTIONS:
            name = _SECTIONS[match["section"]]
            number = int(match["index"]) + 1
            parts.append(language.gettext(name).format(number=number))
        else:
            return escaped(where)
    text = ", ".join(parts)
    return text[0].upper() + text[1:]


#: An amount, and how often it is paid.
PAID: Final = {
    "month": N_("{amount} a month"),
    "year": N_("{amount} a year"),
    "once": N_("{amount} once"),
}
