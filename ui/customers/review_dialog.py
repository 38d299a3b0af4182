"""What a file of customers would change, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.use_cases.customer_files import Review, lines
from app.wording import sentence
from app.wording.customers import FIELD_NAMES, counts, field_text
from i18n import N_, Language
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.cover import Cover
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import Column, ReadModel, ReadTable
from ui.widgets.room import within_screen

_SIZE = (960, 460)


@dataclass(frozen=True, slots=True)
class _Row:
    """One change: whose, which, before and after; `tone` colours it."""

    name: str
    what: str
    before: str
    after: str
    tone: str = ""


class ReviewDialog(QDialog):
    """Lists what is refused, new and changed, to nobody but the partner."""

    columns_wanted = Signal()

    def __init__(self, shared: Shared, found: Review, parent: QWidget) -> None:
        """Show what was found."""
        super().__init__(parent)
        language = shared.language
        _ = language.gettext
        self.setWindowTitle(_("Import customers"))
        self._model: ReadModel[_Row] = ReadModel(
            shared, _columns(), self, tone=lambda row: row.tone
        )
        self.table = ReadTable(self._model)
        self.table.setAccessibleName(_("What the file changes"))
        self.columns = Button(shared.theme)
        self.columns.set_words(_("Columns…"), _("Which column says what"))
        self.leave = Button(shared.theme)
        self.leave.set_words(_("Cancel"))
        self.take = Button(shared.theme, kind="primary")
        self.take.set_words(_("Keep them"))
        self.take.setEnabled(bool(found.new or found.changed))
        self.columns.clicked.connect(self._ask_columns)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        hear_customer_key(self, shared)
        self._model.show_rows(list(_rows(found, language)))
        for row in range(len(found.refused) + len(found.doubts)):
            self.table.setSpan(row, 0, 1, len(self._model.columns))
        self._unused = PlainLabel(_unused(found, language), "quiet").wrapped()
        self._unused.setVisible(bool(found.unused))
        self._arrange(" · ".join(counts(found.counts, language)))
        Cover(self, shared)

    def _arrange(self, counts: str) -> None:
        """Put the counts over the changes over the buttons."""
        buttons = QHBoxLayout()
        buttons.addWidget(self.columns)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(counts, "strong").wrapped())
        column.addWidget(self._unused)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.take.setDefault(True)
        self.take.setFocus()
        within_screen(self, *_SIZE)

    def _ask_columns(self) -> None:
        """Leave this for the choice of columns."""
        self.reject()
        self.columns_wanted.emit()


def _unused(found: Review, language: Language) -> str:
    """Name the columns that are left out."""
    text = language.gettext("Columns left out: {names}")
    return text.format(names=", ".join(found.unused))


def _columns() -> tuple[Column[_Row], ...]:
    """Return the columns of changes."""
    return (
        Column(N_("Customer"), lambda row: row.name),
        Column(N_("What"), lambda row: row.what, 140),
        Column(N_("Before"), lambda row: row.before, 110),
        Column(N_("After"), lambda row: row.after, 150),
    )


def _rows(found: Review, language: Language) -> Iterator[_Row]:
    """Yield what is refused or doubtful, then what is new, then each changed field."""
    _ = language.gettext
    for problem in found.refused:
        text = _("Refused – {reason}").format(reason=sentence(problem, language))
        yield _Row(text, "", "", "", "error")
    for problem in found.doubts:
        yield _Row(sentence(problem, language), "", "", "", "attention")
    for each in found.new:
        place = each.now.customer.city or each.now.customer.vat_number
        yield _Row(each.now.customer.name, _("new"), "", place, "good")
    for each, name, was, now in lines(found):
        texts = [field_text(name, text, language) for text in (was, now)]
        who = each.before.customer.name if each.before else ""
        yield _Row(who, _(FIELD_NAMES[name]), *texts)
