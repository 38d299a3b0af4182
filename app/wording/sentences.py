"""A sentence for each problem: what is wrong, and what to do about it."""

from __future__ import annotations

from typing import Final

from i18n import N_

#: One sentence a code; a test looks for codes without one.
SENTENCES: Final[dict[str, str]] = {
    # The lines of a quote
    "no_prices": N_("No price list is current: import one, or name it with --prices."),
    "sku_in_two_lists": N_(
        "The lists {first} and {second} both hold {skus} ({count} in all):"
        " keep one of the two lists, or rename the references."
    ),
    "sku_unknown": N_(
        "No price list holds “{sku}”: check the reference, or import its list."
    ),
    "wrong_kind": N_(
        "“{sku}” is listed as “{kind}” and cannot stand here: choose another item."
    ),
    "two_currencies": N_(
        "“{sku}” is priced in {second} and the quote in {first}: make two "
        "quotes, one per currency."
    ),
    "item_ended": N_("“{name}” was sold until {day}: choose another item."),
    "item_followed": N_(
        "“{name}” was sold until {day}: choose its successor, {successor}."
    ),
    "item_not_begun": N_(
        "“{name}” is sold from {day} on: date the quote {day} or later."
    ),
    "id_twice": N_("Two lines have the id “{id}”: give each its own."),
    "alternative_unknown": N_(
        "No other line has the id “{id}”: name the line that this one would replace."
    ),
    "alternative_chain": N_(
        "The line “{id}” is an alternative itself: name the line that both replace."
    ),
    "alternative_other_party": N_(
        "The line “{id}” is invoiced apart from this one, which cannot replace it:"
        " make this line optional instead."
    ),
    "not_offered": N_(
        "“{name}” is not offered for {term} months:"
        " choose another term or another item."
    ),
    "no_monthly_price": N_(
        "The price list has no monthly price for “{name}”: choose another item."
    ),
    "request_open": N_(
        "This special request awaits the distributor’s answer:"
        " the quote stays provisional until it is entered."
    ),
    "does_not_fit": N_("“{name}” does not go with “{pack}”: choose another option."),
    "too_many": N_(
        "{quantity} × “{name}” is too many: at most {most}, {per_pack} per pack."
    ),
    "replaces_nothing": N_(
        "“{name}” upgrades nothing that its pack includes: remove it,"
        " or choose another pack."
    ),
    "replaced_twice": N_(
        "{quantity} upgrades replace “{name}”, and the packs include {most}:"
        " lower the quantities."
    ),
    "requires": N_("“{name}” needs {sku} in the same pack: add it."),
    "excludes": N_("“{name}” and “{other}” do not go together: remove one."),
    "billing": N_(
        "“{name}” cannot be billed that way ({billing}): choose the other frequency."
    ),
    "seats_min": N_("“{name}” needs at least {least} licences: change the quantity."),
    "seats_max": N_("“{name}” allows at most {most} licences: change the quantity."),
    "parent_unknown": N_(
        "No subscription of the quote has the id “{id}”: give the id of the "
        "one it belongs to."
    ),
    "segment": N_("“{name}” is not sold to this kind of customer ({segment})."),
    "country": N_("“{name}” is not sold in this country ({country})."),
    "no_return_item": N_(
        "No return item fits every pack ({packs}): have the customer return "
        "the hardware, or make separate quotes."
    ),
    "several_return_items": N_(
        "Several return items fit ({skus}): the list must offer one for these packs."
    ),
    "no_installation": N_(
        "This quote has hardware but no installation: offer configuration "
        "and installation as your own service."
    ),
    "valid_until_before_date": N_(
        "The quote is valid until {day}, before its own date: correct one of the two."
    ),
    "valid_past_list": N_(
        "The quote is valid longer than the prices of {list}, which end on "
        "{day}: shorten it."
    ),
    "policy_unknown": N_(
        "This version does not know the programme terms “{name}”: check the "
        "name, or update the program."
    ),
    "vat_unknown": N_(
        "No VAT rate is known for {country} on {day}: the quote shows none."
    ),
    "list_expired": N_(
        "The price list {list} was valid until {day}: ask for the current one."
    ),
    "date_outside_list": N_(
        "The quote’s date, {day}, is outside the validity of {list}: check "
        "the date, or use the list of that day."
    ),
    "sample_prices": N_(
        "This quote’s prices are an invented sample: for a real quote, begin a new one"
        " under a price list that you imported."
    ),
    "status_step": N_("A quote that is “{now}” cannot become “{wanted}”."),
    "no_answer_yet": N_(
        "A quote that is “{now}” has no answer that could be taken back."
    ),
    "quote_issued": N_(
        "{number} was handed over and stays as it is: begin a revision to change it."
    ),
    "provisional_not_final": N_(
        "A special request still awaits its price: the quote can be shown as a draft,"
        " and handed over once the answer is entered."
    ),
    "edition_not_issued": N_(
        "The edition “{edition}” was not handed over (there is: {there}). While the"
        " quote is presented, “quotes issue” adds one."
    ),
    "document_damaged": N_(
        "{name} is no longer as it was handed over: restore a backup of the database."
    ),
    "accepted_late": N_(
        "The quote was valid until {day}: it is recorded as accepted late."
    ),
    "contract_under_way": N_(
        "Days of the contract are recorded for {number}: take them out first, then"
        " take the answer back."
    ),
    "nothing_to_sign": N_(
        "The quote consists of options only: make firm in a revision what the customer"
        " takes."
    ),
    "signature_nameless": N_("Write the name of who signs."),
    "signature_missing": N_("Sign in the box first, with pen, finger or mouse."),
    "paper_foreign": N_(
        "“{name}” is no paper that this program wrote: it can be signed by hand only."
        " Record the customer’s answer once it is signed."
    ),
    "nothing_signed": N_(
        "{number} has no signed copy: nobody has signed it at the table."
    ),
    "not_extendable": N_(
        "The contract of {months} months cannot be extended: the end-of-contract sheet"
        " names the limit."
    ),
    "not_extendable_by": N_(
        "The contract cannot be extended by {months} months: choose from {choices}."
    ),
    "contract_day_to_come": N_("{day} is still to come: give a day until today."),
    "contract_day_early": N_(
        "{day} comes before the acceptance of {accepted}: give that day or a later one."
    ),
    "reason_missing": N_("Say why the quote was declined: a word is enough."),
    "answer_in_future": N_("{day} is still to come: give the day of the answer."),
    "answer_too_early": N_(
        "The answer of {day} comes before the quote, presented on {presented}."
    ),
    "language_missing": N_(
        "“{name}” has no text in {language}: the paper shows it in another language."
    ),
    "no_earlier_revision": N_("{number} has no revision before it to compare with."),
    "other_quote": N_(
        "{other} is no revision of {number}: name one of the same quote."
    ),
    "paste_unknown": N_(
        "Row {line}, “{text}”, names no reference of the price lists: it was left out."
    ),
    "paste_without_pack": N_(
        "Row {line}, “{text}”, is an option: choose the pack that it goes under first."
    ),
    "month_outside_term": N_(
        "The contract runs for {term} months: give a month from 1 to {term},"
        " not {month}."
    ),
    "nothing_rented": N_(
        "This quote rents nothing from the distributor: there is no contract that"
        " could end or be extended."
    ),
    "nothing_to_order": N_(
        "This quote holds no firm line of the distributor’s: there is nothing to order."
    ),
    "not_accepted": N_(
        "{number} is “{now}”: record first that the customer accepted it."
    ),
    "order_lacks": N_("to be filled in by hand on the order form."),
    "options_not_ordered": N_(
        "Optional lines and alternatives are not ordered: to order them, have them"
        " firm in a revision that the customer accepts."
    ),
    "price_differs": N_(
        "{sku} was quoted at {quoted} and is listed at {listed} today."
    ),
    "price_gone": N_("{sku} was quoted at {quoted} and has no such price today."),
    "commission_missing": N_(
        "The answer to this special request names no commission:"
        " ask the distributor to confirm it."
    ),
    "number_replaced": N_("The file’s own number {number} was not kept."),
    # Quote files
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
    "vat_number_doubtful": N_(
        "“{value}” does not look like a VAT number of {country}: check it. It is kept"
        " as it was typed."
    ),
    "enterprise_number_doubtful": N_(
        "“{value}” does not look like an enterprise number of {country}: check it. It"
        " is kept as it was typed."
    ),
    # Customers
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
    # Two laptops
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
    # Price lists
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
    "no_header": N_(
        "No row names the columns {columns}: this is no price list, or one whose"
        " columns have names of their own. With a row of names above rows of items,"
        " the window asks what each column is; by command, “prices map LIST --out"
        " mapping.json” writes a first mapping, and “--mapping mapping.json” reads the"
        " list with it."
    ),
    "table_empty": N_("This file is empty: ask whoever sent it for the whole file."),
    "no_table": N_(
        "No table was found in this file, a row that names columns above rows of items:"
        " ask for the list as a table."
    ),
    # Mappings
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
    "discount_below_floor": N_(
        "The discount leaves {left} of the price; your settings ask for at least"
        " {value}: reduce it, or the quote stays a draft."
    ),
    "not_printed": N_(
        "The paper could not be printed ({printer}): look whether the printer is there,"
        " or export the PDF."
    ),
    "template_beside": N_(
        "The template “{name}” says something else in the backup than here: the"
        " backup’s is kept as “{other}”."
    ),
    "template_lost": N_(
        "The backup’s template “{name}” was damaged already when it was backed up and"
        " was left out: save it again from a quote."
    ),
    "template_exists": N_(
        "There is a template called “{name}” already: choose another name."
    ),
    "template_unknown": N_(
        "There is no template called “{name}”: “templates list” names those there are."
    ),
    "template_damaged": N_(
        "The template in “{path}” cannot be read; it was left as it is: mend it, or"
        " move it away."
    ),
    "mapping_damaged": N_(
        "The mapping kept in “{path}” cannot be used; it was left as it is: correct it,"
        " or move it away to map the columns anew."
    ),
    "currency_choice": N_("This list has several currencies: choose one of {there}."),
    "currency_not_there": N_("This list has no {asked}: there is {there}."),
    "currency_untold": N_(
        "Neither this list nor its name says the currency: choose it."
    ),
    "offers_withdrawn": N_("Offers that Microsoft withdraws were left out: {count}."),
    "markets_left_out": N_(
        "Offers for other countries than {value} were left out: {count}."
    ),
    "term_left_out": N_(
        "Offers for a term of {value} were left out, since a price here pays for a"
        " month or a year: {count}."
    ),
    "billing_left_out": N_(
        "Offers for a term and billing of {value} were left out, since they are neither"
        " monthly nor annual: {count}."
    ),
    "segment_left_out": N_(
        "Offers for the unknown sector “{value}” were left out: {count}."
    ),
    "tiers_left_out": N_(
        "Prices that hold for certain quantities alone were left out: {count}."
    ),
    "periods_left_out": N_(
        "Prices of an offer for another period were left out: {count}."
    ),
    "offers_free": N_("Offers at a price of 0: {count}."),
    "not_by_month": N_(
        "This offer is sold by {value}, not by the month: it was left out."
    ),
    "matrix_no_list": N_(
        "This is an offer matrix and not a price list: the window, or “prices enrich”,"
        " adds what it says to the list of its offers."
    ),
    "matrix_meets_none": N_(
        "No current price list holds an offer of this matrix: import Microsoft’s"
        " licence list first."
    ),
    "matrix_meets_several": N_(
        "Several current lists hold offers of this matrix ({lists}): name one of them"
        " with “prices enrich --list”."
    ),
    "list_not_current": N_("No list named {list} is current; there is: {there}."),
    "no_matrix": N_("No row names the columns of an offer matrix."),
    "matrix_carried": N_(
        "What the offer matrix “{file}” of {day} says is applied too, as version"
        " {version}."
    ),
    "matrix_not_carried": N_(
        "The offer matrix “{file}” does not fit this version and is not applied to it:"
        " import the matrix of this month."
    ),
    "matrix_not_kept": N_(
        "Limits, seats and countries came from an offer matrix, “{file}”, which was not"
        " kept: import it again after this list."
    ),
    "matrix_twice": N_("The offer matrix names this offer twice: keep one row."),
    "matrix_only": N_("Offers of the matrix that the list does not hold: {count}."),
    "list_only": N_(
        "Offers of the list that the matrix does not hold, left as they are: {count}."
    ),
    "parents_missing": N_(
        "Parents that the list does not hold were left out: {count}."
    ),
    "country_unknown": N_("The country “{value}” is unknown and was left out."),
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
    # Importing
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
    # Files and settings
    "file_missing": N_("There is no file “{path}”: check its name and folder."),
    "file_unreadable": N_("“{path}” cannot be read ({reason})."),
    "file_unwritable": N_(
        "“{path}” cannot be written ({reason}): nothing was changed."
    ),
    "paper_unwritable": N_(
        "“{path}” cannot be written ({reason}). The quote is handed over, and its paper"
        " is kept: write it again once that can be done."
    ),
    "signs_undrawn": N_(
        "Some characters of “{text}” are missing from the paper’s fonts ({signs}):"
        " their codes are printed instead."
    ),
    "offer_over": N_(
        "The last day of this quote, {day}, is over: date it anew before the customer"
        " has it."
    ),
    "offered_too_late": N_(
        "The last day of this quote, {day}, is over: a revision is dated anew."
    ),
    "name_taken": N_(
        "“{name}” was there with another content and stays as it is: the new file is"
        " called “{path}”."
    ),
    "file_exists": N_("“{path}” is already there: choose another name."),
    "file_too_large": N_("The file is too large: at most {most} MB are read."),
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
    "partner_only": N_(
        "This is for the partner alone: leave the customer view first (F9)."
    ),
    "no_free_name": N_("No free name is left beside “{path}”: clear out the folder."),
    "not_our_pdf": N_(
        "“{path}” holds no quote: only a quote that this program wrote can be reopened,"
        " no order form or other paper."
    ),
    "several_files": N_(
        "No quotes, and not read among several files: {names}. Drop each on its own."
    ),
    "arrived_repriced": N_(
        "Its prices are not all those of today ({count}): today’s count."
    ),
    "quotes_taken_in": N_("Taken in as new quotes: {quotes}."),
    "exchange_taken_in": N_("The colleague’s file is taken in."),
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
    "setting_unknown": N_("There is no setting “{key}”. There are: {keys}."),
    "setting_wrong": N_("“{value}” does not suit {key}: write it like {expected}."),
    "setting_text": N_(
        "{key} takes one line of at most {most} characters: shorten it."
    ),
    "problems_hidden": N_(
        "Not shown while the customer looks on: {count}. End the customer view to"
        " read them."
    ),
    "customer_view_on": N_(
        "The customer view is on, as it was when the program was closed or as the"
        " settings say: F9 ends it."
    ),
    "watched_gone": N_(
        "The watched file or folder {path} cannot be reached: nothing is lost, and it"
        " is looked at again as soon as it is back."
    ),
    "settings_damaged": N_(
        "The settings file “{path}” cannot be read; it was left as it is:"
        " correct it, or move it away to begin anew."
    ),
    # The database
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
    # Who makes the quote
    "logo_svg": N_(
        "A drawing (SVG) can be taken as a logo in the window’s settings only:"
        " save it as PNG, or choose it there."
    ),
    "logo_refers": N_(
        "This drawing refers to other files, which would come along: save it as PNG."
    ),
    "logo_too_large": N_(
        "This picture has more than {most} million points: save it smaller."
    ),
    "logo_too_small": N_(
        "This picture is less than {least} points high or wide: choose a larger one."
    ),
    "logo_white": N_(
        "This picture is white on white paper: choose one that can be seen."
    ),
    "logo_unreadable": N_(
        "This is no picture that can be read: choose a PNG or JPEG file."
    ),
    "identity_missing": N_(
        "missing on the paper, among your particulars; the settings hold it."
    ),
    "accent_darkened": N_(
        "{chosen} could not be read on white; the paper shows the darker {shown}."
    ),
    "legal_missing": N_("missing on the paper ({law}); the settings hold it."),
    # Self-check
    "self_check_failed": N_(
        "This installation is incomplete or damaged ({what}): reinstall the program."
    ),
}
