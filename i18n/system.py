"""The language that the computer speaks."""

from __future__ import annotations

import locale

from babel.core import default_locale


def system_language() -> str:
    """Return 'fr' where the system speaks French, else 'en'."""
    name = default_locale("LC_MESSAGES") or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"
