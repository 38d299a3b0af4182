"""What a version changes against another, in a sentence."""

from __future__ import annotations

from app.domain.price_changes import PriceChanges
from i18n import Language


def compared_sentence(against: str, changes: PriceChanges, language: Language) -> str:
    """Count what is new, gone and changed."""
    return language.gettext(
        "Against version {version}: {added} new, {removed} no longer sold,"
        " {changed} changed. Saved quotes keep their prices."
    ).format(
        version=against,
        added=language.number(len(changes.added)),
        removed=language.number(len(changes.removed)),
        changed=language.number(len(changes.changed)),
    )
