"""Saying which column of a file is what, with what comes of it beside."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.problems import Problem, Severity
from app.pricelist.mapping.profile import Profile
from app.use_cases import mapping_files
from app.use_cases.mappings import MOST_TRIED, Unmapped
from ui.prices.mapping.about import About
from ui.prices.mapping.columns import Columns
from ui.prices.mapping.draft import Choice, Draft
from ui.prices.mapping.preview import Preview, PreviewModel
from ui.prices.mapping.shown import Shown, shown
from ui.prices.mapping.words import placed_in_words
from ui.prices.problem_list import ProblemList
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.file_dialog import file_dialog
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

#: Somebody who types is waited for, in milliseconds.
_PAUSE: Final = 200
_LEFT: Final = 400
_FOLDS_BELOW: Final = 820


class MappingView(Translated):
    """Columns left, preview and problems right; hidden while the customer looks on."""

    #: The file, and the currency it is to be read in.
    saved = Signal(object, str)
    left = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self._shared = shared
        self._path = Path()
        self._file: Unmapped | None = None
        self._draft = Draft(Profile(), ())
        self._shown = Shown()
        #: Whether what is shown came of what is chosen.
        self.fresh = False
        self._turn = 0
        self._problem: Problem | None = None
        self._make_parts()
        self._arrange()
        self._connect()
        self.retranslate()

    def open_file(self, path: Path, file: Unmapped) -> None:
        """Show a file with its first mapping."""
        self._path, self._file = path, file
        self._draft = Draft(file.suggestion.profile, file.columns)
        samples = [file.samples(at) for at in range(len(file.columns))]
        self._columns.show_columns(file.columns, samples)
        self._banner.clear()
        self._show_draft()
        self.retranslate()
        if self._about.kind.isEnabled() and not self._about.kind.currentIndex():
            self._about.kind.setFocus()
        elif self._columns.boxes:
            self._columns.boxes[0].box.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_("Which column is what?"))
        text = _(
            "{file} has names of its own for its columns. Say what each one is: what"
            " comes of it stands beside. Files with the same columns are then read"
            " the same way."
        )
        self._intro.setText(text.format(file=self._path.name))
        self._hidden.setText(
            _(
                "The file is shown as it is, costs included: end the customer view to"
                " go on."
            )
        )
        self._about_heading.setText(_("The list"))
        self._columns_heading.setText(_("Its columns"))
        self._preview_heading.setText(_("What comes of it"))
        self._table.setAccessibleName(_("What comes of it"))
        self._leave_out.set_words(_("Leave out such rows"))
        self._no_price.set_words(_("Counts as no price"))
        self._take_all.set_words(_("Leave out nothing"))
        self._take.set_words(_("Take a mapping…"))
        self._give.set_words(_("Share the mapping…"))
        self._leave.set_words(_("Do not import"))
        self._save.set_words(_("Save and go on"))
        self._body.setCurrentIndex(1 if self._shared.customer_view else 0)
        if self._file is not None:
            self._try_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the buttons that are needed least where room is short."""
        for button in (self._take, self._give):
            button.fold(self.width() < _FOLDS_BELOW)
        super().resizeEvent(event)

    def _make_parts(self) -> None:
        """Make what the view shows."""
        shared = self._shared
        self._heading = PlainLabel("", "title").wrapped()
        self._intro = PlainLabel("", "quiet").wrapped()
        self._hidden = PlainLabel("", "quiet").wrapped()
        self._about_heading = PlainLabel("", "strong")
        self._columns_heading = PlainLabel("", "strong")
        self._preview_heading = PlainLabel("", "strong")
        self._banner = Banner(shared)
        self._about = About(shared)
        self._columns = Columns(shared)
        self._status = PlainLabel("", "quiet").wrapped()
        self._problems = ProblemList(shared)
        self._model = PreviewModel(shared, self)
        self._table = Preview(self._model)
        self._leave_out = Button(shared.theme)
        self._no_price = Button(shared.theme)
        self._take_all = Button(shared.theme)
        self._take = Button(shared.theme, "file-up")
        self._give = Button(shared.theme, "file-down")
        self._leave = Button(shared.theme)
        self._save = Button(shared.theme, "check", kind="primary")
        # They are about a problem that is chosen.
        for button in (self._leave_out, self._no_price):
            button.setEnabled(False)
        self._body = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)

    def _connect(self) -> None:
        """Let every part change the draft."""
        self._about.said.connect(
            lambda key, text: self._change(self._draft.saying(key, text))
        )
        self._about.decimal_chosen.connect(
            lambda sign: self._change(self._draft.reading(decimal=sign))
        )
        self._about.numbering_chosen.connect(
            lambda on: self._change(self._draft.reading(repeats="number" if on else ""))
        )
        self._columns.chosen.connect(self._choose)
        self._problems.looked_at.connect(self._look_at)
        self._leave_out.clicked.connect(self._leave_rows_out)
        self._no_price.clicked.connect(self._count_as_none)
        self._take_all.clicked.connect(lambda: self._change(self._draft.taking_all()))
        self._take.clicked.connect(self._ask_for_file)
        self._give.clicked.connect(self._ask_for_place)
        self._leave.clicked.connect(self._let_go)
        self._save.clicked.connect(self._keep)
        self._timer.timeout.connect(self._try)
        self._shared.customer_view_changed.connect(lambda _: self.retranslate())
        self._shared.theme_changed.connect(self._table.viewport().update)

    def _choose(self, column: int, choice: Choice) -> None:
        """Let a column be something else."""
        self._change(self._draft.choosing(column, choice))

    def _change(self, draft: Draft) -> None:
        """Show another draft, and soon what comes of it."""
        self._draft = draft
        self._show_draft()
        self._try_soon()

    def _show_draft(self) -> None:
        """Show every choice."""
        profile = self._draft.profile
        self._columns.show_choices(self._draft.choices)
        self._about.show_profile(profile, self._file.told if self._file else {})
        self._take_all.setVisible(self._draft.leaves_out)

    def _try_soon(self) -> None:
        """Try the draft once nobody types any more."""
        self.fresh = False
        self._turn += 1
        self._enable()
        self._timer.start()

    def _try(self) -> None:
        """Find out beside the window what comes of the draft."""
        file, draft, language = self._file, self._draft, self._shared.language
        turn = self._turn
        if file is None:
            return
        job = self._shared.jobs.run(
            self, lambda _: shown(file.tried(draft.profile), language)
        )
        job.done.connect(lambda found: self._take_shown(turn, found))

    def _take_shown(self, turn: int, found: Shown) -> None:
        """Show what came of a draft, unless there is another by now."""
        if turn != self._turn:
            return
        self.fresh, self._shown = True, found
        self._model.show_rows(found)
        language = self._shared.language
        shown = [placed_in_words(each, language) for each in found.problems]
        self._problems.show_problems(tuple(shown))
        self._problems.keep_short(True)
        self._status.setText(self._sentence(found))
        self._look_at(None)
        self._enable()

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

    def _enable(self) -> None:
        """Let go on only what was tried and is in order."""
        able = self.fresh and not self._shown.refused
        self._save.setEnabled(able and not self._shared.customer_view)
        self._give.setEnabled(self.fresh and not self._shared.customer_view)
        self._take.setEnabled(not self._shared.customer_view)

    def _look_at(self, problem: Problem | None) -> None:
        """Offer to leave out the rows that a problem is about."""
        said = dict(problem.parameters) if problem else {}
        known = said.get("column") in self._draft.columns and said.get("value")
        self._problem = problem if known else None
        self._leave_out.setEnabled(self._problem is not None)
        column = str(said.get("column", ""))
        priced = self._problem is not None and self._draft.has_price(column)
        self._no_price.setEnabled(priced)
        self._show_row(said.get("row"))

    def _show_row(self, number: object) -> None:
        """Show in the preview the row of the file that a problem is about."""
        if number in self._shown.numbers:
            at = self._shown.numbers.index(int(str(number)))
            self._table.selectRow(at)
            self._table.scrollTo(self._model.index(at, 0))

    def _leave_rows_out(self) -> None:
        """Leave out every row that says the same in that column."""
        if self._problem is not None:
            said = dict(self._problem.parameters)
            column, text = str(said["column"]), str(said["value"])
            self._change(self._draft.leaving_out(column, text))

    def _count_as_none(self) -> None:
        """Take what a cell says for a price that there is not."""
        if self._problem is not None:
            said = dict(self._problem.parameters)
            column, text = str(said["column"]), str(said["value"])
            self._change(self._draft.meaning_none(column, text))

    def _keep(self) -> None:
        """Remember the mapping for files with these columns, and go on."""
        if self._file is None:
            return
        folder = self._shared.workplace.folder
        profile = self._file.kept(self._draft.profile)
        self._save.setEnabled(False)
        path, currency = self._path, self._file.currency
        job = self._shared.jobs.run(
            self, lambda _: mapping_files.remember(folder, profile)
        )
        job.done.connect(lambda _: self._go_on(path, currency))
        job.failed.connect(self._banner.show_problems)
        job.ended.connect(self._enable)

    def _go_on(self, path: Path, currency: str) -> None:
        """Hand the file on, which may be long, and keep nothing of it."""
        self._file = None
        self.saved.emit(path, currency)

    def _let_go(self) -> None:
        """Leave the file alone, and keep nothing of it."""
        self._file = None
        self.left.emit()

    def _ask_for_file(self) -> None:
        """Ask for a mapping that somebody shared."""
        _ = self._shared.language.gettext
        dialog = file_dialog(self, _("Take a mapping"), self._shared.language)
        dialog.setNameFilters([_("Mappings (*.json)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take a mapping out of a file."""
        self._banner.clear()
        job = self._shared.jobs.run(self, lambda _: mapping_files.read(path))
        job.done.connect(lambda profile: self._change(self._draft.taking(profile)))
        job.failed.connect(self._banner.show_problems)

    def _ask_for_place(self) -> None:
        """Ask where to write the mapping."""
        _ = self._shared.language.gettext
        dialog = file_dialog(self, _("Share the mapping"), self._shared.language)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Qt names the button anew with the mode.
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Save"))
        dialog.setNameFilters([_("Mappings (*.json)")])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self._path.stem}-mapping.json")
        dialog.fileSelected.connect(lambda name: self.give(Path(name)))
        dialog.open()

    def give(self, path: Path) -> None:
        """Write the mapping into a file."""
        if self._file is None:
            return
        profile = self._file.kept(self._draft.profile)
        job = self._shared.jobs.run(self, lambda _: mapping_files.write(path, profile))
        job.done.connect(self._tell_written)
        job.failed.connect(self._banner.show_problems)

    def _tell_written(self, path: Path) -> None:
        """Say where the mapping was written."""
        text = self._shared.language.gettext("The mapping was written: {path}")
        self._banner.show_good(text.format(path=path))

    def _arrange(self) -> None:
        """Put the columns beside the preview, between words and buttons."""
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 12)
        top.setSpacing(6)
        top.addWidget(self._heading)
        top.addWidget(self._intro)
        hidden = QWidget()
        held = QVBoxLayout(hidden)
        held.setContentsMargins(20, 0, 20, 0)
        held.addWidget(self._hidden)
        held.addStretch(1)
        self._body.addWidget(self._sides())
        self._body.addWidget(hidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addLayout(top)
        column.addWidget(self._body, 1)
        column.addWidget(self._foot())

    def _sides(self) -> QWidget:
        """Return the columns and the preview, side by side."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._about_heading)
        column.addWidget(self._about)
        column.addSpacing(8)
        column.addWidget(self._columns_heading)
        column.addWidget(self._columns)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumWidth(_LEFT)
        area.setWidget(inner)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 16)
        right.setSpacing(8)
        heads = QVBoxLayout()
        heads.setContentsMargins(20, 0, 20, 0)
        heads.addWidget(self._preview_heading)
        heads.addWidget(self._status)
        right.addLayout(heads)
        right.addWidget(self._problems)
        right.addLayout(self._row_buttons())
        table = QVBoxLayout()
        table.setContentsMargins(20, 0, 20, 0)
        table.addWidget(self._table)
        right.addLayout(table, 1)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(area, 2)
        row.addLayout(right, 3)
        return sides

    def _row_buttons(self) -> QHBoxLayout:
        """Return what can be done about rows that are in the way."""
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._leave_out)
        row.addWidget(self._no_price)
        row.addWidget(self._take_all)
        row.addStretch(1)
        return row

    def _foot(self) -> QFrame:
        """Return the buttons below."""
        foot = QFrame()
        set_kind(foot, "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(8)
        row.addWidget(self._take)
        row.addWidget(self._give)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._save)
        return foot
