"""The arguments of the commands on customers."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.common_arguments import answer_format, leaf, out, table_forms
from app.domain.known_customer import FIELDS

if TYPE_CHECKING:
    from app.cli.common_arguments import Commands, Say


def customer_arguments(actions: Commands, _: Say) -> None:
    """Commands on customers."""
    every = leaf(actions, "list", _("every customer that is kept"))
    every.add_argument(
        "--duplicates",
        action="store_true",
        help=_("only those that are likely there twice"),
    )
    show = leaf(actions, "show", _("all that is kept of a customer"))
    merge = leaf(
        actions, "merge", _("let one customer stand for two, with the quotes of both")
    )
    merge.add_argument("kept", metavar=_("KEPT"), help=_("the customer that stays"))
    merge.add_argument(
        "gone", metavar=_("OTHER"), help=_("the one that becomes part of it")
    )
    merge.add_argument(
        "--take",
        choices=FIELDS,
        action="append",
        default=[],
        metavar=_("FIELD"),
        help=_("take this from the other, such as city; may be repeated"),
    )
    split = leaf(actions, "split", _("undo what was merged into a customer"))
    archive = leaf(actions, "archive", _("put a customer out of the way"))
    archive.add_argument("--back", action="store_true", help=_("bring it back"))
    for each in (show, split, archive):
        each.add_argument(
            "customer",
            metavar=_("CUSTOMER"),
            help=_("a name, a VAT or enterprise number, or the beginning of an id"),
        )
    for each in (every, show, merge, split, archive, _bring(actions, _)):
        answer_format(each, _)
    _export(actions, _)


def _bring(actions: Commands, _: Say) -> ArgumentParser:
    """Add the import."""
    bring = leaf(actions, "import", _("compare a file of customers, and keep it"))
    bring.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("a CSV file or a workbook")
    )
    bring.add_argument(
        "--column",
        type=_pair,
        action="append",
        default=[],
        metavar=_("FIELD=COLUMN"),
        help=_("which column says what, such as name=Company; may be repeated"),
    )
    bring.add_argument(
        "--accept", action="store_true", help=_("keep what is new and what changed")
    )
    return bring


def _export(actions: Commands, _: Say) -> None:
    """Add the export."""
    export = leaf(actions, "export", _("write every customer as a file"))
    table_forms(export, _)
    out(export, _)


def _pair(text: str) -> tuple[str, str]:
    """Read a field and its column."""
    field, _, column = text.partition("=")
    if field not in FIELDS or not column:
        raise ValueError(text)
    return field, column
