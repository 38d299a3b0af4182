"""Sentences of quotes that come out of files, and the PDFs that hold them."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "price_differs": N_(
        "{sku} was quoted at {quoted} and is listed at {listed} today."
    ),
    "price_gone": N_("{sku} was quoted at {quoted} and has no such price today."),
    "number_replaced": N_("The file’s own number {number} was not kept."),
    "not_json": N_("This is not a quote file (JSON, line {line})."),
    "quote_file_damaged": N_(
        "“{path}” is a quote file that is damaged on line {line}: mend it there, ask"
        " for it again, or reopen the quote from its PDF."
    ),
    "object_expected": N_("Keys and values in braces are expected here."),
    "list_expected": N_("A list in square brackets is expected here."),
    "text_expected": N_("“{value}” is not a text: put it in quotation marks."),
    "number_expected": N_("“{value}” is not a whole number."),
    "yes_no_expected": N_("“{value}” is neither true nor false."),
    "key_missing": N_("This key is missing: add it."),
    "key_unknown": N_("This key is unknown: check its spelling."),
    "key_twice": N_("This key appears twice: keep one."),
    "not_text": N_("This text contains an incomplete character: retype it."),
    "not_one_of": N_("“{value}” is none of these: {expected}."),
    "quantity_range": N_(
        "{value} is not a quantity: write a whole number from 1 to 9999."
    ),
    "text_too_long": N_("This text is too long: at most 10,000 characters."),
    "not_a_price": N_(
        "“{value}” is not a price: write it like 1234.50, with at most four decimals."
    ),
    "not_an_amount": N_(
        "“{value}” is not an amount: write it like 1234.50, with at most two decimals."
    ),
    "not_a_percentage": N_("“{value}” is not a percentage: write 0 to 100, like 12.5."),
    "not_a_date": N_("“{value}” is not a date: write it like 2026-11-30."),
    "not_a_country": N_(
        "“{value}” is not a country: write two capital letters, like BE."
    ),
    "name_missing": N_("The service has no name: add name_fr or name_en."),
    "text_missing": N_("The request has no text: add text_fr or text_en."),
    "no_line": N_("The quote has no line: add a pack, a subscription or a service."),
    "term_missing": N_("Packs and special requests need a term: add 12, 24 or 36."),
    "not_our_pdf": N_(
        "“{path}” holds no quote: only a quote that this program wrote can be reopened,"
        " no order form or other paper."
    ),
    "pdf_unreadable": N_(
        "“{path}” cannot be read as a PDF: it is damaged, or a password protects it."
    ),
    "copy_changed": N_(
        "The quote in this PDF was changed after it was written: it holds what no paper"
        " of a customer holds."
    ),
    "own_prices": N_(
        "Prices of services and of special requests are those in the file: no list can"
        " tell whether they are right."
    ),
    "arrived_repriced": N_(
        "Its prices are not all those of today ({count}): today’s count."
    ),
    "quotes_taken_in": N_("Taken in as new quotes: {quotes}."),
}
