"""Any table file as a table: its content says what it is, not its name."""

from __future__ import annotations

from app.domain.problems import RefusedError, error
from app.tables import delimited, workbook
from app.tables.agreed import damaged
from app.tables.table import Still, Table, wanted

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = (".xlsx", ".xlsm", ".xls")


def read(
    content: bytes, sheet: str = "", name: str = "", still: Still = wanted
) -> Table:
    """Read an XLSX workbook or delimited text; RefusedError says why not.

    Of a workbook's sheets the one named is read, else the first. What is neither
    is called a damaged workbook where the file's name says that it was one. What
    `still` raises ends the reading at once.
    """
    if content.startswith(_ZIP):
        return workbook.read(content, sheet, still)
    if content.startswith(_COMPOUND):
        code = "workbook_protected" if _PROTECTED in content else "workbook_old"
        raise RefusedError(error(code))
    if content.strip() or not _is_workbook(name):
        return _text(content, name, still)
    raise damaged()


def _text(content: bytes, name: str, still: Still) -> Table:
    """Read delimited text, whatever the file is called."""
    try:
        return delimited.read(content, still)
    except RefusedError as refusal:
        if _is_workbook(name):
            raise damaged() from refusal
        raise


def _is_workbook(name: str) -> bool:
    """Tell whether a file's name is that of a workbook."""
    return name.lower().endswith(_WORKBOOKS)
