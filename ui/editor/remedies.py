"""What can be done about a problem at once, by one key."""

from __future__ import annotations

from app.domain.problems import Problem
from i18n import Language
from ui.editor.wishes import Wishes


def remedy(problem: Problem, language: Language) -> str:
    """Say what can be done about a problem; '' where nothing can be at once."""
    _, known = language.gettext, dict(problem.parameters)
    if problem.code == "item_followed":
        text = _("Take its successor, {sku}")
        return text.format(sku=known["successor"])
    return _("Offer the installation…") if problem.code == "no_installation" else ""


def remedied(problem: Problem, wishes: Wishes) -> None:
    """Do what `remedy` says."""
    if problem.code == "item_followed":
        wishes.follow(problem.where, str(dict(problem.parameters)["successor"]))
    elif problem.code == "no_installation":
        wishes.offer_installation()
