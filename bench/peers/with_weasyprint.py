"""WeasyPrint, tagged and with the files attached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from app.documents.document import Document
from bench.peers.outline import REGULAR, SEMIBOLD, Heading, Part, Table, outline

_STYLE = f"""
@font-face {{ font-family: Plex; src: url({REGULAR.as_uri()}) }}
@font-face {{ font-family: Plex; font-weight: bold; src: url({SEMIBOLD.as_uri()}) }}
@page {{ size: A4; margin: 42pt; @bottom-right {{ content: counter(page) }} }}
body {{ font: 9pt/12pt Plex }}
p {{ margin: 2pt 0 }}
table {{ width: 100%; border-collapse: collapse }}
td, th {{ border-bottom: 0.5pt solid; text-align: right; vertical-align: top }}
td:first-child, th:first-child {{ text-align: left; white-space: pre-line }}
"""


def maker(_folder: Path) -> Callable[[Document], bytes]:
    """Return what makes a PDF, its style read once."""
    fonts = FontConfiguration()
    style = CSS(string=_STYLE, font_config=fonts)

    def make(document: Document) -> bytes:
        page = "".join(map(_part, outline(document)))
        files = [
            Attachment(file_obj=BytesIO(file.data), name=file.name)
            for file in document.attachments
        ]
        made: bytes = HTML(string=f"<html lang='fr'><body>{page}").write_pdf(
            stylesheets=[style], font_config=fonts, attachments=files, pdf_tags=True
        )
        return made

    return make


def _part(part: Part) -> str:
    """Return one part as HTML."""
    if isinstance(part, Heading):
        return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
    if isinstance(part, Table):
        return f"<table>{''.join(_rows(part))}</table>"
    tag = "b" if part.strong else "span"
    return f"<p><{tag}>{escape(part.text)}</{tag}></p>"


def _rows(table: Table) -> Iterator[str]:
    """Yield the head and the rows of a table."""
    for number, row in enumerate(table.rows):
        tag = "td" if number else "th"
        cells = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        yield f"<tr>{cells}</tr>"
