"""The page of prices, in which a mapping is asked for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.hands import (
    settle,
)
from ui.prices.page import PricesPage
from ui.shared import Shared


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> PricesPage:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    settle(qtbot, shared)
    return page
