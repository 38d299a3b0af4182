"""`prices diff`, `export`, `history`, and `show` of a version."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from app.cli.answer import columns, print_json, say
from app.cli.exit import Exit
from app.cli.show_affected import affected_json, affected_lines
from app.cli.show_prices import (
    change_lines,
    changes_json,
    internal_list_line,
    list_json,
    list_line,
)
from app.domain.affected import Affected
from app.domain.columns import cells, is_confidential
from app.domain.price_changes import price_changes
from app.domain.price_list import PriceList
from app.domain.versions import Standing
from app.use_cases import history as kept_lists
from app.use_cases import price_files
from app.use_cases.bundled import is_sample
from app.use_cases.history import KeptVersion
from app.use_cases.partner_papers import write_price_report
from app.use_cases.workplace import Workplace
from i18n import Language


def export(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Write kept lists as files of their own format."""
    del language  # paths are the same in all
    lists = price_files.chosen(workplace, args.list_id, args.version)
    forms = args.forms or tuple(price_files.FORMS)
    written = price_files.export(lists, forms, args.out, internal=args.internal)
    if args.format == "json":
        print_json({"files": [str(path) for path in written]})
        return Exit.DONE
    for path in written:
        say(str(path))
    return Exit.DONE


def diff(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Say what changes from one list to another, and which open quotes it moves."""
    old = kept_lists.named(workplace, args.old, args.currency)
    new = kept_lists.named(workplace, args.new, args.currency)
    changes = price_changes(old, new)
    shown = changes if args.internal else changes.shown()
    moved = kept_lists.affected(workplace, new)
    report = _report(args, workplace, (old, new), moved, language)
    if args.format == "json":
        found = {"changes": changes_json(shown), "quotes": affected_json(moved)}
        print_json({**found, **report, "problems": []})
        return Exit.DONE
    lines = (
        *change_lines(shown, new.currency, language),
        *affected_lines(moved, language),
    )
    # Whoever asks for a file is told where it is, and finds all the rest in it.
    for line in report.values() or lines:
        say(line)
    return Exit.DONE


def _report(
    args: Namespace,
    workplace: Workplace,
    lists: tuple[PriceList, PriceList],
    moved: tuple[Affected, ...],
    language: Language,
) -> dict[str, str]:
    """Write the report that was asked for, if any, and return where."""
    if args.report is None:
        return {}
    code = args.lang or language.code
    path = write_price_report(workplace, *lists, moved, args.report, code=code)
    return {"report": str(path)}


def history(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show every version that was imported, the newest first."""
    versions = kept_lists.versions(workplace, args.list_id)
    if args.format == "json":
        rows = [_version_json(each, internal=args.internal) for each in versions]
        print_json({"versions": rows})
        return Exit.DONE
    if not versions:
        say(language.gettext("No price list was imported yet."))
    for line in columns([_version_row(each, language) for each in versions]):
        say(line)
    return Exit.DONE


def show_version(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show an imported version with its items."""
    price_list = kept_lists.named(workplace, args.version)
    rows = [_shown(cells(item), internal=args.internal) for item in price_list.items]
    if args.format == "json":
        own = list_json(
            price_list, sample=is_sample(price_list), internal=args.internal
        )
        print_json({"price_lists": [{**own, "rows": rows}]})
        return Exit.DONE
    _say_version(price_list, rows, language, internal=args.internal)
    return Exit.DONE


def _say_version(
    price_list: PriceList,
    rows: list[dict[str, str]],
    language: Language,
    *,
    internal: bool,
) -> None:
    """Show a list and its items in words, each with its amounts."""
    say(list_line(price_list, language, sample=is_sample(price_list)))
    if internal:
        say(internal_list_line(price_list, language))
    table = [
        (
            item.sku,
            item.name.best(language.code),
            "  ".join(f"{c} {t}" for c, t in row.items() if _is_amount(c)),
        )
        for item, row in zip(price_list.items, rows, strict=True)
    ]
    for line in columns(table):
        say(f"  {line}")


def _is_amount(column: str) -> bool:
    """Tell whether a column holds prices, or what the partner pays or earns."""
    amount = column.startswith("price_") or is_confidential(column)
    return amount and not column.endswith("_basis")


def _shown(row: dict[str, str], *, internal: bool) -> dict[str, str]:
    """Leave out what only the partner may see, unless it asks."""
    return {c: t for c, t in row.items() if internal or not is_confidential(c)}


def _version_json(version: KeptVersion, *, internal: bool) -> dict[str, Any]:
    """Return who imported a version, when, from where, and whether it counts."""
    record = version.record
    shown: dict[str, Any] = {
        "list_id": record.list_id,
        "version": record.version,
        "standing": version.standing.value,
        "valid_from": record.valid_from.isoformat(),
        "valid_to": record.valid_to and record.valid_to.isoformat(),
        "items": record.items,
        "source": record.source,
        "retired_at": record.retired and record.retired.at.isoformat(),
        "retired_by": record.retired and record.retired.who,
        "imported_at": record.imported.at.isoformat(),
        "imported_by": record.imported.who,
        "fingerprint": record.fingerprint,
    }
    if internal:
        shown["file_fingerprint"] = record.file_fingerprint
    return shown


def _version_row(version: KeptVersion, language: Language) -> tuple[str, ...]:
    """Return a version as the cells of a line."""
    record, by = version.record, version.record.imported
    _ = language.gettext
    words = {
        Standing.CURRENT: _("current"),
        Standing.WAITING: _("waits for {day}"),
        Standing.SUPERSEDED: _("superseded"),
        Standing.RETIRED: _("out of use"),
    }
    return (
        f"{record.list_id} {record.version}",
        words[version.standing].format(day=language.day(record.valid_from)),
        language.day(by.at.date()),
        by.who,
        record.source,
        record.fingerprint[:12],
    )
