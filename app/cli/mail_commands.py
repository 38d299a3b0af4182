"""Commands that write a message with the papers of a quote, still to be sent."""

from __future__ import annotations

from argparse import Namespace

from app.cli.answer import say, tell
from app.cli.exit import Exit
from app.cli.quote_commands import editions_of, quote_of_file
from app.use_cases import mailing, quotes
from app.use_cases.identity import missing
from app.use_cases.workplace import Workplace
from i18n import Language


def mail(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write a message with the PDFs of a quote file, and print its path."""
    quote, problems = quote_of_file(args, workplace)
    path = mailing.mail_draft(quote, editions_of(args), args.out, workplace)
    tell((*problems, *missing(workplace)), language)
    say(str(path))
    return Exit.DONE


def mail_saved(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write a message with the PDFs of a saved quote: as handed over, else drafts."""
    saved = quotes.find(workplace, args.number.upper())
    path = mailing.mail_saved(saved, editions_of(args), args.out, workplace)
    if not saved.record.lifecycle.frozen:
        tell((*saved.priced.problems, *missing(workplace)), language)
    say(str(path))
    return Exit.DONE
