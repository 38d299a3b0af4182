"""Microsoft's licence price list (2017-2021) as a canonical table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.problems import Problem, Problems, RefusedError, error, warning
from app.pricelist.microsoft.records import Record, header_at, records
from app.pricelist.microsoft.source import (
    lines_above,
    month_named,
    which_currency,
)
from app.pricelist.source import Source
from app.tables.headers import plain
from app.tables.table import Row, Table
from i18n.currencies import is_currency

_CHANGE = "acdu"
_BEGINS = "validfromdate"
_ENDS = "validtodate"
_SKU = "offerid"
_UNIT = "purchaseunit"
_MARKS = frozenset(
    {_CHANGE, _BEGINS, _ENDS, "offerdisplayname", _SKU, _UNIT, "listprice", "erpprice"}
)
#: Written on the first row of a group alone, in the workbooks.
_FILLED = (_CHANGE, _BEGINS, _ENDS)
_CURRENCY_LINE = "doccurrency"
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
#: Told within a sheet's name too: other codes are words, as ALL and TOP are.
_USUAL = frozenset({"EUR", "CHF", "GBP", "USD"})
_OPEN_END = "9999-12-31"
_ONE_MONTH = "1 month(s)"
_WITHDRAWN = "DEL"
_SEGMENTS = {
    "corporate": "business",
    "academic": "education",
    "government": "government",
    "charity": "charity",
}
_HEADER = (
    "sku",
    "kind",
    "name_en",
    "manufacturer",
    "segment",
    "trial",
    "cost_month",
    "price_month",
    "valid_from",
    "valid_to",
)


def is_licence_list(table: Table) -> bool:
    """Tell whether a row names the columns of Microsoft's licence list."""
    return header_at(table, _MARKS) is not None


def sheet_for(table: Table, currency: str) -> str:
    """Return the sheet to read; RefusedError where the currency does not tell.

    A workbook has a sheet for each currency; the one sheet of others is ''.
    """
    there = _by_currency(table.sheets)
    if len(there) < 2:  # noqa: PLR2004 -- nothing to choose from
        return ""
    if currency not in there:
        raise which_currency(list(there), currency)
    return there[currency]


def _by_currency(sheets: tuple[str, ...]) -> dict[str, str]:
    """Return the sheets by the currency in their names; none where two tell one."""
    told = [
        (code, name)
        for name in sheets
        for code in _CODE.findall(name)
        if code in _USUAL or (code == name and is_currency(code))
    ]
    return dict(told) if len(dict(told)) == len(told) else {}


def canonical(source: Source) -> tuple[Table, Problems]:
    """Write the licence list as a canonical table, with what was left out.

    Microsoft's list price is the partner's cost, its ERP price the customer's.
    RefusedError where nothing says the currency, or the list has another one.
    """
    at = header_at(source.table, _MARKS)
    if at is None:
        raise ValueError(source.name)
    header = source.table.rows[at]
    offers = list(_offers(source, at))
    kept, problems = _kept(offers)
    rows = [Row(number, _cells(record)) for number, record in kept]
    first = _first_day(source.name, offers)
    currency = _currency(source, at)
    list_id = f"microsoft-licences-{currency}"
    above = lines_above(header.number, first, list_id=list_id, currency=currency)
    return Table.of((*above, Row(header.number, _HEADER), *rows)), problems


def _offers(source: Source, at: int) -> Iterator[tuple[int, Record]]:
    """Yield the rows by column, what stands on a group's first row filled down."""
    above = dict.fromkeys(_FILLED, "")
    for number, record in records(source.table, at, source.still):
        for name in _FILLED:
            above[name] = record[name] = record.get(name) or above[name]
        yield number, record


def _kept(
    offers: list[tuple[int, Record]],
) -> tuple[list[tuple[int, Record]], Problems]:
    """Leave out what Microsoft withdraws, and what is not sold by the month."""
    kept: list[tuple[int, Record]] = []
    problems: list[Problem] = []
    withdrawn = 0
    for number, record in offers:
        if record[_CHANGE] == _WITHDRAWN:
            withdrawn += 1
        elif record.get(_UNIT, "").casefold() != _ONE_MONTH:
            problems.append(_not_by_month(number, record))
        else:
            kept.append((number, record))
    if withdrawn:
        problems.append(warning("offers_withdrawn", count=withdrawn))
    return kept, tuple(problems)


def _not_by_month(number: int, record: Record) -> Problem:
    """Name an offer whose price pays for more than a month."""
    unit = record.get(_UNIT, "")
    return warning(
        "not_by_month",
        f"row {number}, column Purchase Unit",
        row=number,
        column="Purchase Unit",
        value=unit,
    )


def _cells(record: Record) -> tuple[str, ...]:
    """Return the canonical cells of an offer, in the order of the header."""
    agreement = record.get("licenseagreementtype", "")
    ends = _day(record[_ENDS])
    return (
        record[_SKU],
        "subscription",
        record["offerdisplayname"],
        "Microsoft",
        _SEGMENTS.get(agreement.casefold(), agreement),
        "yes" if record.get("secondarylicensetype") == "TRIAL" else "",
        record.get("listprice", ""),
        record.get("erpprice", ""),
        _day(record[_BEGINS]),
        "" if ends == _OPEN_END else ends,
    )


def _day(text: str) -> str:
    """Write 20210501 as 2021-05-01; a text that is no such day stays."""
    match = _DAY.fullmatch(text)
    return "-".join(match.groups()) if match else text


def _first_day(name: str, offers: list[tuple[int, Record]]) -> str:
    """Return the list's first day: its name's month, else its latest offer's."""
    latest = max((_day(record[_BEGINS]) for _, record in offers), default="")
    return month_named(name) or latest


def _currency(source: Source, at: int) -> str:
    """Read the currency from the line above, the name, or what was asked for."""
    above = [
        row.cells[1]
        for row in source.table.rows[:at]
        if plain(row.cells[0]) == _CURRENCY_LINE and len(row.cells) > 1
    ]
    named = [code for code in _CODE.findall(source.name) if is_currency(code)]
    told = (above or named)[:1]
    if told and source.currency not in {"", told[0]}:
        raise which_currency(told, source.currency)
    if not told and not source.currency:
        raise RefusedError(error("currency_untold"))
    return told[0] if told else source.currency
