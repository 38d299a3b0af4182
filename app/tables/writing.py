"""Workbooks written: texts that stay texts, and the same bytes at any time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from app.tables.formula_signs import made_safe

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Files of the same content are the same bytes, whenever they were written.
_MOMENT = datetime(2017, 10, 17)  # noqa: DTZ001  # a workbook knows no zone
_ISO: Final = f"{_MOMENT.isoformat()}Z".encode()
#: How a workbook writes a sign by its number: a text that looks so is no sign.
_LOOKS_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

#: What no workbook can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def uncoded(text: str) -> str:
    """Return a text as a workbook has to hold it, so that it reads as it was."""
    return _LOOKS_CODED.sub("_x005F_", text)


def plain_text(text: str) -> str:
    """Return a text as a cell that no spreadsheet computes, signs of control gone."""
    return uncoded(made_safe(_UNWRITABLE.sub(" ", text)))


def content_of(book: Workbook) -> bytes:
    """Return a workbook's file without the moment at which it was written."""
    file = io.BytesIO()
    book.save(file)
    done = io.BytesIO()
    with zipfile.ZipFile(file) as read, zipfile.ZipFile(done, "w") as written:
        for part in read.infolist():
            content: Any = read.read(part)
            if part.filename == "docProps/core.xml":
                content = re.sub(rb"[0-9-]{10}T[0-9:]{8}Z", _ISO, content)
            info = zipfile.ZipInfo(part.filename, _MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(info, content)
    return done.getvalue()
