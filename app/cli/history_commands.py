"""`prices export`: what was imported, given back."""

from __future__ import annotations

from argparse import Namespace

from app.cli.answer import say
from app.cli.exit import Exit
from app.use_cases import price_files
from app.use_cases.workplace import Workplace
from i18n import Language


def export(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write kept lists as files of their own format."""
    del language  # paths are the same in all
    lists = price_files.chosen(workplace, args.list_id, args.version)
    forms = args.forms or tuple(price_files.FORMS)
    for path in price_files.export(lists, forms, args.out, internal=args.internal):
        say(str(path))
    return Exit.DONE
