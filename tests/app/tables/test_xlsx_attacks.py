"""Files made to harm: each is refused with a sentence, and writes nothing."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.problems import RefusedError
from app.tables import reading
from app.wording import labelled
from i18n import Language
from tests.app.tables.workbooks import (
    MAIN,
    SHEET,
    TEXTS,
    one_sheet,
    packed,
    parts,
    whole_sheet,
    worksheet,
)
from tests.cli import Cli

FAR = "XFD1048576"


def cell(reference: str = "A1", value: str = "1") -> str:
    return f'<c r="{reference}"><v>{value}</v></c>'


def row(cells: str) -> str:
    return f"<row>{cells}</row>"


def defined(definitions: str) -> str:
    return worksheet(
        '<row><c t="str"><v>&a;</v></c></row>', f"<!DOCTYPE x [{definitions}]>"
    )


def with_header(content: bytes, name: str, at: int, value: int) -> bytes:
    """The file with another number in a part's entry of the directory."""
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(name.encode()))
    return content[: entry + at] + struct.pack("<L", value) + content[entry + at + 4 :]


def lying_about_size() -> bytes:
    """A part that says it holds its first hundred bytes, with their checksum."""
    xml = worksheet(row(cell()) * 100_000).encode()
    content = with_header(whole_sheet(xml), SHEET, 24, 100)
    return with_header(content, SHEET, 16, zlib.crc32(xml[:100]))


def behind_empty_blocks() -> bytes:
    """A sheet packed with so many empty blocks that whole pieces of it are empty."""
    tags = [f'<worksheet xmlns="{MAIN}"><sheetData>', row(cell(FAR)), "</sheetData>"]
    xml = [tag.encode() for tag in (*tags, "</worksheet>")]
    packer = zlib.compressobj(wbits=-15)
    packed_tags = [
        packer.compress(tag) + packer.flush(zlib.Z_SYNC_FLUSH) for tag in xml
    ]
    data = (b"\0\0\0\xff\xff" * 60_000).join(packed_tags) + packer.flush()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts(Prix="").items():
            archive.writestr(name, data if name == SHEET else content)
    content = with_header(file.getvalue(), SHEET, 10, zipfile.ZIP_DEFLATED)
    content = with_header(content, SHEET, 16, zlib.crc32(b"".join(xml)))
    return with_header(content, SHEET, 24, len(b"".join(xml)))


LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{below};" * 10}">'
    for name, below in zip("abcdefgh", "bcdefghi", strict=True)
)
ATTACKS: dict[str, Callable[[], bytes]] = {
    "six million cells": lambda: one_sheet(row("<c/>" * 1_000) * 6_001),
    "cells without references": lambda: one_sheet(row("<c/>" * 1_025)),
    "rows without references": lambda: one_sheet("<row/>" * 200_001),
    "rows under a prefix": lambda: one_sheet("<x:row/>" * 200_001),
    "a sparse rectangle": lambda: one_sheet(
        row(cell("A1")) + row(cell("ALL1") + cell("A99999"))
    ),
    "one long string": lambda: packed(
        {
            **parts(Prix=row('<c t="s"><v>0</v></c>')),
            TEXTS: f"<sst><si><t>{'x' * 2_000_000}</t></si></sst>",
        }
    ),
    "one long cell": lambda: one_sheet(row(f"<c t='str'><v>{'x' * 2_000_000}</v></c>")),
    "four million shared strings": lambda: packed(
        {**parts(Prix=row(cell())), TEXTS: f"<sst>{'<si/>' * 4_000_001}</sst>"}
    ),
    "shared strings that name a sheet": lambda: packed(
        {
            **parts(Prix=row(cell())),
            TEXTS: f"<sst of='sheetData'>{'<si/>' * 4_000_001}</sst>",
        }
    ),
    "a bomb beside the sheet": lambda: packed(
        {**parts(Prix=row(cell())), "xl/media/image1.bmp": bytes(256_000_001)}
    ),
    "billion laughs": lambda: whole_sheet(defined(LAUGHS + '<!ENTITY i "ha">')),
    "quadratic blow-up": lambda: whole_sheet(defined(f'<!ENTITY a "{"x" * 50_000}">')),
    "external entity": lambda: whole_sheet(
        defined('<!ENTITY a SYSTEM "file:///secret">')
    ),
    "definitions in a picture that is the sheet": lambda: packed(
        {
            **parts(Prix=""),
            "xl/_rels/workbook.xml.rels": str(
                parts(Prix="")["xl/_rels/workbook.xml.rels"]
            ).replace("worksheets/sheet1.xml", "media/a.svg"),
            "xl/media/a.svg": defined('<!ENTITY a "b">'),
        }
    ),
    "a far cell behind empty blocks": behind_empty_blocks,
    "corner cells": lambda: one_sheet(row(cell()) + row(cell(FAR))),
    "a far column on many rows": lambda: one_sheet(
        "".join(row(cell(f"XFD{n}")) for n in range(1, 3_000))
    ),
    "a far cell in small letters and odd spaces": lambda: one_sheet(
        row(f"<c\n r\t=  '{FAR.lower()}'><v>1</v></c>")
    ),
    "an endless row number": lambda: one_sheet('<row r="99999999999"><c/></row>'),
    "an endless column": lambda: one_sheet(row(cell(f"{'Z' * 60}1"))),
    "everything merged": lambda: whole_sheet(
        worksheet(
            row(cell()), after=f'<mergeCells><mergeCell ref="A1:{FAR}"/></mergeCells>'
        )
    ),
    "three thousand parts": lambda: packed(
        {**parts(Prix=row(cell())), **{f"xl/{n}.xml": "" for n in range(3_000)}}
    ),
    "a lying size": lying_about_size,
    "a lying offset": lambda: with_header(one_sheet(row(cell())), SHEET, 42, 2**31),
    "an unknown packing": lambda: with_header(one_sheet(row(cell())), SHEET, 10, 99),
    "sheet in two-byte letters": lambda: whole_sheet(
        worksheet(row(cell())).encode("utf-16")
    ),
    "a tag that never ends": lambda: whole_sheet(f"<sheetData {'x ' * 300_000}"),
    "a comment inside a number": lambda: one_sheet(row(cell(value="4<!-- -->5"))),
    "an instruction inside a number": lambda: one_sheet(row(cell(value="4<?x?>5"))),
    "infinity": lambda: one_sheet(row(cell(value="1e999"))),
    "no number": lambda: one_sheet(row(cell(value="nan"))),
    "a text that is not there": lambda: one_sheet(row('<c t="s"><v>99999</v></c>')),
    "a text before the first": lambda: one_sheet(row('<c t="s"><v>-1</v></c>')),
    "a text by another number": lambda: one_sheet(row("<c t='s'><v>0.0</v></c>")),
    "truncated": lambda: one_sheet(row(cell()))[:-40],
    "cut in the middle": lambda: one_sheet(row(cell() * 500))[:700],
    "an empty archive": lambda: packed({}),
    "another archive": lambda: packed({"content.xml": "<x/>"}),
    "an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "a password": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    ),
    "a part with a password": lambda: with_header(
        one_sheet(row(cell())), SHEET, 8, 1 | 8 << 16
    ),
}
#: What some of them are refused for: the rest may be damaged in any way.
CODES = {
    "six million cells": "sheet_too_large",
    "cells without references": "sheet_too_large",
    "rows without references": "sheet_too_large",
    "rows under a prefix": "sheet_too_large",
    "a sparse rectangle": "sheet_too_large",
    "one long string": "text_too_long",
    "one long cell": "text_too_long",
    "four million shared strings": "workbook_texts",
    "shared strings that name a sheet": "workbook_texts",
    "a bomb beside the sheet": "workbook_too_large",
    "billion laughs": "workbook_definitions",
    "quadratic blow-up": "workbook_definitions",
    "external entity": "workbook_definitions",
    "definitions in a picture that is the sheet": "workbook_definitions",
    "a comment inside a number": "workbook_definitions",
    "an instruction inside a number": "workbook_definitions",
    "a far cell behind empty blocks": "cell_far",
    "corner cells": "cell_far",
    "a far column on many rows": "cell_far",
    "a far cell in small letters and odd spaces": "cell_far",
    "an endless row number": "cell_far",
    "an endless column": "cell_far",
    "everything merged": "merged_too_large",
    "three thousand parts": "workbook_parts",
    "infinity": "number_not_finite",
    "no number": "number_not_finite",
    "an empty archive": "not_a_workbook",
    "another archive": "not_a_workbook",
    "an old workbook": "workbook_old",
    "a password": "workbook_protected",
    "a part with a password": "workbook_protected",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(RefusedError) as raised:
        reading.read(ATTACKS[name]())
    assert {each.code for each in raised.value.problems} == {
        CODES.get(name, "workbook_damaged")
    }
    for problem in raised.value.problems:
        for code in ("fr", "en"):
            assert labelled(problem, Language.of(code, "BE"))


HARMLESS = {
    "a dimension that lies": worksheet(row(cell())).replace(
        "<sheetData>", f'<dimension ref="A1:{FAR}"/><sheetData>'
    ),
    "nested tags": worksheet(row(cell()), after=f"{'<x>' * 200_000}{'</x>' * 200_000}"),
    "a row merged whole": worksheet(
        row(cell()), after='<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
    ),
    "a prefix": worksheet(row(cell()))
    .replace("<", "<x:")
    .replace("<x:/", "</x:")
    .replace("xmlns=", "xmlns:x="),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_odd_but_harmless_is_read(name: str) -> None:
    (read,) = reading.read(whole_sheet(HARMLESS[name])).rows
    assert read.cells == ("1",)


def test_a_picture_may_define_what_it_likes() -> None:
    picture = f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg xmlns="{MAIN}"/>'
    content = packed({**parts(Prix=row(cell())), "xl/media/image1.svg": picture})
    assert reading.read(content).rows[0].cells == ("1",)


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with what it holds."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()


@pytest.mark.parametrize("name", ["corner cells", "truncated", "a password"])
def test_a_refused_import_leaves_every_file_as_it_was(
    name: str, cli: Cli, examples: Path, tmp_path: Path
) -> None:
    assert cli("prices", "import", str(examples / "list.xlsx")).status == 0
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(ATTACKS[name]())
    before = dict(files_in(tmp_path))
    assert cli("prices", "import", str(bad)).status == 1
    assert dict(files_in(tmp_path)) == before
