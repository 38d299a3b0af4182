"""The arguments of every command (CONTRACT, the command)."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.common_arguments import (
    answer_format,
    editions,
    group,
    internal,
    leaf,
    lists,
    out,
    partner_language,
    quote_file,
)
from app.cli.customer_arguments import customer_arguments
from app.cli.price_arguments import price_arguments
from app.cli.quote_arguments import quote_arguments
from app.cli.window_arguments import window_parser
from app.domain.choices import Edition, Term
from i18n import Language

if TYPE_CHECKING:
    from app.cli.common_arguments import Commands, Say


def parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of all commands, with its help in that language."""
    _ = language.gettext
    top = window_parser(language)
    commands = top.add_subparsers(
        dest="command", title=_("commands"), metavar=_("COMMAND")
    )
    _quote_files(commands, _)
    price_arguments(group(commands, "prices", _("price lists"), _), _)
    quote_arguments(group(commands, "quotes", _("saved quotes"), _), _)
    _templates(group(commands, "templates", _("what quotes begin from"), _), _)
    customer_arguments(group(commands, "customers", _("customers that are kept"), _), _)
    _exchange(
        group(commands, "exchange", _("confidential: for a colleague’s laptop"), _), _
    )
    _sell_out(commands, _)
    _settings(group(commands, "settings", _("partner, seller, preferences"), _), _)
    _database(group(commands, "db", _("check, back up, restore the database"), _), _)
    leaf(commands, "self-check", _("prove that this installation is whole"))
    sample = leaf(commands, "sample", _("show the sample quote and write its PDFs"))
    internal(sample, _)
    out(sample, _)
    return top


def _quote_files(commands: Commands, _: Say) -> None:
    """Commands on a quote file; none of them writes the database."""
    price = leaf(commands, "price", _("price a quote file"))
    quote_file(price, _)
    lists(price, _)
    price.add_argument(
        "--term",
        type=int,
        choices=[term.value for term in Term],
        help=_("another term than the file’s"),
    )
    internal(price, _)
    answer_format(price, _)
    export = leaf(commands, "export", _("write the PDFs of a quote file"))
    quote_file(export, _)
    lists(export, _)
    editions(export, _)
    out(export, _)
    commission = leaf(
        commands, "commission", _("write what a quote file earns the partner")
    )
    quote_file(commission, _)
    lists(commission, _)
    partner_language(commission, _)
    out(commission, _)
    mail = leaf(commands, "mail", _("write a message with the PDFs of a quote file"))
    quote_file(mail, _)
    lists(mail, _)
    editions(mail, _)
    out(mail, _)
    reopen = leaf(commands, "reopen", _("get the quote back out of a PDF"))
    reopen.add_argument("pdf", type=Path, metavar=_("FILE.pdf"), help=_("the PDF"))
    reopen.add_argument(
        "--out", type=Path, metavar=_("QUOTE"), help=_("the quote file to write")
    )


def _templates(actions: Commands, _: Say) -> None:
    """Commands on what quotes begin from."""
    every = leaf(actions, "list", _("every template"))
    save = leaf(actions, "save", _("keep the lines of a saved quote under a name"))
    use = leaf(actions, "use", _("begin a quote and save it under its own number"))
    save.add_argument("number", metavar=_("NUMBER"), help=_("the quote’s number"))
    for each in (save, use, leaf(actions, "delete", _("take a template away"))):
        each.add_argument("name", metavar=_("NAME"), help=_("the template’s name"))
    save.add_argument(
        "--replace", action="store_true", help=_("write over one of that name")
    )
    use.add_argument(
        "--customer", required=True, metavar=_("NAME"), help=_("who the quote is for")
    )
    use.add_argument(
        "--country",
        default="",
        metavar=_("COUNTRY"),
        help=_("the customer’s country; without it, the partner’s"),
    )
    use.add_argument(
        "--lang",
        choices=[edition.value for edition in Edition],
        default="",
        help=_("the language of the quote; without it, that of the messages"),
    )
    for each in (every, use):
        answer_format(each, _)


def _exchange(actions: Commands, _: Say) -> None:
    """Commands on what travels between two laptops."""
    send = leaf(
        actions,
        "export",
        _("write all quotes, customers, templates, with notes and commissions"),
    )
    out(send, _)
    bring = leaf(actions, "import", _("compare a colleague’s file, and take it in"))
    bring.add_argument("file", type=Path, metavar=_("FILE"), help=_("an exchange file"))
    bring.add_argument(
        "--accept",
        action="store_true",
        help=_("take in what is new and what changed there"),
    )
    answer_format(bring, _)


def _sell_out(commands: Commands, _: Say) -> None:
    """The command on what signed contracts sold (W3)."""
    sold = leaf(commands, "sell-out", _("what signed contracts sold, by manufacturer"))
    for name, place, text in (
        ("from", "first", _("the first day of the signatures (YYYY-MM-DD)")),
        ("to", "last", _("the last day of the signatures (YYYY-MM-DD)")),
    ):
        sold.add_argument(
            f"--{name}",
            dest=place,
            type=date.fromisoformat,
            required=True,
            metavar=_("DAY"),
            help=text,
        )
    sold.add_argument(
        "--out",
        type=Path,
        metavar="FILE.csv|FILE.xlsx|FILE.pdf",
        help=_("write it as a table, a workbook or a PDF, for the partner alone"),
    )
    partner_language(sold, _)
    answer_format(sold, _)


def _settings(actions: Commands, _: Say) -> None:
    """Commands on the settings."""
    leaf(actions, "show", _("every setting"))
    change = leaf(actions, "set", _("change one setting"))
    change.add_argument("key", metavar=_("KEY"), help=_("such as partner.name"))
    change.add_argument(
        "value", metavar=_("VALUE"), help=_("the new value; '' clears it")
    )


def _database(actions: Commands, _: Say) -> None:
    """Commands on the database."""
    leaf(actions, "check", _("look through the whole database"))
    backup = leaf(actions, "backup", _("write a verified copy"))
    restore = leaf(actions, "restore", _("restore a backup"))
    for each in (backup, restore):
        each.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup"))
    answer_format(leaf(actions, "backups", _("every backup the program keeps")), _)
