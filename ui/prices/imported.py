"""What an import came to, in a sentence."""

from __future__ import annotations

from datetime import date

from app.use_cases.prices import Import, Imported
from i18n import Language


def imported_sentence(done: Import, today: date, language: Language) -> str:
    """Say that a list counts now, will from its day on, or was there before."""
    _, new = language.gettext, done.price_list
    text = _("{list} {version} was imported.")
    if new.valid_from > today:
        text = _("{list} {version} was imported: it takes over on {day}.")
    if done.outcome is Imported.SAME:
        text = _("This very list was imported before: nothing was changed.")
    elif done.outcome is Imported.BACK:
        text = _("{list} {version} was out of use: it is back in use.")
    day = language.day(new.valid_from)
    return text.format(list=new.list_id, version=new.version, day=day)
