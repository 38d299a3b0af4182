"""Small invented price lists, written as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from app.domain.price_list import Item, PriceList
from app.domain.problems import Problem
from app.pricelist.parse import ParsedList
from app.use_cases.prices import parse_content

Cells = Mapping[str, str]

HEADING: Cells = {
    "format": "waas-prices/1",
    "list_id": "ESSAI-BE",
    "version": "2026-11",
    "distributor": "ALSO",
    "country": "BE",
    "currency": "EUR",
    "valid_from": "2026-11-01",
    "valid_to": "2026-12-31",
}
#: The row of the column names, and that of the first item.
HEADER_ROW = len(HEADING) + 1
FIRST_ROW = HEADER_ROW + 1


def item(sku: str = "SERVICE", kind: str = "service", **cells: str) -> Cells:
    """A row that nothing is wrong with, but for the cells given."""
    return {"sku": sku, "kind": kind, "name_fr": f"{sku}, f", "name_en": sku, **cells}


def written(*items: Cells, heading: Cells = HEADING, sign: str = ";") -> str:
    """A list as a CSV file."""
    columns = list(dict.fromkeys(column for each in items for column in each))
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, lineterminator="\n")
    writer.writerows(heading.items())
    writer.writerow(columns)
    writer.writerows([each.get(column, "") for column in columns] for each in items)
    return file.getvalue()


def parsed(*items: Cells, heading: Cells = HEADING, sign: str = ";") -> ParsedList:
    """What the program makes of such a file."""
    return parse_content(written(*items, heading=heading, sign=sign).encode())


def accepted(*items: Cells, heading: Cells = HEADING) -> PriceList:
    """A list that is taken without a word."""
    read = parsed(*items, heading=heading)
    assert read.problems == ()
    assert read.price_list is not None
    return read.price_list


def accepted_item(**cells: str) -> Item:
    """The only item of a list."""
    (only,) = accepted(item(**cells)).items
    return only


def cell(problem: Problem) -> tuple[object, object, object]:
    """The row, the column and the value that a problem names."""
    named = dict(problem.parameters)
    return named["row"], named["column"], named["value"]
