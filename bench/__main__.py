"""`make bench`: what the heaviest work costs, beside a floor measured in turn."""

from __future__ import annotations

import csv
import io
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.domain.columns import cells
from app.domain.price_list import PriceList
from app.domain.pricing import customer_copy
from app.ports import Stamp
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.export import attachments, paper, pdf
from app.use_cases.prices import parse_content
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database

ROWS = 20_000
_BY = Stamp("bench", datetime(2026, 11, 22, tzinfo=UTC))


class Today:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the moment of all measurements."""
        return _BY.at

    def today(self) -> date:
        """Return its day."""
        return _BY.at.date()


def whole(quote: PricedQuote) -> tuple[object, ...]:
    """Work out what a priced quote leaves for later."""
    return quote.problems, quote.commission, quote.costs


def median(work: Callable[[], object], times: int) -> float:
    """Return the median of several runs in milliseconds, after a warm-up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def workplace(folder: Path) -> Workplace:
    """Return a workplace over an empty folder."""
    clock = Today()
    return Workplace(
        folder, Database(folder, clock), clock, Settings(), policies(), "bench"
    )


def long_list() -> PriceList:
    """Return the sample's packs and options many times over."""
    items = sample_list().items
    many = tuple(
        replace(
            items[n % len(items)],
            sku=f"SKU-{n}",
            includes=(),
            replaces=(),
            requires=(),
            excludes=(),
            addon_of=(),
            successor="",
        )
        for n in range(ROWS)
    )
    return replace(sample_list(), items=many)


def as_csv(price_list: PriceList) -> bytes:
    """Write a list as canonical CSV."""
    rows = [cells(item) for item in price_list.items]
    columns = sorted({column for row in rows for column in row})
    text = io.StringIO()
    text.write("list_id;BENCH\nversion;1\ncurrency;EUR\nvalid_from;2026-01-01\n")
    writer = csv.DictWriter(text, columns, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def raw_import(content: bytes) -> None:
    """Read the same cells and write them, without looking at any."""
    rows = list(csv.reader(io.StringIO(content.decode()), delimiter=";"))[4:]
    width = len(rows[0])
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "raw.db")
        columns = ",".join(f"c{n} TEXT" for n in range(width))
        database.execute(f"CREATE TABLE raw ({columns})")
        signs = ",".join("?" * width)
        database.executemany(f"INSERT INTO raw VALUES ({signs})", rows)
        database.commit()
        database.close()


def whole_import(content: bytes) -> None:
    """Read, check and keep the list."""
    parsed = parse_content(content)
    assert parsed.price_list, parsed.problems[:3]
    with (
        tempfile.TemporaryDirectory() as folder,
        workplace(Path(folder)).storage.writing() as store,
    ):
        store.add_price_list(parsed.price_list, "bench.csv", _BY)


def attached(quote: PricedQuote, edition: Edition, desk: Workplace) -> str:
    """Say how long what travels inside a paper takes of that time, and its size."""
    inside = paper(quote, edition, desk)
    copy = customer_copy(inside.proposal, inside.offer)
    taken = median(lambda: tuple(attachments(inside, copy)), 20)
    sizes = ", ".join(
        f"{each.name} {len(each.data)} bytes" for each in attachments(inside, copy)
    )
    return f"{taken:.1f} ms of it for {sizes}"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        desk = workplace(Path(name))
        sample = Catalogue.of([sample_list()])
        quote = priced(sample_quote(), sample, desk)
        lines = len(quote.offer.lines)
        print(f"sample quote, {lines} lines")
        taken = median(lambda: whole(priced(sample_quote(), sample, desk)), 30)
        print(f"  priced, with problems, commission and costs: {taken:.2f} ms")
        for edition in Edition:
            taken = median(lambda e=edition: pdf(quote, e, desk), 20)  # type: ignore[misc]
            inside = attached(quote, edition, desk)
            print(f"  paper {edition.value}: {taken:.1f} ms, {inside}")
    # The window is imported last: the floors above are measured without it.
    from bench import keystroke, quote_list, start  # noqa: PLC0415

    keystroke.measure()
    quote_list.measure()
    start.measure()
    content = as_csv(long_list())
    floor = median(lambda: raw_import(content), 3)
    ours = median(lambda: whole_import(content), 3)
    print(f"{ROWS} rows, file to committed rows")
    print(f"  csv + executemany of the raw cells: {floor:.0f} ms")
    print(f"  checked and kept: {ours:.0f} ms, {floor / ours:.2f} x the floor's speed")


if __name__ == "__main__":
    main()
