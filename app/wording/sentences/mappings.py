"""Sentences of mappings, and lists that are read with one."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "mapped_with": N_("Read with the mapping “{name}”."),
    "mapping_columns_missing": N_(
        "No row names all the columns that the mapping uses ({columns}): correct the"
        " mapping, or use the one of this layout."
    ),
    "mapping_dated": N_(
        "The mapping that is remembered for this layout says from which day the list"
        " counts: “prices map {file} --out mapping.json” writes it, change its"
        " “valid_from”, then import the list with “--mapping mapping.json”."
    ),
    "mapping_says_not": N_(
        "Neither the mapping nor the file says “{field}” ({key}): fill it in."
    ),
    "unsaid": N_("Say “{key}”: neither the file nor a choice here does."),
    "day_untold": N_(
        "Neither the mapping, nor the file, nor its name says from which day the list"
        " counts: fill in “{key}”."
    ),
    "columns_unused": N_("Columns that are not used: {columns}."),
    "mapping_no_price": N_("No column is a price: these items cannot be quoted."),
    "price_with_vat": N_(
        "The column “{column}” seems to hold prices with VAT, and prices count as"
        " without: check that before quoting."
    ),
    "header_repeated": N_("The names of the columns stand here again: left out."),
    "header_goes_on": N_("The names of the columns go on here: left out."),
    "total_left_out": N_("This row is a total: left out."),
    "row_left_out": N_("The mapping leaves this row out."),
    "note_left_out": N_("This row is a heading or a note: left out."),
    "notes_left_out": N_(
        "Rows that hold no item, but headings or notes, were left out: {count}"
        " (rows {rows})."
    ),
    "names_missing": N_(
        "Items without a name in {language}: {count} (rows {rows}). The other one is"
        " shown."
    ),
    "sku_numbered": N_("This reference is there before: it became “{sku}”."),
    "mapped_sku_twice": N_(
        "{sku} is already on row {other}: keep one of the two, let more columns make"
        " the reference, or have repeated references numbered."
    ),
    "mapped_signs_mixed": N_(
        "This column uses both the point and the comma as decimal sign: use one, or"
        " have each cell read by itself."
    ),
    "mapped_ambiguous": N_(
        "This can be read in two ways ({expected}): choose the decimal sign."
    ),
    "term_unknown": N_("This is not a term: 12, 24 or 36 months are."),
    "term_twice": N_(
        "This item has this term on row {other} already: keep one of the two."
    ),
    "item_differs": N_(
        "This differs from row {other}, which holds another term of the same item:"
        " make them alike."
    ),
    "other_currency": N_("This is in {expected}, and the list in another currency."),
    "number_other_sign": N_(
        "This is not written with “{expected}” as decimal sign: correct it, or choose"
        " another sign in the mapping."
    ),
    "day_ambiguous": N_(
        "This can be two days ({expected}): say in the mapping (“dates”) whether the"
        " day or the month comes first."
    ),
    "day_orders_mixed": N_(
        "Some dates of this column begin with the day and some with the month: write"
        " them alike."
    ),
    "mapping_not_json": N_("This is not a mapping file (JSON, line {line})."),
    "mapping_field_unknown": N_("“{field}” is no field. There are: {known}."),
    "mapping_no_column": N_("“{field}” has no column: name one, or remove it."),
    "mapping_field_twice": N_("“{field}” is said in two ways: keep one."),
    "mapping_one_column": N_("“{field}” is made of one column alone: keep one."),
    "mapping_empty": N_("No column is mapped to a field: map some."),
    "mapping_term_alone": N_(
        "A column says the term and none the price of that term: map it to “price”."
    ),
    "mapping_term_missing": N_(
        "“{field}” needs a column that says the term of each row: map it to “term”."
    ),
    "mapping_words_unused": N_("“{field}” is fed by no column: remove its words."),
    "mapping_too_long": N_("There is too much here: at most {most}."),
    "mapping_text_long": N_("This text is too long: at most {most} characters."),
    "mapping_damaged": N_(
        "The mapping kept in “{path}” cannot be used; it was left as it is: correct it,"
        " or move it away to map the columns anew."
    ),
}
