"""Which open quotes a list would move is said before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.affected import Affected
from app.domain.money import Amount
from app.use_cases.bundled import sample_quote
from app.use_cases.prices import import_list
from app.use_cases.quotes import add
from i18n import Language
from tests.ui.test_prices_page import SAMPLE, look_at, page, words, written
from ui.prices.moved import moved_sentence
from ui.prices.page import PricesPage
from ui.shared import Shared

__all__ = ["page"]


def test_moved_quotes_are_named_but_not_before_a_customer(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    saved = add(shared.workplace, sample_quote())
    number = saved.record.quote.proposal.number
    text = SAMPLE.read_text("utf-8-sig").replace("version;1", "version;2")
    look_at(qtbot, shared, page, written(tmp_path, text.replace("49.90;", "51.90;")))
    assert sum(number in text for text in words(page)) == 1
    shared.show_customer(True)
    assert not any(number in text for text in words(page))


def test_a_list_that_is_there_moves_no_quote(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    saved = add(shared.workplace, sample_quote())
    number = saved.record.quote.proposal.number
    text = SAMPLE.read_text("utf-8-sig").replace("version;1", "version;2")
    path = written(tmp_path, text.replace("49.90;", "51.90;"))
    import_list(shared.workplace, path)
    look_at(qtbot, shared, page, path)
    assert any("the list you already have" in text for text in words(page))
    assert not any(number in text for text in words(page))


@pytest.mark.parametrize(("count", "named"), [(0, 0), (1, 1), (5, 5), (7, 5)])
def test_no_more_quotes_are_named_than_can_be_read(count: int, named: int) -> None:
    amounts = Amount(100, "EUR"), None
    quotes = [Affected(f"TR-{n}", "A", *amounts) for n in range(count)]
    said = moved_sentence(quotes, Language.of("en", "BE"))
    assert said.count("TR-") == named
    assert said.endswith("…") == (count > named)


def test_a_long_name_does_not_hide_the_others() -> None:
    amounts = Amount(100, "EUR"), Amount(200, "EUR")
    quotes = [Affected("TR-1", "Dupont et Fils " * 9, *amounts)]
    said = moved_sentence(quotes, Language.of("en", "BE"))
    assert "TR-1 Dupont et Fils Dupont et Fils Dupont et… (1,00" in said
