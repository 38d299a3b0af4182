"""Backups: one written where the user says, those kept by themselves, restoring."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from app.cli.answer import columns, print_json, say, tell
from app.cli.exit import Exit
from app.ports import Backup
from app.use_cases import backups
from app.use_cases.workplace import Workplace
from app.wording.backups import held, moment, size
from i18n import Language


def back_up(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write a verified copy."""
    workplace.storage.backup(args.file)
    say(language.gettext("A verified copy was written: {path}").format(path=args.file))
    return Exit.DONE


def list_backups(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """List every backup that the program keeps, the newest first."""
    found = workplace.storage.backups()
    if args.format == "json":
        print_json({"backups": [_json(each) for each in found]})
        return Exit.DONE
    if not found:
        say(
            language.gettext(
                "No backup yet: the window makes one when it opens, and every"
                " 10 minutes in which something changed."
            )
        )
    for line in columns([_row(each, language) for each in found], right=(2,)):
        say(line)
    return Exit.DONE


def restore(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Take a backup's content; what was there is kept."""
    done = backups.restore(workplace, backups.named(workplace, args.file))
    say(language.gettext("The backup was restored."))
    if done.kept:
        text = language.gettext("What was there before is kept: {path}")
        say(text.format(path=done.kept))
    tell(done.notes, language)
    return Exit.DONE


def _row(backup: Backup, language: Language) -> tuple[str, str, str, str]:
    """Return a backup's name, when it was made, its size, and what it holds."""
    return (
        backup.path.name,
        moment(backup, language),
        size(backup, language),
        held(backup, language),
    )


def _json(backup: Backup) -> dict[str, Any]:
    """Return a backup; null where it cannot be read."""
    return {
        "file": str(backup.path),
        "at": backup.at.isoformat(),
        "bytes": backup.size,
        "quotes": backup.quotes,
        "price_lists": backup.lists,
        "templates": backup.templates,
        "automatic": backup.automatic,
    }
