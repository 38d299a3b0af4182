"""The papers that only the partner may see, as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app import PROGRAM, files
from app.domain.affected import Affected
from app.domain.choices import Status
from app.domain.extended import extended
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError, error
from app.domain.sell_out import SellOut
from app.ports import QuoteRecord
from app.statements.commission_sheet import NOTHING_KNOWN, commission_sheet
from app.statements.delimited import as_csv
from app.statements.paper import as_pdf
from app.statements.price_report import price_report
from app.statements.sell_out import by_product, sell_out_statement
from app.statements.statement import Maker, Statement
from app.statements.workbook import as_xlsx
from app.use_cases.export import named
from app.use_cases.pricing import PricedQuote, waas_of
from app.use_cases.workplace import Workplace
from i18n import Language

_FORMS: Final[Mapping[str, Callable[[Statement, Language], bytes]]] = {
    ".pdf": as_pdf,
    ".xlsx": as_xlsx,
}


def _go_on() -> None:
    """Want the paper still."""


def write_price_report(  # noqa: PLR0913 - what is compared, for whom, where
    workplace: Workplace,
    old: PriceList,
    new: PriceList,
    moved: tuple[Affected, ...],
    path: Path,
    *,
    code: str,
    before_write: Callable[[], None] = _go_on,
) -> Path:
    """Write what changes from one version to another; return where.

    The name says whether it is a PDF or a workbook: RefusedError for any other. A
    file of another content keeps its name. `code` is the language, `fr` or `en`.
    What `before_write` raises leaves nothing written.
    """
    make = _FORMS.get(path.suffix.lower())
    if make is None:
        raise RefusedError(error("report_form", path=path.name))
    language = workplace.settings.language(code)
    report = price_report(old, new, moved, _maker(workplace), language)
    content = make(report, language)
    before_write()
    return files.write_beside(path, content)


def write_sell_out(
    workplace: Workplace,
    found: SellOut,
    path: Path,
    code: str,
    before_write: Callable[[], None] = _go_on,
) -> Path:
    """Write what contracts sold (W3); return where.

    The name says whether it is the table as CSV, a workbook or a PDF: RefusedError
    for any other. The rest is as of a price report.
    """
    language = workplace.settings.language(code)
    ending = path.suffix.lower()
    if ending == ".csv":
        content = as_csv(by_product(found, language), language)
    elif ending in _FORMS:
        said = sell_out_statement(found, _maker(workplace), language)
        content = _FORMS[ending](said, language)
    else:
        raise RefusedError(error("sell_out_form", path=path.name))
    before_write()
    return files.write_beside(path, content)


def write_commission_sheet(
    workplace: Workplace,
    quote: PricedQuote,
    folder: Path,
    code: str,
    record: QuoteRecord | None = None,
) -> Path:
    """Write what a quote earns, as a PDF into a folder; return where.

    Its record, if it is saved, tells when that falls due; what an extension of it
    would earn stands beside it (W9). RefusedError, and nothing written, where an
    error keeps it from being priced.
    """
    if quote.refused:
        raise RefusedError(*quote.problems)
    language = workplace.settings.language(code)
    sheet = commission_sheet(
        quote.quote,
        quote.resolved,
        _maker(workplace),
        language,
        contract=record.contract if record else NOTHING_KNOWN,
        status=_status(record, workplace),
        extension=extended(
            quote.resolved, waas_of(quote.quote.proposal, quote.policies)
        ),
        sample=quote.sample,
    )
    stem = files.safe_name(named(quote.quote.proposal))
    path = folder / f"{stem}-commission-{code}.pdf"
    return files.write_beside(path, as_pdf(sheet, language))


def _status(record: QuoteRecord | None, workplace: Workplace) -> Status:
    """Return where a quote stands today."""
    if record is None:
        return Status.DRAFT
    last = record.quote.proposal.valid_until
    return record.lifecycle.shown(last, workplace.clock.today())


def _maker(workplace: Workplace) -> Maker:
    """Return who makes the paper, today, with this program."""
    issuer = workplace.settings.partner.name or workplace.settings.seller.name
    return Maker(issuer, workplace.clock.today(), PROGRAM)
