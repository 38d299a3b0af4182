"""Arabic and Hebrew inside lines that run from left to right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import normalize

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMS = re.compile(r"<(isolated|initial|medial|final)> ([0-9A-F ]+)")
#: The blocks that hold Arabic letters in the forms they take inside a word.
_PRESENTED = (*range(0xFB50, 0xFDFC), *range(0xFE80, 0xFEFD))
_PRESENTED_SIGN = re.compile("[\ufb50-\ufdfb\ufe80-\ufefc]")
_LAM_ALEF = re.compile("(\u0644[\u0622\u0623\u0625\u0627])")
#: Figures with the signs inside them, which keep their order.
_FIGURES = re.compile(r"\d+(?:[.,:/\-]\d+)*")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def shaped(text: str) -> str:
    """Give Arabic letters the forms in which they join their neighbours."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    # Lam and alef melt into one sign, which joins as one.
    letters = [
        part
        for piece in _LAM_ALEF.split(text)
        for part in ([piece] if _LAM_ALEF.fullmatch(piece) else piece)
    ]
    joining = [
        i for i, part in enumerate(letters) if not unicodedata.combining(part[0])
    ]
    joined = {
        (first, second)
        for first, second in pairwise(joining)
        if (letters[first], "initial") in _forms()
        and (letters[second], "final") in _forms()
    }
    before = {second for _, second in joined}
    after = {first for first, _ in joined}
    return "".join(
        _forms().get((part, _form(i in before, i in after)), part)
        for i, part in enumerate(letters)
    )


def unshaped(text: str) -> str:
    """Return Arabic letters as they are typed, whatever forms they were given."""
    return _PRESENTED_SIGN.sub(lambda found: normalize("NFKC", found[0]), text)


def _form(before: bool, after: bool) -> str:
    """Return the form of a letter that is joined on those sides."""
    if before:
        return "medial" if after else "final"
    return "initial" if after else "isolated"


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Return (letter or pair, form) -> the character that shows it."""
    found = {}
    for code in _PRESENTED:
        match = _FORMS.fullmatch(unicodedata.decomposition(chr(code)))
        if match:
            letters = "".join(chr(int(part, 16)) for part in match[2].split())
            found[letters, match[1]] = chr(code)
    return found


@lru_cache(maxsize=256)
def _visual(line: str) -> str:
    """Return a line with right-to-left parts in the order they are seen in."""
    kinds = [_kind(char) for char in line]
    out: list[str] = []
    i = 0
    while i < len(line):
        if kinds[i] != "R":
            out.append(line[i])
            i += 1
            continue
        end = _and_closed(line, i, _end_of_part(kinds, i))
        out.append(_turned(line[i:end]))
        i = end
    return "".join(out)


def visual(line: str) -> str:
    """Return the characters of a line in the order they are seen in."""
    return _visual(line) if _RIGHT_TO_LEFT.search(line) else line


def _kind(char: str) -> str:
    """Return R, L, a digit's D, or N for what takes its neighbours' direction."""
    name = unicodedata.bidirectional(char)
    return {"AL": "R", "R": "R", "L": "L", "EN": "D", "AN": "D"}.get(name, "N")


def _end_of_part(kinds: list[str], start: int) -> int:
    """Return where a right-to-left part ends: after its last letter or digit."""
    end = start
    for i in range(start, len(kinds)):
        if kinds[i] == "L":
            break
        if kinds[i] != "N":
            end = i
    return end + 1


def _and_closed(line: str, start: int, end: int) -> int:
    """Take the bracket along that closes one inside the part."""
    pairs = {")": "(", "]": "[", "}": "{"}
    part, following = line[start:end], line[end : end + 1]
    opened = pairs.get(following, "")
    unclosed = bool(opened) and part.count(opened) > part.count(following)
    return end + unclosed


def _turned(part: str) -> str:
    """Reverse a part; figures keep their order, marks stay after their letter."""
    groups: list[str] = []
    for group in _groups(part):
        if groups and unicodedata.combining(group[0]):
            groups[-1] += group
        else:
            groups.append(group)
    return "".join(reversed(groups))


def _groups(part: str) -> Iterable[str]:
    """Yield figures whole and other characters singly, brackets mirrored."""
    end = 0
    for figures in _FIGURES.finditer(part):
        yield from part[end : figures.start()].translate(_MIRRORED)
        yield figures[0]
        end = figures.end()
    yield from part[end:].translate(_MIRRORED)
