"""Lists, quotes and papers for the tests of statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from app.domain.affected import Affected, Rhythm
from app.domain.catalogue import Catalogue
from app.domain.choices import Status, Term
from app.domain.contract import Contract
from app.domain.extended import extended
from app.domain.localized import Localized
from app.domain.period import Period
from app.domain.price_list import PriceList
from app.domain.quote import Quote
from app.domain.resolved import resolve
from app.domain.sell_out import Product, SellOut
from app.statements.commission_sheet import NOTHING_KNOWN, commission_sheet
from app.statements.price_report import price_report
from app.statements.sell_out import sell_out_statement
from app.statements.statement import Maker, Section, Statement
from app.use_cases.bundled import policies
from i18n import Language
from tests.app.domain.build import (
    DOCK,
    EXAMPLE,
    PACK,
    UPGRADE,
    a_list,
    catalogue,
    cents,
    commissions,
    euro,
    item,
    prices,
)

MAKER = Maker("Ardenne Informatique", dt.date(2026, 11, 22), "WaaS Quotes 0.1.0")
FRENCH, ENGLISH = Language("fr", "BE"), Language("en", "BE")
LANGUAGES = (FRENCH, ENGLISH)

OLD = a_list(PACK, UPGRADE, DOCK, item("GONE"))
NEW = a_list(
    replace(
        PACK,
        prices=prices("61.90", "57.90", "52.00"),
        commissions=commissions("", "90", "125"),
        name=Localized.of({"fr": "Pack B", "en": "Pack B"}),
    ),
    replace(UPGRADE, prices=prices("", "4.00", "3.8950"), cost_month=euro("2.50")),
    replace(DOCK, warranty_months=36),
    item("NEW"),
    version="2",
    valid_from=dt.date(2026, 12, 1),
)
MOVED = (
    Affected("TR-2026-0001", "Lefèvre", cents("648.00"), cents("673.20")),
    Affected("TR-2026-0002", "Zoé", cents("120.00"), None, Rhythm.YEAR),
)


NOTEBOOK = Localized.of({"fr": "Portable", "en": "Notebook"})
SOLD = SellOut(
    Period(dt.date(2026, 5, 1), dt.date(2026, 5, 31)),
    2,
    (
        Product("Brivane", "BAG", Localized.same("Bag"), 34),
        Product("Brivane", "NB-14", NOTEBOOK, 1200),
        Product("", "", Localized.same("Rugged tablet"), 5),
    ),
)


def sold(language: Language = ENGLISH, found: SellOut = SOLD) -> Statement:
    return sell_out_statement(found, MAKER, language)


def report(
    old: PriceList = OLD,
    new: PriceList = NEW,
    moved: tuple[Affected, ...] = MOVED,
    language: Language = ENGLISH,
) -> Statement:
    return price_report(old, new, moved, MAKER, language)


def sheet(
    quote: Quote,
    language: Language = ENGLISH,
    lists: Catalogue | None = None,
    *,
    contract: Contract = NOTHING_KNOWN,
    status: Status = Status.DRAFT,
    sample: bool = False,
) -> Statement:
    resolved = resolve(quote.proposal, lists or catalogue())
    (policy,) = policies().waas
    return commission_sheet(
        quote,
        resolved,
        MAKER,
        language,
        contract=contract,
        status=status,
        extension=extended(resolved, policy),
        sample=sample,
    )


def extendable(language: Language = ENGLISH) -> Statement:
    """Return the sheet of a contract whose extension earns, as far as is known."""
    paid = replace(PACK, commission_extension=cents("35"))
    quote = Quote(proposal=replace(EXAMPLE, term=Term.MONTHS_24))
    return sheet(quote, language, catalogue(paid))


def section(statement: Statement, heading: str) -> Section:
    (found,) = [each for each in statement.sections if each.heading == heading]
    return found


def many(count: int) -> tuple[PriceList, PriceList]:
    """Return two lists of so many items, of which every price differs."""
    before = [replace(PACK, sku=f"PACK-{n}", includes=()) for n in range(count)]
    dearer = prices("", "60.00", "1234567.8901")
    after = [replace(each, prices=dearer) for each in before]
    return a_list(*before), a_list(*after, version="2")
