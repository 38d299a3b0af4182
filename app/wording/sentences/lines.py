"""Sentences of the lines of a quote, and the whole they make."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
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
    "language_missing": N_(
        "“{name}” has no text in {language}: the paper shows it in another language."
    ),
    "paste_unknown": N_(
        "Row {line}, “{text}”, names no reference of the price lists: it was left out."
    ),
    "paste_without_pack": N_(
        "Row {line}, “{text}”, is an option: choose the pack that it goes under first."
    ),
    "commission_missing": N_(
        "The answer to this special request names no commission:"
        " ask the distributor to confirm it."
    ),
    "discount_below_floor": N_(
        "The discount leaves {left} of the price; your settings ask for at least"
        " {value}: reduce it, or the quote stays a draft."
    ),
}
