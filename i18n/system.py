"""The language that the computer speaks."""

from __future__ import annotations

import locale
import os

#: As gettext asks them. LC_CTYPE is none of them: Python itself may set it.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def system_language() -> str:
    """Return 'fr' where the system speaks French, else 'en'."""
    said = (os.environ.get(name, "") for name in _VARIABLES)
    name = next(filter(None, said), "") or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"
