"""Lists in layouts of their own: a first mapping, tried, then used to import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import RefusedError, error, suggestion
from app.pricelist.foreign import mapped_table, suggest_any
from app.pricelist.mapping.currency import currency_shown
from app.pricelist.mapping.header import column_names, header_at
from app.pricelist.mapping.mapped import Trial, try_mapping
from app.pricelist.mapping.profile import Profile, fingerprint
from app.pricelist.mapping.rows import is_price
from app.pricelist.mapping.source import heading_of, of_edition, undated
from app.pricelist.mapping.suggest import Suggestion, decimal_shown, missing
from app.pricelist.source import Source
from app.tables import reading
from app.tables.table import Still, Table, wanted
from app.use_cases import prices
from app.use_cases.mapping_files import known_in, layouts, remember
from app.use_cases.workplace import Workplace

#: A mapping is tried on as many rows at once as a window can wait for.
MOST_TRIED: Final = 5_000
_LOOKED_AT: Final = 200
_SAMPLES: Final = 3
#: Refusals of a list that is dated like one before.
_DATED_BEFORE: Final = frozenset({"version_other_content", "version_lower"})


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

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the file's columns."""
        return column_names(self.table.rows[self.suggestion.at])

    @property
    def told(self) -> dict[str, str]:
        """What the file says of itself, by key: its day, its currency."""
        heading = heading_of(self.source, self.suggestion.at, Profile())
        return {key: cell.text for key, cell in heading.items()}

    def currency_of(self, profile: Profile) -> str:
        """Return the currency that a mapping's prices show; '' where none is plain."""
        return currency_shown(self.source, self.suggestion.at, profile.fields)

    def decimal_of(self, profile: Profile) -> str:
        """Return how a mapping's prices are to be read; '' where each column tells."""
        return decimal_shown(self.source, self.suggestion.at, profile.fields)

    def samples(self, column: int) -> tuple[str, ...]:
        """Return a few different texts of a column."""
        rows = self.table.rows[self.suggestion.at + 1 :][:_LOOKED_AT]
        texts = (row.cells[column] for row in rows if column < len(row.cells))
        return tuple(dict.fromkeys(filter(None, texts)))[:_SAMPLES]

    @property
    def prices(self) -> bool:
        """Whether a column was taken for prices: other tables are no lists."""
        fields = self.suggestion.profile.fields
        return any(map(is_price, fields))

    def tried(self, profile: Profile) -> Trial:
        """Return what the first rows of the file give under a mapping."""
        most = self.suggestion.at + 1 + MOST_TRIED
        source = replace(self.source, table=self.table.cut(most))
        return try_mapping(source, profile)

    def kept(self, profile: Profile) -> Profile:
        """Return the mapping as it is known again by this file's column names."""
        header = self.table.rows[self.suggestion.at]
        return replace(profile, headers=header.cells)


def suggested(path: Path, currency: str = "", still: Still = wanted) -> Unmapped:
    """Return a file with a first mapping; RefusedError where it has no table.

    What `still` raises ends the reading.
    """
    found = suggestion_for(files.read(path), path.name, currency, still)
    if found is None:
        raise RefusedError(error("no_table"))
    return found


def suggestion_for(
    content: bytes, name: str, currency: str = "", still: Still = wanted
) -> Unmapped | None:
    """Return a file's content with a first mapping; None where it has no table."""
    read = partial(reading.read, content, name=name, still=still)
    found = suggest_any(name, currency, read)
    return Unmapped(name, *found, currency) if found else None


def to_map(
    workplace: Workplace, path: Path, currency: str = "", still: Still = wanted
) -> Unmapped:
    """Return a file to be mapped, with the mapping that is remembered for it.

    RefusedError where it has no table.
    """
    found = suggested(path, currency, still)
    header = found.table.rows[found.suggestion.at]
    known = known_in(workplace.folder)(fingerprint(header.cells))
    if known is None:
        return found
    profile = of_edition(found.source, found.suggestion.at, known)
    return replace(found, suggestion=replace(found.suggestion, profile=profile))


def to_date(
    workplace: Workplace, path: Path, currency: str = "", still: Still = wanted
) -> Unmapped | None:
    """Return a file whose day, told of an edition before, is to be said anew.

    None where the remembered mapping says none.
    """
    found = to_map(workplace, path, currency, still)
    profile = found.suggestion.profile
    without = undated(profile)
    if without == profile:
        return None
    return replace(found, suggestion=replace(found.suggestion, profile=without))


def import_remembered(workplace: Workplace, path: Path, currency: str) -> prices.Import:
    """Keep a list that is canonical or of a layout that was mapped before.

    RefusedError says too how to date it, where the mapping is dated as one before.
    """
    try:
        return prices.import_list(workplace, path, currency, layouts(workplace))
    except RefusedError as refusal:
        codes = {each.code for each in refusal.problems}
        if not codes & _DATED_BEFORE or to_date(workplace, path, currency) is None:
            raise
        way_out = suggestion("mapping_dated", file=path.name)
        raise RefusedError(*refusal.problems, way_out) from refusal


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
    done = prices.import_read(workplace, checked, path.name)
    table = mapped_table(profile, currency, partial(reading.read, content))
    at = header_at(table, profile)
    if at is not None:
        headers = table.rows[at].cells
        remember(workplace.folder, replace(profile, headers=headers))
    return done
