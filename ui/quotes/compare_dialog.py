"""Two revisions of a quote beside each other, to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.domain.lifecycle import label
from app.domain.quote_changes import LineState
from i18n import N_, Language
from ui.models.figures import compared
from ui.models.words import MISSING, NO_BREAK, Reader, money
from ui.shared import Shared
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.file_dialog import say_buttons
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import Column, ReadModel, ReadTable
from ui.widgets.room import within_screen

if TYPE_CHECKING:
    from app.use_cases.quotes import Saved
    from app.use_cases.revisions import Compared

_SIZE: Final = (720, 420)


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a total, in both revisions; `tone` colours it."""

    name: str
    before: str
    after: str
    tone: str = ""


def rows(found: Compared, reader: Reader) -> Iterator[Row]:
    """Yield a row a line that differs, then the totals."""
    language = reader.language
    _ = language.gettext
    for each in found.changes.lines:
        tone = "good" if not each.before else "attention" if not each.after else ""
        before, after = _said(each.before, language), _said(each.after, language)
        yield Row(each.name.best(language.code), before, after, tone)
    terms = (str(term.value) if term else MISSING for term in found.changes.terms)
    yield Row(_("Term, in months"), *terms)
    offers = found.before.priced.offer, found.after.priced.offer
    yield from (Row(*total) for total in compared(*offers, reader))


def _said(state: LineState | None, language: Language) -> str:
    """Write one side of a line: how many, at how much."""
    if state is None:
        return MISSING
    unit = money(state.unit_price, language)
    text = f"{language.number(state.quantity)}{NO_BREAK}×{NO_BREAK}{unit}"
    return text if state.firm else f"({text})"


class CompareDialog(QDialog):
    """A table of what differs; it holds what the customer may read alone."""

    def __init__(self, shared: Shared, found: Compared, parent: QWidget) -> None:
        """Show a comparison."""
        super().__init__(parent)
        language = shared.language
        _ = language.gettext
        self.setWindowTitle(_("Compare revisions"))
        columns: tuple[Column[Row], ...] = (
            Column(N_("Line"), lambda row: row.name),
            Column(_name(found.before), lambda row: row.before, 190, figures=True),
            Column(_name(found.after), lambda row: row.after, 190, figures=True),
        )
        self.model: ReadModel[Row] = ReadModel(
            shared, columns, self, tone=lambda row: row.tone
        )
        self.model.show_rows(tuple(rows(found, shared.reader)))
        table = ReadTable(self.model)
        table.setAccessibleName(self.windowTitle())
        same = PlainLabel(_("Both say the same."), "quiet")
        same.setVisible(not found.changes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        say_buttons(buttons, language)
        buttons.rejected.connect(self.reject)
        hear_customer_key(self, shared)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(same)
        column.addWidget(table, 1)
        column.addWidget(buttons)
        within_screen(self, *_SIZE)


def _name(saved: Saved) -> str:
    """Name one of the revisions."""
    proposal = saved.record.quote.proposal
    return label(proposal.number, proposal.revision)
