"""Nothing reported as saved is lost when the program is killed at work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.quotes_db.killed import (
    killed_while_importing,
    killed_while_making,
    killed_while_saving,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_no_edit_reported_as_saved_is_lost(folder: Path) -> None:
    kills = killed_while_saving(folder, rounds=20)
    assert kills.rounds == 20
    assert kills.amid_work >= 10


def test_a_database_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    killed_while_making(tmp_path, rounds=6)


def test_a_price_list_is_imported_whole_or_not_at_all(folder: Path) -> None:
    killed_while_importing(folder, rounds=6)
