"""What a command answers: words or JSON, and problems."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.domain.problems import Problem, Severity
from app.exchange.offer_json import problem_json
from app.files import kept_names
from app.use_cases.discretion import masked
from app.wording import labelled, sentence
from i18n import Language


def say(text: str) -> None:
    """Print a line for the user."""
    print(text)


def say_paths(paths: Iterable[Path], language: Language) -> None:
    """Print where files are, and which ones keep the name they would have had."""
    written = tuple(paths)
    tell(kept_names(written), language)
    for path in written:
        say(str(path))


def tell(
    problems: Iterable[Problem], language: Language, *, internal: bool = False
) -> None:
    """Print problems to standard error, each once, errors first."""
    order = list(Severity)
    for problem in sorted(
        dict.fromkeys(problems), key=lambda each: order.index(each.severity)
    ):
        print(
            labelled(problem if internal else masked(problem), language),
            file=sys.stderr,
        )


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def problems_json(
    problems: Iterable[Problem], language: Language, *, internal: bool = False
) -> list[dict[str, Any]]:
    """Return the problems with their sentences."""
    shown = [each if internal else masked(each) for each in problems]
    return [problem_json(each, sentence(each, language)) for each in shown]


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
