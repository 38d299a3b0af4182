"""The keys that work in a quote beside those of the menus, for the list of keys."""

from __future__ import annotations

from typing import Final

from i18n import N_

ADD: Final = "Ctrl+L"
NEXT_PROBLEM: Final = "F8"
REMEDY: Final = "Ctrl+."
DOCUMENT: Final = "F7"
NEXT_TERM: Final = "F6"
#: Each key with what it does.
KEYS: Final = (
    (ADD, N_("Look for something to add")),
    ("Enter", N_("Add what was found; edit the chosen line")),
    ("F2", N_("Edit the quantity")),
    ("+", N_("One more")),
    ("-", N_("One less")),
    ("O", N_("Make a line optional, or count it again")),
    ("Space", N_("Show what a pack includes, or fold it")),
    ("Del", N_("Remove the line")),
    ("Ctrl+D", N_("Duplicate the line")),
    ("Ctrl+D", N_("In the search: make it a favourite, or no longer")),
    ("Alt+Down", N_("Move the line down; Alt+Up moves it up")),
    ("Ctrl+V", N_("Add rows of a spreadsheet: reference and quantity")),
    ("?", N_("Say why an amount is what it is")),
    (NEXT_TERM, N_("Take the next term that is offered")),
    (DOCUMENT, N_("Show the whole document")),
    ("Ctrl+P", N_("In the document: print it")),
    (NEXT_PROBLEM, N_("Go to the next problem")),
    (REMEDY, N_("Do what a problem proposes")),
)
