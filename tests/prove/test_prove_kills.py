"""Hundreds of sellers are killed at work."""

from pathlib import Path

import pytest

from tests.end_to_end.killing import kill_a_seller


@pytest.mark.timeout(3600)
def test_four_hundred_kills_lose_no_reported_edit(tmp_path: Path) -> None:
    kills = kill_a_seller(tmp_path, 400)
    assert kills.rounds == 400
