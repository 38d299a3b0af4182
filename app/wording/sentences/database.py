"""Sentences of the database, and the installation."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "data_locked": N_(
        "Another WaaS Quotes is using “{path}”: close it, or wait until it is done."
    ),
    "database_empty": N_(
        "The database “{path}” is an empty file; it was left as it is:"
        " restore a backup, or move it away to begin anew."
    ),
    "database_foreign": N_(
        "“{path}” is not a database of this program; it was left as it is: "
        "choose another file."
    ),
    "database_newer": N_(
        "The database “{path}” belongs to a newer version of this program;"
        " it was left as it is: install that version."
    ),
    "database_truncated": N_(
        "The end of the database “{path}” is missing; it was left as it is:"
        " restore a backup."
    ),
    "database_damaged": N_(
        "The database “{path}” is damaged; it was left as it is: restore a backup."
    ),
    "database_unreadable": N_(
        "The database “{path}” cannot be read: check that you may open it."
    ),
    "number_taken": N_("The number {number} is taken: nothing was saved."),
    "edited_elsewhere": N_(
        "{number} was changed elsewhere in the meantime: nothing was saved."
    ),
    "save_failed": N_(
        "This edit is not saved yet ({reason}); it is kept and tried again."
    ),
    "left_unsaved": N_(
        "This quote is not saved as it stands: leaving once more gives that up."
    ),
    "quote_unknown": N_("There is no quote {number}: see “quotes list”."),
    "database_gone": N_(
        "The database “{path}” is no longer there, though backups of it are: put it"
        " back, restore a backup, or begin with an empty one."
    ),
    "database_missing": N_("There is no database at “{path}” yet."),
    "database_unwritable": N_(
        "“{path}” cannot be written, nothing was changed: check that you may "
        "write there."
    ),
    "upgrade_failed": N_(
        "The database “{path}” could not be brought up to date and was left as it was:"
        " keep it, and report this with the program’s version."
    ),
    "answer_unwritable": N_(
        "The answer could not be written ({reason}): what the command did is done."
    ),
    "disk_full": N_("The disk is full, nothing was changed: make room for “{path}”."),
    "copy_differs": N_(
        "The copy “{path}” is not the same as the database and was not kept: try again."
    ),
    "database_busy": N_(
        "Another program holds the database “{path}”: try again in a moment."
    ),
    "database_inconsistent": N_(
        "The database is damaged ({detail}): restore a backup."
    ),
    "reference_broken": N_(
        "A row of “{table}” refers to a row of “{refers_to}” that is gone: "
        "restore a backup."
    ),
    "price_list_unreadable": N_(
        "The price list {list_id} {version} cannot be read back: restore a backup."
    ),
    "quote_unreadable": N_("The quote {number} cannot be read back: restore a backup."),
    "self_check_failed": N_(
        "This installation is incomplete or damaged ({what}): reinstall the program."
    ),
}
