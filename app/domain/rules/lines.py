"""Whether every line can be had: its item, its place, its price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.domain.catalogue import Catalogue
from app.domain.charges import awaits_answer, charge
from app.domain.localized import Localized
from app.domain.pricing import not_offered
from app.domain.problems import Problem, error, warning
from app.domain.proposal import RequestLine, ServiceLine, SubscriptionLine
from app.domain.resolved import Resolved, ResolvedLine, accepts, sku_of


def prices_there(resolved: Resolved) -> Iterator[Problem]:
    """There are prices, and no SKU has two of them."""
    if not resolved.catalogue.lists:
        yield error("no_prices")
    yield from clashes(resolved.catalogue)


def clashes(catalogue: Catalogue) -> Iterator[Problem]:
    """Name the lists that hold the same SKUs."""
    for clash in catalogue.clashes:
        yield error(
            "sku_in_two_lists",
            skus=", ".join(clash.skus[:5]),
            count=len(clash.skus),
            first=f"{clash.first.list_id} {clash.first.version}",
            second=f"{clash.second.list_id} {clash.second.version}",
        )


def items_found(resolved: Resolved) -> Iterator[Problem]:
    """Each SKU is in a list, may stand where it stands, in one currency."""
    for each in resolved.lines:
        sku = sku_of(each.line)
        if not sku or each.item:
            continue
        found = resolved.catalogue.find(sku)
        if sku in resolved.catalogue.clashing:
            continue
        if found is None:
            yield error("sku_unknown", each.place, sku=sku)
        elif found[0].kind not in accepts(each.line):
            yield error("wrong_kind", each.place, sku=sku, kind=found[0].kind.value)
        else:
            yield error(
                "two_currencies",
                each.place,
                sku=sku,
                first=resolved.currency,
                second=found[1].currency,
            )


def items_sold(resolved: Resolved) -> Iterator[Problem]:
    """An item that has ended, or not begun, on the quote's date is not sold."""
    day = resolved.proposal.date
    for each, item in resolved.listed:
        if item.sold_on(day):
            continue
        if item.valid_from and item.valid_from > day:
            yield error(
                "item_not_begun", each.place, name=item.name, day=item.valid_from
            )
        else:
            yield error(
                "item_followed" if item.successor else "item_ended",
                each.place,
                name=item.name,
                day=item.valid_to or day,
                successor=item.successor,
            )


def ids_told_apart(resolved: Resolved) -> Iterator[Problem]:
    """Ids are told apart, and an alternative replaces a firm line of the quote."""
    ids = Counter(each.line.id for each in resolved.lines)
    known = {each.line.id: each for each in resolved.lines}
    for each in resolved.lines:
        line = each.line
        if ids[line.id] > 1:
            yield error("id_twice", each.place, id=line.id)
        if not line.alternative_to:
            continue
        replaced = known.get(line.alternative_to)
        if replaced is None or replaced is each:
            yield error("alternative_unknown", each.place, id=line.alternative_to)
        elif replaced.line.alternative_to:
            yield error("alternative_chain", each.place, id=line.alternative_to)
        elif _invoiced(each) != _invoiced(replaced):
            yield error("alternative_other_party", each.place, id=line.alternative_to)


def _invoiced(each: ResolvedLine) -> str:
    """Tell in which part of the offer a line is invoiced (W4, W10)."""
    if isinstance(each.line, ServiceLine | SubscriptionLine):
        return type(each.line).__name__
    return ""


def lines_offered(resolved: Resolved) -> Iterator[Problem]:
    """W7: every line has a price for the term; a missing one is never 0."""
    term = resolved.proposal.term
    firm = {id(each) for each in not_offered(resolved, term)} if term else set()
    for each in resolved.lines:
        if awaits_answer(each) or charge(each, term):
            continue
        name = _name(each)
        if name is None:
            continue
        if isinstance(each.line, SubscriptionLine):
            make = error if each.firm else warning
            yield make("no_monthly_price", each.place, name=name)
        else:
            make = error if id(each) in firm else warning
            yield make("not_offered", each.place, name=name, term=term or 0)


def _name(each: ResolvedLine) -> Localized | None:
    """Return what to call a line; None for one that `items_found` speaks of."""
    if isinstance(each.line, RequestLine):
        return each.line.text
    return each.item.name if each.item else None


def requests_answered(resolved: Resolved) -> Iterator[Problem]:
    """W11: an open request leaves the quote provisional."""
    for each in resolved.lines:
        if awaits_answer(each):
            yield warning("request_open", each.place, name=_name(each) or "")
