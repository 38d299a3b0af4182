"""Where the parts are put together; the only place that knows them all."""

from __future__ import annotations

import gc
import getpass
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from app import settings as settings_file
from app.cli.exit import Exit
from app.cli.run import run
from app.screen import no_screen
from app.settings import Settings
from i18n import Language

if TYPE_CHECKING:
    from app.use_cases.workplace import Workplace


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return this moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the day where the user is."""
        return datetime.now().astimezone().date()


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    return run(arguments, _data_folder(), make_workplace, open_window)


def make_workplace(folder: Path, with_settings: bool = True) -> Workplace:
    """Put together what the jobs work with, over one data folder."""
    # These take most of the start: help and the window's first paint need none of it.
    from app.use_cases.bundled import policies  # noqa: PLC0415
    from app.use_cases.workplace import Workplace  # noqa: PLC0415
    from quotes_db.storage import Database  # noqa: PLC0415

    clock = SystemClock()
    return Workplace(
        folder=folder,
        storage=Database(folder, clock),
        clock=clock,
        settings=settings_file.read(folder) if with_settings else Settings(),
        policies=policies(),
        user=_user(),
    )


def open_window(folder: Path, language: Language, file: Path | None = None) -> int:
    """Open the window, on a file if one is given.

    Where no screen answers, say so in one sentence.
    """
    if no_screen():
        text = language.gettext(
            "No screen answers here: the window cannot open, the commands still work"
            " (waas-quotes --help)."
        )
        print(text, file=sys.stderr)
        return Exit.UNAVAILABLE
    # Nothing that is imported is ever garbage: looking for some takes its time.
    gc.disable()
    try:
        # Qt is loaded only where it has a screen to draw on.
        from ui import start  # noqa: PLC0415
    except ImportError as reason:
        text = language.gettext(
            "The window’s libraries cannot be loaded ({reason}): install them,"
            " the commands still work (waas-quotes --help)."
        )
        print(text.format(reason=reason), file=sys.stderr)
        return Exit.UNAVAILABLE
    return start.open_window(make_workplace, folder, language, file)


def _data_folder() -> Path:
    """Return where this user's data live."""
    return user_data_path("WaaS Quotes", appauthor=False)


def _user() -> str:
    """Return the user's name on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Without a name in its variables, Windows has no module to ask.
        return ""
