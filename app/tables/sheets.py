"""The rows of a workbook's price table, its key lines before them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.domain.problems import Parameter, Problem, RefusedError, error
from app.tables.agreed import damaged
from app.tables.places import column_name
from app.tables.table import Columns
from app.tables.typed import texts_of_kinds

Value = int | float | str | bool | time | date | datetime | timedelta
_META = "meta"
#: A number typed as a text that is one thousand to some and one to others.
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def read_sheets(
    file: BytesIO, sheet: str = "", formulas_of: bytes = b""
) -> Iterator[Columns]:
    """Yield the sheets' names as a column, then `Meta` and one other sheet.

    Without `sheet` the first one is read. RefusedError names the cells that hold no
    value; formulas without a result are looked for in the workbook `formulas_of`.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(file)
        meta, others = _names(workbook)
        yield [others]
        for name in meta + ([sheet] if sheet else others[:1]):
            if formulas_of:
                _refuse_unresolved(formulas_of, name)
            yield _columns(workbook.get_sheet_by_name(name))
    except (CalamineError, KeyError) as reason:
        raise damaged() from reason


def _refuse_unresolved(content: bytes, sheet: str) -> None:
    """Name the formulas without a result."""
    # Whoever waits for the process waits for all that it loads.
    from app.tables.formulas import formula_problems  # noqa: PLC0415

    problems = formula_problems(content, sheet)
    if problems:
        raise RefusedError(*problems)


def _names(workbook: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Return the key lines' sheet and the others, those out of sight left out."""
    sheets = [
        each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet
    ]
    meta = [each.name for each in sheets if _is_meta(each.name)]
    others = [each for each in sheets if not _is_meta(each.name)]
    seen = [each for each in others if each.visible == SheetVisibleEnum.Visible]
    return meta[:1], [each.name for each in seen or others]


def _is_meta(name: str) -> bool:
    """Tell whether a sheet holds the key lines."""
    return name.strip().casefold() == _META


def _columns(sheet: CalamineSheet) -> Columns:
    """Return a sheet's columns from A on; RefusedError for cells that say nothing."""
    # Rows come from the sheet's first on, cells from the first column in use.
    left = sheet.start[1] if sheet.start else 0
    texts: list[list[str]] = []
    problems: list[Problem] = []
    for at, values in enumerate(zip(*sheet.iter_rows(), strict=True)):
        kinds = set(map(type, values))
        written = texts_of_kinds(values, kinds)
        texts.append(written)
        if float in kinds:
            problems += _problems(left + at, values, written)
    if problems:
        raise RefusedError(*problems)
    height = len(texts[0]) if texts else 0
    return [[""] * height for _ in range(left)] + texts


def _problems(
    at: int, values: tuple[Value, ...], texts: list[str]
) -> Iterator[Problem]:
    """Name the cells of a column with numbers that are none, or may be two.

    A sheet's number has no decimal sign of its own: a number typed as text among
    them says neither by itself nor by its column whether 1,234 exceeds a thousand.
    """
    different = set(values)
    numbers = [value for value in different if type(value) is float]
    if not all(map(math.isfinite, numbers)):
        for row, value in enumerate(values, start=1):
            if type(value) is float and not math.isfinite(value):
                yield _problem("number_not_finite", row, at, str(value))
    if all(map(float.is_integer, numbers)) or not any(map(_is_typed, different)):
        return
    for row, (value, text) in enumerate(zip(values, texts, strict=True), start=1):
        if _is_typed(value):
            both = _readings(text)
            yield _problem("number_as_text", row, at, text, expected=both)


def _is_typed(value: Value) -> bool:
    """Tell whether it is a text that can be two numbers."""
    return type(value) is str and _TWO_READINGS.fullmatch(value.strip()) is not None


def _readings(text: str) -> str:
    """Return both numbers that a text can be."""
    from i18n.numerals import SIGNS, reading  # noqa: PLC0415 -- as above

    found = (reading(text, sign) for sign in SIGNS)
    return " / ".join(f"{number:f}" for number in found if number is not None)


def _problem(code: str, row: int, at: int, value: str, **more: Parameter) -> Problem:
    """Name a cell by its row and its column's letters."""
    column = column_name(at + 1)
    where = f"row {row}, column {column}"
    return error(code, where, row=row, column=column, value=value, **more)
