"""A zip file's parts, unpacked piece by piece, whatever its headers claim."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from app.domain.problems import RefusedError, error
from app.tables.agreed import damaged

#: Pictures of products count too.
MOST_PARTS = 2_000
MOST_BYTES = 100_000_000
_ENTRY = b"PK\x01\x02"
_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 1
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_PIECE = 65_536
_UNPACKED_PIECE = 1 << 18
#: What zipfile raises on files that are damaged, or made to look so.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)


def promised(content: bytes) -> list[tuple[str, int]]:
    """Return the parts' names and the bytes that their headers promise.

    RefusedError where there are too many to look at, and where one is packed in a way
    that no spreadsheet program knows.
    """
    entries = _entries(content)
    if not _METHODS.issuperset(entry.compress_type for entry in entries):
        raise damaged()
    return [(entry.filename, entry.file_size) for entry in entries]


def pieces(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each part's name with each piece of it, b"" at its end alone.

    RefusedError where what is unpacked is not what the headers promise.
    """
    for entry in _entries(content):
        size = check = 0
        for piece in _unpacked(content, entry):
            size += len(piece)
            check = zlib.crc32(piece, check)
            if piece:
                yield entry.filename, piece
        if (size, check) != (entry.file_size, entry.CRC):
            raise damaged()
        yield entry.filename, b""


def part(content: bytes, name: str) -> bytes:
    """Return one part, of a file that the guard has let pass."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read(name)
    except (*_DAMAGE, KeyError, RuntimeError) as reason:
        raise damaged() from reason


def _entries(content: bytes) -> list[zipfile.ZipInfo]:
    """Read the directory, once it is known to be of a decent length."""
    if len(content) > MOST_BYTES:
        raise RefusedError(error("file_too_large", most=MOST_BYTES // 1_000_000))
    if content.count(_ENTRY) > MOST_PARTS:
        raise RefusedError(error("workbook_parts", most=MOST_PARTS))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except _DAMAGE as reason:
        raise damaged() from reason


def _unpacked(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a part holds until its data end, not where a header says.

    What is neither stored nor deflated, `promised` refuses.
    """
    if entry.flag_bits & _ENCRYPTED:
        raise RefusedError(error("workbook_protected"))
    data = _packed(content, entry)
    if entry.compress_type == zipfile.ZIP_STORED:
        for at in range(0, len(data), _UNPACKED_PIECE):
            yield bytes(data[at : at + _UNPACKED_PIECE])
    else:
        yield from _inflated(data)


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    """Return a part's packed bytes."""
    at = entry.header_offset
    try:
        mark, name, extra = _HEADER.unpack_from(content, at)
    except struct.error as reason:
        raise damaged() from reason
    begin = at + _HEADER.size + name + extra
    end = begin + entry.compress_size
    if mark != b"PK\x03\x04" or at < 0 or end > len(content):
        raise damaged()
    return memoryview(content)[begin:end]


def _inflated(data: memoryview) -> Iterator[bytes]:
    """Inflate in pieces of bounded size."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(data), _PIECE):
            packed: bytes | memoryview = data[at : at + _PIECE]
            while packed and not inflater.eof:
                yield inflater.decompress(packed, _UNPACKED_PIECE)
                packed = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as reason:
        raise damaged() from reason
    if not inflater.eof:
        raise damaged()
