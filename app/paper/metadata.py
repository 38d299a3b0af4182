"""What a PDF says about itself, and the files that travel inside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from app.paper.characters import typed
from app.paper.file import stream
from app.paper.structure import string

#: How an attachment relates to the document that holds it.
Relation = Literal["Source", "Alternative", "Data", "Supplement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Title, author, subject, the program that wrote it, language (`fr-BE`), day."""

    title: str
    author: str
    subject: str
    program: str
    language: str
    day: date


def cleaned(facts: Facts) -> Facts:
    """Return the facts with texts that every reader can take."""
    return Facts(
        title=typed(facts.title),
        author=typed(facts.author),
        subject=typed(facts.subject),
        program=typed(facts.program),
        language=facts.language,
        day=facts.day,
    )


def set_info(document: PDFDocument, facts: Facts) -> None:
    """Fill the information dictionary in, dated with the document's own day."""
    document.setTitle(facts.title)
    document.setAuthor(facts.author)
    document.setSubject(facts.subject)
    document.setCreator(facts.program)
    document.setProducer(facts.program)
    stamp = SimpleNamespace(YMDhms=(*facts.day.timetuple()[:3], 0, 0, 0), dhh=0, dmm=0)
    # The clock's time otherwise, and reportlab has no other door to it.
    vars(document)["_timeStamp"] = stamp


def set_identifier(document: PDFDocument, name: str) -> None:
    """Name the file in its trailer; 32 hexadecimal digits."""
    # Otherwise taken over the clock, and with a remark of reportlab's.
    vars(document)["_ID"] = f"[<{name}><{name}>]\n".encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>\
</dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(facts: Facts) -> PDFStream:
    """Return the same facts as XMP, uncompressed so that any tool can read it."""
    text = _XMP.format(
        title=escape(facts.title),
        author=escape(facts.author),
        subject=escape(facts.subject),
        program=escape(facts.program),
        language=escape(facts.language),
        day=facts.day.isoformat(),
    )
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, text.encode("utf-8"))


def file_specification(
    document: PDFDocument,
    name: str,
    mime: str,
    relation: Relation,
    data: bytes,
    day: date,
) -> PDFObjectReference:
    """Add a file to the document and return the reference to it."""
    # As it is, '/' would begin a name of its own.
    kind = mime.replace("/", "#2F")
    facts = (
        f"/Type/EmbeddedFile/Subtype/{kind}"
        f"/Params<</Size {len(data)}/ModDate(D:{day:%Y%m%d}000000+00'00')>>"
    )
    embedded = document.Reference(stream(facts.encode(), data), f"content {name}")
    content, said = embedded.format(document).decode(), string(name)
    specified = (
        f"<</Type/Filespec/F{said}/UF{said}/AFRelationship/{relation}"
        f"/EF<</F {content}/UF {content}>>>>"
    )
    return document.Reference(specified.encode(), f"file {name}")


def attach(document: PDFDocument, files: Mapping[str, PDFObjectReference]) -> None:
    """Let the files (by name) travel inside the document."""
    if not files:
        return
    names: list[object] = []
    for name, reference in sorted(files.items()):
        names += [PDFString(name), reference]
    catalog = document.Catalog
    tree = PDFDictionary({"Names": PDFArray(names)})
    catalog.Names = PDFDictionary({"EmbeddedFiles": tree})
    catalog.AF = PDFArray(names[1::2])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
