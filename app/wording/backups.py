"""A backup in words: when, how large, what it holds."""

from __future__ import annotations

from decimal import Decimal

from app.ports import Backup
from app.wording.clock import time_of_day
from i18n import Language


def moment(backup: Backup, language: Language) -> str:
    """Say when it was made, on the user's own clock."""
    here = backup.at.astimezone()
    text = language.gettext("{day}, {time}")
    return text.format(
        day=language.day(here.date()), time=time_of_day(backup.at, language)
    )


def size(backup: Backup, language: Language) -> str:
    """Say how large it is in megabytes, 0.1 at least."""
    tenths = max(1, round(backup.size / 100_000))
    text = language.gettext("{size} MB")
    return text.format(size=language.number(Decimal(tenths) / 10))


def held(backup: Backup, language: Language) -> str:
    """Say how much it holds, what for, or that it cannot be read."""
    _ = language.gettext
    if backup.quotes is None or backup.lists is None:
        return _("cannot be read")
    quotes, lists = backup.quotes, backup.lists
    texts = [
        (language.ngettext("{count} quote", "{count} quotes", quotes), quotes),
        (language.ngettext("{count} price list", "{count} price lists", lists), lists),
    ]
    templates = language.ngettext(
        "{count} template", "{count} templates", backup.templates
    )
    if backup.templates:
        texts.append((templates, backup.templates))
    parts = [text.format(count=language.number(count)) for text, count in texts]
    why = [] if backup.automatic else [_("kept before a change")]
    return ", ".join(parts + why)
