"""The arguments of every command (CONTRACT, the command)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.customer_arguments import customer_arguments
from app.domain.choices import Edition, Term
from i18n import Language
from i18n.language import LANGUAGES

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers returns.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
    Say = Callable[[str], str]


def parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of all commands, with its help in that language."""
    _ = language.gettext
    top = argparse.ArgumentParser(
        prog="waas-quotes",
        description=_("Quotes for workplace as a service, offline."),
        epilog=_(
            "Without a command the window opens; a quote file, a quote’s PDF or a"
            " price list in place of the command is opened in it."
        ),
        allow_abbrev=False,
    )
    top.add_argument(
        "--data",
        type=Path,
        metavar=_("DIR"),
        help=_("the folder of the database and the settings"),
    )
    top.add_argument(
        "--ui-lang", choices=LANGUAGES, help=_("the language of the messages")
    )
    commands = top.add_subparsers(
        dest="command", title=_("commands"), metavar=_("COMMAND")
    )
    _quote_files(commands, _)
    _prices(_group(commands, "prices", _("price lists"), _), _)
    _quotes(_group(commands, "quotes", _("saved quotes"), _), _)
    _customers(_group(commands, "customers", _("customers that are kept"), _), _)
    _settings(_group(commands, "settings", _("partner, seller, preferences"), _), _)
    _database(_group(commands, "db", _("check, back up, restore the database"), _), _)
    _leaf(commands, "self-check", _("prove that this installation is whole"))
    sample = _leaf(commands, "sample", _("show the sample quote and write its PDFs"))
    _internal(sample, _)
    _out(sample, _)
    return top


def _leaf(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """Add one command."""
    return commands.add_parser(name, help=text, description=text, allow_abbrev=False)


def _group(commands: Commands, name: str, text: str, _: Say) -> Commands:
    """Add a command that has commands of its own."""
    return _leaf(commands, name, text).add_subparsers(
        dest="action", required=True, title=_("commands"), metavar=_("COMMAND")
    )


def _quote_files(commands: Commands, _: Say) -> None:
    """Commands on a quote file; none of them writes the database."""
    price = _leaf(commands, "price", _("price a quote file"))
    _quote(price, _)
    _lists(price, _)
    price.add_argument(
        "--term",
        type=int,
        choices=[term.value for term in Term],
        help=_("another term than the file’s"),
    )
    _internal(price, _)
    _format(price, _)
    export = _leaf(commands, "export", _("write the PDFs of a quote file"))
    _quote(export, _)
    _lists(export, _)
    _editions(export, _)
    _out(export, _)
    commission = _leaf(
        commands, "commission", _("write what a quote file earns the partner")
    )
    _quote(commission, _)
    _lists(commission, _)
    _partner_language(commission, _)
    _out(commission, _)
    mail = _leaf(commands, "mail", _("write a message with the PDFs of a quote file"))
    _quote(mail, _)
    _lists(mail, _)
    _editions(mail, _)
    _out(mail, _)
    reopen = _leaf(commands, "reopen", _("get the quote back out of a PDF"))
    reopen.add_argument("pdf", type=Path, metavar=_("FILE.pdf"), help=_("the PDF"))
    reopen.add_argument(
        "--out", type=Path, metavar=_("QUOTE"), help=_("the quote file to write")
    )


def _prices(actions: Commands, _: Say) -> None:
    """Commands on price lists."""
    check = _leaf(actions, "check", _("read a list and say what is wrong with it"))
    _list(check, "list", _, _("LIST"))
    bring = _leaf(actions, "import", _("make a list current, whole or not at all"))
    _list(bring, "list", _, _("LIST"))
    diff = _leaf(actions, "diff", _("what changes from one list to another"))
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
    _partner_language(diff, _)
    for each in (check, bring):
        each.add_argument(
            "--mapping",
            type=Path,
            metavar=_("FILE"),
            help=_("which column is what, where the list has names of its own"),
        )
    enrich = _leaf(actions, "enrich", _("add Microsoft’s offer matrix to its list"))
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
    _format(enrich, _)
    suggest = _leaf(actions, "map", _("suggest which column of a list is what"))
    _list(suggest, "list", _, _("LIST"))
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
    show = _leaf(actions, "show", _("the current lists"))
    export = _leaf(actions, "export", _("write a list as files of its own format"))
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
    export.add_argument(
        "--as",
        dest="forms",
        choices=("csv", "xlsx"),
        action="append",
        metavar="csv|xlsx",
        help=_("only this kind of file; without it, both"),
    )
    _out(export, _)
    history = _leaf(actions, "history", _("every version that was imported"))
    history.add_argument(
        "list_id",
        nargs="?",
        default="",
        metavar=_("NAME"),
        help=_("the name of a list; without it, all of them"),
    )
    show.add_argument(
        "version",
        nargs="?",
        default="",
        metavar=_("NAME@VERSION"),
        help=_("an imported version, with its items"),
    )
    for each in (check, bring, diff, show, export, history):
        _internal(each, _)
        _format(each, _)


def _quotes(actions: Commands, _: Say) -> None:
    """Commands on saved quotes."""
    add = _leaf(actions, "add", _("draw a number and save a quote file"))
    _quote(add, _)
    every = _leaf(actions, "list", _("every saved quote"))
    show = _leaf(actions, "show", _("a saved quote under the prices it keeps"))
    export = _leaf(actions, "export", _("write the PDFs of a saved quote"))
    mail = _leaf(actions, "mail", _("write a message with the PDFs of a saved quote"))
    reprice = _leaf(actions, "reprice", _("compare with the prices of today"))
    issue = _leaf(actions, "issue", _("freeze a quote and write what is handed over"))
    answers = _answers(actions, _)
    commission = _leaf(
        actions, "commission", _("write what a saved quote earns the partner")
    )
    for each in (show, export, mail, reprice, issue, commission, *answers):
        each.add_argument("number", metavar=_("NUMBER"), help=_("the quote’s number"))
    for each in (export, mail, issue):
        _editions(each, _)
    _partner_language(commission, _)
    for each in (export, mail, issue, commission):
        _out(each, _)
    reprice.add_argument(
        "--accept", action="store_true", help=_("keep the prices of today")
    )
    for each in (show, reprice):
        _internal(each, _)
    for each in (add, every, show, reprice, issue, *answers):
        _format(each, _)
    _contracts(actions, _)


def _contracts(actions: Commands, _: Say) -> None:
    """Add the commands on the contract that follows from a quote."""
    order = _leaf(actions, "order", _("write the order form of an accepted quote"))
    end = _leaf(actions, "end", _("write how the contract of a quote may end"))
    early = _leaf(actions, "early-end", _("what an early end of the contract costs"))
    extension = _leaf(actions, "extension", _("how far the contract can be extended"))
    contract = _leaf(
        actions, "contract", _("record what becomes of the contract of a quote")
    )
    signed = _leaf(actions, "signed", _("write the copy that the customer signed"))
    _out(signed, _)
    offer = _leaf(actions, "extension-offer", _("write an offer of an extension"))
    for each in (signed, contract, order, end, early, extension, offer):
        each.add_argument("number", metavar=_("NUMBER"), help=_("the quote’s number"))
    for each in (order, end, offer):
        _editions(each, _, required=False)
        _out(each, _)
    offer.add_argument(
        "--months",
        type=int,
        metavar=_("MONTHS"),
        help=_("by how many months; without it, as many as can be"),
    )
    for each in (contract, order):
        _signatory(each, _)
    _contract_days(contract, _)
    early.add_argument(
        "--month",
        type=int,
        metavar=_("MONTH"),
        help=_("after how many months; without it, each of them"),
    )
    for each in (signed, contract, order, end, early, extension, offer):
        _format(each, _)


def _contract_days(contract: argparse.ArgumentParser, _: Say) -> None:
    """Take the days of a contract, '' for one that was recorded by mistake."""
    credit = contract.add_mutually_exclusive_group()
    for group, name, text in (
        (credit, "credit-granted", _("the day the credit check was approved")),
        (credit, "credit-refused", _("the day the credit check was refused")),
        (
            contract,
            "distributor-signed",
            _("the day the distributor signed"),
        ),
        (contract, "customer-signed", _("the day the customer signed")),
        (contract, "delivered", _("the day the customer accepted the delivery")),
    ):
        group.add_argument(
            f"--{name}",
            type=_day_or_none,
            default=argparse.SUPPRESS,
            metavar=_("DAY"),
            help=text,
        )


def _day_or_none(text: str) -> date | None:
    """Read a day; '' takes one away."""
    return date.fromisoformat(text) if text else None


def _signatory(order: argparse.ArgumentParser, _: Say) -> None:
    """Take who signs for the customer; without a word, who is known already."""
    for name, metavar, text in (
        ("signatory", _("NAME"), _("who signs for the customer")),
        ("function", _("TEXT"), _("the signatory’s function")),
        ("email", _("TEXT"), _("the signatory’s e-mail")),
        ("phone", _("TEXT"), _("the signatory’s phone")),
    ):
        order.add_argument(f"--{name}", metavar=metavar, help=text)


def _answers(actions: Commands, _: Say) -> tuple[argparse.ArgumentParser, ...]:
    """Add the commands on what becomes of a quote that was handed over."""
    accept = _leaf(actions, "accept", _("record that the customer accepted"))
    decline = _leaf(actions, "decline", _("record that the customer declined"))
    for each in (accept, decline):
        each.add_argument(
            "--on",
            type=date.fromisoformat,
            metavar=_("DAY"),
            help=_("the day of the answer (YYYY-MM-DD); without it, today"),
        )
    decline.add_argument(
        "--reason", required=True, metavar=_("TEXT"), help=_("why, for yourself")
    )
    diff = _leaf(actions, "diff", _("what changed from one revision to another"))
    diff.add_argument(
        "--since",
        default="",
        metavar=_("REVISION"),
        help=_("the earlier one, like TR-2026-0001-A; without it, the one before"),
    )
    archive = _leaf(actions, "archive", _("put a quote out of the way"))
    archive.add_argument("--back", action="store_true", help=_("bring it back"))
    return (
        accept,
        decline,
        diff,
        _leaf(actions, "take-back", _("undo the customer’s answer")),
        _leaf(actions, "revise", _("begin the next revision of a quote")),
        _leaf(actions, "duplicate", _("begin a quote with the same content")),
        archive,
    )


def _customers(actions: Commands, _: Say) -> None:
    """Commands on customers."""
    for each in customer_arguments(partial(_leaf, actions), _):
        _format(each, _)
    export = _leaf(actions, "export", _("write every customer as a file"))
    export.add_argument(
        "--as",
        dest="forms",
        choices=("csv", "xlsx"),
        action="append",
        metavar="csv|xlsx",
        help=_("only this kind of file; without it, both"),
    )
    _out(export, _)


def _settings(actions: Commands, _: Say) -> None:
    """Commands on the settings."""
    _leaf(actions, "show", _("every setting"))
    change = _leaf(actions, "set", _("change one setting"))
    change.add_argument("key", metavar=_("KEY"), help=_("such as partner.name"))
    change.add_argument(
        "value", metavar=_("VALUE"), help=_("the new value; '' clears it")
    )


def _database(actions: Commands, _: Say) -> None:
    """Commands on the database."""
    _leaf(actions, "check", _("look through the whole database"))
    backup = _leaf(actions, "backup", _("write a verified copy"))
    restore = _leaf(actions, "restore", _("restore a backup"))
    for each in (backup, restore):
        each.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup"))
    _format(_leaf(actions, "backups", _("every backup the program keeps")), _)


def _quote(command: argparse.ArgumentParser, _: Say) -> None:
    """Take a quote file."""
    command.add_argument(
        "quote", type=Path, metavar=_("QUOTE"), help=_("a quote file (waas-quote/1)")
    )


def _list(command: argparse.ArgumentParser, name: str, _: Say, metavar: str) -> None:
    """Take a price list."""
    command.add_argument(
        name, type=Path, metavar=metavar, help=_("a price list (waas-prices/1)")
    )


def _lists(command: argparse.ArgumentParser, _: Say) -> None:
    """Take price lists in place of the current ones."""
    command.add_argument(
        "--prices",
        type=Path,
        action="append",
        default=[],
        metavar=_("LIST"),
        help=_("a price list in place of the current ones; may be repeated"),
    )


def _internal(command: argparse.ArgumentParser, _: Say) -> None:
    """Show what no customer may see, only where asked."""
    command.add_argument(
        "--internal", action="store_true", help=_("add commissions and costs")
    )


def _format(command: argparse.ArgumentParser, _: Say) -> None:
    """Answer a person or a program."""
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=_("text, or one JSON object"),
    )


def _editions(
    command: argparse.ArgumentParser, _: Say, *, required: bool = True
) -> None:
    """Take the languages of the paper, one PDF each."""
    command.add_argument(
        "--lang",
        choices=[edition.value for edition in Edition],
        action="append",
        required=required,
        default=None if required else [],
        metavar="fr|en|fr+en",
        help=_("a language of the paper; may be repeated")
        if required
        else _("a language of the paper, may be repeated; without it, the quote’s own"),
    )


def _partner_language(command: argparse.ArgumentParser, _: Say) -> None:
    """Take the language of a paper for the partner."""
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        help=_("the language of the paper; without it, that of the messages"),
    )


def _out(command: argparse.ArgumentParser, _: Say) -> None:
    """Take a folder, made if absent."""
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=_("DIR"),
        help=_("the folder to fill"),
    )
