"""Sentences of files that are read, and what can stand in the way."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "file_missing": N_("There is no file “{path}”: check its name and folder."),
    "file_unreadable": N_("“{path}” cannot be read ({reason})."),
    "file_unwritable": N_(
        "“{path}” cannot be written ({reason}): nothing was changed."
    ),
    "file_too_large": N_("The file is too large: at most {most} MB are read."),
    "several_files": N_(
        "No quotes, and not read among several files: {names}. Drop each on its own."
    ),
    "watched_gone": N_(
        "The watched file or folder {path} cannot be reached: nothing is lost, and it"
        " is looked at again as soon as it is back."
    ),
}
