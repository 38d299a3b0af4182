"""Customers that come as a table: looked through first, then kept; and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app import files
from app.domain.known_customer import FIELDS, as_texts, of_texts
from app.domain.problems import Problem, Problems, RefusedError, error
from app.domain.same_customer import numbers, signs_of
from app.exchange import strict_json
from app.exchange.customer_table import (
    Columns,
    CustomerRow,
    as_csv,
    as_xlsx,
    header,
    layouts,
    names,
    read,
)
from app.ports import CustomerRecord
from app.tables import reading
from app.tables.table import Table
from app.use_cases.customers import Deed, Records, all_customers, begun, doubts, keep
from app.use_cases.workplace import Workplace

_FOLDER: Final = ("mappings", "customers")
_FORMAT: Final = "waas-customer-columns/1"
_MOST_BYTES: Final = 20_000
_NUMBERED: Final = {"vat_number", "enterprise_number", "country"}


@dataclass(frozen=True, slots=True)
class Arrived:
    """A row beside what is kept: `before` is None for a new customer.

    `fields` names what the row says otherwise.
    """

    row: int
    before: CustomerRecord | None
    now: CustomerRecord
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What a table would change: nothing of it is written yet."""

    new: tuple[Arrived, ...]
    changed: tuple[Arrived, ...]
    same: tuple[Arrived, ...]
    refused: Problems
    columns: Columns
    layout: str
    #: The names of columns that say nothing of a customer.
    unused: tuple[str, ...] = ()

    @property
    def doubts(self) -> Problems:
        """Warn of numbers that come in and that their country would not give out."""
        came = (e for e in self.changed if _NUMBERED & {*e.fields})
        return tuple(
            replace(problem, where=each.now.customer.name)
            for each in (*self.new, *came)
            for problem in doubts(each.now.known)
        )

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many are new, changed, the same and refused."""
        return len(self.new), len(self.changed), len(self.same), len(self.refused)


def review(workplace: Workplace, path: Path, columns: Columns | None = None) -> Review:
    """Look through a CSV file or a workbook of customers.

    `columns` says which column says what; else it is as was remembered for the
    layout, else as the columns are called. RefusedError where it has no customers.
    """
    table = reading.read(files.read(path), name=path.name)
    found = header(table, columns or _remembered(workplace, table))
    rows, problems = read(table, found)
    kept = all_customers(workplace)
    arrived: list[Arrived] = []
    refused = list(problems)
    seen: dict[str, int] = {}
    for row in rows:
        fault = _twice(row, seen) or _ambiguous(row, kept)
        if fault:
            refused.append(fault)
        else:
            arrived.append(_beside(workplace, row, kept))
    return Review(
        new=tuple(each for each in arrived if each.before is None),
        changed=tuple(each for each in arrived if each.before and each.fields),
        same=tuple(each for each in arrived if each.before and not each.fields),
        refused=tuple(refused),
        columns=found.columns,
        layout=found.layout,
        unused=tuple(n for n in found.names if n and n not in found.columns.values()),
    )


def column_names(path: Path) -> tuple[str, ...]:
    """Return the names of a file's columns, to say which one says what."""
    return names(reading.read(files.read(path), name=path.name))


def take_in(workplace: Workplace, found: Review) -> Deed:
    """Keep what is new and what changed, all or none; remember the columns.

    RefusedError where a customer was changed since it was looked through.
    """
    wanted = (*found.new, *found.changed)
    after = keep(workplace, *(each.now for each in wanted))
    _remember(workplace, found)
    today = workplace.clock.today()
    before = tuple(
        each.before or replace(now, archived_on=today)
        for each, now in zip(wanted, after, strict=True)
    )
    return Deed(before, after)


def write(workplace: Workplace, folder: Path, forms: tuple[str, ...]) -> list[Path]:
    """Write every customer as CSV, as a workbook or both; return where."""
    known = [each.known for each in all_customers(workplace, alone=True)]
    written = {"csv": as_csv, "xlsx": as_xlsx}
    return [
        files.write_beside(folder / f"customers.{form}", written[form](known))
        for form in forms
    ]


def _twice(row: CustomerRow, seen: dict[str, int]) -> Problem | None:
    """Refuse a customer that the file holds already."""
    signs = numbers(row.known) or signs_of(row.known)
    first = next((seen[sign] for sign in signs if sign in seen), None)
    for sign in signs:
        seen.setdefault(sign, row.number)
    if first is None:
        return None
    name = row.known.customer.name
    return error("customer_row_twice", row=row.number, value=name, first=first)


def _ambiguous(row: CustomerRow, kept: Records) -> Problem | None:
    """Refuse a customer that may be several."""
    if len(_matches(row, kept)) < 2:  # noqa: PLR2004
        return None
    name = row.known.customer.name
    return error("customer_row_ambiguous", row=row.number, value=name)


def _matches(row: CustomerRow, kept: Records) -> Records:
    """Return whom a row means: by number, else by name without another number."""
    mine = numbers(row.known)
    by_number = tuple(each for each in kept if mine & numbers(each.known))
    if by_number:
        return by_number
    names = signs_of(row.known) - mine
    return tuple(
        each
        for each in kept
        if names & signs_of(each.known) and not (mine and numbers(each.known))
    )


def _beside(workplace: Workplace, row: CustomerRow, kept: Records) -> Arrived:
    """Put a row beside the customer that it means; what it does not say stays."""
    matches = _matches(row, kept)
    if not matches:
        return Arrived(row.number, None, begun(workplace, row.known), ())
    before = matches[0]
    was, said = as_texts(before.known), _said(row)
    fields = tuple(name for name in FIELDS if name in said and said[name] != was[name])
    now = of_texts({**was, **said}, before.known.contacts)
    return Arrived(row.number, before, replace(before, known=now), fields)


def _said(row: CustomerRow) -> dict[str, str]:
    """Return what a row says; every customer has a sector, named or not."""
    texts = {name: text for name, text in as_texts(row.known).items() if text}
    if row.known.customer.segment == "business":
        texts.pop("segment")
    return texts


def _remembered(workplace: Workplace, table: Table) -> Columns | None:
    """Return which column says what, as it was once said for this layout."""
    for layout in layouts(table):
        content = files.read_if_there(_file(workplace, layout), _MOST_BYTES)
        if content is not None:
            return _columns(content)
    return None


def _columns(content: bytes) -> Columns | None:
    """Return what was remembered; None where that can no longer be read."""
    try:
        value = strict_json.loads(content)
    except RefusedError:
        return None
    columns = value.get("columns") if isinstance(value, dict) else None
    return columns if isinstance(columns, dict) and _in_order(columns) else None


def _in_order(columns: Mapping[object, object]) -> bool:
    """Tell whether columns are texts by field."""
    return all(f in FIELDS and isinstance(n, str) for f, n in columns.items())


def _remember(workplace: Workplace, found: Review) -> None:
    """Read the same layout alike from now on."""
    path = _file(workplace, found.layout)
    files.private_folder(path.parent)
    body = {"format": _FORMAT, "columns": dict(found.columns)}
    files.replace_private(path, strict_json.dumps(body))


def _file(workplace: Workplace, layout: str) -> Path:
    """Return where the columns of a layout are kept."""
    return workplace.folder.joinpath(*_FOLDER, f"{layout}.json")


def lines(found: Review) -> Iterator[tuple[Arrived, str, str, str]]:
    """Yield every change field by field: whose, which, before, now."""
    for each in found.changed:
        was = as_texts(each.before.known) if each.before else {}
        now = as_texts(each.now.known)
        for name in each.fields:
            yield each, name, was.get(name, ""), now[name]
