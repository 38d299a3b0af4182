"""LibreOffice, started for each paper: a web page in, a PDF out, nothing attached."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

from app.documents.document import Document
from bench.peers.outline import Heading, Part, Table, outline


def maker(folder: Path) -> Callable[[Document], bytes]:
    """Return what makes a PDF; FileNotFoundError without LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FileNotFoundError("soffice")
    source = folder / "office.html"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]

    def make(document: Document) -> bytes:
        page = "".join(map(_part, outline(document)))
        source.write_text(f"<meta charset='utf-8'>{page}", "utf-8")
        subprocess.run([*call, str(source)], check=True, capture_output=True)
        return source.with_suffix(".pdf").read_bytes()

    return make


def _part(part: Part) -> str:
    """Return one part as HTML."""
    if isinstance(part, Table):
        rows = ("".join(f"<td>{escape(c)}" for c in row) for row in part.rows)
        return f"<table><tr>{'<tr>'.join(rows)}</table>"
    tag = f"h{part.level}" if isinstance(part, Heading) else "p"
    return f"<{tag}>{escape(part.text)}</{tag}>"
