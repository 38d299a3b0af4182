"""From nothing to a painted shell, which waits for nothing that it does not show."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from app import settings as settings_file
from app.cli.exit import Exit
from app.domain.problems import RefusedError
from app.screen import speaks_x
from app.settings import Settings
from i18n import Language
from ui.early import Early
from ui.handover import hand_over
from ui.language import LanguageSwitch
from ui.main_window import NAME, MainWindow
from ui.memory import Memory
from ui.preferences import appearance
from ui.theme import Theme

if TYPE_CHECKING:
    from app.use_cases.workplace import Workplace

MakeWorkplace = Callable[[Path], "Workplace"]


class Shell(NamedTuple):
    """The window before it has any page, and what it was made with."""

    app: QApplication
    window: MainWindow
    languages: LanguageSwitch
    theme: Theme
    memory: Memory
    #: Keeps what is asked for until there are pages.
    early: Early


def open_window(
    make_workplace: MakeWorkplace,
    folder: Path,
    language: Language,
    file: Path | None = None,
) -> int:
    """Open the window, stay until it is closed, and return the exit status.

    A file is looked at as if it were dropped on the window. Where a window is open
    over this data already, it takes the file and this start is done.
    Exit.UNAVAILABLE where no window can open, or the data could not be had until
    the end.
    """
    if hand_over(folder, file):
        return Exit.DONE
    if said := _lacking(language):
        sys.stderr.write(f"{said}\n")
        return Exit.UNAVAILABLE
    shell = show_shell(folder, language)
    # Only behind the painted shell is anything loaded that it does not show.
    from ui.opening import stay_open  # noqa: PLC0415

    return stay_open(shell, make_workplace, folder, file)


def _lacking(language: Language) -> str:
    """Say what the system lacks for a window on X; '' where that is nothing."""
    if not speaks_x():
        return ""
    from ui.x_plugin import lacking, lacking_words  # noqa: PLC0415 - X alone needs it

    libraries = lacking()
    return lacking_words(libraries, language) if libraries else ""


def show_shell(folder: Path, language: Language) -> Shell:
    """Return the window, painted, where it stood last and without any page."""
    app = application()
    languages = LanguageSwitch(app, language)
    theme = Theme(app, appearance(_settings(folder)))
    window = MainWindow(languages, theme)
    memory = Memory(folder)
    window.take_place(memory.now.geometry)
    window.left.connect(lambda place: memory.keep(replace(memory.now, geometry=place)))
    # Before the window is seen: keys may reach it while it is first painted.
    early = Early(window)
    window.show()
    app.processEvents()
    return Shell(app, window, languages, theme, memory, early)


def application() -> QApplication:
    """Return the application, made once."""
    held = QApplication.instance()
    # Setting the style later would make Python's forms of it and of all its enums.
    words = [*sys.argv[:1], "-style", "Fusion"]
    app = held if isinstance(held, QApplication) else QApplication(words)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("waas-quotes")
    return app


def _settings(folder: Path) -> Settings:
    """Return the settings for the first paint; faults are told of later."""
    try:
        return settings_file.read(folder)
    except RefusedError:
        return Settings()
