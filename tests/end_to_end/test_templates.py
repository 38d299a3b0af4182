"""Templates by command, and on a colleague's laptop."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.templates import all_templates, find, keep_template
from tests.cli import Cli


@pytest.fixture
def other(cli: Cli, tmp_path: Path) -> Cli:
    """A colleague's laptop."""
    folder = tmp_path / "other laptop"
    folder.mkdir()
    return Cli(folder, cli.capture, cli.clock)


@pytest.fixture
def kept(cli: Cli) -> str:
    """The number of a quote whose lines are kept as 'Bureau'."""
    quote = sample_quote()
    firm = replace(quote, proposal=replace(quote.proposal, special_requests=()))
    saved = quotes.add(cli.workplace(cli.folder), firm)
    number = saved.record.quote.proposal.number
    assert cli.done("templates", "save", number, "Bureau").out.strip() == "Bureau"
    return number


def names(one: Cli) -> list[str]:
    every, problems = all_templates(one.workplace(one.folder))
    assert not problems
    return [each.name for each in every]


def carry(one: Cli, to: Cli, place: Path) -> list[str]:
    """Take a file of one laptop in on another; return how its templates stand."""
    file = Path(one.done("exchange", "export", "--out", place).out.strip())
    words = ("exchange", "import", file, "--accept", "--format", "json")
    found = to.done(*words).json["templates"]
    return [each["standing"] for each in found]


def altered(one: Cli, quantity: int) -> None:
    """Let somebody count another quantity in the template's pack."""
    workplace = one.workplace(one.folder)
    proposal = find(workplace, "bureau").proposal
    packs = tuple(replace(pack, quantity=quantity) for pack in proposal.packs)
    keep_template(workplace, "Bureau", replace(proposal, packs=packs), replacing=True)


def quantity(one: Cli, name: str) -> int:
    return find(one.workplace(one.folder), name).proposal.packs[0].quantity


def test_a_template_is_listed_begun_from_and_deleted(cli: Cli, kept: str) -> None:
    (row,) = cli.done("templates", "list", "--format", "json").json["templates"]
    assert (row["name"], row["term"]) == ("Bureau", 36)
    assert "Bureau" in cli.done("templates", "list", language="fr").out
    begun = cli.done("templates", "use", "BUREAU", "--customer", "Bob SRL").out.strip()
    assert begun != kept
    shown = cli.done("quotes", "show", begun, "--format", "json").json
    first = cli.done("quotes", "show", kept, "--format", "json").json
    assert shown["distributor"] == first["distributor"]
    heads = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert {head["customer"] for head in heads} == {
        "Imprimerie Chantepluie SRL",
        "Bob SRL",
    }
    cli.done("templates", "delete", "bureau")
    assert names(cli) == []
    assert "templates save NUMBER NAME" in cli.done("templates", "list").out


def test_what_cannot_be_is_refused_with_a_sentence(cli: Cli, kept: str) -> None:
    again = cli("templates", "save", kept, "Bureau")
    assert again.status == 1
    assert "already" in again.err
    cli.done("templates", "save", kept.lower(), "Bureau", "--replace")
    for words in (("delete",), ("use", "--customer", "Bob")):
        none = cli("templates", words[0], "Salon", *words[1:])
        assert none.status == 1
        assert "“Salon”" in none.err
    none = cli("templates", "use", "Salon", "--customer", "Bob", "--format", "json")
    assert none.json["number"] is None


def test_templates_travel_and_both_are_kept_where_both_changed(
    cli: Cli, other: Cli, kept: str, tmp_path: Path
) -> None:
    assert kept
    assert carry(cli, other, tmp_path / "1") == ["new"]
    assert carry(cli, other, tmp_path / "2") == ["same"]
    altered(cli, 40)
    assert carry(cli, other, tmp_path / "3") == ["changed_there"]
    assert quantity(other, "Bureau") == 40
    altered(other, 41)
    assert carry(cli, other, tmp_path / "4") == ["changed_here"]
    altered(cli, 42)
    assert carry(cli, other, tmp_path / "5") == ["changed_both"]
    assert names(other) == ["Bureau", "Bureau 2"]
    assert (quantity(other, "Bureau"), quantity(other, "Bureau 2")) == (41, 42)


def test_names_that_would_be_one_file_are_told_apart(
    cli: Cli, other: Cli, kept: str, tmp_path: Path
) -> None:
    cli.done("templates", "save", kept, "Front/back")
    other_quote = quotes.add(other.workplace(other.folder), sample_quote())
    number = other_quote.record.quote.proposal.number
    cli_names = names(cli)
    other.done("templates", "save", number, "Front:back")
    assert "both" in carry(cli, other, tmp_path / "1")[cli_names.index("Front/back")]
    assert names(other) == ["Bureau", "Front/back 2", "Front:back"]


def test_no_quote_comes_in_where_a_template_cannot_be_kept(
    cli: Cli, other: Cli, kept: str, tmp_path: Path
) -> None:
    file = Path(cli.done("exchange", "export", "--out", tmp_path).out.strip())
    assert kept in file.read_text(encoding="utf-8")
    in_the_way = other.folder / "templates"
    in_the_way.write_text("no folder", encoding="utf-8")
    assert other("exchange", "import", file, "--accept").status == 2
    assert other.done("quotes", "list", "--format", "json").json == {"quotes": []}
    in_the_way.unlink()
    other.done("exchange", "import", file, "--accept")
    assert names(other) == ["Bureau"]
    assert len(other.done("quotes", "list", "--format", "json").json["quotes"]) == 1


def test_a_template_that_is_not_filled_in_is_refused_with_its_file(
    cli: Cli, other: Cli, kept: str, tmp_path: Path
) -> None:
    del kept
    file = Path(cli.done("exchange", "export", "--out", tmp_path).out.strip())
    _, heading, *records = file.read_bytes().splitlines(keepends=True)
    said = json.loads(heading)
    said["templates"][0]["proposal"]["term"] = None
    content = json.dumps(said).encode() + b"\n" + b"".join(records)
    head = {"format": "waas-exchange/2", "sha256": sha256(content).hexdigest()}
    file.write_bytes(json.dumps(head).encode() + b"\n" + content)
    refused = other("exchange", "import", file, "--accept", "--format", "json")
    assert [each["code"] for each in refused.json["problems"]] == ["term_missing"]
    assert other.done("quotes", "list", "--format", "json").json == {"quotes": []}
