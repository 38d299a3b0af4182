"""Templates that a backup kept: brought back beside those that are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.domain.known_customer import NOBODY
from app.domain.problems import Problem, Problems, RefusedError, warning
from app.domain.proposal import Proposal
from app.use_cases.templates import (
    Template,
    all_templates,
    is_free,
    keep_template,
    known_as,
    names_for,
    template_in,
)
from app.use_cases.workplace import Workplace


def bring_back(workplace: Workplace, kept: Mapping[str, bytes]) -> Problems:
    """Keep what a backup has and this place lacks, and say what was special.

    What has the same name here and says something else stays: the backup's comes
    beside it under a name of its own. `kept` is by the names of files, which are
    only told of: each template lies where its own name says. UnavailableError where
    one cannot be written.
    """
    notes: list[Problem] = []
    for file, content in sorted(kept.items()):
        try:
            theirs = template_in(content)
        except RefusedError:
            notes.append(warning("template_lost", name=file))
        else:
            notes += _bring(workplace, theirs)
    return tuple(notes)


def _bring(workplace: Workplace, theirs: Template) -> Iterator[Problem]:
    """Keep one template under the first name that is free or that it has already."""
    here = {known_as(e.name): e.proposal for e in all_templates(workplace)[0]}
    for name in names_for(theirs.name):
        held = here.get(known_as(name))
        if held is not None and _says(held) == _says(theirs.proposal):
            return
        if held is None and is_free(workplace, name):
            keep_template(workplace, name, theirs.proposal)
            if name != theirs.name:
                yield warning("template_beside", name=theirs.name, other=name)
            return


def _says(template: Proposal) -> Proposal:
    """Return what a template says, whatever it is called and whenever it was saved."""
    return replace(template, customer=NOBODY, date=date.min)
