"""Sentences of price lists, and importing them."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "no_header": N_(
        "No row names the columns {columns}: this is no price list, or one whose"
        " columns have names of their own. With a row of names above rows of items,"
        " the window asks what each column is; by command, “prices map LIST --out"
        " mapping.json” writes a first mapping, and “--mapping mapping.json” reads the"
        " list with it."
    ),
    "no_rows": N_("The list has no item."),
    "line_unknown": N_("This line above the table is unknown and was ignored."),
    "key_repeated": N_("The line “{key}” appears twice: keep one."),
    "column_unknown": N_("This column is unknown and was ignored."),
    "column_twice": N_("This column appears twice: keep one."),
    "cell_without_header": N_(
        "This cell is under no column name: name it or empty it."
    ),
    "heading_missing": N_("The line “{key}” above the table is missing: add it."),
    "format_unknown": N_("This format is unknown: write {expected}."),
    "not_a_currency": N_("This is not a currency (ISO 4217): write EUR, for example."),
    "not_a_country_code": N_(
        "This is not a country: write two capital letters, like BE."
    ),
    "not_a_day": N_("This is not a date: write it like 2026-11-30."),
    "ends_before_it_begins": N_("The end is before the beginning."),
    "cell_missing": N_("This cell may not be empty."),
    "prices_zero": N_(
        "Prices of 0 in column {column}: {count} (rows {rows}). Where an item is not"
        " offered, the cell stays empty."
    ),
    "price_zero": N_("This price is 0: empty the cell where the item is not offered."),
    "number_formula_error": N_("A formula failed here: correct it in the sheet."),
    "number_negative": N_("Amounts are never negative."),
    "number_parentheses": N_("Amounts are written without parentheses."),
    "number_exponent": N_("Amounts are written out, without an exponent."),
    "number_not_finite": N_("This is not an amount."),
    "number_letters": N_("This is not an amount: write digits with one decimal sign."),
    "number_signs_mixed": N_(
        "This column uses both the point and the comma as decimal sign: use one."
    ),
    "number_ambiguous": N_(
        "This can be read in two ways ({expected}): write the column with decimals."
    ),
    "number_too_large": N_("This amount is too large: at most nine digits."),
    "too_many_decimals": N_("This has too many decimals: at most {expected}."),
    "control_character": N_("This text holds a sign that cannot be shown: retype it."),
    "word_unknown": N_("This word is none of these: {expected}."),
    "contents_unreadable": N_(
        "The contents cannot be read: write SKU|SKU*2, each reference once."
    ),
    "not_a_whole_number": N_("This is not a whole number of at most six digits."),
    "not_yes_or_no": N_("Write yes or no."),
    "no_name": N_("{sku} has a name in neither French nor English: add one."),
    "one_language": N_("{sku} has no name in {language}: the other one is shown."),
    "sku_twice": N_("{sku} is already on row {other}: keep one of the two."),
    "sku_missing": N_("The list has no such reference: add its row, or remove it."),
    "pack_in_pack": N_("A pack cannot include another pack: name its contents."),
    "circle": N_(
        "These references lead back to one another in a circle: remove one of them."
    ),
    "version_other_content": N_(
        "{list} {version} was imported before with other content:"
        " give the new content a higher version."
    ),
    "version_without_internal": N_(
        "{list} {version} was imported before with what only the partner may see, and"
        " this file was written without it: export it with --internal, or give it a"
        " higher version."
    ),
    "list_unknown": N_(
        "No price list named {list} was imported: `prices show` names the current ones."
    ),
    "version_unknown": N_("Of {list}, these versions were imported: {versions}."),
    "version_lower": N_(
        "{list} {version} is below the current version {current}: nothing was changed."
    ),
    "version_exists": N_("{list_id} {version} is already there: nothing was changed."),
}
