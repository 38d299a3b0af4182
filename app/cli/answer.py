"""What a command answers: words or JSON, problems, and an exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from app.domain.columns import is_confidential
from app.domain.problems import Problem, Severity
from app.exchange.offer_json import problem_json
from app.pricelist.columns import column_named
from app.wording import labelled, sentence
from i18n import Language

_HIDDEN = "…"


class Exit(IntEnum):
    """CONTRACT's exit statuses."""

    DONE = 0
    REFUSED = 1
    UNAVAILABLE = 2


def say(text: str) -> None:
    """Print a line for the user."""
    print(text)


def tell(
    problems: Iterable[Problem], language: Language, *, internal: bool = False
) -> None:
    """Print problems to standard error, each once, errors first."""
    order = list(Severity)
    for problem in sorted(
        dict.fromkeys(problems), key=lambda each: order.index(each.severity)
    ):
        print(labelled(_shown(problem, internal), language), file=sys.stderr)


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def problems_json(
    problems: Iterable[Problem], language: Language, *, internal: bool = False
) -> list[dict[str, Any]]:
    """Return the problems with their sentences."""
    shown = [_shown(each, internal) for each in problems]
    return [problem_json(each, sentence(each, language)) for each in shown]


def _shown(problem: Problem, internal: bool) -> Problem:
    """Hide what a cell says of a commission or a cost, unless it was asked for."""
    if internal or not _is_confidential(problem):
        return problem
    hidden = tuple(
        (name, _HIDDEN if name in ("value", "expected") and value else value)
        for name, value in problem.parameters
    )
    return replace(problem, parameters=hidden)


def _is_confidential(problem: Problem) -> bool:
    """Tell whether the problem is about a commission or a cost."""
    column = column_named(str(dict(problem.parameters).get("column", "")))
    return problem.where.endswith(".commission") or (
        column is not None and is_confidential(column)
    )


def columns(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """Return rows as lines of even columns, the named ones set to the right."""
    if not rows:
        return []
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
