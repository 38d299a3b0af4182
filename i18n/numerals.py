"""Numbers as people write them, whatever space or sign groups the thousands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

#: The two decimal signs, each with the one that may then group the thousands.
SIGNS = {".": ",", ",": "."}


def reading(text: str, decimal_sign: str) -> Decimal | None:
    """Return what the text is under that decimal sign, exactly; None for no number.

    Thousands may be grouped by any space, an apostrophe or the other sign; a
    lone 0 is no group.
    """
    match = _form(decimal_sign).fullmatch(text)
    if match is None:
        return None
    whole = match["whole"]
    if match["group"]:
        whole = whole.replace(match["group"], "")
    fraction = (match["fraction"] or "").rstrip("0")
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


@cache
def _form(sign: str) -> re.Pattern[str]:
    """Return the form of a number; it takes long to make, and no start needs it."""
    return re.compile(
        rf"(?P<whole>[0-9]+|[1-9][0-9]{{0,2}}(?P<group>[\s'’{SIGNS[sign]}])[0-9]{{3}}"
        rf"(?:(?P=group)[0-9]{{3}})*)(?:{re.escape(sign)}(?P<fraction>[0-9]+))?"
    )


def parse_number(text: str, decimal_sign: str) -> Decimal:
    """Read '1 234,56' for ','; ValueError where a sign could mean either.

    '1.234' could: a thousand to some, and one and a bit to whoever typed the
    point of a number pad.
    """
    number = reading(text.strip(), decimal_sign)
    other = reading(text.strip(), SIGNS[decimal_sign])
    either = decimal_sign not in text and other not in (None, number)
    if number is None or either:
        raise ValueError(text)
    return number
