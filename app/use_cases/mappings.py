"""Lists in layouts of their own: a first mapping, tried, then used to import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app import files
from app.domain.problems import RefusedError, error
from app.pricelist.foreign import Layouts, mapped_table, suggest_any
from app.pricelist.mapping.header import header_at
from app.pricelist.mapping.mapped import Source, parse_mapped
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.suggest import Suggestion, missing
from app.pricelist.parse import ParsedList
from app.tables import reading
from app.tables.table import Table
from app.use_cases import prices
from app.use_cases.mapping_files import known_in, remember
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A file whose columns nobody named yet, with a first mapping for it."""

    name: str
    table: Table
    suggestion: Suggestion
    currency: str = ""

    @property
    def source(self) -> Source:
        """The table with what is known of its file."""
        return Source(self.table, self.name, self.currency)

    def lacks(self, profile: Profile) -> tuple[str, ...]:
        """Return what a mapping does not say yet, and the file neither."""
        return missing(self.source, profile, self.suggestion.at)

    def parsed(self, profile: Profile) -> ParsedList:
        """Return what the file gives under a mapping."""
        return parse_mapped(self.source, profile)

    def kept(self, profile: Profile) -> Profile:
        """Return the mapping as it is known again by this file's column names."""
        header = self.table.rows[self.suggestion.at]
        return replace(profile, headers=header.cells)


def suggested(path: Path, currency: str = "") -> Unmapped:
    """Return a file with a first mapping; RefusedError where it has no table."""
    found = suggestion_for(files.read(path), path.name, currency)
    if found is None:
        raise RefusedError(error("no_table"))
    return found


def suggestion_for(content: bytes, name: str, currency: str = "") -> Unmapped | None:
    """Return a file's content with a first mapping; None where it has no table."""
    found = suggest_any(name, currency, partial(reading.read, content))
    return Unmapped(name, *found, currency) if found else None


def layouts(workplace: Workplace, mapping: Profile | None = None) -> Layouts:
    """Return how lists are read here: with a mapping, or as is remembered."""
    return Layouts(mapping, known_in(workplace.folder))


def import_mapped(
    workplace: Workplace, path: Path, currency: str, profile: Profile
) -> prices.Import:
    """Keep a list that a mapping reads, and the mapping for the next of its layout.

    RefusedError where the list is wrong, or may not be kept.
    """
    content = files.read(path)
    checked = prices.parse_content(
        content, path.name, currency, layouts(workplace, profile)
    )
    done = prices.import_checked(workplace, checked, path.name)
    table = mapped_table(profile, currency, partial(reading.read, content))
    at = header_at(table, profile)
    if at is not None:
        headers = table.rows[at].cells
        remember(workplace.folder, replace(profile, headers=headers))
    return done
