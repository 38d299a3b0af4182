"""What comes with the program: programme policies, the sample list and quote."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from app.domain.policy import Policies
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError
from app.domain.quote import Quote
from app.exchange.quote_file import read as read_quote
from app.pricelist.parse import parse
from app.tables.reading import read as read_table

_RESOURCES = files("resources")


@cache
def policies() -> Policies:
    """Return the programme policies and VAT rates."""
    folder = sorted((_RESOURCES / "policies").iterdir(), key=lambda file: file.name)
    texts = [f.read_text("utf-8") for f in folder if f.name.endswith(".toml")]
    return Policies.parse(*texts)


@cache
def sample_list() -> PriceList:
    """Return the invented list that counts until one is imported."""
    parsed = parse(read_table((_RESOURCES / "sample" / "prices.csv").read_bytes()))
    if parsed.price_list is None:
        raise RefusedError(*parsed.problems)
    return parsed.price_list


@cache
def sample_quote() -> Quote:
    """Return the invented quote that shows what a quote can hold."""
    return read_quote((_RESOURCES / "sample" / "quote.json").read_bytes()).quote


def is_sample(price_list: PriceList) -> bool:
    """Tell whether it is the bundled sample: its content decides, not its name."""
    return price_list.fingerprint == sample_list().fingerprint
