"""Settings, the database, and the self-check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from app import settings as settings_file
from app.cli.answer import columns, say, tell
from app.cli.exit import Exit
from app.domain.problems import refused
from app.settings import ACCENT, LOGO
from app.use_cases import logo
from app.use_cases.identity import darkened
from app.use_cases.self_check import self_check
from app.use_cases.vat_numbers import vat_number_doubts
from app.use_cases.workplace import Workplace
from i18n import Language


def show_settings(_: Namespace, workplace: Workplace, __: Language) -> Exit:
    """Show every setting."""
    for line in columns(list(workplace.settings.flat().items())):
        say(line)
    return Exit.DONE


def set_setting(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Change one setting."""
    with workplace.storage.locked():
        # Another program may have changed another key since this one started.
        newest = settings_file.read(workplace.folder)
        if args.key == LOGO and args.value:
            changed = logo.taken(newest, workplace.folder, Path(args.value))
        else:
            changed = newest.changed(args.key, args.value)
        settings_file.write(workplace.folder, changed)
    say(f"{args.key} = {changed.flat()[args.key]}")
    if args.key in ("partner.vat_number", "partner.country"):
        number = changed.partner.vat_number
        tell(vat_number_doubts(number, changed.home, args.key), language)
    if args.key == ACCENT:
        tell(darkened(changed), language)
    return Exit.DONE


def check_database(_: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Look through the whole database."""
    problems = workplace.storage.check()
    tell(problems, language)
    if refused(problems):
        return Exit.REFUSED
    if problems:
        return Exit.UNAVAILABLE
    say(language.gettext("The database is sound."))
    return Exit.DONE


def check_installation(
    make_workplace: Callable[[Path], Workplace], language: Language
) -> Exit:
    """Prove that this installation is whole, without the user's data."""
    for step in self_check(make_workplace):
        say(language.gettext(step))
    say(language.gettext("This installation is whole."))
    return Exit.DONE
