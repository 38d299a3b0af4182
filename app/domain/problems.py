"""Problems as codes with parameters; `app.wording` makes sentences of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from app.domain.localized import Localized
    from app.domain.money import Amount, UnitPrice

# Before the window is painted nothing has any of these values yet.
Parameter: TypeAlias = "str | int | date | Decimal | Amount | UnitPrice | Localized"


class Severity(StrEnum):
    """How much a problem weighs: only an error refuses."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and the values that say so.

    `where` is a place in a quote (`packs[0].options[1]`) or in a file
    (`row 12, column price_36`), or '' for the whole.
    """

    code: str
    severity: Severity
    where: str = ""
    parameters: tuple[tuple[str, Parameter], ...] = ()


Problems = tuple[Problem, ...]


def error(code: str, where: str = "", **parameters: Parameter) -> Problem:
    """Make a problem that refuses."""
    return Problem(code, Severity.ERROR, where, tuple(parameters.items()))


def warning(code: str, where: str = "", **parameters: Parameter) -> Problem:
    """Make a problem that is worth knowing."""
    return Problem(code, Severity.WARNING, where, tuple(parameters.items()))


def suggestion(code: str, where: str = "", **parameters: Parameter) -> Problem:
    """Make a hint at something that could be added."""
    return Problem(code, Severity.SUGGESTION, where, tuple(parameters.items()))


def refused(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class RefusedError(Exception):
    """Raised where a job cannot go on; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; there is at least one error among them."""
        super().__init__([problem.code for problem in problems])
        self.problems: Problems = problems


class UnavailableError(RefusedError):
    """Raised where a file or the database cannot be had at all (exit status 2)."""
