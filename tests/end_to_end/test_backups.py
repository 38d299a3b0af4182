"""The backups that the program keeps, by command."""

from __future__ import annotations

from dataclasses import replace

from app.domain.choices import Term
from app.use_cases import backups, quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.templates import all_templates, drop_template, keep_template
from tests.cli import Cli


def add(cli: Cli) -> None:
    quotes.add(cli.workplace(cli.folder), sample_quote())


def test_the_backups_are_listed_and_one_is_restored_by_its_name(cli: Cli) -> None:
    assert "10 minutes" in cli.done("db", "backups").out
    assert cli.done("db", "backups", "--format", "json").json == {"backups": []}
    add(cli)
    (made,) = backups.back_up(cli.workplace(cli.folder))
    add(cli)
    listed = cli.done("db", "backups")
    assert made.path.name in listed.out
    assert "1 quote, 0 price lists" in listed.out
    assert "22/11/2026" in listed.out
    assert "1 devis" in cli.done("db", "backups", language="fr").out
    told = cli.done("db", "restore", made.path.name)
    assert "kept" in told.out
    assert len(cli.done("quotes", "list", "--format", "json").json["quotes"]) == 1
    before, automatic = cli.done("db", "backups", "--format", "json").json["backups"]
    assert (before["quotes"], before["automatic"]) == (2, False)
    assert automatic == {
        "file": str(made.path),
        "at": "2026-11-22T14:32:00+00:00",
        "bytes": made.size,
        "quotes": 1,
        "price_lists": 0,
        "templates": 0,
        "automatic": True,
    }


def test_templates_come_back_and_what_differs_stays_beside(cli: Cli) -> None:
    add(cli)
    workplace, proposal = cli.workplace(cli.folder), sample_quote().proposal
    for name in ("Office", "Shop", "Gone"):
        keep_template(workplace, name, proposal)
    (made,) = backups.back_up(workplace)
    assert made.templates == 3
    assert "3 templates" in cli.done("db", "backups").out
    drop_template(workplace, "Gone")
    changed = replace(proposal, term=Term.MONTHS_12)
    keep_template(workplace, "Office", changed, replacing=True)
    told = cli.done("db", "restore", made.path.name)
    assert "“Office 2”" in told.err
    assert lines_of(cli) == {
        "Gone": Term.MONTHS_36,
        "Office": Term.MONTHS_12,
        "Office 2": Term.MONTHS_36,
        "Shop": Term.MONTHS_36,
    }
    assert cli.done("db", "restore", made.path.name).err == ""
    assert len(lines_of(cli)) == 4


def test_a_fresh_computer_gets_the_templates_with_the_quotes(cli: Cli) -> None:
    add(cli)
    workplace = cli.workplace(cli.folder)
    keep_template(workplace, "Ménage", sample_quote().proposal)
    stick = cli.folder / "stick.db"
    cli.done("db", "backup", str(stick))
    cli.folder = cli.folder / "fresh"
    cli.done("db", "restore", str(stick))
    assert list(lines_of(cli)) == ["Ménage"]
    again = cli.workplace(cli.folder).storage
    assert again.check() == ()


def test_a_template_that_was_damaged_already_is_named(cli: Cli) -> None:
    add(cli)
    folder = cli.folder / "templates"
    folder.mkdir()
    (folder / "odd.json").write_text("{")
    (made,) = backups.back_up(cli.workplace(cli.folder))
    (folder / "odd.json").unlink()
    assert "“odd.json”" in cli.done("db", "restore", made.path.name).err
    assert lines_of(cli) == {}


def test_a_file_that_is_damaged_here_stays_too(cli: Cli) -> None:
    add(cli)
    workplace = cli.workplace(cli.folder)
    keep_template(workplace, "Office", sample_quote().proposal)
    (made,) = backups.back_up(workplace)
    damaged = cli.folder / "templates" / "office.json"
    damaged.write_text("{")
    assert "“Office 2”" in cli.done("db", "restore", made.path.name).err
    assert damaged.read_text() == "{"
    found, _ = all_templates(workplace)
    assert [each.name for each in found] == ["Office 2"]


def lines_of(cli: Cli) -> dict[str, Term | None]:
    found, problems = all_templates(cli.workplace(cli.folder))
    assert problems == ()
    return {each.name: each.proposal.term for each in found}


def test_a_spoilt_backup_says_so(cli: Cli) -> None:
    add(cli)
    (made,) = backups.back_up(cli.workplace(cli.folder))
    made.path.write_bytes(b"spoilt")
    assert "cannot be read" in cli.done("db", "backups").out
    answer = cli("db", "restore", made.path.name)
    assert answer.status == 2
    assert made.path.name in answer.err
