"""Problems that say the same of several things, told in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.problems import Problem, Problems
from app.wording import place_words, sentence, shown_parameters
from i18n import N_, Language

#: What is said of one thing in `SENTENCES`, said of several.
SEVERAL: Final[dict[str, str]] = {
    "not_offered": N_(
        "Not offered for {term} months: {names}. Choose another term or other items."
    ),
    "no_monthly_price": N_(
        "The price list has no monthly price for {names}: choose other items."
    ),
    "item_ended": N_("Sold until {day} only: {names}. Choose other items."),
    "item_not_begun": N_(
        "Sold from {day} on only: {names}. Date the quote {day} or later."
    ),
    "request_open": N_(
        "These special requests await the distributor’s answers: {names}. The quote"
        " stays provisional until they are entered."
    ),
    "commission_missing": N_(
        "The answers to these special requests name no commission: {names}. Ask the"
        " distributor to confirm it."
    ),
    "does_not_fit": N_("These do not go with “{pack}”: {names}. Choose other options."),
    "replaces_nothing": N_(
        "These upgrade nothing that their pack includes: {names}. Remove them, or"
        " choose another pack."
    ),
    "segment": N_("Not sold to this kind of customer ({segment}): {names}."),
    "country": N_("Not sold in this country ({country}): {names}."),
    "language_missing": N_(
        "No text in {language}: {names}. The paper shows them in another language."
    ),
    "order_lacks": N_("To be filled in by hand on the order form: {names}."),
    "identity_missing": N_(
        "Missing on the paper, among your particulars: {names}. The settings hold them."
    ),
    "legal_missing": N_(
        "Missing on the paper, though the law asks for it: {names}. The settings hold"
        " them."
    ),
}
#: What tells apart those that share such a sentence.
_OWN: Final = frozenset({"name", "law"})
#: As many are named as are read at once.
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and all the problems that it tells of, the first of them first."""

    problems: Problems
    text: str

    @property
    def first(self) -> Problem:
        """The problem whose place is gone to."""
        return self.problems[0]


def told(problems: Iterable[Problem], language: Language) -> tuple[Told, ...]:
    """Return a sentence for each problem, one for all that say the same.

    They come in the order in which the problems do.
    """
    groups: dict[object, list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        groups.setdefault(_said_by(problem), []).append(problem)
    return tuple(Told(tuple(each), _of_all(each, language)) for each in groups.values())


def _said_by(problem: Problem) -> object:
    """Return what problems share that say the same."""
    own = _OWN if problem.code in SEVERAL else frozenset[str]()
    shared = tuple(each for each in problem.parameters if each[0] not in own)
    return problem.code, problem.severity, shared


def _of_all(problems: Sequence[Problem], language: Language) -> str:
    """Say what problems share, and of what."""
    first = problems[0]
    if len(problems) == 1:
        return sentence(first, language)
    names = _listed([_named(each, language) for each in problems], language)
    if first.code in SEVERAL:
        text = language.gettext(SEVERAL[first.code])
        return text.format(**shown_parameters(first, language), names=names)
    what = sentence(Problem(first.code, first.severity, "", first.parameters), language)
    return language.gettext("{where}: {what}").format(where=names, what=what)


def _named(problem: Problem, language: Language) -> str:
    """Name what a problem is about: by its own name, else by its place."""
    shown = shown_parameters(problem, language) if problem.code in SEVERAL else {}
    if shown.get("name"):
        return language.gettext("“{name}”").format(name=shown["name"])
    place = place_words(problem.where, language)
    return f"{place} ({shown['law']})" if "law" in shown else place


def _listed(names: Sequence[str], language: Language) -> str:
    """List names, each once; the last ones of many are counted."""
    each = list(dict.fromkeys(names))
    # One may hold a comma itself: 'Pack 1, option 2'.
    between = "; " if any("," in name for name in each) else ", "
    shown, more = between.join(each[:_MOST]), len(each) - _MOST
    if more <= 0:
        return shown
    text = language.ngettext("and {count} more", "and {count} more", more)
    return f"{shown} {text.format(count=language.number(more))}"
