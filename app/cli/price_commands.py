"""`prices check`, `import`, `map` and `show`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from app.cli.answer import columns, print_json, problems_json, say, tell
from app.cli.exit import Exit
from app.cli.history_commands import show_version
from app.cli.show_affected import affected_json, affected_lines
from app.cli.show_prices import (
    internal_list_line,
    list_json,
    list_line,
)
from app.domain.price_list import PriceList
from app.domain.problems import Problems, warning
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.profile_json import to_json
from app.use_cases import history, mapping_files, mappings, prices
from app.use_cases.bundled import is_sample
from app.use_cases.matrices import with_matrix
from app.use_cases.prices import Imported
from app.use_cases.workplace import Workplace
from app.wording import column_name
from i18n import Language


def check(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Read a list and say everything that is wrong with it."""
    mapping = mapping_files.read(args.mapping) if args.mapping else None
    layouts = mapping_files.layouts(workplace, mapping)
    read = prices.check(args.list, args.currency, layouts)
    parsed, enriched = with_matrix(workplace, read)
    new = parsed.price_list
    counting = enriched.price_list if enriched else new
    moved = history.affected(workplace, counting) if counting else ()
    more = {"quotes": affected_json(moved)}
    _answer(args, language, new, parsed.problems, more)
    if new is None:
        return Exit.REFUSED
    if args.format == "text":
        say(language.gettext("The list is in order."))
        for line in affected_lines(moved, language):
            say(line)
    return Exit.DONE


def import_list(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Make a list current, whole or not at all."""
    if args.mapping:
        mapping = mapping_files.read(args.mapping)
        result = mappings.import_mapped(workplace, args.list, args.currency, mapping)
    else:
        result = mappings.import_remembered(workplace, args.list, args.currency)
    more = {"outcome": result.outcome.value}
    _answer(args, language, result.price_list, result.problems, more)
    if args.format == "text":
        said = {
            Imported.NEW: language.gettext(
                "The list was imported. Saved quotes keep the prices they have."
            ),
            Imported.BACK: language.gettext(
                "This very list was out of use: it is back in use."
            ),
            Imported.SAME: language.gettext(
                "This very list was imported before: nothing was changed."
            ),
        }
        say(said[result.outcome])
        if result.price_list.valid_from > workplace.clock.today():
            day = language.date(result.price_list.valid_from)
            say(language.gettext("It becomes current on {day}.").format(day=day))
    return Exit.DONE


def suggest(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Say which column of a list is what, as a mapping to be filled in."""
    found = mappings.to_map(workplace, args.list, args.currency)
    profile = found.suggestion.profile
    tell(
        [warning("mapping_says_not", key=key) for key in found.lacks(profile)], language
    )
    if args.out:
        path = mapping_files.write(args.out, profile)
        text = language.gettext("The suggested mapping was written: {path}")
        say(text.format(path=path))
        for line in columns(_fed(profile, language)):
            say(f"  {line}")
    else:
        print_json(to_json(profile))
    return Exit.DONE


def _fed(profile: Profile, language: Language) -> list[tuple[str, str]]:
    """Say in words which field each column of the file, or constant, feeds."""
    said = [
        *((field, f"← {' + '.join(names)}") for field, names in profile.fields.items()),
        *((field, f"= {text}") for field, text in profile.constants.items()),
    ]
    return [(column_name(field, language), text) for field, text in said]


def show(args: Namespace, workplace: Workplace, language: Language) -> Exit:
    """Show the lists that count today, or one version with its items."""
    if args.version:
        return show_version(args, workplace, language)
    lists = prices.current_lists(workplace.storage, workplace.clock.today())
    if args.format == "json":
        shown = [
            list_json(each, sample=is_sample(each), internal=args.internal)
            for each in lists
        ]
        print_json({"price_lists": shown})
        return Exit.DONE
    if not lists:
        say(language.gettext("No price list is current yet."))
    for each in lists:
        _say_list(args, each, language)
    return Exit.DONE


def _say_list(args: Namespace, price_list: PriceList, language: Language) -> None:
    """Show one list in words."""
    say(list_line(price_list, language, sample=is_sample(price_list)))
    if args.internal:
        say(internal_list_line(price_list, language))


def _answer(
    args: Namespace,
    language: Language,
    price_list: PriceList | None,
    problems: Problems,
    more: dict[str, Any],
) -> None:
    """Show a list that was read, or null, with its problems."""
    tell(problems, language, internal=args.internal)
    if args.format == "json":
        shown = price_list and list_json(
            price_list, sample=is_sample(price_list), internal=args.internal
        )
        found = problems_json(problems, language, internal=args.internal)
        print_json({"price_list": shown, **more, "problems": found})
    elif price_list:
        _say_list(args, price_list, language)
