"""From nothing to a window: the shell first, the heavy libraries behind it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import settings as settings_file
from app.cli.exit import Exit
from app.domain.problems import Problems, RefusedError
from app.settings import Settings
from i18n import Language
from ui.faults import Faults
from ui.handover import Handover, hand_over
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import NAME, MainWindow
from ui.memory import Memory
from ui.preferences import appearance, begins_for_customer
from ui.theme import Theme
from ui.widgets.field_keys import FieldKeys

if TYPE_CHECKING:
    from app.use_cases.workplace import Workplace
    from ui.shared import Shared
    from ui.trouble.page import TroublePage

MakeWorkplace = Callable[[Path], "Workplace"]


def open_window(
    make_workplace: MakeWorkplace,
    folder: Path,
    language: Language,
    file: Path | None = None,
) -> int:
    """Open the window, stay until it is closed, and return the exit status.

    A file is looked at as if it were dropped on the window. Where a window is open
    over this data already, it takes the file and this start is done.
    Exit.UNAVAILABLE where the data could not be had until the end.
    """
    if hand_over(folder, file):
        return Exit.DONE
    app = application()
    FieldKeys(app)
    languages = LanguageSwitch(app, language)
    theme = Theme(app, appearance(_settings(folder)))
    window = MainWindow(languages, theme)
    faults = Faults(languages, window)
    jobs = Jobs(window)
    memory = Memory(folder)
    window.take_place(memory.now.geometry)
    window.left.connect(lambda place: memory.keep(replace(memory.now, geometry=place)))
    window.show()
    app.processEvents()
    opening = Opening(window, languages, theme, jobs)
    opening.file = str(file.absolute()) if file else ""
    opening.begin(make_workplace, folder)
    status = app.exec()
    jobs.close()
    opening.end()
    faults.restore()
    if faults.restarting:
        _begin_anew(folder, languages.current)
    elif not opening.trouble:
        memory.forget_place()
    return Exit.UNAVAILABLE if opening.trouble else status


def application() -> QApplication:
    """Return the application, made once."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("waas-quotes")
    return app


class Opening:
    """Fetches the workplace beside the window, then furnishes the window."""

    def __init__(
        self, window: MainWindow, languages: LanguageSwitch, theme: Theme, jobs: Jobs
    ) -> None:
        """Begin with an empty shell."""
        self._window = window
        self._languages, self._theme, self._jobs = languages, theme, jobs
        self.shared: Shared | None = None
        #: The page that says why the data cannot be had, while they cannot.
        self.trouble: TroublePage | None = None
        self._workplace: Workplace | None = None
        self._held = ExitStack()
        self._writes = False
        self._steps: list[Callable[[], None]] = []
        self._handover: Handover | None = None
        #: What is looked at once the window is whole.
        self.file = ""

    def end(self) -> None:
        """Let other programs write again."""
        if self._handover:
            self._handover.end()
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
                workplace.storage.ready()
                self._held, self._writes = held.pop_all(), True
            return workplace

        # Nothing that is imported is ever garbage: looking for some takes its time.
        gc.disable()
        job = self._jobs.run(self._window, lambda _: load())
        job.done.connect(self._furnish)
        job.failed.connect(
            lambda problems: self._explain(make_workplace, folder, problems)
        )

    def _explain(
        self, make_workplace: MakeWorkplace, folder: Path, problems: Problems
    ) -> None:
        """Say why the data cannot be had, and offer every way out."""
        from ui.trouble.page import TroublePage  # noqa: PLC0415 - hardly ever needed

        self._end_trouble()
        workplace = self._workplace
        self.trouble = page = TroublePage(
            self._languages,
            self._theme,
            self._jobs,
            folder,
            problems,
            workplace.storage if workplace else None,
        )
        page.again.connect(lambda: self.begin(make_workplace, folder))
        if workplace:
            page.read.connect(lambda: self._furnish(workplace))
        self._window.stand_in(page)

    def _end_trouble(self) -> None:
        """Make room for the pages, or for another trouble."""
        if self.trouble:
            self._window.stand_back(self.trouble)
            self.trouble = None

    def _furnish(self, workplace: Workplace) -> None:
        """Fill the window with its pages."""
        from ui.furnishing import furnishing, load_rest  # noqa: PLC0415 - loaded by now
        from ui.shared import Shared  # noqa: PLC0415 - likewise

        self._end_trouble()
        self.shared = Shared(
            workplace,
            self._languages,
            self._theme,
            self._jobs,
            customer_view=begins_for_customer(workplace.settings),
        )
        first, *self._steps = furnishing(self._window, self.shared)
        first()
        job = self._jobs.run(self._window, lambda _: load_rest())
        job.done.connect(self._furnish_on)

    def _furnish_on(self) -> None:
        """Take one step, then let Qt paint and answer before the next."""
        if self._steps:
            self._steps.pop(0)()
            QTimer.singleShot(0, self._furnish_on)
        else:
            gc.freeze()
            gc.enable()
            self._listen()

    def _listen(self) -> None:
        """Take the file of this start, then those of later ones."""
        # Who only looks on would take what is meant for the window that may write.
        if self.shared and self._writes:
            self._handover = Handover(self.shared.workplace.folder, self._window)
            self._handover.asked.connect(self._come_forward)
            self._handover.begin()
        if self.file:
            self._window.file_dropped.emit(self.file)

    def _come_forward(self, file: str) -> None:
        """Show the window to who started it again, and take the file."""
        state = self._window.windowState()
        self._window.setWindowState(state & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if file:
            self._window.file_dropped.emit(file)


def _begin_anew(folder: Path, language: Language) -> None:
    """Start the program over the same data; this one has let them go."""
    itself = [] if getattr(sys, "frozen", False) else ["-m", "app"]
    options = ["--data", str(folder.absolute()), "--ui-lang", language.code]
    QProcess.startDetached(sys.executable, [*itself, *options])


def _settings(folder: Path) -> Settings:
    """Return the settings for the first paint; faults are told of later."""
    try:
        return settings_file.read(folder)
    except RefusedError:
        return Settings()
