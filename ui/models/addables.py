"""What can be added to a quote: items of the current lists, services, requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby, islice

from app.domain.choices import OPTION_KINDS, Kind, PriceBasis, ServiceType
from app.domain.money import UnitPrice
from app.domain.price_list import Item
from i18n import N_
from ui.models.stock import Found, Stock, Wanted
from ui.models.words import MISSING, Reader, folded, months, signed

#: A longer list is searched, not scrolled.
MOST = 150
#: So many options of a pack stand before the next pack; the others are folded.
_FIRST = 4
SERVICES = (
    (ServiceType.INSTALLATION, N_("Installation on site")),
    (ServiceType.CONFIGURATION, N_("Configuration")),
    (ServiceType.OTHER, N_("Another service")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addable:
    """A heading, or something that Enter adds: an item, a service, a request.

    An option names the pack that it goes under. `gain` is what the partner would
    earn by it: always empty in the customer view. `favourite` is the word for one,
    `there` for what stands under the pack already. What is `folded` is no item: it
    stands for the pack's other options.
    """

    key: str
    name: str
    detail: str = ""
    price: str = ""
    gain: str = ""
    heading: bool = False
    favourite: str = ""
    there: str = ""
    folded: bool = False
    item: Item | None = None
    pack_id: str = ""
    service: ServiceType | None = None
    request: bool = False


def addables(stock: Stock, wanted: Wanted, reader: Reader) -> tuple[Addable, ...]:
    """Return headings and what can be added under them."""
    found = stock.find(wanted)
    starred = reader.language.gettext("Favourites")
    rows = chain(
        _under("favourites", starred, found.favourites, wanted, reader),
        _options(stock, found, wanted, reader),
        _families(found.packs, wanted, reader),
        _families(found.subscriptions, wanted, reader),
    )
    return (*islice(rows, MOST), *own(wanted, reader))


def offered(stock: Stock, wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield the items that could be added."""
    found = stock.find(wanted)
    every = (found.favourites, found.options, found.packs, found.subscriptions)
    return (addable(item, wanted, reader) for item in chain(*every))


def _options(
    stock: Stock, found: Found, wanted: Wanted, reader: Reader
) -> Iterator[Addable]:
    """Yield what fits the chosen pack, few at first: another pack may be wanted."""
    pack = stock.catalogue.item(wanted.pack_sku)
    name = pack.name.best(reader.language.code) if pack else ""
    heading = reader.language.gettext("With {name}").format(name=name)
    key = f"options:{wanted.pack_id}"
    if wanted.search or wanted.unfolded:
        return _under(key, heading, found.options, wanted, reader)
    every = tuple(islice(found.options, MOST))
    fresh = (item for item in every if item.sku not in wanted.there)
    first = tuple(islice(fresh, _FIRST)) if len(every) > _FIRST + 1 else every
    shown = _under(key, heading, first, wanted, reader)
    return chain(shown, _folded(len(every) - len(first), wanted, reader))


def _folded(count: int, wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield what stands for the options that are not shown, where there are any."""
    if count:
        text = reader.language.ngettext(
            "{count} more option…", "{count} more options…", count
        ).format(count=reader.language.number(count))
        yield Addable(key=f"folded:{wanted.pack_id}", name=text, folded=True)


def _under(
    key: str, name: str, items: Iterable[Item], wanted: Wanted, reader: Reader
) -> Iterator[Addable]:
    """Yield items under a heading, where there are any."""
    for place, item in enumerate(items):
        if place == 0:
            yield Addable(key=key, name=name, heading=True)
        yield addable(item, wanted, reader)


def _families(
    items: Iterable[Item], wanted: Wanted, reader: Reader
) -> Iterator[Addable]:
    """Yield items under their families."""
    for family, members in groupby(items, lambda item: (item.kind.value, item.family)):
        kind, name = family
        heading = name or reader.language.gettext("Others")
        yield from _under(f"{kind}:{name}", heading, members, wanted, reader)


def addable(item: Item, wanted: Wanted, reader: Reader) -> Addable:
    """Return one item with its price for the term, an option under its pack."""
    pack_id = wanted.pack_id if item.kind in OPTION_KINDS else ""
    language = reader.language
    price, rhythm = _price(item, wanted, reader)
    starred = item.sku in wanted.favourites
    there = bool(pack_id) and item.sku in wanted.there
    description = item.description.best(language.code)
    return Addable(
        key=f"{pack_id}/{item.sku}" if pack_id else item.sku,
        name=item.name.best(language.code),
        detail=" · ".join(filter(None, (rhythm, description))),
        price=_priced_as(price, item, reader),
        gain=_gain(item, wanted, reader),
        favourite=language.gettext("favourite") if starred else "",
        there=language.gettext("already added") if there else "",
        item=item,
        pack_id=pack_id,
    )


def _price(item: Item, wanted: Wanted, reader: Reader) -> tuple[UnitPrice | None, str]:
    """Return the price to show, and a word where it is not one each month."""
    _ = reader.language.gettext
    if item.kind is Kind.SUBSCRIPTION:
        whole_term = item.price_basis is PriceBasis.TERM
        return item.price_month, _("for twelve months") if whole_term else ""
    if item.one_off:
        return item.price_once, _("one-off")
    price = item.prices.at(wanted.term)
    if price is None:
        term = months(wanted.term, reader.language)
        return None, _("not offered for {months}").format(months=term)
    return price, ""


def _priced_as(price: UnitPrice | None, item: Item, reader: Reader) -> str:
    """W5: write a price; what adds to a pack says so with a plus, as its line does."""
    if price is None:
        return MISSING
    adds = item.kind in OPTION_KINDS
    return signed(price, reader.language) if adds else reader.language.money(price)


def _gain(item: Item, wanted: Wanted, reader: Reader) -> str:
    """W5: return what one of it would earn the partner under the term."""
    earned = item.commissions.at(wanted.term)
    if reader.customer_view or not earned:
        return ""
    return reader.language.gettext("you {amount}").format(
        amount=signed(earned, reader.language)
    )


def own(wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield the partner's services and the special request, under their headings."""
    _ = reader.language.gettext
    words = folded(wanted.search).split()
    heading = _("Your services")
    if reader.customer_view:
        partner = reader.partner or _("the partner")
        heading = _("Services of {name}").format(name=partner)
    rows = [
        Addable(key=f"service:{kind.value}", name=_(name), service=kind)
        for kind, name in SERVICES
    ]
    yield from _held(heading, "services", rows, words)
    request = Addable(
        key="request",
        name=_("Special request"),
        detail=_("hardware outside the lists"),
        request=True,
    )
    yield from _held(_("Special requests"), "requests", [request], words)


def _held(
    heading: str, key: str, rows: list[Addable], words: list[str]
) -> Iterator[Addable]:
    """Yield the rows that hold every word, under their heading."""
    held = [
        row
        for row in rows
        if all(word in folded(f"{heading} {row.name} {row.detail}") for word in words)
    ]
    if held:
        yield Addable(key=key, name=heading, heading=True)
        yield from held


def best(rows: Iterable[Addable], search: str) -> str:
    """Return the key of the row whose name is nearest to what was typed."""
    words = folded(search).split()
    real = [row for row in rows if not (row.heading or row.folded)]
    nearest = max(real, key=lambda row: _nearness(row.name, words), default=None)
    return nearest.key if nearest else ""


def _nearness(name: str, words: list[str]) -> int:
    """Count the words that the name has: whole ones twice, beginnings once."""
    held = folded(name).split()
    return sum(
        2 if word in held else any(each.startswith(word) for each in held)
        for word in words
    )
