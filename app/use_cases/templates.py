"""Templates of quotes, each in a file of its own in the data folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import Problem, Problems, RefusedError, UnavailableError, error
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.domain.templates import template_of
from app.exchange import quote_file
from app.ports import TEMPLATES
from app.use_cases.workplace import Workplace

_MOST_BYTES: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Template:
    """A quote to begin from, by its name; its customer has no other data."""

    name: str
    proposal: Proposal


def all_templates(workplace: Workplace) -> tuple[tuple[Template, ...], Problems]:
    """Return the templates by name, and what is wrong with files that are none."""
    found: list[Template] = []
    problems: list[Problem] = []
    for path in sorted((workplace.folder / TEMPLATES).glob("*.json")):
        try:
            found.append(template_in(files.read(path, _MOST_BYTES)))
        except (RefusedError, UnavailableError):
            problems.append(error("template_damaged", path=str(path)))
    return tuple(sorted(found, key=lambda each: each.name.casefold())), tuple(problems)


def find(workplace: Workplace, name: str) -> Template:
    """Return the template of that name, whatever its capitals.

    RefusedError where there is none.
    """
    every, _ = all_templates(workplace)
    for each in every:
        if known_as(each.name) == known_as(name):
            return each
    raise RefusedError(error("template_unknown", name=name))


def known_as(name: str) -> str:
    """Return what tells one name from another: how its file is called."""
    return files.safe_name(name.casefold())


def names_for(name: str) -> Iterator[str]:
    """Return the names that a template may have, the first that is free wins.

    A number is never lost where the name of a file ends.
    """
    stem = name
    while not known_as(f"{stem} 0000").endswith("0000"):
        stem = stem[:-1]
    return chain((name,), (f"{stem} {number}" for number in count(2)))


def is_free(workplace: Workplace, name: str) -> bool:
    """Tell whether no file lies where a template of that name would, damaged or not."""
    return not _path(workplace, name).exists()


def keep_template(
    workplace: Workplace, name: str, proposal: Proposal, *, replacing: bool = False
) -> Template:
    """Keep a proposal's lines under a name; what is the customer's stays out.

    RefusedError where a template has that name and is not to be replaced, and where
    a line is not filled in yet: no quote begins from it.
    """
    path = _path(workplace, name)
    if not replacing and path.exists():
        raise RefusedError(error("template_exists", name=name))
    template = Template(name, template_of(proposal, name))
    content = quote_file.write(Quote(proposal=template.proposal))
    quote_file.read(content)
    files.private_folder(path.parent)
    files.replace_private(path, content)
    return template


def drop_template(workplace: Workplace, name: str) -> None:
    """Take a template away; `keep_template` brings it back."""
    path = _path(workplace, name)
    try:
        path.unlink(missing_ok=True)
    except OSError as reason:
        raise UnavailableError(files.unwritable(path, reason)) from reason


def template_in(content: bytes) -> Template:
    """Return the template that a file holds; RefusedError where it holds none."""
    proposal = quote_file.read(content).quote.proposal
    return Template(proposal.customer.name, proposal)


def _path(workplace: Workplace, name: str) -> Path:
    """Return where a template of that name is kept."""
    return workplace.folder / TEMPLATES / f"{known_as(name)}.json"
