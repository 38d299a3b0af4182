"""Which settings the page shows, in which groups, under which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.domain.identity import CHOSEN
from app.settings import ACCENT, FIGURES, LOGO, POINT, TERMS
from i18n import N_
from ui.menus import APPEARANCES, LANGUAGES
from ui.preferences import APPEARANCE, CUSTOMER_VIEW, YES


@dataclass(frozen=True, slots=True)
class Field:
    """A setting that is typed: its key, its words, a hint, and whether it is wide.

    `hints` are those of a country, by its code.
    """

    key: str
    label: str
    hint: str = ""
    wide: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that is chosen: its key, its words, and (value, words) of each."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]
    wide: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A setting that is a picture: its key, its words, and a hint."""

    key: str
    label: str
    hint: str
    wide: bool = True


@dataclass(frozen=True, slots=True)
class Colour:
    """A setting that is a colour: its key, its words, and a hint."""

    key: str
    label: str
    hint: str
    wide: bool = True


Setting = Field | Choice | Picture | Colour


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    heading: str
    text: str
    fields: tuple[Setting, ...]
    #: Not shown while a customer looks on.
    partner_only: bool = False


GROUPS: Final = (
    Group(
        N_("Your company"),
        N_("It stands on every quote, and invoices your own services."),
        (
            Field("partner.name", N_("Company name"), wide=True),
            Picture(LOGO, N_("Logo"), N_("PNG, JPEG or SVG; it heads every quote")),
            Colour(ACCENT, N_("Colour of your paper"), N_("It marks what stands out")),
            Choice(
                TERMS,
                N_("Terms on your quotes"),
                (
                    ("", N_("All compared, with a chart")),
                    (CHOSEN, N_("Only the chosen one")),
                ),
            ),
            Field("partner.street", N_("Street and number"), wide=True),
            Field("partner.postcode", N_("Postcode")),
            Field("partner.city", N_("City")),
            Field("partner.country", N_("Country"), N_("Two letters: BE, FR, LU")),
            Field("partner.vat_number", N_("VAT number")),
            Choice(
                FIGURES,
                N_("Swiss figures"),
                (("", N_("As usual in French")), (POINT, N_("With a point"))),
            ),
            Field("partner.phone", N_("Company phone")),
            Field("partner.email", N_("Company e-mail")),
            Field("partner.website", N_("Website"), wide=True),
        ),
    ),
    Group(
        N_("Legal details"),
        N_("What documents of your country name: it stands at the foot of every page."),
        (
            Field(
                "partner.legal_form",
                N_("Legal form"),
                hints={
                    "BE": N_("SRL, SA… or “personne physique”"),
                    "FR": N_("SAS, SARL… or EI"),
                    "LU": N_("SARL, SA… or “entreprise individuelle”"),
                },
            ),
            Field(
                "partner.enterprise_number",
                N_("Enterprise number"),
                hints={
                    "BE": N_("Your VAT number will do"),
                    "FR": N_("SIREN of nine digits, or SIRET of fourteen"),
                    "CH": N_("Your VAT number will do"),
                },
            ),
            Field(
                "partner.register",
                N_("Companies register"),
                hints={
                    "BE": N_("The court of your seat, as in “Liège, division Namur”"),
                    "FR": N_("The town of the registry, as in “Lille”"),
                    "LU": N_("Your number in it, as in “B123456”"),
                },
            ),
            Field(
                "partner.capital",
                N_("Share capital"),
                hints={"FR": N_("With its currency, as in “10 000 €”")},
            ),
            Field(
                "partner.licence",
                N_("Business permit"),
                hints={"LU": N_("Its number")},
            ),
            Field(
                "partner.bank_account",
                N_("Bank account"),
                hints={"BE": N_("IBAN of an account of the company")},
            ),
            Field(
                "partner.legal_line",
                N_("Further words"),
                N_("They end the legal line"),
                wide=True,
            ),
        ),
    ),
    Group(
        N_("You"),
        N_("Who signs the quotes, and how their numbers begin."),
        (
            Field("seller.name", N_("Your name"), wide=True),
            Field("seller.phone", N_("Your phone")),
            Field("seller.email", N_("Your e-mail")),
            Field(
                "seller.prefix",
                N_("Start of your quote numbers"),
                N_("Capitals and digits: TR gives TR-2026-0001"),
            ),
        ),
    ),
    Group(
        N_("Your services"),
        N_("A quote whose discounts leave less stays a draft."),
        (
            Field(
                "services.floor",
                N_("Least of its price that a discounted service keeps, in percent"),
                N_("80 lets a discount of 20 percent through, and no more"),
                wide=True,
            ),
        ),
        partner_only=True,
    ),
    Group(
        N_("This program"),
        "",
        (
            Choice(
                "ui.language",
                N_("Language of the window"),
                (("", N_("As the system")), *LANGUAGES),
            ),
            Choice(APPEARANCE, N_("Appearance"), APPEARANCES),
            Choice(
                CUSTOMER_VIEW,
                N_("Customer view at start"),
                (("", N_("As it was left")), (YES, N_("Always on"))),
            ),
        ),
    ),
)
