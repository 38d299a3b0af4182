"""What the use cases need of the outside: a clock, a counter, a store.

Every method of a store is one transaction: done whole, or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from app.domain.choices import Edition, Status, Term
from app.domain.contract import Contract
from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.domain.lifecycle import Lifecycle, Named
from app.domain.listing import Chosen, Filter, ListedQuote, Wanted
from app.domain.money import Amount
from app.domain.overview import Overview
from app.domain.price_list import PriceList
from app.domain.problems import Problems
from app.domain.quote import Quote

if TYPE_CHECKING:
    # The window is up before anybody asks what was sold.
    from app.domain.period import Period
    from app.domain.sell_out import Sale

#: The folder of templates in the data folder, which backups keep as well.
TEMPLATES: Final = "templates"


class Clock(Protocol):
    """Tells the time; the domain is always given it and never asks."""

    def now(self) -> dt.datetime:
        """Return this moment, aware, in UTC."""
        ...

    def today(self) -> dt.date:
        """Return the user's day."""
        ...


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did something, and when (aware, UTC)."""

    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRecord:
    """An imported version of a price list, without its items."""

    list_id: str
    version: str
    fingerprint: str
    file_fingerprint: str
    distributor: str
    country: str
    currency: str
    valid_from: dt.date
    valid_to: dt.date | None
    items: int
    source: str
    imported: Stamp
    retired: Stamp | None = None

    @property
    def in_use(self) -> bool:
        """Whether it may count: nobody took it out of use."""
        return self.retired is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMatrix:
    """Microsoft's offer matrix of a list: its file's name and bytes, as it was read."""

    source: str
    content: bytes
    read: Stamp


@dataclass(frozen=True, slots=True)
class Enriched:
    """The version that a matrix made of another."""

    price_list: PriceList
    matrix: OfferMatrix


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord:
    """A saved quote with the prices it keeps.

    `prices` holds the rows of each list that the quote depends on, as they were
    when it was saved or last re-priced; `monthly` is the distributor's monthly
    rate under them, and `commission` what the partner earns, None where that cannot
    be had or was not asked yet. `edition` counts the saves: saving one that is no
    longer the newest is refused.
    """

    id: str
    quote: Quote
    prices: tuple[PriceList, ...]
    monthly: Amount | None
    commission: Amount | None = None
    lifecycle: Lifecycle = field(default_factory=Lifecycle)
    contract: Contract = field(default_factory=Contract)
    edition: int = 1
    created: Stamp
    changed: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteHead(Named):
    """What a list of quotes shows of one."""

    id: str
    number: str
    revision: str
    customer: str
    title: str
    lifecycle: Lifecycle
    date: dt.date
    valid_until: dt.date | None
    term: Term | None
    monthly: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRecord:
    """A customer as known now, with the heads of its quotes, the newest first.

    One that was merged into another stays, and its quotes are the other's.
    `edition` counts the saves, 0 of one that is to be added: saving one that is no
    longer the newest is refused.
    """

    id: str
    known: KnownCustomer
    quotes: tuple[QuoteHead, ...] = ()
    archived_on: dt.date | None = None
    merged_into: str = ""
    edition: int = 0
    changed: Stamp

    @property
    def customer(self) -> Customer:
        """What a quote takes over."""
        return self.known.customer


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A paper as it was handed over, byte for byte, with its SHA-256 in hex.

    One that `signs` another, named by its SHA-256, is the copy that the customer
    signed.
    """

    language: Edition
    file_name: str
    content: bytes
    sha256: str
    program_version: str
    issued: Stamp
    signs: str = ""


#: A quote with all its papers.
QuoteWithPapers = tuple[QuoteRecord, tuple[IssuedDocument, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the append-only history; before and after are JSON texts.

    `entity` is 'quote', 'price_list' or 'customer', and `entity_id` which one of
    them; the subject is how people name it. Versions of a list share their id.
    """

    at: dt.datetime
    who: str
    what: str
    entity: str
    entity_id: str
    subject: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the database and the templates in the folder of backups.

    `size` is in bytes; `quotes` and `lists` are None where it cannot be read.
    Those that are not automatic were kept before a restore or an upgrade.
    """

    path: Path
    at: dt.datetime
    size: int
    quotes: int | None
    lists: int | None
    templates: int = 0
    automatic: bool


#: Told how many of how many rows are written; what it raises undoes them all.
Progress = Callable[[int, int], None]


def unwatched(done: int, total: int) -> None:
    """Let it go on: nobody looks."""


class Store(Protocol):
    """The price lists, quotes and history of one database."""

    def price_lists(self) -> tuple[ListRecord, ...]:
        """Return every imported version, the oldest import first."""
        ...

    def price_list(self, list_id: str, version: str) -> PriceList | None:
        """Return one version with its items in their order."""
        ...

    def add_price_list(
        self,
        price_list: PriceList,
        source: str,
        by: Stamp,
        progress: Progress = unwatched,
        *,
        enriched: Enriched | None = None,
    ) -> None:
        """Keep a version; RefusedError where the store holds it already.

        With it the version that a matrix made of it, where it is not that one
        itself, and the matrix in place of the list's former one: all or none.
        """
        ...

    def retire_price_lists(
        self, list_id: str, versions: Sequence[str], by: Stamp, *, back: bool = False
    ) -> None:
        """Take versions of a list out of use, or `back` into it; none goes."""
        ...

    def offer_matrix(self, list_id: str) -> OfferMatrix | None:
        """Return the matrix that a list was enriched with last."""
        ...

    def keep_offer_matrix(self, list_id: str, matrix: OfferMatrix) -> None:
        """Keep a matrix in place of the list's former one."""
        ...

    def draw_number(self, prefix: str, year: int) -> str:
        """Return the next number, such as TR-2026-0001; none comes twice.

        The year is only a label: each prefix and year has a counter that no
        clock sets back. An empty prefix stands for the three letters drawn at
        random when the database was made.
        """
        ...

    def add_quote(self, record: QuoteRecord) -> None:
        """Save a new quote; RefusedError where its number is taken."""
        ...

    def save_quote(self, record: QuoteRecord) -> QuoteRecord:
        """Save a change and return the record with its next edition.

        RefusedError where another change was saved in between, and where what the
        customer holds would change: a quote that was handed over is frozen.
        """
        ...

    def issue_quote(
        self, record: QuoteRecord, documents: tuple[IssuedDocument, ...]
    ) -> QuoteRecord:
        """Save a quote as `save_quote` does, with the papers that are handed over."""
        ...

    def revise_quote(self, old: QuoteRecord, new: QuoteRecord) -> None:
        """Save the old revision and add the new one, both or neither."""
        ...

    def archive_quotes(
        self, names: Sequence[str], on: dt.date | None, by: Stamp
    ) -> tuple[str, ...]:
        """Put quotes out of the way from a day on, for None bring them back.

        Names lead to them as `app.domain.lifecycle.named` says; those that moved are
        returned by their exact ones, each with its next edition. RefusedError, and
        none moves, where one is not known.
        """
        ...

    def keep_commissions(self, earned: Mapping[str, Amount]) -> None:
        """Note what quotes, by id, earn where that is not known; no edit of theirs."""
        ...

    def issued_documents(self, quote_id: str) -> tuple[IssuedDocument, ...]:
        """Return the papers of one revision, the oldest first."""
        ...

    def take_in(
        self,
        taken: Iterable[QuoteWithPapers],
        customers: Sequence[CustomerRecord],
        by: Stamp,
        along: Callable[[], None] = lambda: None,
    ) -> None:
        """Add and save quotes with the papers they lack, and customers: all or none.

        A quote of edition 0 is to be added; one at a time is held. None is kept where
        they or `along` raise, which keeps what belongs to them elsewhere. Refused as
        `add_quote`, `save_quote` and `keep_customers` do.
        """
        ...

    def quote(self, number: str, revision: str | None = None) -> QuoteRecord | None:
        """Return a revision of the quote with that number, the newest for None."""
        ...

    def quotes(self) -> tuple[QuoteHead, ...]:
        """Return every quote, the newest first."""
        ...

    def revisions(self, number: str) -> tuple[QuoteHead, ...]:
        """Return every revision of the quote with that number, the newest first."""
        ...

    def quotes_under(
        self, list_id: str, statuses: Collection[Status]
    ) -> tuple[QuoteHead, ...]:
        """Return the quotes of these statuses that keep rows of a list, as `quotes`."""
        ...

    def customers(self, *, alone: bool = False) -> tuple[CustomerRecord, ...]:
        """Return every customer, the oldest first, merged ones without quotes.

        `alone` leaves all without: it takes a small part of the time.
        """
        ...

    def customer_of(self, quote_id: str) -> CustomerRecord | None:
        """Return whose quote it is, without its quotes; None of an unknown quote."""
        ...

    def keep_customers(
        self, records: Sequence[CustomerRecord], by: Stamp
    ) -> tuple[CustomerRecord, ...]:
        """Add or change customers, all or none; return them with their editions.

        RefusedError (`customer_edited_elsewhere`) where another change was saved in
        between. No quote changes.
        """
        ...

    def events(self) -> tuple[Event, ...]:
        """Return the history, the oldest first."""
        ...


class QuoteList(Protocol):
    """The saved quotes as a list of any length: places first, rows where seen."""

    def counts(self, today: dt.date) -> Mapping[Filter, int]:
        """Count the quotes that each filter lets through, whatever their revisions."""
        ...

    def counts_of(self, wanted: Wanted) -> Mapping[Filter, int]:
        """Count likewise, of the quotes that hold the wanted words alone."""
        ...

    def places(self, wanted: Wanted, most: int | None = None) -> Sequence[int]:
        """Return where the wanted quotes stand, the first of the list first.

        An earlier revision that is found brings the newest along, and is shown
        where that is not found itself. `most` ends the list early.
        """
        ...

    def rows(self, places: Sequence[int]) -> tuple[ListedQuote, ...]:
        """Return the quotes at these places, in the list's order."""
        ...

    def earned(self, places: Sequence[int]) -> Mapping[int, Amount]:
        """Return the partner's commission by place, where it is known.

        Apart from the rows: those are read before a customer too.
        """
        ...

    def earned_together(self, places: Sequence[int]) -> tuple[Amount, ...]:
        """Return what the quotes at these places earn, as far as it is known.

        Apart from what they come to, likewise; superseded ones do not count.
        """
        ...

    def named(self, number: str, revision: str) -> ListedQuote | None:
        """Return the revision of a quote."""
        ...

    def chosen(self, places: Sequence[int]) -> Chosen:
        """Return what the quotes at these places come to."""
        ...

    def overview(self, today: dt.date, most: int) -> Overview:
        """Return what needs doing, at most so much, and what the quotes come to."""
        ...

    def uncounted(self) -> tuple[str, ...]:
        """Name the accepted quotes whose commission is not known."""
        ...

    def signed(self, period: Period) -> Sequence[int]:
        """Return which quotes count as sold in a period (W3), for `sales`."""
        ...

    def sales(self, which: Sequence[int]) -> tuple[Sale, ...]:
        """Return what these quotes sold, without those that no longer count."""
        ...


class Storage(Protocol):
    """The database as a file; each method raises UnavailableError with a reason."""

    def reading(self) -> AbstractContextManager[Store]:
        """Open for reading; nothing is written, an absent database is empty."""
        ...

    def ready(self, *, whole: bool) -> None:
        """Return where the data can be opened; an absent database is none yet.

        Looks through the whole file, or at its head alone, which takes no time.
        UnavailableError says why not: `database_gone` where there was one.
        """
        ...

    def listing(self, *, patient: bool = True) -> AbstractContextManager[QuoteList]:
        """Lend the list of quotes, quickly; an impatient reader waits for no writer.

        UnavailableError (`database_busy`) then, and the list may be asked again.
        """
        ...

    def locked(self) -> AbstractContextManager[None]:
        """Hold the data lock: other programs read, this one may write meanwhile.

        UnavailableError where another program holds it. Threads may nest and
        overlap; the lock is free again when the last of them leaves.
        """
        ...

    def writing(self) -> AbstractContextManager[Store]:
        """Open for writing under the data lock, made or upgraded where needed."""
        ...

    def check(self) -> Problems:
        """Look through the whole database and say what is wrong with it."""
        ...

    def backup(self, file: Path) -> None:
        """Write a whole, verified copy; an existing file is not replaced.

        Every backup keeps the templates as well.
        """
        ...

    def kept_templates(self, file: Path) -> Mapping[str, bytes]:
        """Return the templates that a backup keeps, by the names of their files."""
        ...

    def restore(self, file: Path) -> Path | None:
        """Take a backup's quotes and lists; return where the present ones were kept.

        Its templates are not taken: `kept_templates` gives them.
        """
        ...

    def begin_anew(self) -> Path | None:
        """Begin with an empty database; return where the present one was kept."""
        ...

    def salvaged(self) -> tuple[tuple[QuoteRecord, ...], int]:
        """Return the quotes that a spoilt file still gives, and how many are lost."""
        ...

    def back_up_changes(self) -> Path | None:
        """Write a verified copy into the folder of backups, and return where.

        None where there is no database, or the newest automatic one is the same.
        """
        ...

    def backups(self) -> tuple[Backup, ...]:
        """Return what the folder of backups holds, the newest first."""
        ...

    def drop(self, backup: Backup) -> None:
        """Remove a backup for good; one that is gone is no fault."""
        ...
