"""A template that is kept can be begun from."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from app.domain.choices import Term
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.problems import RefusedError
from app.domain.proposal import Proposal, RequestLine
from app.use_cases.templates import all_templates, keep_template, known_as, names_for
from tests.cli import Cli


def asking(text: str) -> Proposal:
    """A proposal with one special request."""
    line = RequestLine(id="r", text=Localized((("fr", text),)), quantity=1)
    return Proposal(
        date=date(2026, 11, 22),
        customer=Customer("Ada"),
        term=Term.MONTHS_36,
        special_requests=(line,),
    )


def test_a_line_that_says_something_is_kept(cli: Cli) -> None:
    workplace = cli.workplace(cli.folder)
    kept = keep_template(workplace, "Usual", asking("Portable durci"))
    (found,), problems = all_templates(workplace)
    assert (found.name, problems) == (kept.name, ())


def test_a_line_that_is_not_filled_in_yet_spoils_no_template(cli: Cli) -> None:
    workplace = cli.workplace(cli.folder)
    keep_template(workplace, "Usual", asking("Portable durci"))
    before = all_templates(workplace)
    with pytest.raises(RefusedError):
        keep_template(workplace, "Usual", asking(""), replacing=True)
    assert all_templates(workplace) == before


@pytest.mark.parametrize("name", ["n" * 400, "é" * 70, "ß" * 59, "ΐ" * 60])
def test_long_names_are_numbered_all_the_same(name: str) -> None:
    names = list(islice(names_for(name), 12))
    assert len({known_as(each) for each in names}) == 12
