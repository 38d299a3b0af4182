"""Colours and measures of the window, light and dark."""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """One look; colours are '#rrggbb', measures are in device-independent pixels.

    `line` only separates, `border` outlines what is typed into (3:1 on panel and
    background), `own` is the colour of what only the partner may see.
    """

    background: str
    panel: str
    text: str
    quiet: str
    disabled: str
    line: str
    border: str
    hover: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_tint: str
    own: str
    own_tint: str
    attention: str
    attention_tint: str
    error: str
    error_tint: str
    info: str
    info_tint: str
    good: str
    good_tint: str
    rail: str
    rail_text: str
    rail_strong: str
    rail_hover: str
    rail_checked: str
    rail_focus: str
    rail_attention: str
    shadow: str

    space: int = 4
    radius: int = 6
    radius_large: int = 8
    radius_card: int = 10
    font_small: int = 11
    font: int = 13
    font_title: int = 17
    font_large: int = 34
    control: int = 32
    header: int = 52

    def steps(self, count: int) -> int:
        """Return so many steps of the spacing grid."""
        return self.space * count


LIGHT: Final = Tokens(
    background="#f4f6f8",
    panel="#ffffff",
    text="#17202a",
    quiet="#5d6b79",
    disabled="#8c98a4",
    line="#e1e6eb",
    border="#7d8a96",
    hover="#eef1f4",
    accent="#0b5c5a",
    on_accent="#ffffff",
    accent_hover="#0e6f6c",
    accent_tint="#e6f1f0",
    own="#8a5a00",
    own_tint="#fdf3dd",
    attention="#a4400b",
    attention_tint="#fdeee4",
    error="#9c1c28",
    error_tint="#fdecec",
    info="#2456a6",
    info_tint="#e6eefa",
    good="#1c6b34",
    good_tint="#e3f3e6",
    rail="#12252b",
    rail_text="#b9c6cc",
    rail_strong="#ffffff",
    rail_hover="#1e3239",
    rail_checked="#2f4046",
    rail_focus="#4fc1b6",
    rail_attention="#f0c36b",
    shadow="#0000001f",
)

DARK: Final = Tokens(
    background="#12171c",
    panel="#1a2128",
    text="#e8edf1",
    quiet="#96a4b0",
    disabled="#65727e",
    line="#2a333c",
    border="#6b7885",
    hover="#232c35",
    accent="#4fc1b6",
    on_accent="#0c1115",
    accent_hover="#6bd0c6",
    accent_tint="#1d3434",
    own="#f0c36b",
    own_tint="#332a17",
    attention="#ffab7d",
    attention_tint="#3a251a",
    error="#ff9aa2",
    error_tint="#3b1d21",
    info="#8ab4f8",
    info_tint="#1b2a40",
    good="#7fd196",
    good_tint="#1a3222",
    rail="#0c1115",
    rail_text="#b3bfc6",
    rail_strong="#ffffff",
    rail_hover="#1a2026",
    rail_checked="#2a3036",
    rail_focus="#4fc1b6",
    rail_attention="#f0c36b",
    shadow="#00000066",
)
