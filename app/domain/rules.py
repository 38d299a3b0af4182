"""What is wrong with a proposal under the prices it is made with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from app.domain.catalogue import Catalogue
from app.domain.charges import awaits_answer, charge
from app.domain.choices import Kind, Return, ServiceType
from app.domain.collection import devices, return_items
from app.domain.policy import Policies
from app.domain.price_list import Item
from app.domain.pricing import not_offered
from app.domain.problems import Problem, Problems, error, suggestion, warning
from app.domain.proposal import Proposal, RequestLine, ServiceLine, SubscriptionLine
from app.domain.resolved import Resolved, ResolvedLine, accepts, resolve, sku_of

Rule = Callable[[Resolved], Iterator[Problem]]


def check(
    proposal: Proposal, catalogue: Catalogue, policies: Policies, today: date
) -> Problems:
    """Return every problem of the proposal under these prices."""
    resolved = resolve(proposal, catalogue)
    found = [problem for rule in _RULES for problem in rule(resolved)]
    found += _policies(proposal, policies)
    found += _vat(resolved, policies)
    found += _list_dates(resolved, today)
    return tuple(found)


def _prices(resolved: Resolved) -> Iterator[Problem]:
    """There are prices, and no SKU has two of them."""
    if not resolved.catalogue.lists:
        yield error("no_prices")
    for clash in resolved.catalogue.clashes:
        yield error(
            "sku_in_two_lists",
            skus=", ".join(clash.skus[:5]),
            count=len(clash.skus),
            first=f"{clash.first.list_id} {clash.first.version}",
            second=f"{clash.second.list_id} {clash.second.version}",
        )


def _items(resolved: Resolved) -> Iterator[Problem]:
    """Each SKU is in a list, may stand where it stands, in one currency."""
    for each in resolved.lines:
        sku = sku_of(each.line)
        if not sku or each.item:
            continue
        found = resolved.catalogue.find(sku)
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


def _item_dates(resolved: Resolved) -> Iterator[Problem]:
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


def _ids(resolved: Resolved) -> Iterator[Problem]:
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


def _offered(resolved: Resolved) -> Iterator[Problem]:
    """W7: every line has a price for the term; a missing one is never 0."""
    term = resolved.proposal.term
    firm = {id(each) for each in not_offered(resolved, term)} if term else set()
    for each in resolved.lines:
        if awaits_answer(each) or charge(each, term, resolved.currency):
            continue
        listed = each.item or isinstance(each.line, RequestLine)
        if not listed:
            continue
        name = each.item.name if each.item else _text(each)
        if isinstance(each.line, SubscriptionLine):
            make = error if each.firm else warning
            yield make("no_monthly_price", each.place, name=name)
        else:
            make = error if id(each) in firm else warning
            yield make("not_offered", each.place, name=name, term=term or 0)


def _text(each: ResolvedLine) -> str:
    """Return what a special request asks for."""
    line = each.line
    return line.text.best("fr") if isinstance(line, RequestLine) else ""


def _requests(resolved: Resolved) -> Iterator[Problem]:
    """W11: an open request leaves the quote provisional."""
    for each in resolved.lines:
        if awaits_answer(each):
            yield warning("request_open", each.place)


def _fitting(resolved: Resolved) -> Iterator[Problem]:
    """An option fits its pack, and stands within the number it allows."""
    for pack, pack_item in resolved.packs:
        for each, item in resolved.under(pack):
            if not item.fits_pack(pack_item):
                yield error(
                    "does_not_fit", each.place, name=item.name, pack=pack_item.name
                )
        yield from _within_limits(resolved, pack)


def _within_limits(resolved: Resolved, pack: ResolvedLine) -> Iterator[Problem]:
    """The firm lines of one SKU together, and each optional one alone."""
    firm: Counter[str] = Counter()
    for each, item in resolved.under(pack):
        limit = _limit(resolved, pack, item)
        if limit is None:
            continue
        most = limit * pack.line.quantity
        quantity = _together_with(firm, item.sku, each)
        if quantity > most:
            yield error(
                "too_many",
                each.place,
                name=item.name,
                quantity=quantity,
                most=most,
                per_pack=limit,
            )


def _together_with(firm: Counter[str], sku: str, each: ResolvedLine) -> int:
    """Count a firm line with those before it, and an optional one alone."""
    if not each.line.firm:
        return each.line.quantity
    firm[sku] += each.line.quantity
    return firm[sku]


def _limit(resolved: Resolved, pack: ResolvedLine, item: Item) -> int | None:
    """Return how many one unit of the pack takes; an upgrade: what it replaces."""
    if item.max_per_pack is not None or item.kind is not Kind.UPGRADE:
        return item.max_per_pack
    units = sum(n for held, n in resolved.contents(pack) if held.sku in item.replaces)
    return units or None


def _replacing(resolved: Resolved) -> Iterator[Problem]:
    """W5: upgrades replace what the pack includes, each unit of it once."""
    for pack, _ in resolved.packs:
        held = {item.sku: (item, n) for item, n in resolved.contents(pack)}
        taken: Counter[str] = Counter()
        for each, item in resolved.under(pack):
            if item.kind is not Kind.UPGRADE:
                continue
            replaced = [sku for sku in item.replaces if sku in held]
            if not replaced:
                yield error("replaces_nothing", each.place, name=item.name)
            for sku in replaced:
                included = held[sku][1] * pack.line.quantity
                quantity = _together_with(taken, sku, each)
                if quantity > included:
                    yield error(
                        "replaced_twice",
                        each.place,
                        name=held[sku][0].name,
                        quantity=quantity,
                        most=included,
                    )


def _together(resolved: Resolved) -> Iterator[Problem]:
    """What an option requires is in its pack; what it excludes is not."""
    for pack, _ in resolved.packs:
        options = resolved.under(pack)
        present = [item for item, _ in resolved.contents(pack)]
        present += [item for each, item in options if each.line.firm]
        for each, item in options:
            yield from _required(each.place, item, present)
            yield from _excluded(each.place, item, present)


def _required(place: str, item: Item, present: list[Item]) -> Iterator[Problem]:
    """All of what the item requires is there."""
    skus = {other.sku for other in present}
    for sku in item.requires:
        if sku not in skus:
            yield error("requires", place, name=item.name, sku=sku)


def _excluded(place: str, item: Item, present: list[Item]) -> Iterator[Problem]:
    """Nothing is there that the item excludes, or that excludes the item."""
    for other in present:
        if other.sku != item.sku and (
            other.sku in item.excludes or item.sku in other.excludes
        ):
            yield error("excludes", place, name=item.name, other=other.name)


def _subscriptions(resolved: Resolved) -> Iterator[Problem]:
    """A subscription is billed, sized and sold as its row of the list allows."""
    known = {each.line.id: each for each in resolved.lines}
    for each, item in resolved.listed:
        line = each.line
        if not isinstance(line, SubscriptionLine):
            continue
        yield from _sold_to(each.place, item, resolved)
        if item.billing and line.billing not in item.billing:
            yield error("billing", each.place, name=item.name, billing=line.billing)
        if item.seats_min is not None and line.quantity < item.seats_min:
            yield error("seats_min", each.place, name=item.name, least=item.seats_min)
        if item.seats_max is not None and line.quantity > item.seats_max:
            yield error("seats_max", each.place, name=item.name, most=item.seats_max)
        parent = known.get(line.parent)
        if line.parent and (
            parent is None or not isinstance(parent.line, SubscriptionLine)
        ):
            yield error("parent_unknown", each.place, id=line.parent)


def _sold_to(place: str, item: Item, resolved: Resolved) -> Iterator[Problem]:
    """The list may name the segments and countries it sells an offer to."""
    customer = resolved.proposal.customer
    country = customer.country or resolved.country
    if item.segment and customer.segment not in item.segment:
        yield error("segment", place, name=item.name, segment=customer.segment)
    if item.countries and country not in item.countries:
        yield error("country", place, name=item.name, country=country)


def _collection(resolved: Resolved) -> Iterator[Problem]:
    """W12: one return item fits every pack whose devices are to be collected."""
    if resolved.proposal.return_way is not Return.COLLECTED or not devices(resolved):
        return
    fitting = return_items(resolved)
    if not fitting:
        packs = [item.sku for pack, item in resolved.packs if pack.firm]
        yield error("no_return_item", "return", packs=", ".join(packs))
    elif len(fitting) > 1:
        skus = ", ".join(item.sku for item in fitting)
        yield error("several_return_items", "return", skus=skus)


def _installation(resolved: Resolved) -> Iterator[Problem]:
    """W2: hardware is worth an offer to configure and install it."""
    wanted = (ServiceType.INSTALLATION, ServiceType.CONFIGURATION)
    offered = any(
        isinstance(each.line, ServiceLine) and each.line.type in wanted
        for each in resolved.lines
    )
    if not offered and devices(resolved):
        yield suggestion("no_installation", "partner_services")


def _validity(resolved: Resolved) -> Iterator[Problem]:
    """The quote ends after it begins, and before its prices do."""
    proposal = resolved.proposal
    if proposal.valid_until is None:
        return
    if proposal.valid_until < proposal.date:
        yield error("valid_until_before_date", "valid_until", day=proposal.valid_until)
    for each in resolved.lists:
        if each.valid_to and proposal.valid_until > each.valid_to >= proposal.date:
            yield warning(
                "valid_past_list", "valid_until", list=each.list_id, day=each.valid_to
            )


_RULES: tuple[Rule, ...] = (
    _prices,
    _items,
    _item_dates,
    _ids,
    _offered,
    _requests,
    _fitting,
    _replacing,
    _together,
    _subscriptions,
    _collection,
    _installation,
    _validity,
)


def _policies(proposal: Proposal, policies: Policies) -> Iterator[Problem]:
    """The quote's terms are ones the program knows."""
    names = proposal.policies
    if policies.waas_named(names.waas) is None:
        yield error("policy_unknown", "policies.waas", name=names.waas)
    if policies.csp_named(names.csp) is None:
        yield error("policy_unknown", "policies.csp", name=names.csp)


def _vat(resolved: Resolved, policies: Policies) -> Iterator[Problem]:
    """A rate is known for the customer's country on that day."""
    proposal = resolved.proposal
    country = proposal.customer.country or resolved.country
    if country and policies.vat_percent(country, proposal.date) is None:
        yield warning(
            "vat_unknown", "customer.country", country=country, day=proposal.date
        )


def _list_dates(resolved: Resolved, today: date) -> Iterator[Problem]:
    """Prices past their list's end, or not of the quote's day, are worth a word."""
    day = resolved.proposal.date
    for each in resolved.lists:
        name = f"{each.list_id} {each.version}"
        if each.valid_to and each.valid_to < today:
            yield warning("list_expired", "", list=name, day=each.valid_to)
        if day < each.valid_from or (each.valid_to and day > each.valid_to):
            yield warning("date_outside_list", "date", list=name, day=day)
