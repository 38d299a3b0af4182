"""`sell-out`: what the signed contracts of a period sold (W3)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from app.cli.answer import columns, print_json, say, say_paths
from app.cli.exit import Exit
from app.domain.period import Period
from app.domain.sell_out import SellOut, total
from app.exchange.proposal_json import Json
from app.use_cases import selling_out
from app.use_cases.partner_papers import write_sell_out
from app.use_cases.workplace import Workplace
from app.wording.sell_out import manufacturer, nothing_sold
from i18n import Language

#: The column of the quantities.
_QUANTITY = 3


def sell_out(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Say what was sold, or write it where a file is named."""
    found = selling_out.sell_out(workplace, Period(args.first, args.last))
    code = args.lang or language.code
    path = args.out and write_sell_out(workplace, found, args.out, code)
    if args.format == "json":
        written = {"files": [str(path)]} if path else {}
        print_json({**_json(found), **written, "problems": []})
    elif path:
        say_paths((path,), language)
    else:
        for line in _lines(found, workplace.settings.language(code)):
            say(line)
    return Exit.DONE


def _lines(found: SellOut, language: Language) -> Iterator[str]:
    """Yield a line a product, the sum of each manufacturer's under them."""
    if not found.contracts:
        yield nothing_sold(language)
        return
    yield from columns([*_rows(found, language)], (_QUANTITY,))
    count = found.contracts
    said = language.ngettext(
        "{count} signed contract", "{count} signed contracts", count
    )
    yield said.format(count=language.number(count))


def _rows(found: SellOut, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each line."""
    for maker, products in found.manufacturers:
        name = manufacturer(maker, language)
        for each in products:
            quantity = language.number(each.quantity)
            yield name, each.sku, each.name.best(language.code), quantity
        whole = language.number(total(products))
        yield name, "", language.gettext("In all"), whole


def _json(found: SellOut) -> Json:
    """Return it as JSON names it; null for what the list does not name."""
    return {
        "from": found.period.first.isoformat(),
        "to": found.period.last.isoformat(),
        "contracts": found.contracts,
        "manufacturers": [
            {"manufacturer": name or None, "quantity": total(products)}
            for name, products in found.manufacturers
        ],
        "products": [
            {
                "manufacturer": each.manufacturer or None,
                "sku": each.sku or None,
                "name": dict(each.name.texts),
                "quantity": each.quantity,
            }
            for each in found.products
        ],
    }
