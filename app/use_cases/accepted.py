"""What follows an acceptance: the order form, and the end-of-contract sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from app import PROGRAM, files
from app.documents.attachment import Attachment
from app.documents.document import Document
from app.documents.end_sheet import Ending, end_document
from app.documents.extension_offer import ExtensionOffer, extension_document
from app.documents.order_form import order_document
from app.documents.quote.inputs import Inputs
from app.documents.quote_pdf import render
from app.domain.choices import Edition
from app.domain.extension import Extension
from app.domain.order import Order, Signatory, missing, order
from app.domain.problems import Problems, RefusedError, error
from app.domain.texts import texts_missing
from app.exchange import order_file
from app.use_cases.contracts import accepted_quote, keep_signatory
from app.use_cases.ending import terms_of_end
from app.use_cases.export import inputs, named, paper
from app.use_cases.quotes import Saved, find
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order, where its papers and its data lie, and what it lacks."""

    order: Order
    paths: tuple[Path, ...]
    problems: Problems


def write_order(
    workplace: Workplace,
    number: str,
    editions: Sequence[Edition],
    folder: Path,
    signatory: Signatory,
) -> Ordered:
    """Write the order of an accepted quote: one PDF an edition, JSON and CSV.

    Without any edition, the quote's own. The signatory is kept with the quote.
    RefusedError, and nothing written or kept, where the quote is not accepted or
    orders nothing; what the form lacks is in `problems`.
    """
    saved, accepted_on = accepted_quote(workplace, number)
    ordered = _order(workplace, saved, accepted_on, signatory)
    data = order_file.as_json(ordered)
    copy = Attachment("order.json", "application/json", data, "Alternative")

    def form(of: Inputs) -> Document:
        mine = replace(of, offer=ordered.offer)
        return order_document(mine, ordered, (copy,), PROGRAM)

    made = _papers(workplace, saved, editions, "order", form)
    stem = _stem(saved)
    made[f"{stem}-order.json"] = data
    made[f"{stem}-order.csv"] = order_file.as_csv(ordered)
    keep_signatory(workplace, number, signatory)
    problems = missing(ordered) + texts_silent(workplace, number, editions)
    return Ordered(ordered, _written(made, folder), problems)


def texts_silent(
    workplace: Workplace, number: str, editions: Sequence[Edition]
) -> Problems:
    """Warn of each text that these editions, else the quote's own, lack.

    RefusedError where there is no such quote.
    """
    priced = find(workplace, number).priced
    wanted = editions or (priced.quote.proposal.language,)
    codes = [code for edition in wanted for code in edition.languages]
    return texts_missing(priced.offer, codes)


def order_of(workplace: Workplace, number: str) -> Order:
    """Return the order of an accepted quote, with the signatory known of it.

    RefusedError where it is not accepted or orders nothing.
    """
    saved, accepted_on = accepted_quote(workplace, number)
    signatory = saved.record.contract.signatory
    return _order(workplace, saved, accepted_on, signatory)


def write_end_sheet(
    workplace: Workplace, number: str, editions: Sequence[Edition], folder: Path
) -> tuple[Path, ...]:
    """Write how the contract of an accepted quote may end, one PDF an edition.

    RefusedError where the quote is not accepted or rents nothing.
    """
    saved, accepted_on = accepted_quote(workplace, number)
    terms = terms_of_end(saved.priced)
    ending = Ending(
        accepted_on=accepted_on,
        months=terms.months,
        extension=terms.extension,
        collecting=terms.collecting,
    )

    def sheet(of: Inputs) -> Document:
        return end_document(of, ending, PROGRAM)

    made = _papers(workplace, saved, editions, "end", sheet)
    return _written(made, folder)


def write_extension_offer(
    workplace: Workplace,
    number: str,
    editions: Sequence[Edition],
    folder: Path,
    months: int | None = None,
) -> tuple[Path, ...]:
    """Write what extending the contract by some months costs, one PDF an edition.

    None are the most that can be. RefusedError, and nothing written, where the quote
    is not accepted, rents nothing, or cannot be extended by so many months.
    """
    saved, accepted_on = accepted_quote(workplace, number)
    terms = terms_of_end(saved.priced)
    wanted = _offered(terms.extension, months)
    today = workplace.clock.today()
    offered = ExtensionOffer(
        day=today,
        last_day=today + timedelta(days=terms.policy.validity_days),
        accepted_on=accepted_on,
        delivered_on=saved.record.contract.delivered_on,
        extension=terms.extension,
        months=wanted,
    )

    def offer(of: Inputs) -> Document:
        return extension_document(of, offered, PROGRAM)

    made = _papers(workplace, saved, editions, f"extension-{wanted}", offer)
    return _written(made, folder)


def extension_choices(workplace: Workplace, number: str) -> tuple[int, ...]:
    """Return by how many months the contract of an accepted quote can be extended.

    RefusedError where it cannot be at all.
    """
    saved, _ = accepted_quote(workplace, number)
    found = terms_of_end(saved.priced).extension
    _offered(found, None)
    return found.choices


def _offered(found: Extension, months: int | None) -> int:
    """W9: return by how many months; RefusedError where the contract cannot be."""
    if not found.choices:
        raise RefusedError(error("not_extendable", months=found.term))
    if months is not None and months not in found.choices:
        choices = ", ".join(map(str, found.choices))
        raise RefusedError(error("not_extendable_by", months=months, choices=choices))
    return months or found.most


def _order(
    workplace: Workplace, saved: Saved, accepted_on: date, signatory: Signatory
) -> Order:
    """Return the order of a quote."""
    mine = paper(saved.priced, Edition.FR, workplace)
    return order(
        mine.proposal, mine.offer, accepted_on, signatory, mine.partner, mine.seller
    )


def _papers(
    workplace: Workplace,
    saved: Saved,
    editions: Sequence[Edition],
    kind: str,
    document: Callable[[Inputs], Document],
) -> dict[str, bytes]:
    """Make a paper in each edition, by the name of its file."""
    wanted = tuple(editions) or (saved.priced.quote.proposal.language,)
    made: dict[str, bytes] = {}
    for edition in dict.fromkeys(wanted):
        mine = paper(saved.priced, edition, workplace, final=True)
        said = replace(document(inputs(mine)), logo=mine.logo)
        made[f"{_stem(saved)}-{kind}-{edition.value}.pdf"] = render(said)
    return made


def _stem(saved: Saved) -> str:
    """Return what the names of the files begin with."""
    return files.safe_name(named(saved.priced.quote.proposal))


def _written(made: dict[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, which is made if absent; nothing is replaced."""
    return tuple(
        files.write_beside(folder / name, content) for name, content in made.items()
    )
