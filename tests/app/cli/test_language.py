"""Commands speak French and English, their argument errors too."""

from __future__ import annotations

import argparse
import ast
import inspect
from pathlib import Path

import pytest

from app.cli.argparse_words import WORDS
from app.cli.run import run
from app.main import open_window
from i18n import Language
from tests.cli import Cli

#: What argparse says to programmers, or for features that no command uses.
NOT_FOR_USERS = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "expected %s argument",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "unexpected option string: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
}


def argparse_says() -> set[str]:
    """Return every text that argparse has translated."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[0] if node.args else None
            if node.func.id in ("_", "ngettext") and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return found


def test_everything_argparse_tells_a_user_is_in_the_catalogue() -> None:
    assert argparse_says() - NOT_FOR_USERS == set(WORDS)
    french = Language.of("fr")
    for text in set(WORDS) - {"options"}:
        assert french.gettext(text) != text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["price"], "arguments obligatoires manquants"),
        (["nonsense"], "nonsense"),
        (["price", "q.json", "--term", "13"], "13"),
        (["price", "q.json", "--term", "x"], "'x'"),
        (["price", "q.json", "--what"], "--what"),
        (["export", "q.json", "--out", "x", "--lang", "de"], "de"),
        (["prices"], "obligatoires"),
        (["--ui-lang", "de"], "de"),
    ],
)
def test_argument_errors_are_in_french_and_exit_2(
    cli: Cli, words: list[str], said: str
) -> None:
    answer = cli(*words, language="fr")
    assert answer.status == 2
    assert answer.out == ""
    assert "utilisation" in answer.err
    assert said in answer.err
    for english in ("usage:", "error:", "required", "invalid", "unrecognized"):
        assert english not in answer.err


@pytest.mark.parametrize("words", [[], ["prices"], ["quotes"], ["settings"], ["db"]])
def test_help_is_in_both_languages(cli: Cli, words: list[str]) -> None:
    french = cli(*words, "--help", language="fr")
    english = cli(*words, "--help")
    assert french.status == english.status == 0
    assert "utilisation" in french.out
    assert "show this help" in english.out
    assert "show this help" not in french.out


def test_the_settings_language_counts_until_another_is_asked_for(
    cli: Cli, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.done("settings", "set", "ui.language", "fr")
    run(["quotes", "list"], cli.folder, cli.workplace, open_window)
    assert "Aucun devis" in capsys.readouterr().out
    assert "No quote is saved" in cli("quotes", "list").out


def test_without_a_command_and_a_screen_one_sentence_and_exit_2(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    answer = cli()
    assert answer.status == 2
    assert "No screen answers here" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_missing_file_is_a_sentence_and_exit_2(cli: Cli, tmp_path: Path) -> None:
    for words in (
        ("price", tmp_path / "no.json"),
        ("prices", "check", tmp_path / "no.csv"),
        ("prices", "import", tmp_path / "no.csv"),
        ("prices", "diff", tmp_path / "no.csv", tmp_path / "no.csv"),
        ("reopen", tmp_path / "no.pdf"),
        ("quotes", "add", tmp_path / "no.json"),
        ("db", "restore", tmp_path / "no.db"),
    ):
        answer = cli(*words)
        assert answer.status == 2, words
        assert answer.err.startswith("Error – ")


def test_a_file_that_is_not_there_opens_no_window_and_is_named(
    cli: Cli, tmp_path: Path
) -> None:
    answer = cli(str(tmp_path / "liste de décembre.csv"))
    assert answer.status == 2
    assert "There is no file" in answer.err
    assert "liste de décembre.csv" in answer.err
    assert len(answer.err.splitlines()) == 1
