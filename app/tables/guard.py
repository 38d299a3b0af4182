"""Keeps out workbooks whose size, or whose XML, no list has.

It unpacks the file piece by piece, keeps none of it, and counts what opens rather
than what the file says of itself. Only the standard library reads what has not
passed.
"""

from __future__ import annotations

import re

from app.domain.problems import RefusedError, error
from app.tables import archive
from app.tables.agreed import damaged, refuse_too_large
from app.tables.sheet_size import SheetSize, has
from app.tables.table import Still, wanted

#: A cell holds 32,767 letters at most.
_LONGEST_TEXT = 1_000_000
_MOST_TEXTS = 4_000_000
_DEFINES = re.compile(rb"!(?<=<!)(?:DOCTYPE|ENTITY)", re.IGNORECASE)
#: A drawing may define entities: nothing here reads it.
_PICTURE = ".svg"
_OVERLAP = 16
_TWO_BYTE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_WORKBOOK = "xl/workbook.xml"


def glance(content: bytes) -> None:
    """Refuse a file that says of itself that it is no workbook, or too large a one."""
    parts = archive.promised(content)
    if not any(name.lower() == _WORKBOOK for name, _ in parts):
        raise RefusedError(error("not_a_workbook"))
    # Who promises too much is believed; who promises less is found out by `guard`.
    refuse_too_large(sum(size for _, size in parts))


def guard(content: bytes, still: Still = wanted) -> bool:
    """Return whether a sheet of a file that `glance` let pass may have formulas.

    RefusedError where it is a workbook that nothing should open; what `still` raises
    ends the looking.
    """
    unpacked = 0
    formulas = False
    part: _Part | None = None
    for name, piece in archive.pieces(content):
        still()
        unpacked += len(piece)
        refuse_too_large(unpacked)
        part = part or _Part(name)
        part.take(piece)
        if not piece:
            formulas = formulas or part.sheet.formulas
            part = None
    return formulas


class _Part:
    """What has been seen of one part."""

    def __init__(self, name: str) -> None:
        """Nothing has."""
        self.sheet = SheetSize()
        self._is_picture = name.lower().endswith(_PICTURE)
        self._defines = False
        self._end = b""
        self._is_sheet = False
        self._has_texts = False
        self._texts = 0
        self._since_tag = 0

    def take(self, piece: bytes) -> None:
        """Look at the next piece; b"" is the last."""
        seen = self._end + piece
        if not self._end and piece.startswith(_TWO_BYTE_TEXT):
            raise damaged()
        self._defines = self._defines or has(b"!", _DEFINES, seen)
        self._is_sheet = self._is_sheet or b"sheetData" in seen
        self._has_texts = self._has_texts or b"sst" in seen
        is_read = self._is_sheet or self._has_texts or not self._is_picture
        if self._defines and is_read:
            raise RefusedError(error("workbook_definitions"))
        if self._is_sheet or self._has_texts:
            self._need_tags(piece)
        if self._is_sheet:
            self.sheet.take(piece)
        # A part may say that it is both: it is counted as both.
        if self._has_texts:
            self._count_texts(seen)
        self._end = seen[-_OVERLAP:]

    def _need_tags(self, piece: bytes) -> None:
        """Refuse a text that no cell can hold."""
        tag = piece.rfind(b"<")
        self._since_tag = len(piece) - tag if tag >= 0 else self._since_tag + len(piece)
        if self._since_tag > _LONGEST_TEXT:
            raise RefusedError(error("text_too_long"))

    def _count_texts(self, seen: bytes) -> None:
        """Count the texts that cells share; a few are counted twice."""
        self._texts += seen.count(b"<si") + seen.count(b":si")
        if self._texts > _MOST_TEXTS:
            raise RefusedError(error("workbook_texts", most=_MOST_TEXTS))
