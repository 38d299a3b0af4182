"""The arguments of the commands on saved quotes, and on their contracts."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from app.cli.common_arguments import (
    answer_format,
    editions,
    internal,
    leaf,
    out,
    partner_language,
    quote_file,
)

if TYPE_CHECKING:
    from app.cli.common_arguments import Commands, Say


def quote_arguments(actions: Commands, _: Say) -> None:
    """Commands on saved quotes."""
    add = leaf(actions, "add", _("draw a number and save a quote file"))
    quote_file(add, _)
    every = leaf(actions, "list", _("every saved quote"))
    show = leaf(actions, "show", _("a saved quote under the prices it keeps"))
    export = leaf(actions, "export", _("write the PDFs of a saved quote"))
    mail = leaf(actions, "mail", _("write a message with the PDFs of a saved quote"))
    reprice = leaf(actions, "reprice", _("compare with the prices of today"))
    issue = leaf(actions, "issue", _("freeze a quote and write what is handed over"))
    answers = _answers(actions, _)
    commission = leaf(
        actions, "commission", _("write what a saved quote earns the partner")
    )
    for each in (show, export, mail, reprice, issue, commission, *answers):
        each.add_argument("number", metavar=_("NUMBER"), help=_("the quote’s number"))
    for each in (export, mail, issue):
        editions(each, _)
    partner_language(commission, _)
    for each in (export, mail, issue, commission):
        out(each, _)
    reprice.add_argument(
        "--accept", action="store_true", help=_("keep the prices of today")
    )
    for each in (show, reprice):
        internal(each, _)
    for each in (add, every, show, reprice, issue, *answers):
        answer_format(each, _)
    _contracts(actions, _)


def _answers(actions: Commands, _: Say) -> tuple[argparse.ArgumentParser, ...]:
    """Add the commands on what becomes of a quote that was handed over."""
    accept = leaf(actions, "accept", _("record that the customer accepted"))
    decline = leaf(actions, "decline", _("record that the customer declined"))
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
    diff = leaf(actions, "diff", _("what changed from one revision to another"))
    diff.add_argument(
        "--since",
        default="",
        metavar=_("REVISION"),
        help=_("the earlier one, like TR-2026-0001-A; without it, the one before"),
    )
    archive = leaf(actions, "archive", _("put a quote out of the way"))
    archive.add_argument("--back", action="store_true", help=_("bring it back"))
    return (
        accept,
        decline,
        diff,
        leaf(actions, "take-back", _("undo the customer’s answer")),
        leaf(actions, "revise", _("begin the next revision of a quote")),
        leaf(actions, "duplicate", _("begin a quote with the same content")),
        archive,
    )


def _contracts(actions: Commands, _: Say) -> None:
    """Add the commands on the contract that follows from a quote."""
    order = leaf(actions, "order", _("write the order form of an accepted quote"))
    end = leaf(actions, "end", _("write how the contract of a quote may end"))
    early = leaf(actions, "early-end", _("what an early end of the contract costs"))
    extension = leaf(actions, "extension", _("how far the contract can be extended"))
    contract = leaf(
        actions, "contract", _("record what becomes of the contract of a quote")
    )
    signed = leaf(actions, "signed", _("write the copy that the customer signed"))
    out(signed, _)
    offer = leaf(actions, "extension-offer", _("write an offer of an extension"))
    for each in (signed, contract, order, end, early, extension, offer):
        each.add_argument("number", metavar=_("NUMBER"), help=_("the quote’s number"))
    for each in (order, end, offer):
        editions(each, _, required=False)
        out(each, _)
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
        answer_format(each, _)


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
        ("function", _("TEXT"), _("the signatory’s position")),
        ("email", _("TEXT"), _("the signatory’s e-mail")),
        ("phone", _("TEXT"), _("the signatory’s phone")),
    ):
        order.add_argument(f"--{name}", metavar=metavar, help=text)
