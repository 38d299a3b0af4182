"""What comes of a mapping: the items, what is in the way, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.problems import Problem, Severity
from app.pricelist.mapping.profile import Profile
from app.use_cases.mappings import MOST_TRIED
from ui.prices.mapping.draft import Draft
from ui.prices.mapping.preview import Preview, PreviewModel
from ui.prices.mapping.shown import Shown
from ui.prices.mapping.words import placed_in_words
from ui.prices.problem_list import ProblemList
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated


class Result(Translated):
    """Problems over the items; its buttons want the draft to be another one."""

    wanted = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin with nothing tried."""
        super().__init__(parent)
        self._shared = shared
        self._draft, self._shown = Draft(Profile(), ()), Shown()
        self._problem: Problem | None = None
        self._heading = PlainLabel("", "strong")
        self._status = PlainLabel("", "quiet").wrapped()
        self._problems = ProblemList(shared)
        self._model = PreviewModel(shared, self)
        self._table = Preview(self._model)
        self._leave_out = Button(shared.theme)
        self._no_price = Button(shared.theme)
        self._take_all = Button(shared.theme)
        self._offered = (self._leave_out, self._no_price)
        self._arrange()
        self._problems.looked_at.connect(self._look_at)
        self._leave_out.clicked.connect(self._leave_rows_out)
        self._no_price.clicked.connect(self._count_as_none)
        self._take_all.clicked.connect(
            lambda: self.wanted.emit(self._draft.taking_all())
        )
        shared.theme_changed.connect(self._table.viewport().update)
        self._look_at(None)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Know what is chosen; what comes of it is shown once it was tried."""
        self._draft = draft
        self._take_all.setVisible(draft.leaves_out)

    def show_found(self, found: Shown) -> None:
        """Show what came of the draft."""
        language = self._shared.language
        self._shown = found
        self._model.show_rows(found)
        placed = [placed_in_words(each, language) for each in found.problems]
        self._problems.show_problems(tuple(placed))
        self._problems.keep_short(True)
        self._status.setText(self._sentence(found))
        if not self._problems.look_at(self._is_mendable):
            self._look_at(None)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_("What comes of it"))
        self._table.setAccessibleName(_("What comes of it"))
        self._leave_out.set_words(_("Leave out such rows"))
        self._no_price.set_words(_("Counts as no price"))
        self._take_all.set_words(_("Leave out nothing"))

    def _sentence(self, found: Shown) -> str:
        """Say in a sentence what came of it."""
        language = self._shared.language
        errors = sum(each.severity is Severity.ERROR for each in found.problems)
        if found.refused:
            text = language.ngettext(
                "{count} thing is still in the way: nothing can be imported yet.",
                "{count} things are still in the way: nothing can be imported yet.",
                errors,
            )
            return text.format(count=language.number(errors))
        text = language.ngettext("{count} item", "{count} items", found.items)
        said = text.format(count=language.number(found.items))
        if found.items < MOST_TRIED:
            return said
        more = language.gettext("{items} in the first {rows} rows; the rest follows.")
        return more.format(items=said, rows=language.number(MOST_TRIED))

    def _look_at(self, problem: Problem | None) -> None:
        """Offer to leave out the rows that a problem is about.

        A key that is pressed again must not reach the button that takes it back.
        """
        focused = next((each for each in self._offered if each.hasFocus()), None)
        said = dict(problem.parameters) if problem else {}
        known = problem is not None and self._is_of_cell(problem)
        self._problem = problem if known else None
        self._leave_out.setEnabled(self._problem is not None)
        column = str(said.get("column", ""))
        priced = self._problem is not None and self._draft.has_price(column)
        self._no_price.setEnabled(priced and bool(said.get("value")))
        if focused is not None and not focused.isEnabled():
            self._problems.setFocus()
        self._show_row(said.get("row"))

    def _is_of_cell(self, problem: Problem) -> bool:
        """Tell whether it names a cell of the file."""
        said = dict(problem.parameters)
        return said.get("column") in self._draft.columns and "value" in said

    def _is_mendable(self, problem: Problem) -> bool:
        """Tell whether a row is in the way that may be left out."""
        return problem.severity is Severity.ERROR and self._is_of_cell(problem)

    def _show_row(self, number: object) -> None:
        """Show in the preview the row of the file that a problem is about."""
        if number in self._shown.numbers:
            at = self._shown.numbers.index(int(str(number)))
            self._table.selectRow(at)
            self._table.scrollTo(self._model.index(at, 0))

    def _leave_rows_out(self) -> None:
        """Want every row left out that says the same in that column."""
        if self._problem is not None:
            self.wanted.emit(self._draft.leaving_out(*_cell(self._problem)))

    def _count_as_none(self) -> None:
        """Want what a cell says taken for a price that there is not."""
        if self._problem is not None:
            self.wanted.emit(self._draft.meaning_none(*_cell(self._problem)))

    def _arrange(self) -> None:
        """Put words over problems over what can be done over the items."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        heads = QVBoxLayout()
        heads.setContentsMargins(20, 0, 20, 0)
        heads.addWidget(self._heading)
        heads.addWidget(self._status)
        column.addLayout(heads)
        column.addWidget(self._problems)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._leave_out, self._no_price, self._take_all):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        table = QVBoxLayout()
        table.setContentsMargins(20, 0, 20, 0)
        table.addWidget(self._table)
        column.addLayout(table, 1)


def _cell(problem: Problem) -> tuple[str, str]:
    """Return the column and the text that a problem is about."""
    said = dict(problem.parameters)
    return str(said["column"]), str(said["value"])
