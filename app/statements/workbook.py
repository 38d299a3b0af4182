"""A statement as a workbook: a sheet for its facts, and one for each table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.statements.statement import (
    Rise,
    RiseInPercent,
    Section,
    Statement,
    Sum,
    Value,
)
from app.statements.words import PARTNER_ONLY, written
from app.tables.writing import content_of, plain_text
from i18n import Language

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

#: What the name of a sheet must not hold, and how long it may be.
_NO_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
#: In characters: no narrower, and no wider whatever a cell holds.
_NARROWEST, _WIDEST = 10, 60
#: The rows of the summary that stand out.
_TITLE: Final = 2
_DAY: Final = "dd/mm/yyyy"


def as_xlsx(statement: Statement, language: Language) -> bytes:
    """Return the workbook; the same statement gives the same bytes.

    Figures are numbers, and no text is taken for a formula.
    """
    return _Book(statement, language).content()


class _Book:
    """One statement on its way to the sheets."""

    def __init__(self, statement: Statement, language: Language) -> None:
        """Begin a workbook in that language."""
        from openpyxl import Workbook  # noqa: PLC0415  # most commands write none

        self._statement, self._language = statement, language
        self._book = Workbook(write_only=True)

    def content(self) -> bytes:
        """Return the finished file."""
        said = self._statement
        self._book.properties.title = f"{said.title} – {said.subject}"
        self._book.properties.creator = said.maker.program
        self._summary()
        for section in said.sections:
            if section.lines:
                self._table(section)
        return content_of(self._book)

    def _summary(self) -> None:
        """Write what it is, that it is for the partner alone, and the facts."""
        said, _ = self._statement, self._language.gettext
        facts = [fact for row in said.facts for fact in row]
        remarks = [
            (section.heading, remark)
            for section in said.sections
            for remark in section.remarks
        ]
        rows: list[tuple[Value, ...]] = [
            (said.title, said.subject),
            (_(PARTNER_ONLY), *said.signs),
            (said.maker.issuer, said.maker.day),
            (),
            *((fact.label, fact.value) for fact in facts),
            (),
            *((remark,) for remark in said.remarks),
            *remarks,
        ]
        sheet = self._sheet(_("Summary"), rows)
        for number, row in enumerate(rows):
            sheet.append([self._cell(sheet, each, number < _TITLE) for each in row])

    def _table(self, section: Section) -> None:
        """Write a table under its frozen heads."""
        heads = tuple(c.heading for c in (*section.keys, *section.columns))
        rows: list[tuple[Value, ...]] = [
            (*line.keys, *line.values) for line in section.lines
        ]
        sheet = self._sheet(section.heading, [heads, *rows])
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.auto_filter.ref = f"A1:{_letter(len(heads) - 1)}{len(rows) + 1}"
        sheet.append([self._cell(sheet, each, strong=True) for each in heads])
        for row in rows:
            sheet.append([self._cell(sheet, each) for each in row])

    def _sheet(self, name: str, rows: Iterable[tuple[Value, ...]]) -> Any:  # noqa: ANN401 - openpyxl ships no types
        """Begin a sheet whose columns are as wide as what they will hold."""
        sheet = self._book.create_sheet(_NO_NAME.sub(" ", name)[:_LONGEST_NAME])
        sheet.oddHeader.center.text = self._language.gettext(PARTNER_ONLY)
        sheet.oddFooter.center.text = "&P / &N"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        widest: dict[int, int] = {}
        for row in rows:
            for column, value in enumerate(row):
                size = len(written(value, self._language))
                widest[column] = max(widest.get(column, _NARROWEST), size)
        for column, size in widest.items():
            sheet.column_dimensions[_letter(column)].width = min(size + 2, _WIDEST)
        return sheet

    def _cell(self, sheet: Any, value: Value, strong: bool = False) -> WriteOnlyCell:  # noqa: ANN401 - as above
        """Return a value as a cell: numbers and days with their format."""
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # as above
        from openpyxl.styles import Font  # noqa: PLC0415

        content, form = _stored(value)
        cell = WriteOnlyCell(sheet, content)
        if form:
            cell.number_format = form
        if strong:
            cell.font = Font(bold=True)
        return cell


def _letter(column: int) -> str:
    """Return how a sheet calls a column, counted from 0."""
    return chr(ord("A") + column)


def _stored(value: Value) -> tuple[float | int | str | date | None, str]:
    """Return what a cell holds, and its number format; '' for a text's."""
    if isinstance(value, Sum):
        form = f'#,##0.00##" {value.currency}"'
        signed = f"+{form};-{form};{form}" if isinstance(value, Rise) else form
        return float(value.decimal), signed
    if isinstance(value, RiseInPercent):
        return float(value.percent / 100), "+0.0%;-0.0%;0.0%"
    if isinstance(value, str):
        return plain_text(value), ""
    return value, _DAY if isinstance(value, date) else ""
