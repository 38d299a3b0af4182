"""What the system says of a file is said in the user's language."""

from __future__ import annotations

import errno
import os

import pytest

from app.domain.problems import error
from app.wording import sentence
from i18n import Language

FRENCH = Language.of("fr", "BE")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "accès refusé"),
        (errno.ENOSPC, "le disque est plein"),
        (errno.EROFS, "ici, il ne peut qu’être lu"),
    ],
)
def test_a_known_reason_is_said_in_french(number: int, said: str) -> None:
    problem = error("file_unwritable", path="/x/y.pdf", reason=os.strerror(number))
    assert said in sentence(problem, FRENCH)
    assert os.strerror(number) not in sentence(problem, FRENCH)


def test_an_unknown_reason_stays_in_the_systems_words() -> None:
    problem = error("file_unwritable", path="/x/y.pdf", reason="odd things happen")
    assert "odd things happen" in sentence(problem, FRENCH)
