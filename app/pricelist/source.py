"""A table of somebody else's, as it came."""

from __future__ import annotations

from dataclasses import dataclass

from app.tables.table import Still, Table, wanted


@dataclass(frozen=True, slots=True)
class Source:
    """A table with the name of its file and the currency asked for.

    What `still` raises ends the reading.
    """

    table: Table
    name: str = ""
    currency: str = ""
    still: Still = wanted
