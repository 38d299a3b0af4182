"""The backups that the program keeps, by command."""

from __future__ import annotations

from app.use_cases import backups, quotes
from app.use_cases.bundled import sample_quote
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
        "automatic": True,
    }


def test_a_spoilt_backup_says_so(cli: Cli) -> None:
    add(cli)
    (made,) = backups.back_up(cli.workplace(cli.folder))
    made.path.write_bytes(b"spoilt")
    assert "cannot be read" in cli.done("db", "backups").out
    answer = cli("db", "restore", made.path.name)
    assert answer.status == 2
    assert made.path.name in answer.err
