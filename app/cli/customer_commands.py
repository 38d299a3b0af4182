"""Commands on the customers that are kept."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.domain.known_customer import FIELDS, as_texts
from app.exchange.customer_json import customer_json
from app.exchange.proposal_json import Json
from app.ports import CustomerRecord
from app.use_cases import customers
from app.use_cases.workplace import Workplace
from app.wording.customers import FIELD_NAMES, field_text
from i18n import Language

_ID_SHOWN = 8


def list_customers(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """List every customer, or those that are likely the same."""
    found = customers.all_customers(workplace)
    if args.duplicates:
        found = tuple(each for group in customers.duplicates(found) for each in group)
    if args.format == "json":
        print_json({"customers": [_json(each) for each in found]})
        return Exit.DONE
    if not found:
        say(
            language.gettext("No customer is likely there twice.")
            if args.duplicates
            else language.gettext("No customer is kept yet.")
        )
    for line in columns([_row(each, language) for each in found], right=(4,)):
        say(line)
    return Exit.DONE


def show(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show all that is kept of one customer, and its quotes."""
    found = customers.find(workplace, args.customer)
    doubts = customers.doubts(found.known)
    tell(doubts, language)
    if args.format == "json":
        print_json({**_json(found), "problems": problems_json(doubts, language)})
        return Exit.DONE
    for line in columns(list(_lines(found, language))):
        say(line)
    return Exit.DONE


def merge(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Let one customer stand for two."""
    kept = customers.find(workplace, args.kept)
    gone = customers.find(workplace, args.gone)
    done = customers.merge(workplace, kept, gone, frozenset(args.take))
    if args.format == "json":
        now = customers.find(workplace, done.after[0].id)
        print_json({**_json(now), "problems": []})
        return Exit.DONE
    text = language.gettext(
        "“{gone}” is part of “{kept}” now: “customers split” undoes it."
    )
    say(text.format(gone=gone.customer.name, kept=done.after[0].customer.name))
    return Exit.DONE


def split(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Bring back what was merged into a customer."""
    back = customers.split(workplace, args.customer)
    if args.format == "json":
        print_json({"customers": [_json(each) for each in back], "problems": []})
        return Exit.DONE
    for each in back:
        text = language.gettext("“{name}” is a customer of its own again.")
        say(text.format(name=each.customer.name))
    return Exit.DONE


def archive(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Put a customer out of the way, or bring it back."""
    found = customers.find(workplace, args.customer)
    (now,) = customers.archived(workplace, found, back=args.back).after
    if args.format == "json":
        print_json({**_json(now), "problems": []})
        return Exit.DONE
    text = (
        language.gettext("“{name}” is in the list again.")
        if args.back
        else language.gettext("“{name}” is in the archive.")
    )
    say(text.format(name=now.customer.name))
    return Exit.DONE


def _json(record: CustomerRecord) -> Json:
    """Return a customer with its id and the numbers of its quotes."""
    day = record.archived_on
    return {
        "id": record.id,
        **customer_json(record.known),
        "archived_on": day and day.isoformat(),
        "quotes": [each.label for each in record.quotes],
    }


def _row(record: CustomerRecord, language: Language) -> tuple[str, ...]:
    """Return a customer as a row of a list."""
    who = record.customer
    count = language.number(len({each.number for each in record.quotes}))
    state = language.gettext("in the archive") if record.archived_on else ""
    return record.id[:_ID_SHOWN], who.name, who.city, who.vat_number, count, state


def _lines(record: CustomerRecord, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is known of a customer, by name."""
    _, texts = language.gettext, as_texts(record.known)
    for name in FIELDS:
        if texts[name]:
            yield _(FIELD_NAMES[name]), field_text(name, texts[name], language)
    for each in record.known.contacts:
        parts = (each.name, each.role, each.email, each.phone)
        yield _("Other contact"), ", ".join(filter(None, parts))
    for head in record.quotes:
        yield head.label, head.title
