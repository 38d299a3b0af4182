"""Lists made to harm are refused by the command, and leave nothing behind."""

from __future__ import annotations

import random
from importlib.resources import files
from pathlib import Path

import pytest

from app.use_cases.prices import parse_content
from app.wording import labelled
from i18n import Language
from tests.cli import Cli
from tests.hostile import FOLDER, TEXTS

SAMPLE = (files("resources") / "sample" / "prices.csv").read_bytes()
#: Signs that parsers trip over.
_BARBS = (b'"', b";", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"-", b"1E+999")
FRENCH = Language.of("fr", "BE")


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_each_file_is_refused_and_nothing_is_written(path: Path, cli: Cli) -> None:
    answer = cli("prices", "import", path)
    assert answer.status == 1
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert not cli.folder.exists() or list(cli.folder.iterdir()) == []


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_refused_for_what_it_tries(name: str) -> None:
    code, make = TEXTS[name]
    read = parse_content(make())
    assert read.price_list is None
    assert code in {problem.code for problem in read.problems}


def test_the_folder_holds_what_the_script_makes() -> None:
    for name, (_, make) in TEXTS.items():
        file = FOLDER / f"{name}.csv"
        if file.exists():
            assert file.read_bytes() == make(), name


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Return a content with a few bytes changed, cut, doubled or put in."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed))
        upto = min(len(changed), at + dice.randint(1, 40))
        kind = dice.randrange(4)
        if kind == 0:
            changed[at] = dice.randrange(256)
        elif kind == 1:
            del changed[at:upto]
        elif kind == 2:
            changed[at:at] = changed[at:upto]
        else:
            changed[at:at] = dice.choice(_BARBS)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_list_is_taken_or_refused_in_words(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(250):
        read = parse_content(mutated(SAMPLE, dice))
        assert read.price_list is not None or read.problems
        for problem in read.problems[:20]:
            assert labelled(problem, FRENCH)
