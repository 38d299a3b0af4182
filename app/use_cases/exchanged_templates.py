"""Templates that a colleague sends: compared by their names, never written over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.problems import Problem, Problems, warning
from app.exchange.parcel import SentTemplate, template_state
from app.use_cases.standing import Past, Standing, add_states, standing
from app.use_cases.templates import (
    all_templates,
    keep_template,
    known_as,
    names_for,
)
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ComparedTemplate:
    """One template that arrives, and how it stands to the one of its name here."""

    standing: Standing
    sent: SentTemplate

    @property
    def name(self) -> str:
        """What it is called."""
        return self.sent.name


def sent_templates(workplace: Workplace, past: Past) -> tuple[SentTemplate, ...]:
    """Return every template as it travels; a file that is none stays behind."""
    return tuple(
        SentTemplate(
            name=each.name, proposal=each.proposal, past=past.get(_key(each.name), ())
        )
        for each in all_templates(workplace)[0]
    )


def compared(
    workplace: Workplace, arriving: Iterable[SentTemplate], past: Past
) -> tuple[ComparedTemplate, ...]:
    """Compare each with what has its name here, whatever its capitals."""
    kept = {_key(each.name): each.proposal for each in all_templates(workplace)[0]}
    found = []
    for sent in arriving:
        here, known = kept.get(_key(sent.name)), past.get(_key(sent.name), ())
        stands = Standing.NEW
        if here is not None:
            mine, theirs = template_state(here), template_state(sent.proposal)
            stands = standing(mine, theirs, sent.past, known)
        found.append(ComparedTemplate(stands, sent))
    return tuple(found)


def take_templates(workplace: Workplace, found: Iterable[ComparedTemplate]) -> Problems:
    """Keep what is new or changed there; of two, the other under a name of its own."""
    notes: list[Problem] = []
    for each in found:
        name = each.name
        if each.standing in (Standing.SAME, Standing.HERE):
            continue
        if each.standing is Standing.BOTH:
            name = _free_name(workplace, name)
            notes.append(warning("exchange_kept_twice", number=each.name, other=name))
        replacing = each.standing is Standing.THERE
        keep_template(workplace, name, each.sent.proposal, replacing=replacing)
    return tuple(notes)


def noted(past: Past, found: Iterable[SentTemplate]) -> None:
    """Add to what is known of each the states in which it has travelled."""
    for sent in found:
        states = (*sent.past, template_state(sent.proposal))
        add_states(past, _key(sent.name), states)


def _free_name(workplace: Workplace, name: str) -> str:
    """Return the first of 'Office 2', 'Office 3' that no template has."""
    taken = {known_as(each.name) for each in all_templates(workplace)[0]}
    return next(each for each in names_for(name) if known_as(each) not in taken)


def _key(name: str) -> str:
    """Return under what a template's states are noted; no record has such an id."""
    return f"template:{known_as(name)}"
