"""Sentences of settings, and what is hidden while a customer looks on."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "partner_only": N_(
        "This is for the partner alone: leave the customer view first (F9)."
    ),
    "setting_unknown": N_("There is no setting “{key}”. There are: {keys}."),
    "setting_wrong": N_("“{value}” does not suit {key}: write it like {expected}."),
    "setting_text": N_(
        "{key} takes one line of at most {most} characters: shorten it."
    ),
    "problems_hidden": N_(
        "Not shown while the customer looks on: {count}. End the customer view to"
        " read them."
    ),
    "customer_view_on": N_(
        "The customer view is on, as it was when the program was closed or as the"
        " settings say: F9 ends it."
    ),
    "settings_damaged": N_(
        "The settings file “{path}” cannot be read; it was left as it is:"
        " correct it, or move it away to begin anew."
    ),
}
