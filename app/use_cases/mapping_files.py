"""Mappings as files: read, written, and remembered for a layout."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import Problem, RefusedError, error
from app.exchange import strict_json
from app.pricelist.foreign import KnownLayout, Layouts
from app.pricelist.mapping.profile import Profile, fingerprint
from app.pricelist.mapping.profile_json import MOST_BYTES, from_json, to_json
from app.use_cases.workplace import Workplace

_FOLDER: Final = "mappings"


def read(path: Path) -> Profile:
    """Return the mapping that a file holds; RefusedError says what is wrong in it."""
    return profile_of(files.read(path, MOST_BYTES))


def write(path: Path, profile: Profile) -> Path:
    """Write a mapping into a file of its own; return where it is."""
    return files.write_beside(path, strict_json.dumps(to_json(profile)))


def known_in(folder: Path) -> KnownLayout:
    """Return what finds the mapping that a data folder remembers for a layout."""
    return partial(_known, folder / _FOLDER)


def layouts(workplace: Workplace, mapping: Profile | None = None) -> Layouts:
    """Return how lists are read here: with a mapping, or as is remembered."""
    return Layouts(mapping, known_in(workplace.folder))


def remember(folder: Path, profile: Profile) -> None:
    """Take this mapping from now on, wherever the same column names come."""
    where = folder / _FOLDER
    files.private_folder(where)
    content = strict_json.dumps(to_json(profile))
    files.replace_private(_file(where, fingerprint(profile.headers)), content)


def _known(folder: Path, layout: str) -> Profile | None:
    """Return the mapping remembered for a layout; RefusedError for a damaged one."""
    path = _file(folder, layout)
    content = files.read_if_there(path, MOST_BYTES)
    if content is None:
        return None
    try:
        return profile_of(content)
    except RefusedError as reason:
        damaged = error("mapping_damaged", path=str(path))
        raise RefusedError(damaged, *reason.problems) from reason


def _file(folder: Path, layout: str) -> Path:
    """Return where a layout's mapping is kept: its name is made of digits alone."""
    return folder / f"{layout}.json"


def profile_of(content: bytes) -> Profile:
    """Read a mapping's bytes; RefusedError names each wrong place in them."""
    try:
        value = strict_json.loads(content)
    except RefusedError as reason:
        raise RefusedError(*map(_of_mapping, reason.problems)) from reason
    return from_json(value)


def _of_mapping(problem: Problem) -> Problem:
    """Speak of a mapping, not of a quote."""
    if problem.code == "not_json":
        return replace(problem, code="mapping_not_json")
    return problem
