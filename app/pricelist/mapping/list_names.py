"""A name for a list, out of the name of one edition's file."""

from __future__ import annotations

import re

from app.pricelist.mapping.months import MONTH_NAMES, unaccented

_USUAL = "LISTE"
#: What a word says of one edition: a day, a month, a number of its own.
_EDITION = re.compile(
    r"(?:v|rev|q|t|s)?[0-9]{1,2}|(?:19|20)[0-9]{2}|[0-9]{6}|[0-9]{8}"
    rf"|copi[ae]|final|{'|'.join(MONTH_NAMES)}",
    re.IGNORECASE,
)
#: A day that follows a word at once: `tarif20261101`.
_DAY_BEHIND = re.compile(r"(?<=[A-Za-z])20[0-9]{2}(?:[0-9]{2}){0,2}$")


def stem(name: str) -> str:
    """Return a file's name without its ending."""
    first, dot, _ = name.rpartition(".")
    return first if dot else name


def list_name(name: str) -> str:
    """Return a name for the list that the next edition's file gives too.

    Digits that belong to a word stay: `M365 2026-11.csv` is M365.
    """
    words = re.split(r"[^A-Za-z0-9]+", unaccented(stem(name)))
    kept = [_DAY_BEHIND.sub("", each) for each in words if not _EDITION.fullmatch(each)]
    return "-".join(filter(None, kept)).upper() or _USUAL
