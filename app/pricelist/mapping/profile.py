"""The mapping of a layout, waas-mapping/1: which column feeds which field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.tables.headers import plain

FORMAT = "waas-mapping/1"
#: Marks of decimals in a whole column, or in each cell by itself; '' lets the
#: column decide.
DECIMALS = ("", ".", ",", "cell")
#: The order of a date's parts where a column does not tell it.
DATES = ("", "dmy", "mdy")
#: What happens to a reference that is there already.
REPEATS = ("", "number")

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of one layout.

    Columns are named as `header.column_names` names them. `fields` gives each
    field its columns, whose texts are joined; `leave_out` names, by column, texts
    whose rows are no items; `words` translates, by field, what cells say.
    """

    name: str = ""
    headers: Texts = ()
    fields: Mapping[str, Texts] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    decimal: str = ""
    dates: str = ""
    fill_down: Texts = ()
    leave_out: Mapping[str, Texts] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    repeats: str = ""

    @property
    def columns(self) -> Texts:
        """Return the columns that it uses, each once."""
        used = [name for names in self.fields.values() for name in names]
        return tuple(dict.fromkeys([*used, *self.fill_down, *self.leave_out]))

    @property
    def long(self) -> bool:
        """Whether the layout has a row for each item and term."""
        return "term" in self.fields


def fingerprint(headers: Iterable[str]) -> str:
    """Return what a layout is known by: its column names, as people write them."""
    names = "\n".join(map(plain, headers)).strip("\n")
    return hashlib.sha256(names.encode()).hexdigest()[:32]
