"""Files changed at random: bytes of any file, and parts of a workbook."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.app.tables.workbooks import packed
from tests.cli import Cli

_LIST: Final = Path(__file__).parent / "data" / "example-1" / "list.xlsx"

#: Signs that parsers trip over.
BARBS: Final = (
    b'"',
    b";",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"-",
    b"1E+999",
)
_XML_BARBS: Final = (
    b"<",
    b"&",
    b"]]>",
    b"</row>",
    b"<!DOCTYPE x>",
    b"<!--",
    b'<c t="s"><v>9999</v></c>',
    b'<c r="XFD1048576"><v>1</v></c>',
    b'<c t="e"><v>#REF!</v></c>',
    b'<mergeCell ref="A1:XFD1048576"/>',
    b"<v>1e999</v>",
    b"&#0;",
    b"_x0000_",
    b"\xff\xfe",
    b"\0",
)


def mutated(
    content: bytes, dice: random.Random, barbs: Sequence[bytes] = BARBS
) -> bytes:
    """Return a content with a few bytes changed, cut, doubled or put in."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed) + 1)
        upto = min(len(changed), at + dice.randint(1, 40))
        kind = dice.randrange(4)
        if kind == 0 and at < upto:
            changed[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del changed[at:upto]
        elif kind == 2:
            changed[at:at] = changed[at:upto]
        else:
            changed[at:at] = dice.choice(barbs)
    return bytes(changed)


def mutated_workbook(content: bytes, dice: random.Random) -> bytes:
    """Return a workbook with its file, its parts or what they say changed."""
    if dice.random() < 0.3:
        return mutated(content, dice)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {
            name: archive.read(name) for name in archive.namelist()
        }
    for name in dice.sample(sorted(parts), dice.randint(1, 2)):
        kind = dice.randrange(6)
        if kind == 0:
            del parts[name]
        elif kind == 1:
            parts[name] = parts.get(dice.choice(sorted(parts)), b"")
        else:
            parts[name] = mutated(bytes(parts[name]), dice, _XML_BARBS)  # type: ignore[arg-type]
    return packed(parts)


def import_mutants(cli: Cli, path: Path, seed: int, count: int) -> None:
    """Import changed workbooks one after another: each whole, or with a sentence."""
    dice, content = random.Random(seed), _LIST.read_bytes()
    for _ in range(count):
        path.write_bytes(mutated_workbook(content, dice))
        before = _files(cli.folder)
        answer = cli("prices", "import", path)
        assert answer.status in (0, 1), answer.err
        assert "Traceback" not in answer.err
        if answer.status == 1:
            assert answer.err.strip()
            assert _files(cli.folder) == before


def _files(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder with what it holds, the data lock left out."""
    there = [path for path in folder.rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in there if path.name != "lock"}
