"""What the arguments of several commands have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.choices import Edition
from i18n.language import LANGUAGES

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers returns.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
    Say = Callable[[str], str]


def leaf(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """Add one command."""
    return commands.add_parser(name, help=text, description=text, allow_abbrev=False)


def group(commands: Commands, name: str, text: str, _: Say) -> Commands:
    """Add a command that has commands of its own."""
    return leaf(commands, name, text).add_subparsers(
        dest="action", required=True, title=_("commands"), metavar=_("COMMAND")
    )


def quote_file(command: argparse.ArgumentParser, _: Say) -> None:
    """Take a quote file."""
    command.add_argument(
        "quote", type=Path, metavar=_("QUOTE"), help=_("a quote file (waas-quote/1)")
    )


def price_list(command: argparse.ArgumentParser, _: Say) -> None:
    """Take a price list."""
    command.add_argument(
        "list", type=Path, metavar=_("LIST"), help=_("a price list (waas-prices/1)")
    )


def lists(command: argparse.ArgumentParser, _: Say) -> None:
    """Take price lists in place of the current ones."""
    command.add_argument(
        "--prices",
        type=Path,
        action="append",
        default=[],
        metavar=_("LIST"),
        help=_("a price list in place of the current ones; may be repeated"),
    )


def internal(command: argparse.ArgumentParser, _: Say) -> None:
    """Show what no customer may see, only where asked."""
    command.add_argument(
        "--internal", action="store_true", help=_("add commissions and costs")
    )


def answer_format(command: argparse.ArgumentParser, _: Say) -> None:
    """Answer a person or a program."""
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=_("text, or one JSON object"),
    )


def editions(
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


def partner_language(command: argparse.ArgumentParser, _: Say) -> None:
    """Take the language of a paper for the partner."""
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        help=_("the language of the paper; without it, that of the messages"),
    )


def out(command: argparse.ArgumentParser, _: Say) -> None:
    """Take a folder, made if absent."""
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=_("DIR"),
        help=_("the folder to fill"),
    )


def table_forms(command: argparse.ArgumentParser, _: Say) -> None:
    """Take the kinds of table file to write."""
    command.add_argument(
        "--as",
        dest="forms",
        choices=("csv", "xlsx"),
        action="append",
        metavar="csv|xlsx",
        help=_("only this kind of file; without it, both"),
    )
