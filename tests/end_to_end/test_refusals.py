"""What is refused is said in sentences, and nothing confidential with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.end_to_end.test_saved_quotes import a_list


@pytest.fixture
def imported(cli: Cli, examples: Path) -> Cli:
    cli.done("prices", "import", examples / "list-cp1252.csv")
    return cli


@pytest.mark.parametrize(
    ("words", "empty"),
    [
        (["prices", "check", "BAD"], "price_list"),
        (["prices", "import", "BAD"], "price_list"),
        (["prices", "diff", "BAD", "BAD"], "changes"),
        (["price", "QUOTE", "--prices", "BAD"], "distributor"),
        (["quotes", "add", "WRONG"], "number"),
        (["quotes", "show", "TR-1999-0001"], "distributor"),
        (["quotes", "reprice", "TR-1999-0001"], "monthly"),
    ],
)
def test_a_refused_command_prints_its_object_all_the_same(
    imported: Cli, examples: Path, tmp_path: Path, words: list[str], empty: str
) -> None:
    wrong = tmp_path / "wrong.json"
    text = (examples / "quote.json").read_text("utf-8")
    wrong.write_text(text.replace("WAAS-NB-M", "NOBODY"), "utf-8")
    files = {
        "BAD": str(a_list(tmp_path, price="-1")),
        "QUOTE": str(examples / "quote.json"),
        "WRONG": str(wrong),
    }
    answer = imported(*(files.get(word, word) for word in words), "--format", "json")
    assert answer.status == 1
    assert answer.json[empty] is None
    assert answer.json["problems"]
    assert answer.err


def test_a_wrong_commission_is_hidden_unless_it_is_asked_for(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    bad = a_list(tmp_path, earned="-123,45")
    calls = (
        ("prices", "check", bad),
        ("prices", "import", bad),
        ("price", examples / "quote.json", "--prices", bad),
    )
    for call in calls:
        for form in ("text", "json"):
            answer = cli(*call, "--format", form)
            assert answer.status == 1
            assert "123,45" not in answer.out + answer.err
            shown = cli(*call, "--format", form, "--internal")
            assert "-123,45" in shown.out + shown.err


def test_a_wrong_answers_commission_is_hidden_too(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    answer = {"price_36": "1.00", "commission": "77.777"}
    line = {"text_fr": "Portable durci", "quantity": 1, "answer": answer}
    quote["special_requests"] = [line]
    path = tmp_path / "quote.json"
    path.write_text(json.dumps(quote), "utf-8")
    assert "77.777" not in cli("price", path).err
    assert "77.777" in cli("price", path, "--internal").err


def test_a_clash_with_another_list_is_warned_of_when_it_is_imported(
    imported: Cli, tmp_path: Path
) -> None:
    other = a_list(tmp_path)
    other.write_text(other.read_text("utf-8").replace("EXEMPLE-BE", "AUTRE"), "utf-8")
    answer = imported.done("prices", "import", other)
    assert "Warning – The lists EXEMPLE-BE 2026-11 and AUTRE 2026-12" in answer.err


def test_a_list_for_later_does_not_stand_in_the_way_of_one_for_today(
    imported: Cli, tmp_path: Path
) -> None:
    later = a_list(tmp_path, "2027-01", begins="2027-01-01")
    imported.done("prices", "import", later)
    imported.done("prices", "import", a_list(tmp_path, "2026-12"))
    assert "2026-12 " in imported.done("prices", "show").out


def test_a_database_that_is_not_there_is_not_called_sound(cli: Cli) -> None:
    answer = cli("db", "check")
    assert (answer.status, answer.out) == (2, "")
    assert "There is no database" in answer.err


def test_the_same_list_twice_counts_once(cli: Cli, examples: Path) -> None:
    path = examples / "list-cp1252.csv"
    cli.done("price", examples / "quote.json", "--prices", path, "--prices", path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_answer_that_nobody_can_take_is_a_sentence(
    examples: Path, tmp_path: Path, form: str
) -> None:
    call = [sys.executable, "-m", "app", "--data", str(tmp_path), "--ui-lang", "en"]
    prices = ("--prices", examples / "list-cp1252.csv", "--format", form)
    with open(os.devnull, "rb") as nothing, open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*call, "price", str(examples / "quote.json"), *map(str, prices)],
            check=False,
            stdin=nothing,
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_two_settings_set_at_once_are_both_kept(cli: Cli) -> None:
    words = [sys.executable, "-m", "app", "--data", str(cli.folder), "settings", "set"]
    keys = ("partner.name", "seller.phone")
    started = [
        subprocess.Popen([*words, key, "x"], cwd=Path(__file__).parents[2])
        for key in keys
    ]
    done = [each.wait(60) for each in started]
    shown = cli.done("settings", "show").out.splitlines()
    kept = {line.split()[0] for line in shown if line.endswith(" x")}
    assert kept == {key for key, status in zip(keys, done, strict=True) if not status}
    assert kept
