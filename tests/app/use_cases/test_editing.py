"""Undo and redo give back the same value at every step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.edits import with_quantity
from app.domain.quote import Quote
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.editing import EditorState, QuoteEditor
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage

WORKPLACE = Workplace(
    Path(), FakeStorage(Path()), FakeClock(), Settings(), policies(), "tester"
)
SAMPLE = Catalogue.of([sample_list()])


def price(quote: Quote) -> PricedQuote:
    return priced(quote, SAMPLE, WORKPLACE)


@settings(max_examples=25)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_every_step_back_and_forth_is_the_same_value(quantities: list[int]) -> None:
    editor = QuoteEditor(sample_quote(), price)
    steps = [editor.state.quote]
    for quantity in quantities:
        editor.edit(lambda p, n=quantity: with_quantity(p, "nb", n))  # type: ignore[misc]
        if editor.state.quote != steps[-1]:
            steps.append(editor.state.quote)
    for step in reversed(steps):
        assert editor.state.quote == step
        editor.undo()
    assert editor.state.undone is None
    for step in steps:
        assert editor.state.quote == step
        editor.redo()
    assert editor.state.redone is None


def test_each_edit_is_told_once_and_priced() -> None:
    editor = QuoteEditor(sample_quote(), price)
    heard: list[EditorState] = []
    editor.listen(heard.append)
    editor.edit(lambda p: with_quantity(p, "nb", 13))
    editor.edit(lambda p: with_quantity(p, "nb", 13))
    assert len(heard) == 1
    assert heard[0].priced.offer.lines[0].quantity == 13
    assert heard[0].undone == sample_quote()


def test_a_new_edit_forgets_what_was_undone() -> None:
    editor = QuoteEditor(sample_quote(), price)
    editor.edit_quote(lambda quote: replace(quote, note="one"))
    editor.undo()
    editor.edit_quote(lambda quote: replace(quote, note="two"))
    editor.redo()
    assert editor.state.quote.note == "two"
    editor.undo()
    editor.undo()
    assert editor.state.quote == sample_quote()


def test_other_prices_are_told_of() -> None:
    editor = QuoteEditor(sample_quote(), price)
    heard: list[EditorState] = []
    editor.listen(heard.append)
    editor.reprice(lambda quote: priced(quote, Catalogue.of([]), WORKPLACE))
    assert heard[0].priced.refused
