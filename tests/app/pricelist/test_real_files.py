"""Files as the world has them; they are not ours to keep in the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.use_cases.prices import check
from app.wording import labelled
from i18n import Language

FOLDER = os.environ.get("WAAS_REAL_FILES", "")
FILES = sorted(Path(FOLDER).glob("*.*")) if FOLDER else []


@pytest.mark.skipif(not FILES, reason="WAAS_REAL_FILES names no folder with files")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_foreign_file_is_refused_with_sentences(path: Path) -> None:
    read = check(path)
    assert read.price_list is None
    assert read.problems
    for code in ("fr", "en"):
        for problem in read.problems:
            assert labelled(problem, Language.of(code, "BE"))
