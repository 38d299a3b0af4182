"""One value for each of the three terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from app.domain.choices import Term

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ByTerm(Generic[T]):
    """W7: the values for 12, 24 and 36 months; None = not offered, never 0."""

    months_12: T | None = None
    months_24: T | None = None
    months_36: T | None = None

    @classmethod
    def each(cls, value: Callable[[Term], T | None]) -> Self:
        """Make the three values from a function of the term."""
        return cls(*(value(term) for term in Term))

    def at(self, term: Term) -> T | None:
        """Return the value for that term."""
        if term is Term.MONTHS_12:
            return self.months_12
        return self.months_24 if term is Term.MONTHS_24 else self.months_36

    def pairs(self) -> Iterator[tuple[Term, T | None]]:
        """Yield each term with its value, the shortest term first."""
        yield Term.MONTHS_12, self.months_12
        yield Term.MONTHS_24, self.months_24
        yield Term.MONTHS_36, self.months_36

    def __bool__(self) -> bool:
        """Tell whether any term has a value."""
        return any(self.at(term) is not None for term in Term)
