"""Small workbooks, made part by part so that any of them can be wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"

Parts = dict[str, str | bytes]


def parts(**sheets: str) -> Parts:
    """The parts of a workbook with these sheets, each given as its rows' XML."""
    numbered = list(enumerate(sheets.items(), start=1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in numbered
    )
    links = "".join(link(f"rId{n}", "worksheet", sheet_name(n)) for n, _ in numbered)
    types = "".join(
        f'<Override PartName="/xl/{sheet_name(n)}" ContentType="{TYPE}.worksheet+xml"/>'
        for n, _ in numbered
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": relationships(link("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            links, link("rId99", "sharedStrings", "sharedStrings.xml")
        ),
        **{f"xl/{sheet_name(n)}": worksheet(rows) for n, (_, rows) in numbered},
        TEXTS: f'<sst xmlns="{MAIN}"><si><t>hello</t></si></sst>',
    }


def sheet_name(number: int) -> str:
    return f"worksheets/sheet{number}.xml"


def link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relationships(*links: str) -> str:
    inside = "".join(links)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def worksheet(rows: str, before: str = "", after: str = "") -> str:
    return (
        f'{before}<worksheet xmlns="{MAIN}">'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def one_sheet(rows: str) -> bytes:
    """A workbook of one sheet."""
    return packed(parts(Prix=rows))


def whole_sheet(xml: str | bytes) -> bytes:
    """A workbook whose sheet is this XML."""
    return packed({**parts(Prix=""), SHEET: xml})


def written(**sheets: list[list[object]]) -> bytes:
    """A workbook as a spreadsheet program writes it."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()
