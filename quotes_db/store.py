"""The store over SQLite: each method is one transaction."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from app.domain.choices import Status
from app.domain.money import Amount
from app.domain.price_list import PriceList
from app.ports import (
    CustomerRecord,
    Enriched,
    Event,
    IssuedDocument,
    ListRecord,
    OfferMatrix,
    Progress,
    QuoteHead,
    QuoteRecord,
    QuoteWithPapers,
    Stamp,
    unwatched,
)
from quotes_db import customers as customer_rows
from quotes_db import history, issued, numbers, offer_matrices, price_lists, quotes
from quotes_db.engine import NOT_OURS, transaction
from quotes_db.failures import unavailable


class SqlStore:
    """app.ports.Store over the database that the engine reaches."""

    def __init__(self, engine: Engine, path: Path, held: price_lists.Held) -> None:
        """Name the file too: problems say which one they are about.

        `held` are the lists that stores of this database gave out before.
        """
        self._engine, self._path, self._held = engine, path, held

    def price_lists(self) -> tuple[ListRecord, ...]:
        """Return every imported version, the oldest import first."""
        with self._reading() as session:
            return price_lists.records(session)

    def price_list(self, list_id: str, version: str) -> PriceList | None:
        """Return one version with its items in their order."""
        with self._reading() as session:
            return price_lists.find(session, list_id, version, self._held)

    def add_price_list(
        self,
        price_list: PriceList,
        source: str,
        by: Stamp,
        progress: Progress = unwatched,
        *,
        enriched: Enriched | None = None,
    ) -> None:
        """Keep a version; RefusedError (`version_exists`) where it is kept.

        With it the version that a matrix made of it, where it is not that one
        itself, and the matrix in place of the list's former one: all or none.
        """
        with self._writing() as session:
            price_lists.add(session, price_list, source, by, progress)
            if enriched is not None:
                matrix, made = enriched.matrix, enriched.price_list
                offer_matrices.keep(session, made.list_id, matrix)
                if made is not price_list:
                    price_lists.add(session, made, matrix.source, by, progress)

    def retire_price_lists(
        self, list_id: str, versions: Sequence[str], by: Stamp, *, back: bool = False
    ) -> None:
        """Take versions of a list out of use, or `back` into it; none goes."""
        with self._writing() as session:
            price_lists.retire(session, list_id, versions, by, back=back)

    def offer_matrix(self, list_id: str) -> OfferMatrix | None:
        """Return the matrix that a list was enriched with last."""
        with self._reading() as session:
            return offer_matrices.find(session, list_id)

    def keep_offer_matrix(self, list_id: str, matrix: OfferMatrix) -> None:
        """Keep a matrix in place of the list's former one."""
        with self._writing() as session:
            offer_matrices.keep(session, list_id, matrix)

    def draw_number(self, prefix: str, year: int) -> str:
        """Return the next number, such as TR-2026-0001; none comes twice."""
        with self._writing() as session:
            return numbers.draw(session, prefix, year)

    def add_quote(self, record: QuoteRecord) -> None:
        """Save a new quote; RefusedError (`number_taken`) where another has it."""
        with self._writing() as session:
            quotes.add(session, record)

    def save_quote(self, record: QuoteRecord) -> QuoteRecord:
        """Save a change and return the record with its next edition.

        RefusedError where another was saved in between (`edited_elsewhere`) or
        has the number (`number_taken`), and where what the customer holds would
        change (`quote_issued`).
        """
        with self._writing() as session:
            return quotes.save(session, record)

    def issue_quote(
        self, record: QuoteRecord, documents: tuple[IssuedDocument, ...]
    ) -> QuoteRecord:
        """Save a quote as `save_quote` does, with the papers that are handed over."""
        with self._writing() as session:
            saved = quotes.save(session, record)
            issued.add(session, saved, documents)
            return saved

    def revise_quote(self, old: QuoteRecord, new: QuoteRecord) -> None:
        """Save the old revision and add the new one, both or neither."""
        with self._writing() as session:
            quotes.save(session, old)
            quotes.add(session, new)

    def archive_quotes(
        self, names: Sequence[str], on: date | None, by: Stamp
    ) -> tuple[str, ...]:
        """Put quotes out of the way from a day on, for None bring them back.

        Those that moved are returned by their exact names. RefusedError
        (`quote_unknown`), and none moves, where one is not known.
        """
        with self._writing() as session:
            return quotes.archive(session, names, on, by)

    def keep_commissions(self, earned: Mapping[str, Amount]) -> None:
        """Note what quotes, by id, earn where that is not known; no edit of theirs."""
        with self._writing() as session:
            quotes.keep_commissions(session, earned)

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
        with self._writing() as session:
            customer_rows.keep(session, customers, by)
            for record, documents in taken:
                if record.edition:
                    quotes.save(session, record)
                    issued.add_lacking(session, record, documents)
                else:
                    quotes.add(session, replace(record, edition=1))
                    issued.add(session, record, documents)
            along()

    def issued_documents(self, quote_id: str) -> tuple[IssuedDocument, ...]:
        """Return the papers of one revision, the oldest first."""
        with self._reading() as session:
            return issued.documents(session, quote_id)

    def quote(self, number: str, revision: str | None = None) -> QuoteRecord | None:
        """Return a revision of the quote with that number, the newest for None."""
        with self._reading() as session:
            return quotes.revision_of(session, number, revision)

    def quotes(self) -> tuple[QuoteHead, ...]:
        """Return every quote, the newest first."""
        with self._reading() as session:
            return quotes.heads(session)

    def revisions(self, number: str) -> tuple[QuoteHead, ...]:
        """Return every revision of the quote with that number, the newest first."""
        with self._reading() as session:
            return quotes.heads(session, quotes.of_number(number))

    def quotes_under(
        self, list_id: str, statuses: Collection[Status]
    ) -> tuple[QuoteHead, ...]:
        """Return the quotes of these statuses that keep rows of a list, as `quotes`."""
        with self._reading() as session:
            return quotes.heads(session, *quotes.under(list_id, statuses))

    def customers(self, *, alone: bool = False) -> tuple[CustomerRecord, ...]:
        """Return every customer, the oldest first, merged ones without quotes.

        `alone` leaves all without: it takes a small part of the time.
        """
        with self._reading() as session:
            held = {} if alone else quotes.heads_by_customer(session)
            return customer_rows.records(session, held)

    def customer_of(self, quote_id: str) -> CustomerRecord | None:
        """Return whose quote it is, without its quotes; None of an unknown quote."""
        with self._reading() as session:
            return customer_rows.of_quote(session, quote_id)

    def keep_customers(
        self, records: Sequence[CustomerRecord], by: Stamp
    ) -> tuple[CustomerRecord, ...]:
        """Add or change customers, all or none; return them with their editions.

        RefusedError (`customer_edited_elsewhere`) where another change was saved in
        between. No quote changes.
        """
        with self._writing() as session:
            return customer_rows.keep(session, records, by)

    def events(self) -> tuple[Event, ...]:
        """Return the history, the oldest first."""
        with self._reading() as session:
            return history.events(session)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """Read one state; what no program of ours wrote is damage."""
        with transaction(self._engine, "BEGIN", self._path) as session:
            try:
                yield session
            except NOT_OURS as failure:
                raise unavailable("database_damaged", self._path) from failure

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """Write all or nothing, with the lock from the first statement on."""
        with transaction(self._engine, "BEGIN IMMEDIATE", self._path) as session:
            yield session
