"""What is read for a quote reaches that quote alone."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.lifecycle import exact
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from tests.ui.editor.hands import open_sample
from ui.editor.loading import Loading
from ui.editor.page import EditorPage
from ui.jobs import Job
from ui.shared import Shared


@pytest.fixture
def loading(shared: Shared) -> Iterator[Loading]:
    page = QWidget()
    yield Loading(shared, page)
    page.deleteLater()


def test_prices_read_for_a_quote_that_was_left_reach_no_other(
    qtbot: QtBot, shared: Shared, loading: Loading
) -> None:
    saved = quotes.add(shared.workplace, sample_quote())
    repriced: list[object] = []
    loading.repriced.connect(repriced.append)
    loading.reprice()
    with qtbot.waitSignal(loading.opened):
        loading.open(exact(saved.record.quote.proposal))
    qtbot.waitUntil(lambda: not loading.findChildren(Job))
    assert not repriced


def test_of_two_readings_of_the_prices_the_later_one_counts(
    qtbot: QtBot, loading: Loading
) -> None:
    repriced: list[object] = []
    loading.repriced.connect(repriced.append)
    loading.reprice()
    loading.reprice()
    qtbot.waitUntil(lambda: not loading.findChildren(Job))
    assert len(repriced) == 1


def test_a_quote_that_was_left_goes_with_the_lists_that_priced_it(
    qtbot: QtBot, shared: Shared, page: EditorPage
) -> None:
    open_sample(qtbot, page, shared)
    assert page.wishes.session is not None
    left = weakref.ref(page.wishes.session)
    lists = weakref.ref(page.wishes.session.state.priced.resolved)
    open_sample(qtbot, page, shared)
    # Nothing looks for garbage meanwhile: long lists would stay until then.
    qtbot.waitUntil(lambda: left() is None and lists() is None)
