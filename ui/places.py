"""The pages that the window has, in the order of the rail."""

from __future__ import annotations

from typing import Final, NamedTuple

from i18n import N_


class Place(NamedTuple):
    """A page on the rail: its drawing, its name, and the key that goes there."""

    name: str
    drawing: str
    heading: str
    key: str


PLACES: Final = (
    Place("quotes", "file-text", N_("Quotes"), "Ctrl+1"),
    Place("today", "chart-column", N_("Today"), "Ctrl+2"),
    Place("prices", "tags", N_("Prices"), "Ctrl+3"),
    Place("customers", "users", N_("Customers"), "Ctrl+4"),
    Place("settings", "settings", N_("Settings"), "Ctrl+5"),
)
#: Pages that are reached from another one: which place of the rail stays lit.
WITHIN: Final = {"editor": "quotes"}
