"""`prices retire`: a list, or one version of it, out of use and back."""

from __future__ import annotations

from argparse import Namespace

from app.cli.answer import print_json, say
from app.cli.exit import Exit
from app.use_cases import retiring
from app.use_cases.workplace import Workplace
from app.wording.retiring import retired_sentence
from i18n import Language


def retire(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Take versions out of use, or back, and say what counts since."""
    done = retiring.retire(workplace, args.name, back=args.back)
    counts = done.current
    if args.format == "json":
        print_json(
            {
                "list_id": done.list_id,
                "versions": list(done.versions),
                "in_use": done.back,
                "current": counts and counts.version,
                "problems": [],
            }
        )
    else:
        counting = counts.version if counts else ""
        versions = done.versions
        say(
            retired_sentence(done.list_id, versions, counting, language, back=done.back)
        )
    return Exit.DONE
