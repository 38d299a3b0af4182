"""Sentences of a contract and its papers: order, early end, extension."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
    "contract_under_way": N_(
        "Days of the contract are recorded for {number}: take them out first, then"
        " take the answer back."
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
}
