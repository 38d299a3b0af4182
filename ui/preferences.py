"""What the settings say of the window itself."""

from __future__ import annotations

from app.settings import Settings
from i18n import Language
from i18n.system import system_language

APPEARANCE = "ui.appearance"
CUSTOMER_VIEW = "ui.customer_view"
#: How a setting says yes.
YES = "yes"


def spoken(settings: Settings) -> Language:
    """Return the language to speak; where none is set, the system's."""
    code = settings.ui.language or system_language()
    return settings.language(code)


def appearance(settings: Settings) -> str:
    """Return 'light', 'dark', or '' for what the system says."""
    return settings.flat().get(APPEARANCE, "")


def begins_for_customer(settings: Settings) -> bool:
    """Tell whether the customer view is always on at start."""
    return settings.flat().get(CUSTOMER_VIEW, "") == YES
