"""Sentences of who makes the quote: logo, colour, particulars."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "logo_svg": N_(
        "A drawing (SVG) can be taken as a logo in the window’s settings only:"
        " save it as PNG, or choose it there."
    ),
    "logo_refers": N_(
        "This drawing refers to other files, which would come along: save it as PNG."
    ),
    "logo_too_large": N_(
        "This picture has more than {most} million points: save it smaller."
    ),
    "logo_too_small": N_(
        "This picture is less than {least} points high or wide: choose a larger one."
    ),
    "logo_white": N_(
        "This picture is white on white paper: choose one that can be seen."
    ),
    "logo_unreadable": N_(
        "This is no picture that can be read: choose a PNG or JPEG file."
    ),
    "identity_missing": N_(
        "missing on the paper, among your particulars; the settings hold it."
    ),
    "accent_darkened": N_(
        "{chosen} could not be read on white; the paper shows the darker {shown}."
    ),
    "legal_missing": N_("missing on the paper ({law}); the settings hold it."),
}
