from __future__ import annotations

import re
from typing import Any

import pytest

from ui.style_sheet import style_sheet
from ui.tokens import DARK, LIGHT, Tokens

TEXT, EDGE = 4.5, 3.0
LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = [
    ("text", ("panel", "background", "accent_tint", "hover", "line")),
    ("quiet", ("panel", "background", "accent_tint", "hover")),
    ("accent", ("panel", "background", "accent_tint")),
    ("on_accent", ("accent", "accent_hover")),
    ("own", ("own_tint", "panel", "background")),
    ("attention", ("attention_tint", "panel", "background")),
    ("error", ("error_tint", "panel", "background")),
    ("info", ("info_tint", "panel")),
    ("good", ("good_tint", "panel", "background")),
    ("rail_text", ("rail", "rail_hover", "rail_checked")),
    ("rail_strong", ("rail", "rail_hover", "rail_checked")),
]
EDGES = [
    ("border", ("panel", "background")),
    ("accent", ("panel", "background", "accent_tint")),
    ("error", ("panel", "background")),
    ("rail_focus", ("rail", "rail_hover", "rail_checked")),
    ("rail_attention", ("rail",)),
]


@LOOKS
@pytest.mark.parametrize(("ink", "grounds"), TEXTS, ids=str)
def test_text_can_be_read(look: Tokens, ink: str, grounds: tuple[str, ...]) -> None:
    for ground in grounds:
        assert contrast(look, ink, ground) >= TEXT, ground


@LOOKS
@pytest.mark.parametrize(("edge", "grounds"), EDGES, ids=str)
def test_borders_and_focus_rings_are_seen(
    look: Tokens, edge: str, grounds: tuple[str, ...]
) -> None:
    for ground in grounds:
        assert contrast(look, edge, ground) >= EDGE, ground


def test_every_pair_of_the_sheet_is_among_them() -> None:
    colours: dict[str, Any] = {
        name: f"${name}"
        for name, value in LIGHT._asdict().items()
        if str(value)[0] == "#"
    }
    # A sheet in which each colour stands by its name.
    sheet = style_sheet(LIGHT._replace(**colours), {"arrow": "a", "tick": "t"})
    tested = {(ink, ground) for ink, grounds in TEXTS for ground in grounds}
    for block in re.findall(r"\{([^{}]*)\}", sheet):
        inks = re.findall(r"(?<![-\w])color: \$(\w+)", block)
        grounds = re.findall(r"(?<![-\w])background: \$(\w+)", block)
        # What is disabled need not be read.
        found = {(i, g) for i in inks for g in grounds if i != "disabled"}
        assert found <= tested


@LOOKS
def test_the_sheet_leaves_no_token_unfilled(look: Tokens) -> None:
    assert "$" not in style_sheet(look, {"arrow": "a.svg", "tick": "t.svg"})


@LOOKS
def test_distances_are_steps_of_four(look: Tokens) -> None:
    assert look.steps(3) == 12


def contrast(look: Tokens, one: str, other: str) -> float:
    values = sorted(luminance(getattr(look, name)) for name in (one, other))
    return (values[1] + 0.05) / (values[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
