"""What can be added to a quote: items of the current lists, services, requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind, PriceBasis, ServiceType, Term
from app.domain.money import UnitPrice
from app.domain.price_list import Item
from app.domain.proposal import PackLine, Proposal
from i18n import N_
from ui.models.words import MISSING, Reader, folded, months, signed

#: A longer list is searched, not scrolled.
MOST = 300
SERVICES = (
    (ServiceType.INSTALLATION, N_("Installation on site")),
    (ServiceType.CONFIGURATION, N_("Configuration")),
    (ServiceType.OTHER, N_("Another service")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addable:
    """A heading, or something that Enter adds: an item, a service, a request.

    An option names the pack that it goes under. `gain` is what the partner would
    earn by it: always empty in the customer view. `favourite` is the word for one.
    """

    key: str
    name: str
    detail: str = ""
    price: str = ""
    gain: str = ""
    heading: bool = False
    favourite: str = ""
    item: Item | None = None
    pack_id: str = ""
    service: ServiceType | None = None
    request: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """For which quote, under which pack, what was typed, and what comes first."""

    term: Term
    day: date
    pack_id: str = ""
    pack_sku: str = ""
    search: str = ""
    favourites: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        proposal: Proposal,
        line_id: str,
        search: str,
        favourites: frozenset[str] = frozenset(),
    ) -> Wanted:
        """Take the pack of the chosen line, else the last one."""
        pack = pack_of(proposal, line_id)
        term = proposal.term or Term.MONTHS_36
        found = (pack.id, pack.sku) if pack else ("", "")
        return cls(term, proposal.date, *found, search, favourites)


def pack_of(proposal: Proposal, line_id: str) -> PackLine | None:
    """Return the pack that is the line or holds it, else the last pack."""
    for pack in proposal.packs:
        if line_id in (pack.id, *(option.id for option in pack.options)):
            return pack
    return proposal.packs[-1] if proposal.packs else None


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """The items of the lists in the order they are shown, made to be searched."""

    catalogue: Catalogue
    texts: tuple[tuple[Item, str], ...] = field(repr=False)

    @classmethod
    def of(cls, catalogue: Catalogue, today: Catalogue | None = None) -> Stock:
        """Fold every item's texts once.

        What can be added is what is sold today, in that order; its price may be
        one that the quote keeps.
        """
        skus = [item.sku for item, _ in (today or catalogue).rows()]
        items = filter(None, map(catalogue.item, skus))
        return cls(catalogue, tuple((item, _text(item)) for item in items))

    def find(self, kinds: Iterable[Kind], wanted: Wanted) -> list[Item]:
        """Return the items sold that day that hold every word, but for favourites."""
        chosen, starred = frozenset(kinds), wanted.favourites
        return self._found(
            wanted, lambda each: each.kind in chosen and each.sku not in starred
        )

    def favourites(self, wanted: Wanted) -> list[Item]:
        """Return the favourites among what is sold that day and holds every word."""
        starred = wanted.favourites
        return self._found(wanted, lambda each: each.sku in starred) if starred else []

    def _found(self, wanted: Wanted, meant: Callable[[Item], bool]) -> list[Item]:
        """Return those that are meant, sold that day, and hold every word."""
        held = self.texts
        # Most texts lack the longest word: they are gone before anything is asked.
        for word in sorted(folded(wanted.search).split(), key=len, reverse=True):
            held = tuple([each for each in held if word in each[1]])
        return [item for item, _ in held if meant(item) and item.sold_on(wanted.day)]


def addables(stock: Stock, wanted: Wanted, reader: Reader) -> tuple[Addable, ...]:
    """Return headings and what can be added under them."""
    rows = chain(
        _starred(stock, wanted, reader),
        _options(stock, wanted, reader),
        _families(stock.find((Kind.PACK,), wanted), wanted, reader),
        _families(stock.find((Kind.SUBSCRIPTION,), wanted), wanted, reader),
        own(wanted, reader),
    )
    return tuple(islice(rows, MOST))


def offered(stock: Stock, wanted: Wanted) -> Iterator[tuple[Item, str, str]]:
    """Yield what could be added, the pack it goes under, and its folded texts."""
    pack = stock.catalogue.item(wanted.pack_sku)
    for item, text in stock.texts:
        if not item.sold_on(wanted.day):
            continue
        if item.kind in (Kind.PACK, Kind.SUBSCRIPTION):
            yield item, "", text
        elif pack and item.kind in OPTION_KINDS and _goes_with(item, pack):
            yield item, wanted.pack_id, text


def _starred(stock: Stock, wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield the favourites that could be added, an option under the chosen pack."""
    pack = stock.catalogue.item(wanted.pack_sku)
    rows = [
        addable(
            item, wanted, reader, wanted.pack_id if item.kind in OPTION_KINDS else ""
        )
        for item in stock.favourites(wanted)
        if item.kind in (Kind.PACK, Kind.SUBSCRIPTION)
        or (pack and item.kind in OPTION_KINDS and _goes_with(item, pack))
    ]
    if rows:
        name = reader.language.gettext("Favourites")
        yield Addable(key="favourites", name=name, heading=True)
        yield from rows


def _options(stock: Stock, wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield what fits the chosen pack."""
    item = stock.catalogue.item(wanted.pack_sku)
    if item is None:
        return
    fitting = [
        each for each in stock.find(OPTION_KINDS, wanted) if _goes_with(each, item)
    ]
    if fitting:
        name = item.name.best(reader.language.code)
        text = reader.language.gettext("With {name}").format(name=name)
        yield Addable(key=f"options:{wanted.pack_id}", name=text, heading=True)
    for each in fitting:
        yield addable(each, wanted, reader, wanted.pack_id)


def _goes_with(option: Item, pack: Item) -> bool:
    """Tell whether an option can be put under a pack."""
    return option.fits_pack(pack) and _upgrades(option, pack) and _priced(option)


def _upgrades(option: Item, pack: Item) -> bool:
    """W5: an upgrade needs something in the pack that it replaces."""
    held = {sku for sku, _ in pack.includes}
    return option.kind is not Kind.UPGRADE or not held.isdisjoint(option.replaces)


def _priced(item: Item) -> bool:
    """Tell whether it is sold on its own at all, not only inside packs."""
    return bool(item.prices) or item.price_once is not None


def _families(items: list[Item], wanted: Wanted, reader: Reader) -> Iterator[Addable]:
    """Yield items under their families."""
    families: dict[str, list[Item]] = {}
    for item in items:
        families.setdefault(item.family, []).append(item)
    for family, members in families.items():
        name = family or reader.language.gettext("Others")
        kind = members[0].kind.value
        yield Addable(key=f"{kind}:{family}", name=name, heading=True)
        for item in members:
            yield addable(item, wanted, reader)


def addable(item: Item, wanted: Wanted, reader: Reader, pack_id: str = "") -> Addable:
    """Return one item with its price for the term."""
    language = reader.language
    price, rhythm = _price(item, wanted, reader)
    starred = item.sku in wanted.favourites
    description = item.description.best(language.code)
    return Addable(
        key=f"{pack_id}/{item.sku}" if pack_id else item.sku,
        name=item.name.best(language.code),
        detail=" · ".join(filter(None, (rhythm, description))),
        price=_priced_as(price, item, reader),
        gain=_gain(item, wanted, reader),
        favourite=language.gettext("favourite") if starred else "",
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
    """Write a price; what adds to a pack's price says so with a plus, as its line."""
    if price is None:
        return MISSING
    adds = item.kind is Kind.UPGRADE
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


def _text(item: Item) -> str:
    """Return all that a search may find an item by, folded."""
    texts = [item.sku, item.family, item.manufacturer]
    texts += [text for _, text in (*item.name.texts, *item.description.texts)]
    return folded(" ".join(texts))


def best(rows: Iterable[Addable], search: str) -> str:
    """Return the key of the row whose name is nearest to what was typed."""
    words = folded(search).split()
    real = [row for row in rows if not row.heading]
    nearest = max(real, key=lambda row: _nearness(row.name, words), default=None)
    return nearest.key if nearest else ""


def _nearness(name: str, words: list[str]) -> int:
    """Count the words that the name has: whole ones twice, beginnings once."""
    held = folded(name).split()
    return sum(
        2 if word in held else any(each.startswith(word) for each in held)
        for word in words
    )
