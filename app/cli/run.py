"""From the arguments of a call to its exit status."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import settings as settings_file
from app.cli.argparse_words import speak
from app.cli.exit import Exit
from app.cli.window_arguments import window_parser
from app.domain.problems import Problems, RefusedError, UnavailableError, error
from i18n import Language
from i18n.system import system_language

if TYPE_CHECKING:
    from app.use_cases.workplace import Workplace

# The window is painted before anything is loaded that only a command needs: what a
# command needs is imported where it is run.

_ENRICHED = ("price_list", "outcome", "enriched", "items", "gained", "unmatched")
#: What a refused command prints in place of its answer, beside the problems.
_REFUSED: Mapping[tuple[str, str], dict[str, object]] = {
    ("prices", "check"): {"price_list": None},
    ("prices", "import"): {"price_list": None, "outcome": None},
    ("prices", "enrich"): dict.fromkeys(_ENRICHED),
    ("prices", "diff"): {"changes": None},
    ("customers", "import"): {"new": None, "changed": None, "same": None},
    ("customers", "show"): {"id": None},
    ("customers", "merge"): {"id": None},
    ("exchange", "import"): {"quotes": None, "customers": None, "accepted": False},
    ("sell-out", ""): {"contracts": None, "products": None},
    ("quotes", "add"): {"number": None, "id": None},
    ("templates", "use"): {"number": None, "id": None},
    ("quotes", "order"): {"format": "waas-order/1", "lines": None, "files": []},
    ("quotes", "contract"): {"contract": None},
    ("quotes", "end"): {"files": []},
    ("quotes", "signed"): {"files": []},
    ("quotes", "early-end"): {"term": None, "monthly": None, "months": None},
    ("quotes", "extension-offer"): {"files": []},
    ("quotes", "extension"): {"term": None, "most": None, "choices": None},
    ("quotes", "reprice"): {"accepted": False, "monthly": None, "lines": None},
}
#: Likewise where that is an offer.
_OFFERS = {("prices", "show"), ("quotes", "show")}
#: What a shell expects of a command that was broken off by hand.
_INTERRUPTED = 130

#: Makes the workplace of a data folder, with that folder's settings or with none.
MakeWorkplace = Callable[[Path, bool], "Workplace"]
OpenWindow = Callable[[Path, Language, Path | None], int]


def run(
    argv: Sequence[str],
    default_folder: Path,
    make_workplace: MakeWorkplace,
    open_window: OpenWindow,
) -> int:
    """Run one call of the program and return its exit status."""
    _write_utf8()
    language = _language(argv, default_folder)
    try:
        status = _answered(argv, default_folder, make_workplace, open_window, language)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return Exit.UNAVAILABLE
    except OSError as reason:
        _forget_output()
        _tell((error("answer_unwritable", reason=reason.strerror or ""),), language)
        return Exit.UNAVAILABLE
    return status


def _answered(
    argv: Sequence[str],
    default_folder: Path,
    make_workplace: MakeWorkplace,
    open_window: OpenWindow,
    language: Language,
) -> int:
    """Read the arguments, run what they name, and say what was refused."""
    speak(language)
    file = _file_of(argv)
    words = argv[:-1] if file else argv
    try:
        args = _parser(words, language).parse_args(words)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else Exit.UNAVAILABLE
    folder = args.data or default_folder
    try:
        if args.command is None:
            _must_be_there(file)
            return open_window(folder, language, file)
        return _run(args, folder, make_workplace, language)
    except UnavailableError as refusal:
        _tell(refusal.problems, language)
        return Exit.UNAVAILABLE
    except RefusedError as refusal:
        return _refuse(args, refusal.problems, language)


def _parser(words: Sequence[str], language: Language) -> ArgumentParser:
    """Return the parser of all commands, or of a call that names none."""
    if not _after_options(words):
        return window_parser(language)
    from app.cli.arguments import parser  # noqa: PLC0415

    return parser(language)


def _refuse(args: Namespace, problems: Problems, language: Language) -> int:
    """Say why a command was refused, and print its object all the same."""
    from app.cli.answer import print_json, problems_json, tell  # noqa: PLC0415
    from app.exchange.offer_json import refused_json  # noqa: PLC0415

    internal = getattr(args, "internal", False)
    tell(problems, language, internal=internal)
    if getattr(args, "format", "") == "json":
        found = problems_json(problems, language, internal=internal)
        named = args.command, getattr(args, "action", "")
        if args.command == "price" or named in _OFFERS:
            print_json(refused_json(found, internal))
        else:
            print_json({**_REFUSED.get(named, {}), "problems": found})
    return Exit.REFUSED


def _tell(problems: Problems, language: Language) -> None:
    """Print problems to standard error."""
    from app.cli.answer import tell  # noqa: PLC0415

    tell(problems, language)


def _forget_output() -> None:
    """Have what is left of the answer go nowhere: nobody can take it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(
    args: Namespace, folder: Path, make_workplace: MakeWorkplace, language: Language
) -> int:
    """Run the command that was named."""
    from app.cli import other_commands  # noqa: PLC0415
    from app.cli.commands import COMMANDS  # noqa: PLC0415

    if args.command == "self-check":
        check = other_commands.check_installation
        return check(lambda new: make_workplace(new, False), language)
    command = COMMANDS[args.command, getattr(args, "action", "")]
    wants_settings = args.command not in ("sample", "reopen")
    return command(args, make_workplace(folder, wants_settings), language)


def _file_of(argv: Sequence[str]) -> Path | None:
    """Return the file that the window is opened with: a lone last word.

    No command has an ending, and what is none of ours is passed to the window too.
    """
    words = _after_options(argv)
    file = Path(words[0]) if len(words) == 1 else None
    return file if file and file.suffix else None


def _must_be_there(file: Path | None) -> None:
    """Refuse to open the window on a file that is not there."""
    if file and not file.is_file():
        raise UnavailableError(error("file_missing", path=str(file)))


def _after_options(argv: Sequence[str]) -> Sequence[str]:
    """Return the words after the options of every call: a command, or nothing."""
    words, options = argv, ("--data", "--ui-lang")
    while words and words[0].startswith(options):
        words = words[2 if words[0] in options else 1 :]
    return words


def _language(argv: Sequence[str], default_folder: Path) -> Language:
    """Return the language asked for, that of the settings, or the system's."""
    folder = Path(_option(argv, "--data") or default_folder)
    try:
        settings = settings_file.read(folder)
    except RefusedError:
        settings = settings_file.Settings()
    asked = _option(argv, "--ui-lang")
    code = asked if asked in ("fr", "en") else settings.ui.language
    return settings.language(code or system_language())


def _option(argv: Sequence[str], name: str) -> str:
    """Return an option's value before anything is parsed: messages need it."""
    for at, word in enumerate(argv):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and at + 1 < len(argv):
            return argv[at + 1]
    return ""


def _write_utf8() -> None:
    """Write UTF-8 wherever the output goes; a terminal that cannot shows '?'."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
