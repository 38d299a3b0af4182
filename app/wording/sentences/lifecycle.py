"""Sentences of how far a quote has come: presented, signed, answered, revised."""

from __future__ import annotations

from typing import Final

from i18n import N_

SENTENCES: Final = {
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
    "reason_missing": N_("Say why the quote was declined: a word is enough."),
    "answer_in_future": N_("{day} is still to come: give the day of the answer."),
    "answer_too_early": N_(
        "The answer of {day} comes before the quote, presented on {presented}."
    ),
    "no_earlier_revision": N_("{number} has no revision before it to compare with."),
    "other_quote": N_(
        "{other} is no revision of {number}: name one of the same quote."
    ),
    "offer_over": N_(
        "The last day of this quote, {day}, is over: date it anew before the customer"
        " has it."
    ),
    "offered_too_late": N_(
        "The last day of this quote, {day}, is over: a revision is dated anew."
    ),
}
