import os
from pathlib import Path

import pytest

from tests.end_to_end.killing import kill_a_seller


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only POSIX forks")
def test_twenty_kills_lose_no_reported_edit_and_leave_no_half_file(
    tmp_path: Path,
) -> None:
    assert kill_a_seller(tmp_path, 20).reports > 20
