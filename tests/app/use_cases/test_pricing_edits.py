"""What is kept from before an edit never changes what an edit comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.choices import Return, Term
from app.domain.edits import changed, removed, with_quantity
from app.domain.proposal import Proposal
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage

WORKPLACE = Workplace(
    Path(), FakeStorage(Path()), FakeClock(), Settings(), policies(), "tester"
)
SAMPLE = Catalogue.of([sample_list()])
OTHER = Catalogue.of([replace(sample_list(), items=sample_list().items[3:])])
IDS = [line.id for _, line in sample_quote().proposal.places()]

Edit = Callable[[Proposal], Proposal]


def quantities(line_id: str, count: int) -> Edit:
    return lambda quote: _where_there(
        quote, line_id, lambda q: with_quantity(q, line_id, count)
    )


def options(line_id: str) -> Edit:
    return lambda quote: _where_there(
        quote,
        line_id,
        lambda q: changed(q, line_id, lambda x: replace(x, optional=not x.optional)),
    )


def removals(line_id: str) -> Edit:
    return lambda quote: _where_there(quote, line_id, lambda q: removed(q, line_id))


def _where_there(quote: Proposal, line_id: str, edit: Edit) -> Proposal:
    there = any(line.id == line_id for _, line in quote.places())
    return edit(quote) if there else quote


lines = st.sampled_from(IDS)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(quantities, lines, st.integers(1, 9_999)),
    st.builds(options, lines),
    st.builds(removals, lines),
    st.sampled_from(Term).map(lambda term: lambda q: replace(q, term=term)),
    st.sampled_from(Return).map(lambda way: lambda q: replace(q, return_way=way)),
)


def figures(quote: PricedQuote) -> tuple[object, ...]:
    return quote.quote, quote.offer, quote.commission, quote.costs, quote.problems


@settings(max_examples=40)
@given(st.lists(edits, max_size=8), st.lists(st.booleans(), min_size=8, max_size=8))
def test_an_edit_comes_to_what_the_quote_priced_anew_comes_to(
    chain: list[Edit], lists: list[bool]
) -> None:
    quote = sample_quote()
    newest = priced(quote, SAMPLE, WORKPLACE)
    for edit, other in zip(chain, lists, strict=False):
        quote = replace(quote, proposal=edit(quote.proposal))
        catalogue = OTHER if other else SAMPLE
        newest = priced(quote, catalogue, WORKPLACE, newest)
        assert figures(newest) == figures(priced(quote, catalogue, WORKPLACE))


def test_a_line_that_stayed_is_the_very_same_one() -> None:
    quote = sample_quote()
    before = priced(quote, SAMPLE, WORKPLACE)
    proposal = with_quantity(quote.proposal, quote.proposal.packs[0].id, 7)
    after = priced(replace(quote, proposal=proposal), SAMPLE, WORKPLACE, before)
    same = [
        one is other
        for one, other in zip(before.offer.lines, after.offer.lines, strict=True)
    ]
    assert not same[0]
    assert same[-1]
