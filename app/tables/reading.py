"""Any table file as a table: its content says what it is, not its name."""

from __future__ import annotations

from app.domain.problems import RefusedError, error
from app.tables import delimited, workbook
from app.tables.table import Table

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def read(content: bytes, sheet: str = "") -> Table:
    """Read an XLSX workbook or delimited text; RefusedError says why not.

    Of a workbook's sheets the one named is read, else the first.
    """
    if content.startswith(_ZIP):
        return workbook.read(content, sheet)
    if content.startswith(_COMPOUND):
        code = "workbook_protected" if _PROTECTED in content else "workbook_old"
        raise RefusedError(error(code))
    return delimited.read(content)
