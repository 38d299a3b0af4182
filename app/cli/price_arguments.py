"""The arguments of the commands on price lists."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.common_arguments import (
    answer_format,
    internal,
    leaf,
    out,
    partner_language,
    price_list,
    table_forms,
)

if TYPE_CHECKING:
    from app.cli.common_arguments import Commands, Say


def price_arguments(actions: Commands, _: Say) -> None:
    """Commands on price lists."""
    for each in (*_on_files(actions, _), *_on_imported(actions, _)):
        internal(each, _)
        answer_format(each, _)


def _on_files(actions: Commands, _: Say) -> tuple[argparse.ArgumentParser, ...]:
    """Add the commands on files; return those that may tell what is confidential."""
    check = leaf(actions, "check", _("read a list and say what is wrong with it"))
    price_list(check, _)
    bring = leaf(actions, "import", _("make a list current, whole or not at all"))
    price_list(bring, _)
    diff = leaf(actions, "diff", _("what changes from one list to another"))
    for name, metavar in (("old", _("OLD")), ("new", _("NEW"))):
        diff.add_argument(
            name, metavar=metavar, help=_("a file, or NAME@VERSION of an imported one")
        )
    diff.add_argument(
        "--report",
        type=Path,
        metavar="FILE.pdf|FILE.xlsx",
        help=_("write it all, commissions and costs too, for the partner alone"),
    )
    partner_language(diff, _)
    for each in (check, bring):
        each.add_argument(
            "--mapping",
            type=Path,
            metavar=_("FILE"),
            help=_("which column is what, where the list has names of its own"),
        )
    enrich = leaf(actions, "enrich", _("add Microsoft’s offer matrix to its list"))
    enrich.add_argument(
        "matrix", type=Path, metavar=_("MATRIX"), help=_("an offer matrix")
    )
    enrich.add_argument(
        "--list",
        dest="list_id",
        default="",
        metavar=_("NAME"),
        help=_("the name of a current list; without it, the one with its offers"),
    )
    answer_format(enrich, _)
    suggest = leaf(actions, "map", _("suggest which column of a list is what"))
    price_list(suggest, _)
    suggest.add_argument(
        "--out", type=Path, metavar=_("FILE"), help=_("the mapping file to write")
    )
    for each in (check, bring, suggest, diff):
        each.add_argument(
            "--currency",
            default="",
            type=str.upper,
            metavar=_("CODE"),
            help=_("which currency, where a file has several, like EUR"),
        )
    return check, bring, diff


def _on_imported(actions: Commands, _: Say) -> tuple[argparse.ArgumentParser, ...]:
    """Add the commands on imported lists, all of which may tell it."""
    show = leaf(actions, "show", _("the current lists"))
    export = leaf(actions, "export", _("write a list as files of its own format"))
    export.add_argument(
        "list_id",
        nargs="?",
        default="",
        metavar=_("NAME"),
        help=_("the name of a list; without it, all current ones"),
    )
    export.add_argument(
        "--version", default="", metavar=_("VERSION"), help=_("any that was imported")
    )
    table_forms(export, _)
    out(export, _)
    history = leaf(actions, "history", _("every version that was imported"))
    history.add_argument(
        "list_id",
        nargs="?",
        default="",
        metavar=_("NAME"),
        help=_("the name of a list; without it, all of them"),
    )
    retire = leaf(actions, "retire", _("take a list, or a version of it, out of use"))
    retire.add_argument(
        "name",
        metavar=_("NAME[@VERSION]"),
        help=_("one imported version, or the name of a list for all of its own"),
    )
    retire.add_argument("--back", action="store_true", help=_("take it back into use"))
    answer_format(retire, _)
    show.add_argument(
        "version",
        nargs="?",
        default="",
        metavar=_("NAME@VERSION"),
        help=_("an imported version, with its items"),
    )
    return show, export, history
