"""From the painted shell to the whole window: the heavy libraries come behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from app.cli.exit import Exit
from app.domain.problems import Problems
from i18n import Language
from ui.early import Early
from ui.faults import Faults
from ui.garbage import Garbage
from ui.handover import Handover
from ui.icons import mark
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.preferences import begins_for_customer
from ui.start import MakeWorkplace, Shell
from ui.theme import Theme
from ui.widgets.field_keys import FieldKeys

if TYPE_CHECKING:
    from app.use_cases.workplace import Workplace
    from ui.shared import Shared
    from ui.trouble.page import TroublePage

#: Milliseconds in which Qt paints and answers between two steps.
_PAUSE: Final = 5
#: Likewise between two steps of the list; with 0 Qt would go on at once.
_TURN: Final = 1
#: Milliseconds in which a list that is shown has been laid out and painted.
_SETTLED: Final = 100
_DONE: Final = object()


def stay_open(
    shell: Shell, make_workplace: MakeWorkplace, folder: Path, file: Path | None
) -> int:
    """Fill the shell, stay until it is closed, and return the exit status.

    Exit.UNAVAILABLE where the data could not be had until the end.
    """
    app, window, languages = shell.app, shell.window, shell.languages
    FieldKeys(app)
    faults = Faults(languages, window)
    jobs = Jobs(window)
    app.setWindowIcon(mark())
    opening = Opening(window, languages, shell.theme, jobs, shell.early)
    opening.file = str(file.absolute()) if file else ""
    opening.begin(make_workplace, folder)
    status = app.exec()
    jobs.close()
    opening.end()
    faults.restore()
    if faults.restarting:
        _begin_anew(folder, languages.current)
    elif not opening.trouble:
        shell.memory.forget_place()
    return Exit.UNAVAILABLE if opening.trouble else status


class Opening:
    """Fetches the workplace beside the window, then furnishes the window."""

    def __init__(
        self,
        window: MainWindow,
        languages: LanguageSwitch,
        theme: Theme,
        jobs: Jobs,
        early: Early,
    ) -> None:
        """Begin with an empty shell."""
        self._window = window
        self._languages, self._theme, self._jobs = languages, theme, jobs
        self.shared: Shared | None = None
        #: The page that says why the data cannot be had, while they cannot.
        self.trouble: TroublePage | None = None
        self._workplace: Workplace | None = None
        self._begin_again: Callable[[], None] = lambda: None
        self._folder = Path()
        self._held = ExitStack()
        self._writes = False
        self._steps: Iterator[bool] = iter(())
        self._handover: Handover | None = None
        self._garbage: Garbage | None = None
        #: What is looked at once the window is whole.
        self.file = ""
        self._early = early

    def end(self) -> None:
        """Let other programs write again."""
        if self._handover:
            self._handover.end()
        if self._garbage:
            self._garbage.end()
        self._held.close()

    def begin(self, make_workplace: MakeWorkplace, folder: Path) -> None:
        """Import what is heavy and open the data, in a thread."""

        def load() -> Workplace:
            # After the first paint: it brings the list and the database.
            import ui.furnishing  # noqa: F401, PLC0415

            self._workplace = None
            self._workplace = workplace = make_workplace(folder)
            # What CLDR says of the language is a large file, read here, not there.
            self._languages.current.number(0)
            with ExitStack() as held:
                # The window is the one writer for as long as it is open.
                held.enter_context(workplace.storage.locked())
                workplace.storage.ready(whole=False)
                self._held, self._writes = held.pop_all(), True
            return workplace

        job = self._jobs.run(self._window, lambda _: load())
        job.done.connect(self._furnish)
        job.failed.connect(self._cannot_open)
        self._begin_again = lambda: self.begin(make_workplace, folder)
        self._folder = folder

    def _cannot_open(self, problems: Problems) -> None:
        """Say why the data cannot be had, before there is any page."""
        self._early.forget()
        page = self._explain(problems)
        page.again.connect(self._begin_again)
        workplace = self._workplace
        if workplace:
            page.read.connect(lambda: self._furnish(workplace))

    def _explain(self, problems: Problems) -> TroublePage:
        """Say what is wrong with the data, and offer every way out."""
        from ui.trouble.page import TroublePage  # noqa: PLC0415 - hardly ever needed

        self._end_trouble()
        self.trouble = page = TroublePage(
            self._languages,
            self._theme,
            self._jobs,
            self._folder,
            problems,
            self._workplace,
        )
        self._window.stand_in(page)
        return page

    def _look_through(self) -> None:
        """Look through the whole file beside the window, which takes a while."""
        workplace = self._workplace
        if workplace:
            storage = workplace.storage
            job = self._jobs.run(self._window, lambda _: storage.ready(whole=True))
            job.done.connect(lambda _: self._mended())
            job.failed.connect(self._spoilt)

    def _spoilt(self, problems: Problems) -> None:
        """Say so where the file is damaged; what passes is told of where it is met."""
        from app.use_cases.ways_out import Way, ways_out  # noqa: PLC0415 - likewise

        if Way.RESTORE in ways_out(problems):
            self._explain(problems).again.connect(self._look_through)

    def _mended(self) -> None:
        """Show what is there now, where something else was."""
        if self.trouble and self.shared:
            self._end_trouble()
            self.shared.prices_changed.emit()
            self.shared.quotes_changed.emit()
            self._window.go(self._window.at)

    def _end_trouble(self) -> None:
        """Make room for the pages, or for another trouble."""
        if self.trouble:
            self._window.stand_back(self.trouble)
            self.trouble = None

    def _furnish(self, workplace: Workplace) -> None:
        """Fill the window with its pages."""
        from ui.furnishing import furnishing  # noqa: PLC0415 - loaded by now
        from ui.shared import Shared  # noqa: PLC0415 - likewise

        self._end_trouble()
        self.shared = Shared(
            workplace,
            self._languages,
            self._theme,
            self._jobs,
            customer_view=begins_for_customer(workplace.settings),
        )
        self.shared.show_customer(self._early.watched or self.shared.customer_view)
        self._steps = furnishing(self._window, self.shared, self._listed)
        next(self._steps)

    def _listed(self) -> None:
        """Let Qt answer between the filling of the list and its first paint."""
        QTimer.singleShot(_TURN, self._window, self._show_list)

    def _show_list(self) -> None:
        """Take one step to the list, and have the rest imported once it is painted."""
        if next(self._steps):
            # Both at once would wait for each other.
            QTimer.singleShot(_SETTLED, self._window, self._load_rest)
        else:
            QTimer.singleShot(_TURN, self._window, self._show_list)

    def _load_rest(self) -> None:
        """Import what the other pages bring, beside the window."""
        from ui.furnishing import load_rest  # noqa: PLC0415 - loaded by now

        job = self._jobs.run(self._window, lambda _: load_rest())
        job.done.connect(self._furnish_on)

    def _furnish_on(self) -> None:
        """Take one step, then let Qt paint and answer before the next."""
        if next(self._steps, _DONE) is not _DONE:
            QTimer.singleShot(_PAUSE, self._window, self._furnish_on)
        else:
            self._garbage = Garbage(self._window)
            self._listen()
            self._look_through()

    def _listen(self) -> None:
        """Take the file of this start, then those of later ones."""
        # Who only looks on would take what is meant for the window that may write.
        if self.shared and self._writes:
            self._handover = Handover(self.shared.workplace.folder, self._window)
            self._handover.asked.connect(self._come_forward)
            self._handover.begin()
        if self.file:
            self._window.file_dropped.emit(self.file)
        self._early.carry_out()

    def _come_forward(self, file: str) -> None:
        """Show the window to who started it again, and take the file."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - likewise

        state = self._window.windowState()
        self._window.setWindowState(state & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if file:
            self._window.file_dropped.emit(file)


def _begin_anew(folder: Path, language: Language) -> None:
    """Start the program over the same data; this one has let them go."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 - hardly ever needed

    itself = [] if getattr(sys, "frozen", False) else ["-m", "app"]
    options = ["--data", str(folder.absolute()), "--ui-lang", language.code]
    QProcess.startDetached(sys.executable, [*itself, *options])
