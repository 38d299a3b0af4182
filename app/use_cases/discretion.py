"""What problems may say, and to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.columns import is_confidential
from app.domain.problems import Problem, Problems, suggestion
from app.pricelist.columns import column_named

_HIDDEN: Final = "…"
#: What tells the partner how to sell more; said before a customer, it embarrasses.
_ADVICE: Final = frozenset({"no_installation"})


def masked(problem: Problem) -> Problem:
    """Hide what a cell says of a commission or a cost; its place stays."""
    if not _confidential(problem):
        return problem
    hidden = tuple(
        (name, _HIDDEN if name in ("value", "expected") and value else value)
        for name, value in problem.parameters
    )
    return replace(problem, parameters=hidden)


def for_customer(problems: Problems) -> Problems:
    """Return the problems with one sentence for all that a customer may not see.

    Advice to the partner is left out without a word.
    """
    problems = tuple(each for each in problems if each.code not in _ADVICE)
    hidden = [each for each in problems if _confidential(each)]
    shown = tuple(each for each in problems if not _confidential(each))
    if not hidden:
        return shown
    count = (("count", len(hidden)),)
    return (*shown, Problem("problems_hidden", hidden[0].severity, "", count))


def _confidential(problem: Problem) -> bool:
    """Tell whether the problem is about a commission, a cost or the partner's floor."""
    said = dict(problem.parameters)
    column = column_named(str(said.get("field") or said.get("column", "")))
    own = problem.code == "discount_below_floor"
    return (
        own
        or problem.where.endswith(".commission")
        or (column is not None and is_confidential(column))
    )


def begun_for_customer() -> Problems:
    """Say that a start shows nothing of the partner's, and how that ends."""
    return (suggestion("customer_view_on"),)
