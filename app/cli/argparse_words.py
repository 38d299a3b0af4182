"""The words of Python's own argument parser, in the user's language."""

from __future__ import annotations

import argparse
from functools import partial

from i18n import N_, Language

#: Every message of argparse that a user can meet; a test compares.
WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)


def speak(language: Language) -> None:
    """Have argparse say its words in that language, in this process.

    It asks module-wide functions for its translations, and offers no other door.
    """
    argparse._ = partial(_said, language)  # type: ignore[attr-defined]
    argparse.ngettext = language.ngettext  # type: ignore[attr-defined]


def _said(language: Language, text: str | None) -> str | None:
    """Translate what argparse says, where it says anything."""
    return language.gettext(text) if text else text
