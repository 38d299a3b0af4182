"""`prices enrich`: what an offer matrix says, as a new version of its list."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.cli.show_prices import Json, changes_json, list_json, list_line
from app.domain.price_changes import ItemChange, price_changes
from app.pricelist.microsoft.matrix import Offer
from app.use_cases.enriching import enriching
from app.use_cases.prices import Import, Imported, import_checked
from app.use_cases.workplace import Workplace
from app.wording import column_name
from i18n import Language


def enrich(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Keep a list with what a matrix says of its items, and say which gained what."""
    found = enriching(workplace, args.matrix, args.list_id)
    done = import_checked(
        workplace, found.read, args.matrix.name, enriched=found.enriched
    )
    changes = price_changes(found.old, done.price_list)
    tell(done.problems, language)
    if args.format == "json":
        shown: Json = {
            "price_list": list_json(done.price_list, sample=False, internal=False),
            "outcome": done.outcome.value,
            "enriched": {"list_id": found.old.list_id, "version": found.old.version},
            "items": changes_json(changes)["changed"],
            "gained": dict(_counts(changes.changed)),
            "unmatched": [_offer_json(each) for each in found.unmet],
            "problems": problems_json(done.problems, language),
        }
        print_json(shown)
        return Exit.DONE
    for line in (
        list_line(done.price_list, language, sample=False),
        *_item_lines(changes.changed, language),
        *_unmatched_lines(found.unmet, language),
        *_count_lines(changes.changed, language),
        _outcome(done, found.old.version, language),
    ):
        say(line)
    return Exit.DONE


def _counts(items: tuple[ItemChange, ...]) -> Counter[str]:
    """Count the items that change in each column."""
    return Counter(cell.column for item in items for cell in item.cells)


def _offer_json(offer: Offer) -> Json:
    """Return a row of the matrix that met no item."""
    return {"row": offer.row, "sku": offer.sku, "name": offer.name}


def _item_lines(items: tuple[ItemChange, ...], language: Language) -> Iterator[str]:
    """Say what each item was given."""
    if items:
        yield language.gettext("Items that the matrix says more about")
    rows = [
        (
            item.sku,
            item.name.best(language.code),
            ", ".join(column_name(cell.column, language) for cell in item.cells),
        )
        for item in items
    ]
    yield from (f"  {line}" for line in columns(rows))


def _unmatched_lines(offers: tuple[Offer, ...], language: Language) -> Iterator[str]:
    """Name the rows of the matrix that met no item."""
    if offers:
        yield language.gettext("Rows of the matrix that met no item")
    place = language.gettext("Row {row}")
    rows = [(place.format(row=each.row), each.sku, each.name) for each in offers]
    yield from (f"  {line}" for line in columns(rows))


def _count_lines(items: tuple[ItemChange, ...], language: Language) -> Iterator[str]:
    """Say how many items were given what."""
    if items:
        yield language.gettext("In all")
    rows = [
        (column_name(column, language), _items(count, language))
        for column, count in _counts(items).items()
    ]
    yield from (f"  {line}" for line in columns(rows))


def _items(count: int, language: Language) -> str:
    """Return '12 items'."""
    text = language.ngettext("{count} item", "{count} items", count)
    return text.format(count=language.number(count))


def _outcome(done: Import, before: str, language: Language) -> str:
    """Say what became of the list."""
    if done.outcome is Imported.SAME:
        return language.gettext(
            "The list says all that the matrix says already: nothing was changed."
        )
    return language.gettext(
        "Version {version} counts in place of {before}. Saved quotes keep the prices"
        " they have."
    ).format(version=done.price_list.version, before=before)
