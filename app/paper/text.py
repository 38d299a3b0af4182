"""Lines of text: their look, how wide they run, where they break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.paper import fonts
from app.paper.characters import units, visible
from app.paper.fonts import Weight

_EM = 1000
#: After these a word that is too long breaks rather than anywhere.
_JOINTS = "@/-_."
#: A last line that fills less of the room than this looks forgotten.
_SHORT = 0.1


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a text: sizes in points, the colour as '#17202a'."""

    size: float
    leading: float
    colour: str
    weight: Weight = Weight.REGULAR

    @property
    def baseline(self) -> float:
        """How far the baseline lies below the top of the line, in points."""
        # The cap height, 0.7 em, stands in the middle of the line.
        return self.leading / 2 + self.size * 0.35


def width(text: str, style: Style) -> float:
    """Return how wide the text runs in one line, in points."""
    return fonts.width(visible(text), style.weight) * style.size / _EM


def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """Break the text into lines of at most so many points, nothing left out.

    Lines break between words, and within a word that is longer than a line. The last
    line of several is not left with a short word alone.
    A text that shows nothing has no lines.
    """
    return _wrap(visible(text), style.weight, room * _EM / style.size)


@lru_cache(maxsize=4096)
def _wrap(text: str, weight: Weight, room: float) -> tuple[str, ...]:
    """Break a text whose characters are all drawn; the room is in 1/1000 em."""
    space = fonts.width(" ", weight)
    lines: list[str] = []
    line, used, whole = "", 0.0, False
    for word, begins in _pieces(text, weight, room):
        wide = fonts.width(word, weight)
        if line and begins and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
        else:
            lines.append(line)
            line, used, whole = word, wide, begins
    if whole and lines[-1]:
        lines[-1], line = _filled(lines[-1], line, weight, room)
    lines.append(line)
    return tuple(line for line in lines if line)


def _filled(before: str, last: str, weight: Weight, room: float) -> tuple[str, str]:
    """Return the last two lines, the last one no shorter than it need be.

    The words come from the line before, which keeps most of its own.
    """
    while fonts.width(last, weight) < room * _SHORT:
        kept, _, word = before.rpartition(" ")
        if fonts.width(kept, weight) < room / 2:
            break
        before, last = kept, f"{word} {last}"
    return before, last


def _pieces(text: str, weight: Weight, room: float) -> Iterator[tuple[str, bool]]:
    """Yield words, or parts of them that fit, and whether a word begins there."""
    # Only these break: a no-break space holds its words together.
    for word in text.split(" "):
        if not word:
            continue
        if fonts.width(word, weight) <= room:
            yield word, True
        else:
            parts = _parts(word, weight, room)
            yield next(parts), True
            yield from ((part, False) for part in parts)


def _parts(word: str, weight: Weight, room: float) -> Iterator[str]:
    """Yield parts of a word, each as long as fits and at least one character.

    The code of a character that no font has stays whole.
    """
    part, used = "", 0.0
    for unit in _units(word, weight, room):
        wide = fonts.width(unit, weight)
        if part and used + wide > room:
            end = _joint(part)
            yield part[:end]
            part = part[end:]
            used = fonts.width(part, weight)
        part, used = part + unit, used + wide
    yield part


def _units(word: str, weight: Weight, room: float) -> Iterator[str]:
    """Yield characters, and codes whole where a line has room for one."""
    for unit in units(word):
        if fonts.width(unit, weight) <= room:
            yield unit
        else:
            yield from unit


def _joint(part: str) -> int:
    """Return where an address or a number is best broken, else its whole length."""
    end = max(part.rfind(sign) for sign in _JOINTS) + 1
    return end if end > len(part) / 2 else len(part)
