"""`exchange export` and `import`: two laptops."""

from __future__ import annotations

import sys
from argparse import Namespace

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.domain.problems import Problems
from app.use_cases import exchanging
from app.use_cases.exchanged_templates import ComparedTemplate
from app.use_cases.exchanging import ComparedCustomer, ComparedQuote
from app.use_cases.standing import Standing
from app.use_cases.workplace import Workplace
from app.wording.exchanging import STANDINGS
from i18n import Language


def send(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write everything for a colleague."""
    say(str(exchanging.send(workplace, args.out)))
    text = language.gettext(
        "It holds notes and commissions: give it to colleagues, never to a customer."
    )
    print(text, file=sys.stderr)
    return Exit.DONE


def take_in(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show what a colleague's file brings; take it in where accepted."""
    found = exchanging.look_at(workplace, args.file)
    notes: Problems = ()
    if args.accept:
        notes = exchanging.take_in(workplace, found)
    tell(notes, language)
    if args.format == "json":
        print_json(
            {
                "sent_by": found.sent.who,
                "sent_at": found.sent.at.isoformat(),
                "quotes": [_json(each) for each in found.quotes],
                "customers": [_json(each) for each in found.customers],
                "templates": [
                    {"name": each.name, "standing": each.standing.value}
                    for each in found.templates
                ],
                "accepted": args.accept,
                "problems": problems_json(notes, language),
            }
        )
        return Exit.DONE
    every: tuple[ComparedQuote | ComparedCustomer | ComparedTemplate, ...] = (
        *found.quotes,
        *found.customers,
        *found.templates,
    )
    rows = [
        (each.name, language.gettext(STANDINGS[each.standing]))
        for each in every
        if each.standing is not Standing.SAME
    ]
    for line in columns(rows):
        say(line)
    say(
        language.gettext("It was taken in.")
        if args.accept
        else language.gettext("Nothing was changed: --accept takes it in.")
    )
    return Exit.DONE


def _json(each: ComparedQuote | ComparedCustomer) -> dict[str, str]:
    """Return what arrives, and how it stands."""
    return {
        "name": each.name,
        "id": each.id,
        "standing": each.standing.value,
    }
