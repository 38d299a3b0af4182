"""Hundreds of kills at every kind of work."""

from pathlib import Path

import pytest

from tests.end_to_end.killing import kill_a_seller
from tests.quotes_db.killed import (
    killed_while_importing,
    killed_while_making,
    killed_while_saving,
)

pytestmark = pytest.mark.timeout(3600)


def test_four_hundred_kills_of_a_seller_lose_no_reported_edit(tmp_path: Path) -> None:
    assert kill_a_seller(tmp_path, 400).rounds == 400


def test_four_hundred_kills_lose_no_saved_edit(tmp_path: Path) -> None:
    assert killed_while_saving(tmp_path, 400).rounds == 400


def test_a_hundred_kills_leave_a_database_whole_or_none(tmp_path: Path) -> None:
    assert killed_while_making(tmp_path, 100).rounds == 100


def test_a_hundred_kills_leave_a_list_whole_or_none(tmp_path: Path) -> None:
    assert killed_while_importing(tmp_path, 100).rounds == 100
