"""Commands on the contract that follows from a quote: its order, and its end."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.cli.answer import columns, print_json, problems_json, say, say_paths, tell
from app.cli.exit import Exit
from app.documents.extension_words import extension_words
from app.documents.quote.writer import Writer, said
from app.domain.choices import Edition
from app.domain.early_end import EarlyEnd
from app.domain.order import Signatory
from app.exchange.order_file import order_json
from app.files import kept_names
from app.use_cases import accepted, signing
from app.use_cases.ending import TermsOfEnd, terms_of_end
from app.use_cases.quotes import find
from app.use_cases.workplace import Workplace
from i18n import Language


def order(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write the order form with its data, and name what it lacks."""
    number = args.number.upper()
    known = find(workplace, number).record.contract.signatory
    made = accepted.write_order(
        workplace, number, _editions(args), args.out, signatory_of(args, known)
    )
    tell(made.problems, language)
    if args.format == "json":
        problems = problems_json(made.problems, language)
        shown = {**order_json(made.order), "files": _names(made.paths)}
        print_json({**shown, "problems": problems})
        return Exit.DONE
    say_paths(made.paths, language)
    return Exit.DONE


def end(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write the sheet on the end of the contract."""
    paths = accepted.write_end_sheet(
        workplace, args.number.upper(), _editions(args), args.out
    )
    return _say_written(args, paths, language)


def signed(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write the copies that the customer signed at the table."""
    paths = signing.write_signed(workplace, args.number.upper(), args.out)
    return _say_written(args, paths, language)


def extension_offer(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """W9: write the offer of an extension."""
    number, editions = args.number.upper(), _editions(args)
    paths = accepted.write_extension_offer(
        workplace, number, editions, args.out, args.months
    )
    tell(accepted.texts_silent(workplace, number, editions), language)
    return _say_written(args, paths, language)


def early_end(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """W8: print what an end after a month costs, or after each."""
    terms = _terms(args, workplace)
    months = terms.months if args.month is None else (terms.after(args.month),)
    if args.format == "json":
        print_json(
            {
                "term": terms.extension.term,
                "currency": terms.rate.currency,
                "monthly": str(terms.rate),
                "months": [_month_json(each) for each in months],
                "problems": [],
            }
        )
        return Exit.DONE
    for line in _month_lines(months, language):
        say(line)
    return Exit.DONE


def extension(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """W9: print how far the contract goes, and which limit binds."""
    terms = _terms(args, workplace)
    if args.format == "json":
        print_json({**_extension_json(terms), "problems": []})
        return Exit.DONE
    write = Writer((language,))
    say(said(extension_words(terms.extension, terms.policy, write), 0))
    for line in _choice_lines(terms, language):
        say(line)
    return Exit.DONE


def signatory_of(args: Namespace, known: Signatory) -> Signatory:
    """Return who signs: what the call says of them, else what is known."""
    said = {
        "name": args.signatory,
        "function": args.function,
        "email": args.email,
        "phone": args.phone,
    }
    given = {name: text.strip() for name, text in said.items() if text is not None}
    return replace(known, **given)


def _terms(args: Namespace, workplace: Workplace) -> TermsOfEnd:
    """Return how the contract of the quote may end."""
    quote = find(workplace, args.number.upper()).priced
    return terms_of_end(quote)


def _editions(args: Namespace) -> list[Edition]:
    """Return the editions asked for; none means the quote's own."""
    return [Edition(code) for code in args.lang]


def _names(paths: Iterable[Path]) -> list[str]:
    """Return paths as JSON has them."""
    return [str(path) for path in paths]


def _say_written(args: Namespace, paths: Sequence[Path], language: Language) -> Exit:
    """Print where the files are, as was asked for."""
    if args.format == "json":
        problems = problems_json(kept_names(paths), language)
        print_json({"files": _names(paths), "problems": problems})
        return Exit.DONE
    say_paths(paths, language)
    return Exit.DONE


def _month_json(each: EarlyEnd) -> dict[str, object]:
    """Return what an end after that month costs."""
    return {
        "month": each.month,
        "paid": str(each.paid),
        "due": str(each.due),
        "total": str(each.total),
    }


def _month_lines(months: Iterable[EarlyEnd], language: Language) -> list[str]:
    """Return a head, and a line a month."""
    _ = language.gettext
    rows = [
        (_("End after month"), _("Invoiced by then"), _("Still due"), _("In all")),
        *(
            (
                language.number(each.month),
                language.money(each.paid),
                language.money(each.due),
                language.money(each.total),
            )
            for each in months
        ),
    ]
    return columns(rows, right=(0, 1, 2, 3))


def _extension_json(terms: TermsOfEnd) -> dict[str, object]:
    """Return how far the contract goes, as JSON names it."""
    found = terms.extension
    monthly = found.monthly
    return {
        "term": found.term,
        "step": found.step,
        "cap": terms.policy.extension_cap,
        "cap_months": terms.policy.extension_max_months,
        "most": found.most,
        "limits": [limit.value for limit in found.limits],
        "shortest_warranties": [
            {"name": each.name.best("en"), "months": each.months}
            for each in found.shortest
        ],
        "currency": terms.rate.currency,
        "monthly": monthly and str(monthly),
        "choices": [
            {
                "months": months,
                "whole": found.term + months,
                "total": monthly and str(monthly.times(months)),
            }
            for months in found.choices
        ],
    }


def _choice_lines(terms: TermsOfEnd, language: Language) -> list[str]:
    """Return a line for each extension: months, the rate, and what it comes to."""
    found, write = terms.extension, Writer((language,))
    monthly = found.monthly
    rows = [
        (
            said(write.months(months), 0),
            language.gettext("{amount} a month").format(amount=language.money(monthly)),
            language.money(monthly.times(months)),
        )
        for months in found.choices
        if monthly
    ]
    return columns(rows, right=(1, 2))
