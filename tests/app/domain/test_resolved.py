"""Resolving again after an edit: what stayed is the same, what changed is new."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.commission import earned
from app.domain.edits import moved, removed, with_quantity
from app.domain.policy import Policies
from app.domain.pricing import offer
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.domain.resolved import Resolved, resolve
from app.domain.rules import problems
from app.use_cases.bundled import policies, sample_list, sample_quote
from tests.app.domain.build import TODAY

SAMPLE = Catalogue.of([sample_list()])
QUOTE = sample_quote().proposal
POLICIES: Policies = policies()
LINES = [line.id for _, line in QUOTE.places()]


def everything(resolved: Resolved) -> tuple[object, ...]:
    """What pricing, rules and commission make of it."""
    quote = Quote(proposal=resolved.proposal)
    return (
        offer(resolved, POLICIES, "BE"),
        problems(resolved, POLICIES, TODAY),
        earned(quote, resolved),
    )


def edited(quantity: int) -> Proposal:
    return with_quantity(QUOTE, QUOTE.packs[0].id, quantity)


def test_only_what_changed_is_resolved_anew() -> None:
    before = resolve(QUOTE, SAMPLE)
    after = resolve(edited(3), SAMPLE, before)
    kept = [one is other for one, other in zip(before.lines, after.lines, strict=True)]
    changed = 1 + len(QUOTE.packs[0].options)
    assert kept == [False] * changed + [True] * (len(kept) - changed)


def test_it_comes_to_what_is_resolved_anew() -> None:
    resolved = resolve(QUOTE, SAMPLE)
    for quantity in (3, 9_999, 3, QUOTE.packs[0].quantity):
        assert everything(resolved) == everything(resolved)
        resolved = resolve(edited(quantity), SAMPLE, resolved)
        assert everything(resolved) == everything(resolve(edited(quantity), SAMPLE))


@given(edits=st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 99))))
@example(edits=[(QUOTE.packs[0].options[0].id, 7)])
def test_edits_of_any_line_come_to_the_same(edits: list[tuple[str, int]]) -> None:
    proposal, resolved = QUOTE, resolve(QUOTE, SAMPLE)
    everything(resolved)
    for line, quantity in edits:
        proposal = with_quantity(proposal, line, quantity)
        resolved = resolve(proposal, SAMPLE, resolved)
        assert everything(resolved) == everything(resolve(proposal, SAMPLE))


@given(line=st.sampled_from(LINES))
def test_what_stands_elsewhere_now_comes_to_the_same(line: str) -> None:
    before = resolve(QUOTE, SAMPLE)
    everything(before)
    for proposal in (
        removed(QUOTE, line),
        moved(QUOTE, line, 1),
        moved(QUOTE, line, -1),
    ):
        after = resolve(proposal, SAMPLE, before)
        assert everything(after) == everything(resolve(proposal, SAMPLE))


def test_other_lists_leave_nothing_of_what_was_known() -> None:
    before = resolve(QUOTE, SAMPLE)
    after = resolve(QUOTE, Catalogue.of([sample_list()]), before)
    assert after.lines[0] is not before.lines[0]
