"""Handing a quote over, and what follows: an answer, a revision, the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from app import PROGRAM, files
from app.domain.catalogue import Catalogue
from app.domain.choices import Edition, Status
from app.domain.lifecycle import Lifecycle, label, next_revision
from app.domain.problems import (
    Problems,
    RefusedError,
    Severity,
    UnavailableError,
    error,
    warning,
)
from app.domain.texts import texts_missing
from app.ports import IssuedDocument, Progress, QuoteRecord, Store, unwatched
from app.use_cases.export import file_name, pdf
from app.use_cases.identity import missing
from app.use_cases.prices import catalogue
from app.use_cases.pricing import PricedQuote, priced, recorded
from app.use_cases.quotes import Saved, find, known, save_draft
from app.use_cases.undrawn import texts_undrawn
from app.use_cases.workplace import Workplace

#: So many are archived at once: a cancel, and who else writes, waits for no more.
_BATCH: Final = 250
#: What a file that cannot be written means for a paper: it is not lost.
_KEPT: Final = {"file_unwritable": "paper_unwritable"}


@dataclass(frozen=True, slots=True)
class Issued:
    """A quote that was handed over, with all its papers, and what is odd about it."""

    record: QuoteRecord
    documents: tuple[IssuedDocument, ...]
    problems: Problems


def issue(
    workplace: Workplace,
    number: str,
    editions: Sequence[Edition],
    folder: Path | None = None,
) -> Issued:
    """Freeze a quote and keep the papers that are handed over, byte for byte.

    A quote already presented gets the editions that it lacks. RefusedError where an
    error or the partner's own rule (W4) keeps it from the customer, where it is
    provisional (W11), or answered; UnavailableError, and nothing done, where the
    folder in which they are to be written takes no files.
    """
    saved = find(workplace, number)
    _refuse_unfinished(saved.priced)
    lifecycle = saved.record.lifecycle
    if lifecycle.status is not Status.PRESENTED:
        _refuse_held_back(saved.priced)
        lifecycle = lifecycle.presented(workplace.clock.today())
    if folder is not None:
        files.ready(folder)
    with workplace.storage.writing() as store:
        every = store.issued_documents(saved.record.id)
        kept = tuple(each for each in every if not each.signs)
        there = {each.language for each in kept}
        new = tuple(
            _document(saved.priced, edition, workplace)
            for edition in dict.fromkeys(editions)
            if edition not in there
        )
        record = replace(saved.record, lifecycle=lifecycle, changed=workplace.stamp())
        record = store.issue_quote(record, new)
    return Issued(record, kept + new, _oddities(saved.priced, editions, workplace))


def _oddities(
    quote: PricedQuote, editions: Sequence[Edition], workplace: Workplace
) -> Problems:
    """Return what is worth knowing of a paper that goes out."""
    codes = [code for edition in editions for code in edition.languages]
    silent = texts_missing(quote.offer, codes)
    over = tuple(replace(each, code="offered_too_late") for each in out_of_date(quote))
    odd = (*over, *silent, *texts_undrawn(quote, codes))
    return (*quote.problems, *odd, *missing(workplace))


def out_of_date(quote: PricedQuote) -> Problems:
    """Warn where the last day of a quote is over before it is handed over."""
    last = quote.quote.proposal.valid_until
    if last is None or last >= quote.today:
        return ()
    return (warning("offer_over", day=last),)


def _refuse_unfinished(quote: PricedQuote) -> None:
    """Raise where the quote cannot be the last word."""
    if quote.refused:
        raise RefusedError(*quote.problems)
    if quote.offer.provisional:
        raise RefusedError(error("provisional_not_final"))


def _refuse_held_back(quote: PricedQuote) -> None:
    """Raise where the partner's own rules keep it a draft."""
    if quote.held_back:
        grave = (replace(each, severity=Severity.ERROR) for each in quote.held_back)
        raise RefusedError(*grave)


def _document(
    quote: PricedQuote, edition: Edition, workplace: Workplace
) -> IssuedDocument:
    """Make one paper to be kept."""
    content = pdf(quote, edition, workplace, final=True)
    return IssuedDocument(
        language=edition,
        file_name=file_name(quote.quote.proposal, edition),
        content=content,
        sha256=sha256(content).hexdigest(),
        program_version=PROGRAM,
        issued=workplace.stamp(),
    )


def hand_over(
    workplace: Workplace, number: str, editions: Sequence[Edition], folder: Path
) -> tuple[Path, ...]:
    """Write what is handed over, or was: first it is kept, then it is written.

    An answered quote has the papers that it had; see `issue` and `papers`. Where the
    folder takes no files nothing is handed over.
    """
    record = find(workplace, number).record
    if record.lifecycle.status in (Status.DRAFT, Status.PRESENTED):
        issue(workplace, number, editions, folder)
    return write(papers(workplace, record, editions), folder)


def papers(
    workplace: Workplace, record: QuoteRecord, editions: Sequence[Edition]
) -> tuple[IssuedDocument, ...]:
    """Return papers as they were handed over.

    RefusedError where an edition was not, or is damaged (`all_papers`).
    """
    kept = {each.language: each for each in all_papers(workplace, record)}
    for edition in editions:
        if edition not in kept:
            there = ", ".join(kept) or "–"
            raise RefusedError(
                error("edition_not_issued", edition=edition.value, there=there)
            )
    return tuple(kept[edition] for edition in editions)


def all_papers(workplace: Workplace, record: QuoteRecord) -> tuple[IssuedDocument, ...]:
    """Return every paper of a revision that was handed over, the oldest first.

    RefusedError where one no longer has the SHA-256 that it was kept with.
    """
    return tuple(each for each in _kept(workplace, record) if not each.signs)


def signed_copies(
    workplace: Workplace, record: QuoteRecord
) -> tuple[IssuedDocument, ...]:
    """Return the copies that the customer signed; refused as `all_papers` is."""
    return tuple(each for each in _kept(workplace, record) if each.signs)


def _kept(workplace: Workplace, record: QuoteRecord) -> tuple[IssuedDocument, ...]:
    """Return all that is kept of a revision, whole."""
    with workplace.storage.reading() as store:
        kept = store.issued_documents(record.id)
    for each in kept:
        if sha256(each.content).hexdigest() != each.sha256:
            raise RefusedError(error("document_damaged", name=each.file_name))
    return kept


def write(documents: Sequence[IssuedDocument], folder: Path) -> tuple[Path, ...]:
    """Write papers into a folder, which is made if absent; nothing is replaced.

    UnavailableError where it cannot be: they are kept, and can be written again.
    """
    try:
        return tuple(
            files.write_beside(folder / each.file_name, each.content)
            for each in documents
        )
    except UnavailableError as found:
        kept = (
            replace(each, code=_KEPT.get(each.code, each.code))
            for each in found.problems
        )
        raise UnavailableError(*kept) from found


def accept(
    workplace: Workplace, number: str, on: date | None = None
) -> tuple[QuoteRecord, Problems]:
    """Record that the customer accepted, today or on a day before.

    After its last day that is possible too, and said (`accepted_late`).
    """
    day = _day(workplace, on)
    record = _step(workplace, number, lambda now: now.accepted(day))
    last = record.quote.proposal.valid_until
    if not record.lifecycle.late(last) or last is None:
        return record, ()
    return record, (warning("accepted_late", day=last),)


def decline(
    workplace: Workplace, number: str, reason: str, on: date | None = None
) -> QuoteRecord:
    """Record that the customer declined, and why."""
    if not reason.strip():
        raise RefusedError(error("reason_missing"))
    day, why = _day(workplace, on), reason.strip()
    return _step(workplace, number, lambda now: now.declined(day, why))


def take_back(workplace: Workplace, number: str) -> QuoteRecord:
    """Make an answer undone: the quote is presented again.

    RefusedError where anything came of the contract since (`contract_under_way`).
    """
    with workplace.storage.writing() as store:
        record = known(store, number)
        if record.contract.under_way:
            raise RefusedError(error("contract_under_way", number=name_of(record)))
        return _moved(workplace, store, record, Lifecycle.taken_back)


def archive(workplace: Workplace, number: str, *, away: bool) -> QuoteRecord:
    """Put a quote out of the way, or bring it back; it stands where it stood."""
    archive_many(workplace, [number], away=away)
    with workplace.storage.reading() as store:
        return known(store, number)


def archive_many(
    workplace: Workplace,
    names: Sequence[str],
    *,
    away: bool,
    progress: Progress = unwatched,
) -> tuple[str, ...]:
    """Put quotes out of the way, or bring them back; return the names of what moved.

    Nothing of them is read or priced. Whatever breaks it off, such as what `progress`
    raises, takes back what was done.
    """
    day, moved = workplace.clock.today() if away else None, list[str]()
    try:
        for at in range(0, len(names), _BATCH):
            progress(at, len(names))
            with workplace.storage.writing() as store:
                batch = names[at : at + _BATCH]
                moved += store.archive_quotes(batch, day, workplace.stamp())
        progress(len(names), len(names))
    except BaseException:
        archive_many(workplace, moved, away=not away)
        raise
    return tuple(moved)


def _day(workplace: Workplace, on: date | None) -> date:
    """Return the day of an answer, today by itself; none comes from the future."""
    today = workplace.clock.today()
    if on and on > today:
        raise RefusedError(error("answer_in_future", day=on))
    return on or today


def _step(
    workplace: Workplace, number: str, step: Callable[[Lifecycle], Lifecycle]
) -> QuoteRecord:
    """Move a quote and save where it stands."""
    with workplace.storage.writing() as store:
        return _moved(workplace, store, known(store, number), step)


def _moved(
    workplace: Workplace,
    store: Store,
    record: QuoteRecord,
    step: Callable[[Lifecycle], Lifecycle],
) -> QuoteRecord:
    """Save where a quote stands after a step; nothing of it has to be priced."""
    stands, by = step(record.lifecycle), workplace.stamp()
    return store.save_quote(replace(record, lifecycle=stands, changed=by))


def revise(workplace: Workplace, number: str) -> Saved:
    """Begin the next revision of a quote, under the prices that it keeps.

    It is dated today and valid anew; the one before is superseded.
    """
    saved = find(workplace, number)
    old, today, by = saved.record, workplace.clock.today(), workplace.stamp()
    superseded = old.lifecycle.superseded()
    proposal = replace(
        old.quote.proposal,
        revision=next_revision(old.quote.proposal.revision),
        date=today,
        valid_until=None,
    )
    quote = replace(old.quote, proposal=proposal)
    newest = priced(quote, Catalogue.of(old.prices), workplace)
    fresh = replace(old, id=str(uuid4()), lifecycle=Lifecycle(), edition=1, created=by)
    record = recorded(fresh, newest, by)
    with workplace.storage.writing() as store:
        store.revise_quote(replace(old, lifecycle=superseded, changed=by), record)
    return Saved(record, newest)


def duplicate(workplace: Workplace, number: str) -> Saved:
    """Begin a quote of its own with the same content, at the prices of today."""
    quote = find(workplace, number).record.quote
    today = workplace.clock.today()
    proposal = replace(quote.proposal, date=today, valid_until=None, reference="")
    newest = priced(replace(quote, proposal=proposal), catalogue(workplace), workplace)
    return Saved(save_draft(workplace, newest), newest)


def name_of(record: QuoteRecord) -> str:
    """Return how people name a saved quote."""
    proposal = record.quote.proposal
    return label(proposal.number, proposal.revision)
