"""One table of a statement as CSV, for programs and spreadsheets."""

from __future__ import annotations

import csv
import io

from app.statements.statement import Section, Value
from app.statements.words import written
from app.tables.formula_signs import made_safe
from i18n import Language


def as_csv(section: Section, language: Language) -> bytes:
    """Return the table; counts are bare digits, and no text is taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([each.heading for each in (*section.keys, *section.columns)])
    for line in section.lines:
        writer.writerow([_cell(e, language) for e in (*line.keys, *line.values)])
    return file.getvalue().encode("utf-8-sig")


def _cell(value: Value, language: Language) -> str | int:
    """Return what a cell holds; nothing for what is not known."""
    if isinstance(value, int):
        return value
    return "" if value is None else made_safe(written(value, language))
