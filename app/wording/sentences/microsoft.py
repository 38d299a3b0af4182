"""Sentences of Microsoft's lists and offer matrices."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
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
}
