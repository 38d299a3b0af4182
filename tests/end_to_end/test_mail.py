"""By command: a message with the PDF, for a quote file and for a saved quote."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.cli import Cli


def read(path: Path) -> tuple[EmailMessage, list[tuple[str | None, bytes]]]:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    held = message.iter_attachments()
    return message, [(each.get_filename(), each.get_content()) for each in held]


def said(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def saved(cli: Cli, examples: Path) -> str:
    cli.done("prices", "import", examples / "list-cp1252.csv")
    return cli.done("quotes", "add", examples / "quote.json").out.strip()


def test_a_quote_file_is_mailed_as_it_is_exported(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote, prices = examples / "quote.json", examples / "list-cp1252.csv"
    editions = ("--lang", "fr", "--lang", "fr+en")
    words = (quote, "--prices", prices, *editions, "--out", tmp_path)
    path = Path(cli.done("mail", *words).out.strip())
    assert path.name == "Menuiserie Lefèvre SRL-fr-fr+en.eml"
    message, held = read(path)
    assert message["X-Unsent"] == "1"
    papers = [Path(line) for line in cli.done("export", *words).out.splitlines()]
    assert held == [(each.name, each.read_bytes()) for each in papers]


def test_a_saved_quote_is_mailed_once_however_often(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    words = ("quotes", "mail", saved.lower(), "--lang", "en", "--out", tmp_path)
    path = Path(cli.done(*words).out.strip())
    assert path.name == f"{saved}-en.eml"
    message, held = read(path)
    assert message["Subject"] == f"Quotation {saved}"
    assert [name for name, _ in held] == [f"{saved}-en.pdf"]
    assert "It is a draft" in said(message)
    assert Path(cli.done(*words).out.strip()) == path


def test_what_was_handed_over_is_what_is_mailed(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    issued = cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    paper = Path(issued.out.strip())
    cli.done("settings", "set", "partner.name", "Other")
    words = ("quotes", "mail", saved, "--out", tmp_path, "--lang")
    message, held = read(Path(cli.done(*words, "fr").out.strip()))
    assert "projet" not in said(message)
    assert held == [(paper.name, paper.read_bytes())]
    assert cli(*words, "en").status == 1


def test_a_refused_quote_is_not_mailed(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["packs"][0]["sku"] = "GONE"
    file = tmp_path / "quote.json"
    file.write_text(json.dumps(quote), "utf-8")
    call = cli("mail", file, "--lang", "fr", "--out", tmp_path / "out")
    assert call.status == 1
    assert not (tmp_path / "out").exists()
