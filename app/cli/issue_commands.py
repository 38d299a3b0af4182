"""Commands on what becomes of a saved quote: issued, answered, revised, archived."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from app.cli.answer import print_json, problems_json, say, say_paths, tell
from app.cli.exit import Exit
from app.domain.choices import Edition
from app.domain.problems import Problems
from app.ports import IssuedDocument, QuoteRecord
from app.use_cases import issuing
from app.use_cases.workplace import Workplace
from app.wording.statuses import STATUSES
from i18n import Language


def issue(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Freeze a quote, keep its papers, and write them where they are wanted."""
    editions = [Edition(code) for code in args.lang]
    issued = issuing.issue(workplace, args.number.upper(), editions, args.out)
    wanted = [each for each in issued.documents if each.language in editions]
    paths = issuing.write(wanted, args.out)
    tell(issued.problems, language)
    if args.format == "json":
        shown = problems_json(issued.problems, language)
        papers = _documents(wanted)
        print_json({**_standing(issued.record), "documents": papers, "problems": shown})
        return Exit.DONE
    say_paths(paths, language)
    return Exit.DONE


def accept(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Record the customer's yes."""
    record, problems = issuing.accept(workplace, args.number.upper(), args.on)
    return _say(args, record, language, problems)


def decline(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Record the customer's no, and why."""
    number = args.number.upper()
    record = issuing.decline(workplace, number, args.reason, args.on)
    return _say(args, record, language)


def take_back(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Undo an answer."""
    record = issuing.take_back(workplace, args.number.upper())
    return _say(args, record, language)


def revise(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Begin the next revision."""
    record = issuing.revise(workplace, args.number.upper()).record
    return _say(args, record, language)


def duplicate(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Begin a quote with the same content."""
    record = issuing.duplicate(workplace, args.number.upper()).record
    return _say(args, record, language)


def archive(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Put a quote out of the way, or bring it back."""
    number, away = args.number.upper(), not args.back
    return _say(args, issuing.archive(workplace, number, away=away), language)


def _say(
    args: Namespace, record: QuoteRecord, language: Language, problems: Problems = ()
) -> Exit:
    """Say where the quote stands now."""
    tell(problems, language)
    if args.format == "json":
        shown = problems_json(problems, language)
        print_json({**_standing(record), "problems": shown})
    else:
        status = language.gettext(STATUSES[record.lifecycle.status])
        say(f"{issuing.name_of(record)}  {status}")
    return Exit.DONE


def _standing(record: QuoteRecord) -> dict[str, object]:
    """Return where a quote stands, as JSON names it."""
    proposal, now = record.quote.proposal, record.lifecycle
    return {
        "number": proposal.number,
        "revision": proposal.revision,
        "status": now.status.value,
        "presented_on": now.presented_on and now.presented_on.isoformat(),
        "answered_on": now.answered_on and now.answered_on.isoformat(),
        "reason": now.reason,
        "archived_on": now.archived_on and now.archived_on.isoformat(),
    }


def _documents(documents: Sequence[IssuedDocument]) -> list[dict[str, str]]:
    """Return papers as JSON names them, without their bytes."""
    return [
        {
            "language": each.language.value,
            "file": each.file_name,
            "sha256": each.sha256,
            "program": each.program_version,
        }
        for each in documents
    ]
