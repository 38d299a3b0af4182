"""Saying which column of a file is what, with what comes of it beside."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.pricelist.mapping.profile import Profile
from app.use_cases import mapping_files
from app.use_cases.mappings import Unmapped
from ui.prices.mapping.about import About
from ui.prices.mapping.columns import Columns
from ui.prices.mapping.draft import Choice, Draft
from ui.prices.mapping.result import Result
from ui.prices.mapping.sharing import Sharing
from ui.prices.mapping.shown import Shown, shown
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

#: Somebody who types is waited for, in milliseconds.
_PAUSE: Final = 200
_LEFT: Final = 430
_FOLDS_BELOW: Final = 820


class MappingView(Translated):
    """Columns left, preview and problems right; hidden while the customer looks on."""

    #: The file, the currency it is to be read in, and the mapping made for it.
    saved = Signal(object, str, object)
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
        self._make_parts()
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def asks(self) -> bool:
        """Whether there is a file whose columns are asked about."""
        return self._file is not None

    def open_file(self, path: Path, file: Unmapped) -> None:
        """Show a file with its first mapping."""
        self._path, self._file = path, file
        self._draft = Draft(file.suggestion.profile, file.columns)
        samples = [file.samples(at) for at in range(len(file.columns))]
        self._columns.show_columns(file.columns, samples)
        self._banner.clear()
        self._show_draft()
        self.retranslate()
        self._left.verticalScrollBar().setValue(0)
        self._begin(file)

    def _begin(self, file: Unmapped) -> None:
        """Put the hand where something is lacking, else on the first column."""
        if self._about.kind.isEnabled() and not self._about.kind.currentIndex():
            self._about.kind.setFocus()
        elif "valid_from" in file.lacks(self._draft.profile):
            self._about.lines["valid_from"].setFocus()
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
        self._banner = Banner(shared)
        self.sharing = Sharing(shared, self._banner, self)
        self._about = About(shared)
        self._columns = Columns(shared)
        self._result = Result(shared)
        self._take = Button(shared.theme, "file-up")
        self._give = Button(shared.theme, "file-down")
        self._leave = Button(shared.theme)
        self._save = Button(shared.theme, "check", kind="primary")
        self._body = QStackedWidget()
        self._left = QScrollArea()
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
        self._result.wanted.connect(self._change)
        self._take.clicked.connect(self.sharing.ask_for_file)
        self._give.clicked.connect(
            lambda: self.sharing.ask_for_place(self._path.stem, self.give)
        )
        self.sharing.taken.connect(
            lambda profile: self._change(self._draft.taking(profile))
        )
        self._leave.clicked.connect(self._let_go)
        self._save.clicked.connect(self._keep)
        self._timer.timeout.connect(self._try)
        self._shared.customer_view_changed.connect(lambda _: self.retranslate())

    def _choose(self, column: int, choice: Choice) -> None:
        """Let a column be something else; prices may show how they are read."""
        draft, file = self._draft.choosing(column, choice), self._file
        if file is not None and "currency" in file.lacks(draft.profile):
            draft = draft.saying("currency", file.currency_of(draft.profile))
        if file is not None and not draft.profile.decimal:
            draft = draft.reading(decimal=file.decimal_of(draft.profile))
        self._change(draft)

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
        self._result.show_draft(self._draft)

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
        self._result.show_found(found)
        self._enable()

    def _enable(self) -> None:
        """Let go on only what was tried and is in order."""
        able = self.fresh and not self._shown.refused
        self._save.setEnabled(able and not self._shared.customer_view)
        self._give.setEnabled(self.fresh and not self._shared.customer_view)
        self._take.setEnabled(not self._shared.customer_view)

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
        job.done.connect(lambda _: self._go_on(path, currency, profile))
        job.failed.connect(self._banner.show_problems)
        job.ended.connect(self._enable)

    def _go_on(self, path: Path, currency: str, profile: Profile) -> None:
        """Hand the file on, which may be long, and keep nothing of it."""
        self._file = None
        self.saved.emit(path, currency, profile)

    def _let_go(self) -> None:
        """Leave the file alone, and keep nothing of it."""
        self._file = None
        self.left.emit()

    def give(self, path: Path) -> None:
        """Write the mapping into a file."""
        if self._file is not None:
            self.sharing.give(path, self._file.kept(self._draft.profile))

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
        self._left.setWidgetResizable(True)
        self._left.setMinimumWidth(_LEFT)
        self._left.setWidget(inner)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 3)
        row.addWidget(self._result, 4)
        return sides

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
