"""What each way out is called, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.use_cases.ways_out import Way
from i18n import N_


@dataclass(frozen=True, slots=True)
class Words:
    """A way's drawing, the button's text, and what happens then."""

    drawing: str
    text: str
    effect: str


AGAIN: Final = Words(
    "refresh-cw",
    N_("Try again"),
    N_("Once the other program is closed, room is made, or the file is back."),
)
SHOW: Final = Words(
    "folder-open",
    N_("Show the folder"),
    N_("Opens the folder in which your data lie."),
)
OTHER_BACKUP: Final = Words(
    "file-up",
    N_("Open a backup…"),
    N_("A copy kept elsewhere, on a USB stick for instance."),
)
WAYS: Final = {
    Way.READ: Words(
        "file-text",
        N_("Open to read"),
        N_("Everything can be looked at and exported; no change is saved meanwhile."),
    ),
    Way.RESTORE: Words(
        "undo-2",
        N_("Restore"),
        N_("The backup chosen above; what is there now is kept beside it."),
    ),
    Way.SALVAGE: Words(
        "file-down",
        N_("Save what can be read…"),
        N_("Each quote that can still be read becomes a file in a folder you choose."),
    ),
    Way.BEGIN_ANEW: Words(
        "plus",
        N_("Begin with an empty database"),
        N_("What is there now is kept among the backups, as it is."),
    ),
    Way.NEW_SETTINGS: Words(
        "settings",
        N_("Begin with new settings"),
        N_("The file that cannot be read is kept beside them; quotes stay."),
    ),
}
