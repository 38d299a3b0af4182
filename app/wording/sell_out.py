"""What is said of sold products, in the window, on paper and by command alike."""

from __future__ import annotations

from i18n import Language


def manufacturer(name: str, language: Language) -> str:
    """Return a manufacturer's name, or that the list names none."""
    return name or language.gettext("No manufacturer named")


def nothing_sold(language: Language) -> str:
    """Say that nothing was sold, and what would count."""
    return language.gettext(
        "No contract was signed in this period. One counts on the day when both the"
        " distributor and the customer have signed it."
    )
