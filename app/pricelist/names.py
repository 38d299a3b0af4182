"""Whether each item has a name in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.problems import Problem, error, warning
from app.pricelist.items import Columns
from app.pricelist.layout import Layout

_LANGUAGES = ("fr", "en")


def name_problems(layout: Layout, columns: Columns) -> Iterator[Problem]:
    """Every item has a name in French or English, and in both where it can.

    One item without a language is named; where there are more, they are counted.
    """
    nothing = [""] * len(layout.rows)
    names = [columns.get(f"name_{language}", nothing) for language in _LANGUAGES]
    if not any("" in texts for texts in names):
        return
    lacking: dict[str, list[int]] = {language: [] for language in _LANGUAGES}
    for at, texts in enumerate(zip(*names, strict=True)):
        missing = [
            each for each, text in zip(_LANGUAGES, texts, strict=True) if not text
        ]
        if len(missing) == len(_LANGUAGES):
            sku = columns["sku"][at]
            yield error("no_name", value="", **_cell(layout, sku, at, missing[0]))
        elif missing:
            lacking[missing[0]].append(at)
    for language, places in lacking.items():
        if len(places) == 1:
            (at,) = places
            cell = _cell(layout, columns["sku"][at], at, language)
            yield warning("one_language", language=language, **cell)
        elif places:
            yield warning("names_missing", language=language, **layout.counted(places))


def _cell(layout: Layout, sku: str, at: int, language: str) -> dict[str, Any]:
    """Return the place of an item's name, and whose it is."""
    row, column = layout.rows[at], layout.header(f"name_{language}")
    where = f"row {row}, column {column}"
    return {"where": where, "row": row, "column": column, "sku": sku}
