"""The time of day, as a language writes it."""

from __future__ import annotations

from datetime import datetime

from i18n import Language


def time_of_day(moment: datetime, language: Language) -> str:
    """Write an aware moment as the clock on the wall shows it here: '14 h 32'."""
    local = moment.astimezone()
    text = language.gettext("{hour}:{minute}")
    return text.format(hour=f"{local.hour:02}", minute=f"{local.minute:02}")
