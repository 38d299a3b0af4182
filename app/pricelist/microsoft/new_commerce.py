"""Microsoft's new-commerce licence list (from 2022 on) as a canonical table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from app.domain.problems import Problems, warning
from app.pricelist.microsoft.plans import TERMS, Plan, plan_of
from app.pricelist.microsoft.records import Record, header_at, records
from app.pricelist.microsoft.source import (
    lines_above,
    month_named,
    which_currency,
)
from app.pricelist.source import Source
from app.tables.table import Row, Table

_CHANGE = "changeindicator"
_PRODUCT, _SKU = "productid", "skuid"
_TERM, _PLAN = "termduration", "billingplan"
_MARKET, _CURRENCY = "market", "currency"
_COST, _PRICE = "unitprice", "erpprice"
_BEGINS, _ENDS = "effectivestartdate", "effectiveenddate"
_SEGMENT = "segment"
_TIERS = ("pricingtierrangemin", "pricingtierrangemax")
_MARKS = frozenset(
    {_CHANGE, _PRODUCT, _SKU, _TERM, _PLAN, _MARKET, _CURRENCY, _COST, _PRICE, _SEGMENT}
)
_WITHDRAWN = "delete"
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T.*")
#: Microsoft's year of no end.
_NO_END = "9999"
_SEGMENTS = {
    "commercial": "business",
    "education": "education",
    "government": "government",
    "charity": "charity",
}
_HEADER = (
    *("sku", "kind", "name_en", "description_fr", "description_en"),
    *("manufacturer", "family", "segment", "countries", "trial", "billing"),
    *("price_basis", "cost_month", "price_month", "valid_from", "valid_to"),
)


#: A row of the file by its number.
Numbered = tuple[int, Record]


def is_new_commerce_list(table: Table) -> bool:
    """Tell whether a row names the columns of the new-commerce licence list."""
    return header_at(table, _MARKS) is not None


def canonical(source: Source) -> tuple[Table, Problems]:
    """Write the list as a canonical table, with what was left out, counted.

    A product, what is bought of it, its term and its billing make an item. Its
    price pays for the whole term: of a year with `price_basis` term, of a month
    as a monthly price. Unit price is the partner's cost, ERP price the customer's.
    RefusedError where the list has several currencies and none of them was asked
    for, or another one.
    """
    at = header_at(source.table, _MARKS)
    if at is None:
        raise ValueError(source.name)
    every = list(records(source.table, at, source.still))
    currency = _currency(every, source.currency)
    offers = [each for each in every if each[1].get(_CURRENCY) == currency]
    first = month_named(source.name) or _latest(offers)
    market = next((record.get(_MARKET, "") for _, record in offers), "")
    kept, problems = _kept(offers, market, first)
    number = source.table.rows[at].number
    list_id = f"microsoft-new-commerce-{market}-{currency}"
    above = lines_above(
        number, first, list_id=list_id, currency=currency, country=market
    )
    rows = (Row(row, _cells(record)) for row, record in kept)
    return Table.of((*above, Row(number, _HEADER), *rows)), problems


def _latest(offers: Iterable[Numbered]) -> str:
    """Return the day since which every offer is sold; prices to come are later."""
    begun: dict[str, str] = {}
    for _, record in offers:
        day = _day(record, _BEGINS)
        begun[_sku(record)] = min(day, begun.get(_sku(record), day))
    return max(begun.values(), default="")


def _currency(offers: Iterable[Numbered], asked: str) -> str:
    """Return the currency asked for, or the only one."""
    there = list(dict.fromkeys(record.get(_CURRENCY, "") for _, record in offers))
    if asked in there or (len(there) < 2 and not asked):  # noqa: PLR2004 -- no choice
        return asked or "".join(there)
    raise which_currency(there, asked)


def _kept(
    offers: Iterable[Numbered], market: str, day: str
) -> tuple[Iterable[Numbered], Problems]:
    """Return the offers that a list can hold, and each reason for others, counted."""
    kept: dict[str, Numbered] = {}
    left_out: Counter[tuple[str, str]] = Counter()
    for number, record in offers:
        reason = _reason(record, market)
        key = _sku(record) or str(number)
        if reason is not None:
            left_out[reason] += 1
        elif key not in kept:
            kept[key] = number, record
        else:
            left_out[_why("periods_left_out")] += 1
            rivals = (kept[key], (number, record))
            kept[key] = max(rivals, key=lambda each: _holds(each[1], day))
    problems = (
        warning(code, value=value, count=count)
        for (code, value), count in left_out.items()
    )
    return kept.values(), tuple(problems)


def _reason(record: Record, market: str) -> tuple[str, str] | None:
    """Return why an offer cannot be said, as a code and what it is about."""
    term, plan, segment = (record.get(name, "") for name in (_TERM, _PLAN, _SEGMENT))
    if record.get(_CHANGE, "").casefold() == _WITHDRAWN:
        return _why("offers_withdrawn")
    if record.get(_MARKET, "") != market:
        return _why("markets_left_out", market)
    if term.casefold() not in TERMS:
        return _why("term_left_out", term)
    if _plan(record) is None:
        return _why("billing_left_out", f"{term} {plan}")
    if segment.casefold() not in _SEGMENTS:
        return _why("segment_left_out", segment)
    return _why("tiers_left_out") if _is_tier(record) else None


def _why(code: str, value: str = "") -> tuple[str, str]:
    """Return a reason."""
    return code, value


def _plan(record: Record) -> Plan | None:
    """Return how an offer is paid; None for a way that no list has."""
    return plan_of(record.get(_TERM, ""), record.get(_PLAN, ""))


def _is_tier(record: Record) -> bool:
    """Tell whether the price holds for certain quantities alone."""
    least, most = (record.get(name, "") for name in _TIERS)
    return bool(most) or least not in {"", "0", "1"}


def _holds(record: Record, day: str) -> tuple[bool, str]:
    """Rank prices of one offer: what holds on the day, then what begins last."""
    begins, ends = _day(record, _BEGINS), _day(record, _ENDS)
    return begins <= day <= ends, begins


def _sku(record: Record) -> str:
    """Return 'CFQ7TTC0LH18:0001:P1Y:Annual'; '' where the file names no product.

    A spreadsheet takes the zeros away from the middle part.
    """
    product, sku = record.get(_PRODUCT, ""), record.get(_SKU, "")
    if not (product and sku):
        return ""
    term, plan = record.get(_TERM, ""), record.get(_PLAN, "")
    return ":".join((product, sku.zfill(4), term.upper(), plan))


def _cells(record: Record) -> tuple[str, ...]:
    """Return the canonical cells of an offer, in the order of the header."""
    plan = _plan(record)
    if plan is None:
        raise ValueError(record)
    publisher, ends = record.get("publisher", ""), _day(record, _ENDS)
    return (
        _sku(record),
        "subscription",
        record.get("skutitle", ""),
        plan.french,
        plan.english,
        "Microsoft" if publisher.startswith("Microsoft") else publisher,
        record.get("producttitle", ""),
        _SEGMENTS[record[_SEGMENT].casefold()],
        record[_MARKET],
        "" if plan.billing else "yes",
        plan.billing,
        plan.basis,
        record.get(_COST, ""),
        record.get(_PRICE, ""),
        _day(record, _BEGINS),
        "" if ends.startswith(_NO_END) else ends,
    )


def _day(record: Record, column: str) -> str:
    """Return the day of a moment; a text that is none stays."""
    text = record.get(column, "")
    match = _DAY.fullmatch(text)
    return match[1] if match else text
