"""Formulas of a sheet that came to nothing: failed, or never computed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from app.domain.problems import Problem, error
from app.tables.agreed import damaged
from app.tables.archive import part
from app.tables.places import column_name, column_number

#: Looked for first, as most formulas have their results.
_FAILED = re.compile(rb"t\s*=\s*[\"']e[\"']")
_WITHOUT_VALUE = re.compile(
    rb"(?:/(?:[^<>:/\s]*:)?f\s*>|<(?:[^<>:/\s]*:)?f(?:\s[^<>]*)?/>)\s*"
    rb"(?:<[^<>]*/>|<[^<>]*>\s*</[^<>]*>)?\s*</(?:[^<>:/\s]*:)?c\s*>"
)
_REFERENCE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")
_WHOLE = re.compile(r"[0-9]{1,9}")
_MOST_SHOWN = 60
#: More than anyone corrects one by one.
_MOST_NAMED = 1_000
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"


def formula_problems(content: bytes, sheet: str) -> tuple[Problem, ...]:
    """Name every cell of the sheet whose formula has no result.

    RefusedError where the sheet cannot be found, or is no XML.
    """
    xml = part(content, _place(content, sheet))
    if not (_FAILED.search(xml) or _WITHOUT_VALUE.search(xml)):
        return ()
    reader = _Cells()
    _parse(xml, reader)
    return tuple(reader.problems)


@dataclass(slots=True)
class _Cell:
    """What one cell says."""

    row: int
    column: int
    kind: str
    formula: str | None = None
    value: str = ""


class _Cells:
    """Walks through a sheet and keeps the cells that are wrong."""

    def __init__(self) -> None:
        """Stand before the first cell."""
        self.problems: list[Problem] = []
        self._row = 0
        self._column = 0
        self._cell: _Cell | None = None
        self._inside = ""

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        self._inside = name
        if name == "row":
            self._row = _number(attributes.get("r", "")) or self._row + 1
            self._column = 0
        elif name == "c":
            self._row, self._column = self._position(attributes.get("r", ""))
            self._cell = _Cell(self._row, self._column, attributes.get("t", "n"))
        elif name == "f" and self._cell:
            self._cell.formula = ""

    def _position(self, reference: str) -> tuple[int, int]:
        """Return a cell's row and column; without a reference it is the next one."""
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            return self._row, self._column + 1
        return int(match[2]), column_number(match[1])

    def text(self, text: str) -> None:
        """Read on inside an element."""
        if self._cell and self._inside == "f":
            self._cell.formula = f"{self._cell.formula or ''}{text}"[:_MOST_SHOWN]
        elif self._cell and self._inside == "v":
            self._cell.value = f"{self._cell.value}{text}"[:_MOST_SHOWN]

    def closes(self, name: str) -> None:
        """Leave an element."""
        self._inside = ""
        if name == "c" and self._cell and len(self.problems) < _MOST_NAMED:
            self.problems.extend(_problems(self._cell))
        if name == "c":
            self._cell = None


def _problems(cell: _Cell) -> Iterator[Problem]:
    """Say what is wrong with a cell."""
    value = cell.value.strip()
    if cell.kind == "e":
        yield _problem("number_formula_error", cell, value)
    elif cell.formula is not None and not value and cell.kind != "str":
        yield _problem("formula_without_value", cell, f"={cell.formula}")


def _problem(code: str, cell: _Cell, value: str) -> Problem:
    """Name the cell as the spreadsheet does."""
    column = column_name(cell.column)
    where = f"row {cell.row}, column {column}"
    return error(code, where, row=cell.row, column=column, value=value)


def _place(content: bytes, sheet: str) -> str:
    """Return the name of the part that holds the sheet."""
    links = _Elements("Relationship")
    sheets = _Elements("sheet")
    _parse(part(content, _BOOK), sheets)
    _parse(part(content, _LINKS), links)
    targets = {link.get("Id"): link.get("Target", "") for link in links.found}
    for each in sheets.found:
        if each.get("name") == sheet and (target := targets.get(each.get("id"))):
            return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    raise damaged()


class _Elements:
    """Keeps the attributes of all elements of one name."""

    def __init__(self, name: str) -> None:
        """Keep none yet."""
        self.found: list[dict[str, str]] = []
        self._name = name

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """Keep an element's attributes."""
        if name == self._name:
            self.found.append(attributes)

    def text(self, _: str) -> None:
        """Texts do not matter."""

    def closes(self, _: str) -> None:
        """Ends do not matter."""


def _parse(xml: bytes, reader: _Cells | _Elements) -> None:
    """Walk through a part's XML; names lose their prefixes."""

    def opens(name: str, attributes: dict[str, str]) -> None:
        own = {_own(key): value for key, value in attributes.items()}
        reader.opens(_own(name), own)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = opens
    parser.EndElementHandler = lambda name: reader.closes(_own(name))
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as reason:
        raise damaged() from reason


def _own(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def _number(text: str) -> int:
    """Return a row's number, 0 where it has none."""
    return int(text) if _WHOLE.fullmatch(text) else 0
