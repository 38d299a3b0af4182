"""The command that compares two revisions of a quote."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from app.cli.answer import columns, print_json, say
from app.cli.exit import Exit
from app.cli.show_offer import money
from app.domain.lifecycle import exact
from app.domain.quote_changes import LineState, QuoteChanges
from app.exchange.offer_json import text
from app.use_cases.revisions import Compared, compare
from app.use_cases.workplace import Workplace
from i18n import Language


def diff(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Say what changed from one revision to another."""
    found = compare(workplace, args.number.upper(), args.since.upper())
    if args.format == "json":
        print_json(_json(found))
        return Exit.DONE
    for line in _lines(found, language):
        say(line)
    return Exit.DONE


def _json(found: Compared) -> dict[str, object]:
    """Return the comparison as one object."""
    changes = found.changes
    return {
        "from": exact(found.before.record.quote.proposal),
        "to": exact(found.after.record.quote.proposal),
        "lines": [
            {
                "name": each.name.best("en"),
                "before": _state(each.before),
                "after": _state(each.after),
            }
            for each in changes.lines
        ],
        "monthly": {"old": text(changes.monthly[0]), "new": text(changes.monthly[1])},
        "once": {"old": text(changes.once[0]), "new": text(changes.once[1])},
        "term": {"old": changes.terms[0], "new": changes.terms[1]},
    }


def _state(state: LineState | None) -> dict[str, object] | None:
    """Return one side of a line."""
    if state is None:
        return None
    return {
        "quantity": state.quantity,
        "unit_price": text(state.unit_price),
        "monthly": text(state.monthly),
        "once": text(state.once),
        "annual": text(state.annual),
        "optional": not state.firm,
    }


def _lines(found: Compared, language: Language) -> Iterator[str]:
    """Yield the comparison as even columns."""
    _ = language.gettext
    old, new = (exact(e.record.quote.proposal) for e in (found.before, found.after))
    if not found.changes:
        yield _("{old} and {new} say the same.").format(old=old, new=new)
        return
    rows = [("", old, "→", new), *_rows(found.changes, language)]
    yield from columns(rows, right=(1, 3))


def _rows(
    changes: QuoteChanges, language: Language
) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row a line that differs, then the whole."""
    for each in changes.lines:
        yield (
            each.name.best(language.code),
            _said(each.before, language),
            "→",
            _said(each.after, language),
        )
    before, after = changes.monthly
    name = language.gettext("Distributor, a month")
    yield name, money(before, language), "→", money(after, language)


def _said(state: LineState | None, language: Language) -> str:
    """Write one side: how many at how much; a dash where it is not there."""
    if state is None:
        return "–"
    return f"{language.number(state.quantity)} × {money(state.unit_price, language)}"
