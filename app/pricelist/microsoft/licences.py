"""Microsoft's licence price list (2017-2021) as a canonical table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.problems import Problem, Problems, RefusedError, error, warning
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
#: Rows among which the header is looked for.
_SEARCHED = 50
#: Written on the first row of a group alone, in the workbooks.
_FILLED = (_CHANGE, _BEGINS, _ENDS)
_CURRENCY_LINE = "doccurrency"
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_MONTH = re.compile(r"(?<![0-9])(20[0-9]{2})-?(0[1-9]|1[0-2])(?![0-9])")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
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


@dataclass(frozen=True, slots=True)
class Source:
    """A table with the name of its file and the currency asked for."""

    table: Table
    name: str = ""
    currency: str = ""


def is_licence_list(table: Table) -> bool:
    """Tell whether a row names the columns of Microsoft's licence list."""
    return _header_at(table) is not None


def sheet_for(table: Table, currency: str) -> str:
    """Return the sheet to read; RefusedError where the currency does not tell.

    A workbook has a sheet for each currency; the one sheet of others is ''.
    """
    there = [name for name in table.sheets if is_currency(name)]
    if len(there) < 2:  # noqa: PLR2004 -- nothing to choose from
        return ""
    if currency not in there:
        raise _which(there, currency)
    return currency


def canonical(source: Source) -> tuple[Table, Problems]:
    """Write the licence list as a canonical table, with what was left out.

    Microsoft's list price is the partner's cost, its ERP price the customer's.
    RefusedError where nothing says the currency, or the list has another one.
    """
    at = _header_at(source.table)
    if at is None:
        raise ValueError(source.name)
    header = source.table.rows[at]
    records = list(_records(header, source.table.rows[at + 1 :]))
    kept, problems = _kept(records)
    rows = [Row(number, _cells(record)) for number, record in kept]
    first = _first_day(source.name, records)
    currency = _currency(source, at)
    lines = (
        ("format", "waas-prices/1"),
        ("list_id", f"microsoft-licences-{currency}"),
        ("version", first[:7]),
        ("currency", currency),
        ("valid_from", first),
    )
    heading = [Row(header.number, line) for line in lines]
    return Table((*heading, Row(header.number, _HEADER), *rows)), problems


def _header_at(table: Table) -> int | None:
    """Find the header row."""
    rows = enumerate(table.rows[:_SEARCHED])
    return next((i for i, row in rows if _MARKS.issubset(map(plain, row.cells))), None)


def _records(
    header: Row, body: tuple[Row, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows by column, what stands on a group's first row filled down."""
    names = [plain(cell) for cell in header.cells]
    above = dict.fromkeys(_FILLED, "")
    for row in body:
        record = dict(zip(names, map(str.strip, row.cells), strict=False))
        for name in _FILLED:
            above[name] = record[name] = record.get(name) or above[name]
        yield row.number, record


def _kept(
    records: list[tuple[int, dict[str, str]]],
) -> tuple[list[tuple[int, dict[str, str]]], Problems]:
    """Leave out what Microsoft withdraws, and what is not sold by the month."""
    kept: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    withdrawn = 0
    for number, record in records:
        if record[_CHANGE] == _WITHDRAWN:
            withdrawn += 1
        elif record.get(_UNIT, "").casefold() != _ONE_MONTH:
            problems.append(_not_by_month(number, record))
        else:
            kept.append((number, record))
    if withdrawn:
        problems.append(warning("offers_withdrawn", count=withdrawn))
    return kept, tuple(problems)


def _not_by_month(number: int, record: dict[str, str]) -> Problem:
    """Name an offer whose price pays for more than a month."""
    unit = record.get(_UNIT, "")
    return warning(
        "not_by_month",
        f"row {number}, column Purchase Unit",
        row=number,
        column="Purchase Unit",
        value=unit,
    )


def _cells(record: dict[str, str]) -> tuple[str, ...]:
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


def _first_day(name: str, records: list[tuple[int, dict[str, str]]]) -> str:
    """Return the list's first day: its name's month, else its latest offer's."""
    month = _MONTH.search(name)
    if month:
        return date(int(month[1]), int(month[2]), 1).isoformat()
    return max((_day(record[_BEGINS]) for _, record in records), default="")


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
        raise _which(told, source.currency)
    if not told and not source.currency:
        raise RefusedError(error("currency_untold"))
    return told[0] if told else source.currency


def _which(there: list[str], asked: str) -> RefusedError:
    """Name the currencies that there are."""
    names = ", ".join(there)
    if asked:
        return RefusedError(error("currency_not_there", asked=asked, there=names))
    return RefusedError(error("currency_choice", there=names))
