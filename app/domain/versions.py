"""Which version of a price list is higher, and which lists are current."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar


class Versioned(Protocol):
    """A version of a price list, with or without its items."""

    @property
    def list_id(self) -> str:
        """The list it is a version of."""
        ...

    @property
    def version(self) -> str:
        """The version's name."""
        ...

    @property
    def valid_from(self) -> date:
        """The day it begins."""
        ...

    @property
    def in_use(self) -> bool:
        """Whether it may count at all: nobody took it out of use."""
        ...


V = TypeVar("V", bound=Versioned)


def version_key(version: str) -> tuple[tuple[bool, int, str], ...]:
    """Order versions run by run, digits as numbers: '10' is above '9'."""
    runs = re.findall(r"[0-9]+|[^0-9]+", version)
    return tuple(
        (False, int(run), "") if run[0] in "0123456789" else (True, 0, run)
        for run in runs
    )


_REVISED = re.compile(r"(.+)\+([0-9]+)")


def revised(version: str) -> str:
    """Return the name of what is made of a version: '2021-05+1', then '2021-05+2'.

    It is above the version it is made of, and below the ones to come of the list
    itself: those of another number ('2021-06') and those that add a letter, a point
    or a dash ('2021-05b', '2021-05.1').
    """
    match = _REVISED.fullmatch(version)
    if match is None:
        return f"{version}+1"
    return f"{match[1]}+{int(match[2]) + 1}"


def made_of(version: str) -> str:
    """Return the version that another is made of (`revised`); itself for any other."""
    match = _REVISED.fullmatch(version)
    return version if match is None else match[1]


def any_begun(versions: Iterable[Versioned], today: date) -> bool:
    """Tell whether any version counts or has counted: not all still wait."""
    return any(each.valid_from <= today for each in versions)


def current(versions: Iterable[V], today: date) -> tuple[V, ...]:
    """Return, of each list, the highest version begun and in use; of two the last."""
    highest: dict[str, V] = {}
    for each in versions:
        held = highest.get(each.list_id)
        begun = each.in_use and each.valid_from <= today
        if begun and (
            held is None or version_key(each.version) >= version_key(held.version)
        ):
            highest[each.list_id] = each
    return tuple(highest.values())


class Standing(StrEnum):
    """Whether a version counts, will, no longer does, or was taken out of use."""

    CURRENT = "current"
    WAITING = "waiting"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


def standing(version: V, among: Iterable[V], today: date) -> Standing:
    """Tell whether a version counts today, or takes over on its own day."""
    versions = tuple(among)
    if not version.in_use:
        return Standing.RETIRED
    if any(each is version for each in current(versions, today)):
        return Standing.CURRENT
    if version.valid_from > today and any(
        each is version for each in current(versions, version.valid_from)
    ):
        return Standing.WAITING
    return Standing.SUPERSEDED
