"""Imported versions, as rows of finished strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.versions import Standing
from app.use_cases.history import KeptVersion
from app.wording.clock import time_of_day
from i18n import N_, Language
from ui.widgets.read_table import Column

STANDINGS: Final = {
    Standing.CURRENT: N_("Current"),
    Standing.WAITING: N_("Waiting"),
    Standing.SUPERSEDED: N_("Past"),
    Standing.RETIRED: N_("Out of use"),
}
_TONES: Final = {Standing.CURRENT: "good", Standing.WAITING: "info"}
_FINGERPRINT: Final = 12


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One imported version."""

    list_id: str
    version: str
    standing: str
    tone: str
    begins: str
    items: str
    imported: str
    by: str
    source: str
    fingerprint: str


def version_row(kept: KeptVersion, language: Language) -> VersionRow:
    """Write a version for the list of them."""
    record = kept.record
    at = record.imported.at
    day = language.day(at.astimezone().date())
    return VersionRow(
        list_id=record.list_id,
        version=record.version,
        standing=language.gettext(STANDINGS[kept.standing]),
        tone=_TONES.get(kept.standing, "quiet"),
        begins=language.day(record.valid_from),
        items=language.number(record.items),
        imported=f"{day} {time_of_day(at, language)}",
        by=record.imported.who,
        source=record.source,
        fingerprint=record.fingerprint[:_FINGERPRINT],
    )


def version_columns() -> tuple[Column[VersionRow], ...]:
    """Return the columns of imported versions."""
    return (
        Column(N_("List"), lambda row: row.list_id, 116, grows=True),
        Column(N_("Version"), lambda row: row.version, 104),
        Column(N_("Standing"), lambda row: row.standing, 92),
        Column(N_("Begins"), lambda row: row.begins, 104, figures=True),
        Column(N_("Items"), lambda row: row.items, 66, figures=True),
        Column(N_("Imported"), lambda row: row.imported, 152, figures=True),
        Column(N_("By"), lambda row: row.by, 92, grows=True),
        Column(N_("From"), lambda row: row.source),
        Column(N_("Fingerprint"), lambda row: row.fingerprint, 116),
    )
