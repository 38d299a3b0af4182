"""Which price lists count now, and how old they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.versions import any_begun, current
from app.ports import ListRecord
from app.use_cases.bundled import sample_list
from app.use_cases.workplace import Workplace
from i18n import Language

#: Distributors bring out lists by the quarter, if not by the month.
_FRESH_DAYS: Final = 92


@dataclass(frozen=True, slots=True)
class ListSummary:
    """A list that counts, without its items; `imported` is None for the bundled."""

    list_id: str
    version: str
    distributor: str
    currency: str
    country: str
    valid_from: date
    valid_to: date | None
    items: int
    imported: date | None
    source: str
    sample: bool

    def ended(self, today: date) -> bool:
        """Whether its last day, which counts whole, is past."""
        return self.valid_to is not None and self.valid_to < today

    def old(self, today: date) -> bool:
        """Whether it names no end and came so long ago that a newer one is likely."""
        if self.imported is None or self.valid_to is not None:
            return False
        return (today - self.imported).days > _FRESH_DAYS


def summaries(workplace: Workplace) -> tuple[ListSummary, ...]:
    """Return the lists that count today; the sample until one has begun to count."""
    with workplace.storage.reading() as store:
        records = store.price_lists()
    today = workplace.clock.today()
    if not any_begun(records, today):
        return (_bundled(),)
    return tuple(_summary(record) for record in current(records, today))


def validity(summary: ListSummary, today: date, language: Language) -> str:
    """Say until when it holds."""
    _ = language.gettext
    if summary.valid_to is None:
        return _("valid with no end")
    day = language.day(summary.valid_to)
    if summary.ended(today):
        return _("ended on {day}").format(day=day)
    return _("valid until {day}").format(day=day)


def age(summary: ListSummary, today: date, language: Language) -> str:
    """Say how long ago it came; the bundled one came with the program."""
    _ = language.gettext
    if summary.imported is None:
        return _("comes with the program")
    days = (today - summary.imported).days
    if days <= 0:
        return _("imported today")
    text = language.ngettext("imported {n} day ago", "imported {n} days ago", days)
    return text.format(n=language.number(days))


def _bundled() -> ListSummary:
    """Return the sample, which counts until a list does."""
    sample = sample_list()
    return ListSummary(
        list_id=sample.list_id,
        version=sample.version,
        distributor=sample.distributor,
        currency=sample.currency,
        country=sample.country,
        valid_from=sample.valid_from,
        valid_to=sample.valid_to,
        items=len(sample.items),
        imported=None,
        source="",
        sample=True,
    )


def _summary(record: ListRecord) -> ListSummary:
    """Return what the page shows of an imported version."""
    return ListSummary(
        list_id=record.list_id,
        version=record.version,
        distributor=record.distributor,
        currency=record.currency,
        country=record.country,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        items=record.items,
        imported=record.imported.at.astimezone().date(),
        source=record.source,
        sample=record.fingerprint == sample_list().fingerprint,
    )
