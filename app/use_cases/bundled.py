"""What comes with the program: programme policies, the sample list and quote."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from app.domain.policy import Policies
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError
from app.domain.quote import Quote

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
    # Readers take a while to import, and a start that shows the list needs none.
    from app.pricelist.parse import parse  # noqa: PLC0415
    from app.tables.reading import read  # noqa: PLC0415

    parsed = parse(read((_RESOURCES / "sample" / "prices.csv").read_bytes()))
    if parsed.price_list is None:
        raise RefusedError(*parsed.problems)
    return parsed.price_list


@cache
def sample_quote() -> Quote:
    """Return the invented quote that shows what a quote can hold."""
    from app.exchange.quote_file import read  # noqa: PLC0415 - see above

    return read((_RESOURCES / "sample" / "quote.json").read_bytes()).quote


def is_sample(price_list: PriceList) -> bool:
    """Tell whether it is the bundled sample: its content decides, not its name."""
    return price_list.fingerprint == sample_list().fingerprint
