"""One value for each term, the shortest first."""

from __future__ import annotations

from app.domain.by_term import ByTerm
from app.domain.choices import Term


def test_each_term_comes_with_its_value() -> None:
    values = ByTerm(1, None, 3)
    assert list(values.pairs()) == [
        (Term.MONTHS_12, 1),
        (Term.MONTHS_24, None),
        (Term.MONTHS_36, 3),
    ]
    assert [values.at(term) for term in Term] == [1, None, 3]


def test_it_is_something_where_any_term_has_a_value() -> None:
    assert ByTerm(months_24=0)
    assert not ByTerm()
