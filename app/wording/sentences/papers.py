"""Sentences of papers and other files that are written."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "not_printed": N_(
        "The paper could not be printed ({printer}): look whether the printer is there,"
        " or export the PDF."
    ),
    "paper_unwritable": N_(
        "“{path}” cannot be written ({reason}). The quote is handed over, and its paper"
        " is kept: write it again once that can be done."
    ),
    "signs_undrawn": N_(
        "Some characters of “{text}” are missing from the paper’s fonts ({signs}):"
        " their codes are printed instead."
    ),
    "name_taken": N_(
        "“{name}” was there with another content and stays as it is: the new file is"
        " called “{path}”."
    ),
    "file_exists": N_("“{path}” is already there: choose another name."),
    "report_form": N_(
        "A report is a PDF or a workbook: end the name of “{path}” with .pdf or .xlsx."
    ),
    "sell_out_form": N_(
        "Sell-out is written as a table, a workbook or a PDF: end the name of"
        " “{path}” with .csv, .xlsx or .pdf."
    ),
    "period_crossed": N_(
        "The period ends on {day}, before its first day, {first}: change one of them."
    ),
    "no_free_name": N_("No free name is left beside “{path}”: clear out the folder."),
}
