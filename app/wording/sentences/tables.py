"""Sentences of table files of any kind, before anybody knows what they list."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "not_a_text_file": N_(
        "This is not a text file (byte {byte}): save the list as CSV."
    ),
    "quote_open": N_(
        "A quotation mark opens on row {row} and never closes: correct the file."
    ),
    "quote_misplaced": N_(
        "A quotation mark stands inside a cell (row {row}): correct the file."
    ),
    "workbook_old": N_(
        "This workbook is in the old format (.xls): open it in a spreadsheet program"
        " and save it as .xlsx or CSV."
    ),
    "workbook_protected": N_(
        "This workbook is protected by a password: save it without one, then try again."
    ),
    "not_a_workbook": N_(
        "This file is packed but no workbook: save the list as .xlsx or CSV."
    ),
    "workbook_damaged": N_(
        "This workbook is damaged and cannot be read: open it in a spreadsheet program"
        " and save it anew, or ask for it again."
    ),
    "workbook_slow": N_(
        "Reading this workbook took more than {seconds} seconds and was stopped:"
        " save the list as CSV."
    ),
    "workbook_too_large": N_(
        "Unpacked, this workbook is larger than {most} MB: remove what is not the"
        " list, or save it as CSV."
    ),
    "workbook_parts": N_(
        "This workbook has more than {most} parts: remove pictures and sheets, or save"
        " the list as CSV."
    ),
    "workbook_texts": N_(
        "This workbook has more than {most} texts: save the list as CSV."
    ),
    "workbook_definitions": N_(
        "This workbook holds definitions that no spreadsheet program writes, and was"
        " not opened: ask whoever sent it."
    ),
    "sheet_too_large": N_(
        "A sheet is larger than any list (at most {rows} rows, {columns} columns and"
        " {cells} cells): delete the cells outside the list."
    ),
    "cell_far": N_(
        "The cell {cell} is far outside any list (at most {rows} rows and {columns}"
        " columns): delete it."
    ),
    "merged_too_large": N_("Too many cells are merged ({cells}): unmerge them."),
    "formula_without_value": N_(
        "This formula was never computed: open the workbook in a spreadsheet program"
        " and save it."
    ),
    "number_as_text": N_(
        "This number is stored as text and can be read in two ways ({expected}): enter"
        " it as a number."
    ),
    "table_empty": N_("This file is empty: ask whoever sent it for the whole file."),
    "no_table": N_(
        "No table was found in this file, a row that names columns above rows of items:"
        " ask for the list as a table."
    ),
}
