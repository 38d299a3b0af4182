"""fpdf2, with the files attached; it tags nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import FontFace

from app.documents.document import Document
from bench.peers.outline import REGULAR, SEMIBOLD, Heading, Table, outline

_PLAIN = FontFace()


def maker(_folder: Path) -> Callable[[Document], bytes]:
    """Return what makes a PDF; fpdf2 reads its fonts anew for each."""

    def make(document: Document) -> bytes:
        paper = FPDF(unit="pt", format="A4")
        paper.set_margin(42)
        paper.add_font("Plex", "", REGULAR)
        paper.add_font("Plex", "B", SEMIBOLD)
        paper.set_lang("fr")
        paper.set_title("Offre")
        paper.add_page()
        for part in outline(document):
            if isinstance(part, Table):
                _table(paper, part)
                continue
            strong = isinstance(part, Heading) or part.strong
            paper.set_font("Plex", "B" if strong else "", 9)
            paper.multi_cell(0, 12, part.text, new_x="LMARGIN", new_y="NEXT")
        for file in document.attachments:
            paper.embed_file(bytes=file.data, basename=file.name)
        return bytes(paper.output())

    return make


def _table(paper: FPDF, table: Table) -> None:
    """Draw a table."""
    paper.set_font("Plex", "", 9)
    align = ("LEFT", "RIGHT", "RIGHT", "RIGHT")
    with paper.table(
        headings_style=_PLAIN, col_widths=(5, 1, 1, 1), text_align=align
    ) as drawn:
        for row in table.rows:
            drawn.row(row)
