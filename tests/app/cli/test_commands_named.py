"""Every command that the program has is named in its documents, and no other."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from app.cli.arguments import parser
from i18n import Language

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"^\| `([a-z -]+)` \| (.+) \|$", re.MULTILINE)
CALL = re.compile(r"waas-quotes ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?(?=[ `\n])")


def commands(
    within: argparse.ArgumentParser, words: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield every command with what --help says of it, as it stands there."""
    for action in within._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, held in action.choices.items():
                inner = [*commands(held, f"{words}{name} ")]
                yield from inner or [(f"{words}{name}", held.description or "")]


KNOWN = dict(commands(parser(Language("en"))))


def test_the_table_of_commands_says_what_help_says() -> None:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert ROW.findall(text) == list(KNOWN.items())


def test_every_command_named_in_the_readme_is_one() -> None:
    named = CALL.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(named) > 20
    groups = {name.split()[0] for name in KNOWN if " " in name}
    for first, second in named:
        words = f"{first} {second}" if first in groups else first
        assert words in KNOWN
