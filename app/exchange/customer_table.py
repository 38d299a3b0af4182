"""Customers out of a table whose columns have whatever names, and back."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.choices import Edition, Segment
from app.domain.known_customer import FIELDS, KnownCustomer, as_texts, of_texts
from app.domain.plain import is_line, is_plain
from app.domain.problems import Problem, Problems, RefusedError, error
from app.tables.formula_signs import given_back, made_safe
from app.tables.headers import plain
from app.tables.table import Row, Table
from app.tables.writing import content_of, plain_text
from i18n.countries import country_named, is_country

#: Which column says what: its name by field.
Columns = Mapping[str, str]
_MOST_ABOVE: Final = 60
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        *("nom", "client", "customer", "societe", "company", "entreprise", "compte"),
        *("raisonsociale", "nomduclient", "customername", "companyname", "account"),
        *("denomination", "nomdelasociete", "nomsociete", "accountname"),
    ),
    "country": ("pays", "codepays", "countrycode", "iso"),
    "vat_number": (
        *("tva", "vat", "numerodetva", "numerotva", "notva", "ntva", "vatnumber"),
        *("numtva", "vatno", "vatid", "tvaintracommunautaire", "btw"),
    ),
    "enterprise_number": (
        *("numerodentreprise", "numeroentreprise", "bce", "kbo", "siren", "siret"),
        *("companynumber", "companyno", "registrationnumber"),
        *("nentreprise", "noentreprise"),
    ),
    "segment": ("secteur", "sector", "typedeclient", "customertype"),
    "language": ("langue", "languedesdevis", "lang"),
    "contact": (
        *("personnedecontact", "contactperson", "contactname", "nomducontact"),
        *("interlocuteur", "contactprincipal"),
    ),
    "email": ("mail", "courriel", "emailaddress", "adressemail", "adresseemail"),
    "phone": ("telephone", "tel", "gsm", "mobile", "phonenumber", "numerodetelephone"),
    "street": ("rue", "adresse", "address", "address1", "adresse1", "rueetnumero"),
    "postcode": ("codepostal", "cp", "zip", "zipcode", "postalcode"),
    "city": ("ville", "localite", "commune", "town"),
    "delivery_address": ("adressedelivraison", "livraison", "shippingaddress"),
}
_SEGMENTS: Final[Mapping[str, Segment]] = {
    **{plain(each): each for each in Segment},
    "entreprise": Segment.BUSINESS,
    "commercial": Segment.BUSINESS,
    "administration": Segment.GOVERNMENT,
    "public": Segment.GOVERNMENT,
    "secteurpublic": Segment.GOVERNMENT,
    "enseignement": Segment.EDUCATION,
    "ecole": Segment.EDUCATION,
    "association": Segment.CHARITY,
    "asbl": Segment.CHARITY,
}
_LANGUAGES: Final[Mapping[str, Edition]] = {
    **{plain(each): each for each in Edition},
    "francais": Edition.FR,
    "french": Edition.FR,
    "anglais": Edition.EN,
    "english": Edition.EN,
    "fren": Edition.FR_EN,
}
_COUNTRIES: Final[Mapping[str, str]] = {
    "belgique": "BE",
    "allemagne": "DE",
    "paysbas": "NL",
    "suisse": "CH",
    "espagne": "ES",
    "italie": "IT",
    "royaumeuni": "GB",
}


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns: where it is, their names, what they say."""

    at: int
    names: tuple[str, ...]
    columns: Columns

    @property
    def layout(self) -> str:
        """What the layout is known by: its column names, as people write them.

        A row below that is longer makes no other layout.
        """
        names = "\n".join(map(plain, self.names)).rstrip("\n")
        return hashlib.sha256(names.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as a row says it; `number` is the row's."""

    number: int
    known: KnownCustomer


def header(table: Table, known: Columns | None = None) -> Header:
    """Find the row that names the columns; RefusedError where none names customers.

    `known` says which column says what; what it does not say is guessed.
    """
    wanted = {plain(name): field for field, name in (known or {}).items()}
    found = _headers(table, wanted)
    best = max(found, key=lambda each: len(each.columns), default=None)
    if best is None or "name" not in best.columns:
        raise RefusedError(error("customer_column_missing"))
    missing = set(wanted.values()) - set(best.columns)
    if missing:
        names = ", ".join((known or {})[field] for field in sorted(missing))
        raise RefusedError(error("customer_columns_unknown", names=names))
    return best


def names(table: Table) -> tuple[str, ...]:
    """Return the names in the row that most likely names the columns."""
    best = max(
        _headers(table, {}),
        key=lambda each: (len(each.columns), len(each.names) > 1),
        default=None,
    )
    return tuple(filter(None, best.names)) if best else ()


def layouts(table: Table) -> Iterator[str]:
    """Yield what the layout would be known by, whichever row names the columns."""
    return (each.layout for each in _headers(table, {}))


def read(table: Table, header: Header) -> tuple[tuple[CustomerRow, ...], Problems]:
    """Read the rows below a header; each that is refused is named with its reason."""
    rows: list[CustomerRow] = []
    problems: list[Problem] = []
    places = {field: header.names.index(n) for field, n in header.columns.items()}
    for row in table.rows[header.at + 1 :]:
        texts = {
            field: row.cells[at] if at < len(row.cells) else ""
            for field, at in places.items()
        }
        found = tuple(_problems(row, texts, header.columns))
        problems += found
        if not found:
            rows.append(CustomerRow(row.number, of_texts(_translated(texts))))
    return tuple(rows), tuple(problems)


def as_csv(customers: Iterable[KnownCustomer]) -> bytes:
    """Write customers as CSV, under the names of FIELDS."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(FIELDS)
    writer.writerows([made_safe(t) for t in as_texts(e).values()] for e in customers)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(customers: Iterable[KnownCustomer]) -> bytes:
    """Write customers as a workbook, likewise."""
    from openpyxl import Workbook  # noqa: PLC0415  # most commands write none

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Customers")
    sheet.freeze_panes = "B2"
    sheet.append(FIELDS)
    for each in customers:
        sheet.append([plain_text(text) for text in as_texts(each).values()])
    return content_of(book)


def _headers(table: Table, wanted: Mapping[str, str]) -> Iterator[Header]:
    """Yield what each of the upper rows would say if it named the columns."""
    for at, row in enumerate(table.top(_MOST_ABOVE)):
        yield _header(at, row, wanted)


def _header(at: int, row: Row, wanted: Mapping[str, str]) -> Header:
    """Say which columns of a row say what: as is wanted, else as people call them."""
    columns: dict[str, str] = {}
    for cell in row.cells:
        field = wanted.get(plain(cell))
        if field:
            columns[field] = cell
    for cell in row.cells:
        called = _field_called(cell)
        if called and cell not in columns.values():
            columns.setdefault(called, cell)
    return Header(at, row.cells, columns)


def _field_called(name: str) -> str:
    """Return the field that people call so, '' for none."""
    asked = plain(name)
    called = (f for f in FIELDS if asked == plain(f) or asked in _NAMES[f])
    return next(called, "")


def _translated(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a row's texts in our own words; a number is no formula."""
    told = {field: given_back([text])[0] for field, text in texts.items()}
    country, segment = told.get("country", ""), told.get("segment", "")
    language = told.get("language", "")
    return {
        **told,
        "country": _country(country) if country else "",
        "segment": _SEGMENTS[plain(segment)] if segment else "",
        "language": _LANGUAGES[plain(language)] if language else "",
    }


def _country(text: str) -> str:
    """Return a country's code by code or name, '' where there is none."""
    code = text.strip().upper()
    if is_country(code):
        return code
    return _COUNTRIES.get(plain(text)) or country_named(text) or ""


def _problems(
    row: Row, texts: Mapping[str, str], columns: Columns
) -> Iterator[Problem]:
    """Say why a row is no customer."""
    if not texts["name"]:
        yield error("customer_row_unnamed", f"row {row.number}", row=row.number)
    for field, code, known in (
        ("country", "not_a_country", _country),
        ("segment", "customer_segment_unknown", lambda t: plain(t) in _SEGMENTS),
        ("language", "customer_language_unknown", lambda t: plain(t) in _LANGUAGES),
    ):
        text = texts.get(field, "")
        if text and not known(text):
            column, value = columns[field], text[:60]
            yield error(code, row=row.number, column=column, value=value)
    for field, text in texts.items():
        if not (is_line(text) or (field == "delivery_address" and is_plain(text))):
            column = columns[field]
            yield error("control_character", row=row.number, column=column)
