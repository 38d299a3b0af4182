"""`templates list`, `save`, `use` and `delete`."""

from __future__ import annotations

from argparse import Namespace

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.domain.choices import Edition
from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.use_cases import quotes, templates
from app.use_cases.beginning import blank
from app.use_cases.workplace import Workplace
from i18n import Language


def list_templates(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """List the templates, and say which files are none."""
    found, problems = templates.all_templates(workplace)
    tell(problems, language)
    if args.format == "json":
        rows = [
            {
                "name": each.name,
                "lines": sum(1 for _ in each.proposal.places()),
                "term": each.proposal.term and each.proposal.term.value,
            }
            for each in found
        ]
        shown = problems_json(problems, language)
        print_json({"templates": rows, "problems": shown})
        return Exit.DONE
    if not found:
        say(
            language.gettext(
                "No template yet: keep one with “templates save NUMBER NAME”."
            )
        )
    table = []
    for each in found:
        count = sum(1 for _ in each.proposal.places())
        lines = language.ngettext("{count} line", "{count} lines", count)
        table.append((each.name, lines.format(count=language.number(count))))
    for line in columns(table):
        say(line)
    return Exit.DONE


def save(args: Namespace, workplace: Workplace, _: Language) -> Exit:
    """Keep the lines of a saved quote under a name."""
    proposal = quotes.find(workplace, args.number.upper()).record.quote.proposal
    kept = templates.keep_template(
        workplace, args.name, proposal, replacing=args.replace
    )
    say(kept.name)
    return Exit.DONE


def use(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Save a quote that begins from a template, under a number of its own."""
    template = templates.find(workplace, args.name).proposal
    country = args.country or workplace.settings.home
    who = KnownCustomer(customer=Customer(args.customer, country))
    edition = Edition(args.lang or language.code)
    saved = quotes.add(workplace, blank(workplace, edition, who, template))
    problems = (*saved.problems, *saved.priced.problems)
    tell(problems, language)
    number = saved.record.quote.proposal.number
    if args.format == "json":
        shown = problems_json(problems, language)
        print_json({"number": number, "id": saved.record.id, "problems": shown})
    else:
        say(number)
    return Exit.DONE


def delete(args: Namespace, workplace: Workplace, _: Language) -> Exit:
    """Take a template away."""
    template = templates.find(workplace, args.name)
    templates.drop_template(workplace, template.name)
    say(template.name)
    return Exit.DONE
