"""The arguments of a call without a command, which opens the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from i18n import Language
from i18n.language import LANGUAGES


def window_parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of a call without a command, which opens the window.

    Making those of all commands would keep the window waiting.
    """
    _ = language.gettext
    top = argparse.ArgumentParser(
        prog="waas-quotes",
        description=_("Quotes for workplace as a service, offline."),
        epilog=_(
            "Without a command the window opens; a quote file, a quote’s PDF or a"
            " price list in place of the command is opened in it."
        ),
        allow_abbrev=False,
    )
    top.add_argument(
        "--data",
        type=Path,
        metavar=_("DIR"),
        help=_("the folder of the database and the settings"),
    )
    top.add_argument(
        "--ui-lang", choices=LANGUAGES, help=_("the language of the messages")
    )
    top.set_defaults(command=None)
    return top
