"""A partner's own colour: kept readable on white and on its own tint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: What small text needs to be read, after WCAG 2, 1.4.3.
LEAST: Final = 4.5
#: How much of a colour its tint keeps.
_THIN: Final = 0.09
#: One step darker.
_STEP: Final = 0.97
#: Below this share sRGB runs straight.
_STRAIGHT: Final = 0.04045


def tint(colour: str) -> str:
    """Return a colour ('#0b5c5a') thinned to a background."""
    return _written([round(255 - (255 - part) * _THIN) for part in _parts(colour)])


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, 1 to 21, after WCAG 2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str) -> str:
    """Return the colour, darkened as far as it must be to be read on its tint."""
    parts: list[float] = list(_parts(colour))
    while contrast(shown := _written(map(round, parts)), tint(shown)) < LEAST:
        parts = [part * _STEP for part in parts]
    return shown


def _parts(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _written(parts: Iterable[int]) -> str:
    """Return red, green and blue as '#0b5c5a'."""
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1."""
    linear = (
        share / 12.92 if share <= _STRAIGHT else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in _parts(colour))
    )
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
