"""`customers import` and `export`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.exchange.customer_json import customer_json
from app.exchange.proposal_json import Json
from app.use_cases import customer_files
from app.use_cases.customer_files import Review
from app.use_cases.workplace import Workplace
from app.wording.customers import FIELD_NAMES, counts, field_text
from i18n import Language


def import_customers(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show what a file of customers would change; keep it where accepted."""
    chosen = dict(args.column) or None
    found = customer_files.review(workplace, args.file, chosen)
    tell(found.refused + found.doubts, language)
    if args.accept:
        customer_files.take_in(workplace, found)
    if args.format == "json":
        refused = problems_json(found.refused, language)
        print_json({**_json(found), "accepted": args.accept, "problems": refused})
        return Exit.DONE
    for line in columns(list(_lines(found, language))):
        say(line)
    for text in counts(found.counts, language):
        say(text)
    say(
        language.gettext("What is new and what changed is kept.")
        if args.accept
        else language.gettext("Nothing was changed: --accept keeps it.")
    )
    return Exit.DONE


def export_customers(args: Namespace, workplace: Workplace, _: Language) -> Exit:
    """Write every customer."""
    forms = tuple(dict.fromkeys(args.forms or ("csv", "xlsx")))
    for path in customer_files.write(workplace, args.out, forms):
        say(str(path))
    return Exit.DONE


def _json(found: Review) -> Json:
    """Return what is new, changed field by field, and the same."""
    changes: dict[int, Json] = {}
    for each, name, was, now in customer_files.lines(found):
        changes.setdefault(each.row, {})[name] = {"old": was, "new": now}
    return {
        "columns": dict(found.columns),
        "new": [
            {"row": each.row, **customer_json(each.now.known)} for each in found.new
        ],
        "changed": [
            {
                "row": each.row,
                "id": each.now.id,
                "name": each.now.customer.name,
                "fields": changes[each.row],
            }
            for each in found.changed
        ],
        "same": [each.now.id for each in found.same],
    }


def _lines(found: Review, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what is new and what changes."""
    _ = language.gettext
    for each in found.new:
        yield each.now.customer.name, _("new"), each.now.customer.city
    for each, name, was, now in customer_files.lines(found):
        texts = [field_text(name, text, language) or "–" for text in (was, now)]
        field = _(FIELD_NAMES[name])
        yield each.now.customer.name, field, " → ".join(texts)
