"""Why the data cannot be opened, and every way on from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import settings
from app.domain.problems import Problems
from app.ports import Backup
from app.use_cases import backups
from app.use_cases.ways_out import Salvaged, Way, salvage, ways_out
from app.use_cases.workplace import Workplace
from app.wording import sentence
from app.wording.backups import held, moment
from ui.jobs import Job, Jobs
from ui.language import LanguageSwitch
from ui.opening_files import open_file
from ui.theme import Theme
from ui.trouble.buttons import WayButtons
from ui.trouble.ways import AGAIN, OTHER_BACKUP, SHOW, WAYS
from ui.widgets.file_dialog import file_dialog, folder_dialog
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_WIDTH = 720
_MOST_ROWS, _ROW, _EDGE = 5, 24, 6


class TroublePage(Translated):
    """Says what is wrong and what was kept; each button is a way out.

    `workplace` is None where the settings cannot be read, and nothing else was tried.
    """

    #: The data may be open to us now.
    again = Signal()
    #: They are to be looked at as they are.
    read = Signal()

    def __init__(
        self,
        languages: LanguageSwitch,
        theme: Theme,
        jobs: Jobs,
        folder: Path,
        problems: Problems,
        workplace: Workplace | None,
    ) -> None:
        """Show the ways that these problems leave open."""
        super().__init__()
        set_kind(self, "page")
        self._languages, self._theme, self._jobs = languages, theme, jobs
        self._folder, self._problems = folder, problems
        self._workplace = workplace
        self._ways = ways_out(problems)
        self._heading = PlainLabel("", "title").wrapped()
        self._why, self._kept = (PlainLabel().wrapped() for _ in range(2))
        self._said = PlainLabel("", "strong").wrapped()
        self._wrong = PlainLabel("", "error").wrapped()
        self._found: tuple[Backup, ...] = ()
        self.backups = QListWidget()
        self._buttons = WayButtons(theme)
        self._offer()
        # Enter tries again.
        self.setFocusProxy(self._buttons.first)
        self._arrange()
        self.retranslate()
        if Way.RESTORE in self._ways:
            self._look_for_backups()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._languages.current
        _ = language.gettext
        self.setWindowTitle(_("Your data"))
        self._heading.setText(_("The program cannot open its data."))
        self._why.setText("\n".join(sentence(p, language) for p in self._problems))
        kept = _("Nothing was changed. Your data lie in “{folder}”.")
        self._kept.setText(kept.format(folder=self._folder))
        self.backups.setAccessibleName(_("Backups"))
        self._buttons.say(language)
        self._show_backups()

    def _offer(self) -> None:
        """Make a row of each way that is open, the harmless ones first."""
        doings: dict[Way, Callable[[], None]] = {
            Way.READ: self.read.emit,
            Way.RESTORE: self._restore,
            Way.SALVAGE: self._ask_folder,
            Way.BEGIN_ANEW: self._begin_anew,
            Way.NEW_SETTINGS: self._new_settings,
        }
        self._buttons.add(AGAIN, self.again.emit)
        for way, words in WAYS.items():
            if way in self._ways:
                self._buttons.add(words, doings[way])
            if way in self._ways and way is Way.RESTORE:
                self._buttons.add(OTHER_BACKUP, self._ask_backup)
        self._buttons.add(SHOW, lambda: open_file(self._folder))

    def _look_for_backups(self) -> None:
        """Count what each backup holds, beside the window."""
        workplace = self._workplace
        if workplace is not None:
            job = self._jobs.run(self, lambda _: workplace.storage.backups())
            job.done.connect(self._take_backups)
            job.failed.connect(self._explain)
        self._show_backups()

    def _take_backups(self, found: tuple[Backup, ...]) -> None:
        """Offer those that can be read, the newest chosen."""
        self._found = tuple(each for each in found if each.quotes is not None)
        self._show_backups()

    def _show_backups(self) -> None:
        """List the backups; without one, neither list nor button."""
        language, there = self._languages.current, bool(self._found)
        chosen = max(self.backups.currentRow(), 0)
        self.backups.clear()
        self.backups.addItems(
            [f"{moment(b, language)} · {held(b, language)}" for b in self._found]
        )
        self.backups.setCurrentRow(chosen)
        self.backups.setVisible(there)
        rows = min(len(self._found), _MOST_ROWS)
        self.backups.setFixedHeight(rows * _ROW + 2 * _EDGE)
        self._buttons.show_way(WAYS[Way.RESTORE], there)

    def _restore(self) -> None:
        """Take the chosen backup's content."""
        self._take(self._found[self.backups.currentRow()].path)

    def _ask_backup(self) -> None:
        """Ask for a backup that lies elsewhere."""
        language = self._languages.current
        dialog = file_dialog(self, language.gettext("Open a backup"), language)
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        dialog.open()

    def _take(self, backup: Path) -> None:
        """Put a backup in the place of what cannot be opened, then try again."""
        workplace = self._workplace
        if workplace is not None:
            job = self._run(lambda: backups.restore(workplace, backup))
            job.done.connect(self._end_restoring)

    def _end_restoring(self, done: backups.Restored) -> None:
        """Try again, unless something is to be read first."""
        if done.notes:
            language = self._languages.current
            self._say(" ".join(sentence(p, language) for p in done.notes), "")
        else:
            self.again.emit()

    def _begin_anew(self) -> None:
        """Put an empty database in the place of what cannot be opened."""
        if self._workplace is not None:
            self._try_after(self._workplace.storage.begin_anew)

    def _new_settings(self) -> None:
        """Move the settings that cannot be read out of the way."""
        self._try_after(lambda: settings.set_aside(self._folder))

    def _try_after(self, work: Callable[[], object]) -> None:
        """Mend beside the window, then try again."""
        self._run(work).done.connect(lambda _: self.again.emit())

    def _run(self, work: Callable[[], object]) -> Job:
        """Mend beside the window."""
        self._buttons.wait(True)
        job = self._jobs.run(self, lambda _: work())
        job.failed.connect(self._explain)
        job.ended.connect(lambda: self._buttons.wait(False))
        return job

    def _ask_folder(self) -> None:
        """Ask where the quotes that can be read are to go."""
        language = self._languages.current
        title = language.gettext("Save what can be read")
        dialog: QFileDialog = folder_dialog(self, title, language)
        dialog.fileSelected.connect(lambda name: self._salvage(Path(name)))
        dialog.open()

    def _salvage(self, folder: Path) -> None:
        """Write what can be read beside the window."""
        workplace = self._workplace
        if workplace is not None:
            job = self._jobs.run(self, lambda _: salvage(workplace.storage, folder))
            job.done.connect(lambda made: self._tell(made, folder))
            job.failed.connect(self._explain)

    def _tell(self, made: Salvaged, folder: Path) -> None:
        """Say how much was saved, and how much is lost."""
        language = self._languages.current
        written = language.ngettext(
            "{count} quote was written to “{folder}”.",
            "{count} quotes were written to “{folder}”.",
            len(made.paths),
        ).format(count=language.number(len(made.paths)), folder=folder)
        lost = language.ngettext(
            "{count} can no longer be read.",
            "{count} can no longer be read.",
            made.lost,
        ).format(count=language.number(made.lost))
        self._say(f"{written} {lost}" if made.lost else written, "")

    def _explain(self, problems: Problems) -> None:
        """Say why a way was none."""
        language = self._languages.current
        self._say("", " ".join(sentence(p, language) for p in problems))

    def _say(self, done: str, wrong: str) -> None:
        """Say how a way ended."""
        for label, text in ((self._said, done), (self._wrong, wrong)):
            label.setText(text)
            label.setVisible(bool(text))

    def _arrange(self) -> None:
        """Put what happened above the ways out of it."""
        set_kind(self.backups, "names")
        card = QFrame()
        set_kind(card, "card")
        card.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        for widget in (self._heading, self._why, self._kept, self.backups):
            column.addWidget(widget)
        column.addLayout(self._buttons)
        for label in (self._said, self._wrong):
            label.hide()
            column.addWidget(label)
        inner = QWidget()
        around = QGridLayout(inner)
        around.setContentsMargins(20, 20, 20, 20)
        around.addWidget(card, 0, 1)
        around.setRowStretch(1, 1)
        # The card takes what it may, the sides share what is left.
        for side, stretch in ((0, 1), (1, 1_000), (2, 1)):
            around.setColumnStretch(side, stretch)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
