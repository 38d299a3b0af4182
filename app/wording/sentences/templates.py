"""Sentences of templates."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "template_beside": N_(
        "The template “{name}” says something else in the backup than here: the"
        " backup’s is kept as “{other}”."
    ),
    "template_lost": N_(
        "The backup’s template “{name}” was damaged already when it was backed up and"
        " was left out: save it again from a quote."
    ),
    "template_exists": N_(
        "There is a template called “{name}” already: choose another name."
    ),
    "template_unknown": N_(
        "There is no template called “{name}”: “templates list” names those there are."
    ),
    "template_damaged": N_(
        "The template in “{path}” cannot be read; it was left as it is: mend it, or"
        " move it away."
    ),
}
