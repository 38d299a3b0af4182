"""Lists made to harm are refused by the command, and leave nothing behind."""

from __future__ import annotations

import json
import random
import time
from importlib.resources import files
from pathlib import Path

import pytest

from app.domain.plain import is_plain
from app.domain.problems import RefusedError
from app.pricelist.foreign import Layouts
from app.pricelist.mapping.profile_json import from_json
from app.tables import reading
from app.use_cases.mapping_files import profile_of
from app.use_cases.mappings import suggestion_for
from app.use_cases.prices import parse_content
from app.wording import labelled
from i18n import Language
from tests.app.pricelist.mapping.tables import CATALOGUE, MAPPED
from tests.cli import Cli
from tests.hostile import FOLDER, MAPPED_LIST, MAPPING_FOLDER, MAPPINGS, TEXTS
from tests.mutations import mutated

SAMPLE = (files("resources") / "sample" / "prices.csv").read_bytes()
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


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_list_is_taken_or_refused_in_words(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(250):
        read = parse_content(mutated(SAMPLE, dice))
        assert read.price_list is not None or read.problems
        for problem in read.problems[:20]:
            assert labelled(problem, FRENCH)


@pytest.mark.parametrize("name", MAPPINGS)
def test_each_mapping_is_refused_for_what_it_tries(
    name: str, cli: Cli, tmp_path: Path
) -> None:
    code, content = MAPPINGS[name]
    file = MAPPING_FOLDER / f"{name}.json"
    assert not file.exists() or file.read_bytes() == content
    file = tmp_path / "mapping.json"
    file.write_bytes(content)
    path = tmp_path / "list.csv"
    path.write_text(MAPPED_LIST, "utf-8")
    call = ("prices", "import", path, "--mapping", file, "--format", "json")
    answer = cli(*call)
    assert answer.status == 1
    assert code in {each["code"] for each in answer.json["problems"]}
    assert "Traceback" not in answer.err
    assert not cli.folder.exists()


MAPPING = json.dumps(MAPPED).encode()
FOREIGN = CATALOGUE.encode()


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_foreign_list_is_taken_or_refused_in_words(seed: int) -> None:
    dice = random.Random(seed)
    layouts = Layouts(profile_of(MAPPING))
    for _ in range(250):
        content = mutated(FOREIGN, dice)
        found = suggestion_for(content, "list.csv") if readable(content) else None
        reads = [parse_content(content, "list.csv", "", layouts)]
        if found is not None:
            reads.append(found.tried(found.suggestion.profile).parsed)
        for read in reads:
            assert read.price_list is not None or read.problems
            for problem in read.problems[:20]:
                assert labelled(problem, FRENCH)


def readable(content: bytes) -> bool:
    """Tell whether bytes are a table at all."""
    try:
        reading.read(content)
    except RefusedError:
        return False
    return True


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_mapping_is_used_or_refused_in_words(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(250):
        try:
            profile = profile_of(mutated(MAPPING, dice))
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            read = parse_content(FOREIGN, "list.csv", "", Layouts(profile))
            assert read.price_list is not None or read.problems
            problems = read.problems
        for problem in problems[:20]:
            assert labelled(problem, FRENCH)


def test_a_long_list_is_read_in_time_whatever_its_mapping() -> None:
    whole, cut = [f"x{n}" for n in range(1_000)], [f"*{n}*z" for n in range(50)]
    texts = {"Nom": whole, "Prix": cut}
    value = json.loads(MAPPINGS["no-such-column"][1])
    fields = {"sku": "Réf.", "name_fr": ["Nom"] * 20, "price_once": "Prix"}
    profile = from_json({**value, "fields": fields, "leave_out": texts})
    rows = "".join(f"R{n};Écran {n};1,50\n" for n in range(5_000))
    begun = time.monotonic()
    read = parse_content(f"Réf.;Nom;Prix\n{rows}".encode(), "", "", Layouts(profile))
    assert read.price_list is not None
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("right-to-left-override", "“Prix‹U+202E›09.94”"),
        ("control-sign", "“A‹U+0007›”"),
        ("empty", "This file is empty"),
    ],
)
def test_no_sign_of_a_file_is_obeyed_and_the_sentence_says_what_is_wrong(
    cli: Cli, name: str, said: str
) -> None:
    answer = cli("prices", "check", Path("tests/data/hostile") / f"{name}.csv")
    assert answer.status == 1
    assert said in answer.err
    assert is_plain(answer.err)
