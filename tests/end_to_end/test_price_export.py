"""`prices export`: what was imported comes back as files, and is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import Cli
from tests.end_to_end.test_price_words import old


def exported(cli: Cli, *words: str | Path) -> list[Path]:
    return [
        Path(line) for line in cli.done("prices", "export", *words).out.split("\n")[:-1]
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_whole_export_is_recognised_as_the_very_list(
    cli: Cli, tmp_path: Path, form: str
) -> None:
    cli.done("prices", "import", old(tmp_path))
    out = tmp_path / "out"
    (path,) = exported(cli, "--as", form, "--internal", "--out", out)
    assert path.suffix == f".{form}"
    again = cli.done("prices", "import", path, "--format", "json").json
    assert again["outcome"] == "same"
    assert exported(cli, "--as", form, "--internal", "--out", out) == [path]


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "was imported before with what only the partner may see"),
        ("fr", "a déjà été importée avec ce que seul le partenaire peut voir"),
    ],
)
def test_an_export_for_others_is_refused_over_the_whole_list_and_says_why(
    cli: Cli, tmp_path: Path, language: str, reason: str
) -> None:
    cli.done("prices", "import", old(tmp_path))
    shown = cli.done("prices", "show", "--format", "json").json["price_lists"][0]
    (path, _) = exported(cli, shown["list_id"], "--out", tmp_path / "out")
    assert "commission" not in path.read_text("utf-8-sig").lower()
    answer = cli("prices", "import", path, language=language)
    assert answer.status == 1
    assert reason in answer.err
    checked = cli.done("prices", "check", path, "--format", "json").json
    assert checked["price_list"]["fingerprint"] == shown["fingerprint"]


def test_a_list_or_version_that_is_not_there_is_refused_by_name(
    cli: Cli, tmp_path: Path
) -> None:
    assert "NONE" in cli("prices", "export", "NONE", "--out", tmp_path).err
    cli.done("prices", "import", old(tmp_path))
    name = cli.done("prices", "show", "--format", "json").json["price_lists"][0]
    answer = cli(
        "prices", "export", name["list_id"], "--version", "9", "--out", tmp_path
    )
    assert (answer.status, answer.out) == (1, "")
    assert f"imported: {name['version']}" in answer.err
