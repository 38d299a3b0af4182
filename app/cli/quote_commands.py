"""Commands on quote files and on saved quotes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from app import files
from app.cli.answer import columns, print_json, problems_json, say, say_paths, tell
from app.cli.exit import Exit
from app.cli.show_offer import internal_lines, money, offer_lines
from app.domain.choices import Edition, Term
from app.domain.money import Amount
from app.domain.problems import Problems
from app.domain.texts import texts_missing
from app.exchange import quote_file
from app.exchange.offer_json import internal_json, offer_json, text
from app.use_cases import issuing, prices, quotes, sample
from app.use_cases.export import export as export_pdfs
from app.use_cases.identity import missing
from app.use_cases.pricing import PricedQuote, differences, priced
from app.use_cases.quotes import Repricing
from app.use_cases.reopen import reopen as reopen_pdf
from app.use_cases.undrawn import texts_undrawn
from app.use_cases.workplace import Workplace
from app.wording.statuses import STATUSES
from i18n import Language

_MOST_BYTES = 10_000_000


def price(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Price a quote file and print the offer."""
    quote, problems = quote_of_file(args, workplace)
    return _show(args, quote, problems, language)


def export(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write the PDFs of a quote file and print their paths."""
    quote, problems = quote_of_file(args, workplace)
    return _export(args, quote, problems, workplace, language)


def reopen(args: Namespace, _: Workplace, __: Language) -> Exit:
    """Print or write the customer copy inside a PDF."""
    content = reopen_pdf(args.pdf)
    if args.out is None:
        sys.stdout.write(content.decode())
    else:
        written = files.write_beside(args.out, content)
        say(str(written))
    return Exit.DONE


def add(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Save a quote file under a number of its own."""
    read = quote_file.read(files.read(args.quote, _MOST_BYTES))
    saved = quotes.add(workplace, read.quote)
    number = saved.record.quote.proposal.number
    found = differences(read.quoted, saved.priced.offer)
    problems = (*saved.problems, *saved.priced.problems, *found)
    tell(problems, language)
    if args.format == "json":
        shown = problems_json(problems, language)
        print_json({"number": number, "id": saved.record.id, "problems": shown})
    else:
        say(number)
    return Exit.DONE


def list_quotes(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """List every saved quote, the newest first."""
    heads, today = quotes.all_quotes(workplace), workplace.clock.today()
    if args.format == "json":
        rows = [
            {
                "number": head.number,
                "revision": head.revision,
                "customer": head.customer,
                "title": head.title,
                "status": head.lifecycle.shown(head.valid_until, today).value,
                "date": head.date.isoformat(),
                "valid_until": head.valid_until and head.valid_until.isoformat(),
                "term": head.term and head.term.value,
                "monthly": text(head.monthly),
                "currency": head.monthly and head.monthly.currency,
            }
            for head in heads
        ]
        print_json({"quotes": rows})
        return Exit.DONE
    if not heads:
        say(language.gettext("No quote is saved yet: add one with “quotes add QUOTE”."))
    table = [
        (
            head.label,
            language.gettext(STATUSES[head.lifecycle.shown(head.valid_until, today)]),
            language.day(head.date),
            head.customer,
            head.title,
            money(head.monthly, language),
        )
        for head in heads
    ]
    for line in columns(table, right=(5,)):
        say(line)
    return Exit.DONE


def show(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show a saved quote under the prices it keeps."""
    saved = quotes.find(workplace, args.number.upper())
    return _show(args, saved.priced, saved.priced.problems, language)


def export_saved(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write the PDFs of a saved quote: as handed over, else as drafts."""
    saved = quotes.find(workplace, args.number.upper())
    if saved.record.lifecycle.frozen:
        editions = editions_of(args)
        kept = issuing.papers(workplace, saved.record, editions)
        say_paths(issuing.write(kept, args.out), language)
        return Exit.DONE
    quote = saved.priced
    return _export(args, quote, quote.problems, workplace, language)


def reprice(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show old and new amounts, and keep the new ones where accepted."""
    result = quotes.reprice(workplace, args.number.upper(), accept=args.accept)
    tell(result.new.problems, language)
    if args.format == "json":
        print_json(_repricing_json(args, result, language))
    else:
        for line in _repricing_lines(args, result, language):
            say(line)
    return Exit.REFUSED if result.new.refused else Exit.DONE


def show_sample(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show the bundled sample quote and write its three PDFs."""
    at_sample = sample.at_sample_partner(workplace)
    quote = sample.priced_sample(at_sample)
    args.lang = [edition.value for edition in Edition]
    own = internal_lines(quote, language) if args.internal else ()
    for line in (*offer_lines(quote, language), *own):
        say(line)
    say("")
    return _export(args, quote, quote.problems, at_sample, language)


def editions_of(args: Namespace) -> list[Edition]:
    """Return the editions asked for, each once."""
    return [Edition(code) for code in dict.fromkeys(args.lang)]


def quote_of_file(
    args: Namespace, workplace: Workplace
) -> tuple[PricedQuote, Problems]:
    """Read and price a quote file; of a customer copy, compare its prices."""
    read = quote_file.read(files.read(args.quote, _MOST_BYTES))
    quote = read.quote
    if getattr(args, "term", None) and quote.proposal.term:
        proposal = replace(quote.proposal, term=Term(args.term))
        quote = replace(quote, proposal=proposal)
    result = priced(quote, prices.catalogue(workplace, args.prices), workplace)
    return result, result.problems + differences(read.quoted, result.offer)


def _show(
    args: Namespace, quote: PricedQuote, problems: Problems, language: Language
) -> Exit:
    """Print an offer; commissions and costs only where asked for."""
    if args.internal:
        problems += quote.commission.problems
    tell(problems, language)
    if args.format == "json":
        first = quote.quote.proposal.language.languages[0]
        shown = offer_json(quote.offer, first, problems_json(problems, language))
        if args.internal:
            lists = [
                each
                for each in quote.prices.lists
                if each.fingerprint in {n.fingerprint for n in quote.offer.price_lists}
            ]
            shown |= internal_json(lists, quote.commission, quote.costs)
        print_json(shown)
    else:
        own = internal_lines(quote, language) if args.internal else ()
        for line in (*offer_lines(quote, language), *own):
            say(line)
    return Exit.REFUSED if quote.refused else Exit.DONE


def _export(
    args: Namespace,
    quote: PricedQuote,
    problems: Problems,
    workplace: Workplace,
    language: Language,
) -> Exit:
    """Write the PDFs, print their paths, and what is worth knowing."""
    editions = editions_of(args)
    paths = export_pdfs(quote, editions, args.out, workplace)
    codes = [code for edition in editions for code in edition.languages]
    silent = texts_missing(quote.offer, codes)
    odd = (*issuing.out_of_date(quote), *silent, *texts_undrawn(quote, codes))
    tell((*problems, *odd, *missing(workplace)), language)
    say_paths(paths, language)
    return Exit.DONE


def _repricing_json(
    args: Namespace, result: Repricing, language: Language
) -> dict[str, object]:
    """Return old and new amounts a line, and in total."""
    names = ("monthly", "once", "annual")
    shown: dict[str, object] = {
        "number": result.record.quote.proposal.number,
        "accepted": result.accepted,
        "monthly": {
            "old": text(result.old.offer.distributor.monthly.net),
            "new": text(result.new.offer.distributor.monthly.net),
        },
        "lines": [
            {
                "where": line.place,
                "name": line.name.best(language.code),
                "old": dict(zip(names, map(text, line.before), strict=True)),
                "new": dict(zip(names, map(text, line.after), strict=True)),
            }
            for line in result.lines
        ],
        "problems": problems_json(result.new.problems, language),
    }
    if args.internal:
        shown["commission"] = {
            "old": text(result.old.commission.total),
            "new": text(result.new.commission.total),
        }
    return shown


def _repricing_lines(
    args: Namespace, result: Repricing, language: Language
) -> Iterator[str]:
    """Say which lines move, and what the whole comes to."""
    _ = language.gettext
    lists = (_versions(result.old), _versions(result.new))
    rows = [(_("Prices"), lists[0], "→", lists[1])]
    rows += [
        (
            line.name.best(language.code),
            _sum(line.before, language),
            "→" if line.changed else "=",
            _sum(line.after, language),
        )
        for line in result.lines
    ]
    old, new = result.old, result.new
    rows.append(
        (
            _("Distributor, a month"),
            money(old.offer.distributor.monthly.net, language),
            "→",
            money(new.offer.distributor.monthly.net, language),
        )
    )
    if args.internal:
        rows.append(
            (
                _("Commission"),
                money(old.commission.total, language),
                "→",
                money(new.commission.total, language),
            )
        )
    yield from columns(rows, right=(1, 3))
    if result.accepted:
        yield _("The quote keeps the prices of today from now on.")
    else:
        yield _("Nothing was changed: --accept keeps the prices of today.")


def _versions(quote: PricedQuote) -> str:
    """Name the lists a quote is priced by."""
    return ", ".join(
        f"{each.list_id} {each.version}" for each in quote.offer.price_lists
    )


def _sum(amounts: tuple[Amount | None, ...], language: Language) -> str:
    """Write a line's amounts that are not zero; a dash where it has none."""
    if None in amounts:
        return money(None, language)
    shown = [language.money(each) for each in amounts if each and each.cents]
    return " + ".join(shown) or language.money(amounts[0]) if amounts[0] else ""
