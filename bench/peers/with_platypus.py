"""Raw reportlab platypus: untagged, and the files added by pypdf."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Drawn

from app.documents.document import Document
from bench.peers.outline import REGULAR, SEMIBOLD, Heading, Part, Table, outline

_STYLE = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("FONT", (0, 0), (-1, -1), "Peer", 9),
    ]
)


def maker(_folder: Path) -> Callable[[Document], bytes]:
    """Return what makes a PDF, its fonts read once."""
    registerFont(TTFont("Peer", str(REGULAR)))
    registerFont(TTFont("PeerBold", str(SEMIBOLD)))
    plain = ParagraphStyle("plain", fontName="Peer", fontSize=9, leading=12)
    strong = ParagraphStyle("strong", plain, fontName="PeerBold")

    def flowable(part: Part) -> Any:  # noqa: ANN401 - reportlab ships no types
        if isinstance(part, Table):
            rows = [
                [Paragraph(escape(name).replace("\n", "<br/>"), plain), *rest]
                for name, *rest in part.rows
            ]
            return Drawn(rows, [300, 70, 70, 70], style=_STYLE, repeatRows=1)
        bold = isinstance(part, Heading) or part.strong
        return Paragraph(escape(part.text), strong if bold else plain)

    def make(document: Document) -> bytes:
        drawn = BytesIO()
        margins = dict.fromkeys(
            ("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 42
        )
        template = SimpleDocTemplate(drawn, pagesize=A4, title="Offre", **margins)
        template.build([flowable(part) for part in outline(document)])
        return _with_files(drawn, document)

    return make


def _with_files(drawn: BytesIO, document: Document) -> bytes:
    """Let the files travel inside."""
    writer, made = PdfWriter(PdfReader(drawn)), BytesIO()
    for file in document.attachments:
        writer.add_attachment(file.name, file.data)
    writer.write(made)
    return made.getvalue()
