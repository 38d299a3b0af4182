"""`commission` and `quotes commission`: papers that only the partner may see."""

from __future__ import annotations

from argparse import Namespace

from app.cli.answer import say_paths, tell
from app.cli.exit import Exit
from app.cli.quote_commands import quote_of_file
from app.domain.problems import Problems
from app.ports import QuoteRecord
from app.use_cases import quotes
from app.use_cases.partner_papers import write_commission_sheet
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from i18n import Language


def commission(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write what a quote file earns and print the path."""
    quote, problems = quote_of_file(args, workplace)
    return _write(args, quote, problems, workplace, language)


def commission_saved(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write what a saved quote earns under the prices it keeps."""
    saved = quotes.find(workplace, args.number.upper())
    quote = saved.priced
    return _write(args, quote, quote.problems, workplace, language, saved.record)


def _write(
    args: Namespace,
    quote: PricedQuote,
    problems: Problems,
    workplace: Workplace,
    language: Language,
    record: QuoteRecord | None = None,
) -> Exit:
    """Write the sheet, print its path, and what is worth knowing."""
    code = args.lang or language.code
    path = write_commission_sheet(workplace, quote, args.out, code, record)
    tell((*problems, *quote.commission.problems), language, internal=True)
    say_paths((path,), language)
    return Exit.DONE
