"""The table of what a file, or a version, would change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from i18n import N_
from ui.prices.change_rows import ChangeRow
from ui.shared import Shared
from ui.widgets.read_table import Column, ReadModel

_COLUMNS: Final[tuple[Column[ChangeRow], ...]] = (
    Column(N_("Reference"), lambda row: row.sku, 130),
    Column(N_("Item"), lambda row: row.name),
    Column(N_("What changes"), lambda row: row.what, 190),
    Column(N_("Before"), lambda row: row.before, 120, figures=True),
    Column(N_("After"), lambda row: row.after, 120, figures=True),
    Column(N_("Change"), lambda row: row.rise, 80, figures=True),
)


def change_model(shared: Shared, parent: QObject) -> ReadModel[ChangeRow]:
    """Return a table of changes, without any yet."""
    return ReadModel(shared, _COLUMNS, parent, tone=_tone)


def _tone(row: ChangeRow) -> str:
    """Return the colour a row is written in."""
    return "own" if row.own else row.tone
