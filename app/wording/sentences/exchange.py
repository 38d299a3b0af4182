"""Sentences of what two laptops give each other."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "exchange_unknown": N_(
        "This is no exchange file of this version ({expected}): have it written again"
        " by the same version of the program."
    ),
    "exchange_damaged": N_(
        "This exchange file was damaged on its way: have it sent again. Nothing was"
        " taken in."
    ),
    "exchange_hostile": N_(
        "This exchange file holds what no program of ours writes: do not trust where"
        " it comes from. Nothing was taken in."
    ),
    "exchange_too_many": N_(
        "Nothing was written: {count} quotes and customers are more than an exchange"
        " file takes ({most}). Give your colleague a backup instead: restored there, it"
        " takes the place of what that laptop holds."
    ),
    "exchange_too_large": N_(
        "Nothing was written: {number} with its papers is larger than an exchange file"
        " takes ({most} MB). Give your colleague a backup instead: restored there, it"
        " takes the place of what that laptop holds."
    ),
    "exchange_kept_twice": N_(
        "{number} is here already, with another content: your colleague’s is kept as"
        " {other}."
    ),
    "exchange_number_taken": N_(
        "Another quote has the number {number} here: your colleague’s was handed over"
        " and cannot change its number, so it stays in the file."
    ),
    "exchange_frozen_both": N_(
        "{number} was handed over and stands elsewhere on the other side: yours stays"
        " as it is, your colleague’s stays in the file."
    ),
    "exchange_taken_in": N_("The colleague’s file is taken in."),
}
