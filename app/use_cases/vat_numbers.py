"""VAT and enterprise numbers that cannot be right: said, never refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from stdnum.be import vat as belgian
from stdnum.ch import uid as swiss_enterprise
from stdnum.ch import vat as swiss
from stdnum.de import vat as german
from stdnum.fr import siren, siret
from stdnum.fr import tva as french
from stdnum.lu import tva as luxembourgish
from stdnum.nl import btw as dutch

from app.domain.problems import Problems, warning

#: The countries whose numbers are known here; those of others are taken as typed.
_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "BE": belgian.is_valid,
    "CH": swiss.is_valid,
    "DE": german.is_valid,
    "FR": french.is_valid,
    "LU": luxembourgish.is_valid,
    "NL": dutch.is_valid,
}
#: Belgium's is the VAT number without its letters.
_ENTERPRISES: Final[dict[str, Callable[[str], bool]]] = {
    "BE": belgian.is_valid,
    "CH": swiss_enterprise.is_valid,
    "FR": lambda number: siren.is_valid(number) or siret.is_valid(number),
}


def vat_number_doubts(number: str, country: str, where: str = "") -> Problems:
    """Warn of a number that its country would not give out.

    The letters it begins with name the country; without any, `country` does.
    """
    begins = number.strip()[:2].upper()
    country = begins if begins.isalpha() else country.upper()
    check = _CHECKS.get(country)
    if not number.strip() or check is None or check(number):
        return ()
    return (warning("vat_number_doubtful", where, value=number, country=country),)


def enterprise_number_doubts(number: str, country: str, where: str = "") -> Problems:
    """Warn of an enterprise number that its country would not give out."""
    check = _ENTERPRISES.get(country.upper())
    if not number.strip() or check is None or check(number):
        return ()
    return (
        warning("enterprise_number_doubtful", where, value=number, country=country),
    )
