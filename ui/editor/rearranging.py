"""Lines copied, moved and pasted: each one edit, which undo takes back."""

from __future__ import annotations

from app.domain.edits import duplicated, moved
from app.domain.problems import Problems
from app.domain.proposal import Proposal
from i18n import Language
from ui.editor.session import Session
from ui.models.adding import new_id
from ui.models.pasting import pasted


def duplicate(session: Session, key: str) -> str:
    """Put a copy of a line right after it; return its id, '' where it may not be."""
    before = {line.id for _, line in session.state.quote.proposal.places()}
    session.edit(lambda proposal: duplicated(proposal, key, new_id))
    places = session.state.quote.proposal.places()
    return next((line.id for _, line in places if line.id not in before), "")


def move(session: Session, key: str, by: int) -> None:
    """Put a line so many places further down among its like."""
    session.edit(lambda proposal: moved(proposal, key, by))


def paste(
    session: Session, text: str, key: str, language: Language
) -> tuple[str, Problems]:
    """Add the rows of a spreadsheet; return the last line's id, and what was not found.

    Options go under the pack that the line `key` is, or stands under.
    """
    proposal = session.state.quote.proposal
    under = _pack_of(proposal, key)
    found = pasted(proposal, text, under, session.catalogue, language)
    if found.ids:
        session.edit(lambda _: found.proposal)
    return (found.ids or ("",))[-1], found.problems


def _pack_of(proposal: Proposal, key: str) -> str:
    """Return the id of the pack that a line is or stands under, else ''."""
    for pack in proposal.packs:
        if key in {pack.id, *(option.id for option in pack.options)}:
            return pack.id
    return ""
