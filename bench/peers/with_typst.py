"""typst, tagged and with the files attached."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import typst

from app.documents.document import Document
from bench.peers.outline import FONTS, Heading, Part, Table, outline

_HEAD = """#set document(title: "Offre", author: "Ardenne")
#set page(paper: "a4", margin: 42pt, numbering: "1 / 1")
#set text(font: "IBM Plex Sans", size: 9pt, lang: "fr", region: "BE")
"""


def maker(folder: Path) -> Callable[[Document], bytes]:
    """Return what makes a PDF, its fonts found once."""
    source = folder / "quote.typ"
    source.write_text("", "utf-8")
    compiler = typst.Compiler(
        source, root=folder, font_paths=[FONTS], ignore_system_fonts=True
    )

    def make(document: Document) -> bytes:
        for file in document.attachments:
            (folder / file.name).write_bytes(file.data)
        source.write_text(_HEAD + "\n".join(_lines(document)), "utf-8")
        made = compiler.compile(format="pdf")
        assert isinstance(made, bytes)
        return made

    return make


def _lines(document: Document) -> Iterator[str]:
    """Yield a document as typst's markup."""
    for file in document.attachments:
        mime = json.dumps(file.mime)
        yield f'#pdf.attach("{file.name}", mime-type: {mime})'
    for part in outline(document):
        yield _part(part)


def _part(part: Part) -> str:
    """Return one part; every text a string, so that nothing in it is markup."""
    if isinstance(part, Heading):
        return f"#heading(level: {part.level}, {_string(part.text)})"
    if isinstance(part, Table):
        head, *rows = part.rows
        cells = ", ".join(_string(cell) for row in rows for cell in row)
        top = ", ".join(map(_string, head))
        return (
            "#table(columns: (1fr, auto, auto, auto), stroke: (bottom: 0.5pt),"
            " align: (left, right, right, right),"
            f" table.header({top}), {cells})"
        )
    text = f"#text(weight: {600 if part.strong else 400}, {_string(part.text)})"
    return f"#par[{text}]"


def _string(text: str) -> str:
    """Return a string of typst's."""
    return json.dumps(text, ensure_ascii=False)
