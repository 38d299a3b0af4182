"""Microsoft's new-commerce offer matrix in the columns of the one before."""

from __future__ import annotations

import re
from typing import Final

from app.pricelist.microsoft.records import Record

MARKS: Final = frozenset(
    {"productid", "skuid", "minlicenses", "maxlicenses", "assetownershiplimit"}
)
#: What each column is called in the matrix of 2017 to 2021.
NAMES: Final = {
    "skuid": "durableofferid",
    "skutitle": "offerdisplayname",
    "minlicenses": "minseatcount",
    "maxlicenses": "maxseatcount",
    "assetownershiplimit": "offerlimit",
    "assetownershiplimittype": "offerlimitscope",
    "productskuprerequisites": "dependson",
    "allowedcountries": "allowedcountries",
}
_ENDLESS: Final = re.compile("[0-9]{7,}")
_BETWEEN: Final = re.compile("[,;]")
#: 'ConcurrentCount' counts what is concurrent.
_COUNT: Final = "count"


def translated(record: Record) -> Record:
    """Return a row under the names of before.

    An offer is 'CFQ7TTC0LH18:0001', what its items' references begin with; parents
    are written 'CFQ7TTC0LH18/0001' here, by commas.
    """
    said = {new: record[old] for old, new in NAMES.items() if old in record}
    said["durableofferid"] = _offer(
        record.get("productid", ""), record.get("skuid", "")
    )
    if _ENDLESS.fullmatch(said.get("maxseatcount", "")):
        said["maxseatcount"] = ""
    if "offerlimitscope" in said:
        said["offerlimitscope"] = (
            said["offerlimitscope"].casefold().removesuffix(_COUNT)
        )
    if "dependson" in said:
        parents = map(str.strip, _BETWEEN.split(said["dependson"]))
        named = (parent.partition("/") for parent in parents if parent)
        said["dependson"] = ";".join(_offer(product, sku) for product, _, sku in named)
    return said


def _offer(product: str, sku: str) -> str:
    """Name an offer; a spreadsheet takes the zeros of its second part away."""
    return f"{product}:{sku.zfill(4)}" if product and sku else ""
