"""Sentences of customers, and tables of them."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "vat_number_doubtful": N_(
        "“{value}” does not look like a VAT number of {country}: check it. It is kept"
        " as it was typed."
    ),
    "enterprise_number_doubtful": N_(
        "“{value}” does not look like an enterprise number of {country}: check it. It"
        " is kept as it was typed."
    ),
    "customer_unnamed": N_("Give the customer a name."),
    "customer_edited_elsewhere": N_(
        "“{name}” was changed by another window or program meanwhile: open it again,"
        " nothing of that change was overwritten."
    ),
    "customer_unknown": N_(
        "No customer is called “{name}”, nor has that number: “customers list” shows"
        " them all."
    ),
    "customer_ambiguous": N_(
        "“{name}” may be several customers: name one by the beginning of its id"
        " ({ids})."
    ),
    "customer_column_missing": N_(
        "No column of this file is called as the customer’s name: say which one it is"
        " (--column name=COLUMN)."
    ),
    "customer_columns_unknown": N_(
        "The file has no such column: {names}. The names stand in one row of it."
    ),
    "customer_row_unnamed": N_("The customer has no name: the row is left out."),
    "customer_row_twice": N_(
        "This is the same customer as in row {first}: the row is left out."
    ),
    "customer_row_ambiguous": N_(
        "This may be several of your customers: merge them first, the row is left out."
    ),
    "customer_segment_unknown": N_(
        "This is no sector: write business, government, education or charity; the row"
        " is left out."
    ),
    "customer_language_unknown": N_(
        "This is no language of quotes: write fr, en or fr+en; the row is left out."
    ),
    "customer_not_merged": N_("No other customer was merged into “{name}”."),
}
