"""Workbooks changed at random are imported whole or refused, and leave nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import Cli
from tests.mutations import import_mutants


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_workbook_is_taken_whole_or_leaves_nothing(
    seed: int, cli: Cli, tmp_path: Path
) -> None:
    import_mutants(cli, tmp_path / "list.xlsx", seed, 6)
