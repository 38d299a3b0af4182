"""An import keeps what was checked, or leaves the real database as it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.pricelist.foreign import CANONICAL, Layouts
from app.settings import Settings
from app.tables.table import Still
from app.use_cases import prices
from app.use_cases.bundled import policies
from app.use_cases.enriching import enriching
from app.use_cases.prices import Imported
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.app.pricelist.mapping.tables import CATALOGUE, mapping
from tests.fakes import FakeClock


class UnwantedError(Exception):
    """Somebody pressed Cancel."""


def unwanted(done: int, total: int) -> None:
    assert 0 <= done <= total
    raise UnwantedError


class Patience:
    """Counts how often somebody is asked, who wants no more at the `last` time."""

    def __init__(self, last: int = 0) -> None:
        self.asked, self._last = 0, last

    def __call__(self) -> None:
        self.asked += 1
        if self.asked == self._last:
            raise UnwantedError


def ended_each_time(work: Callable[[Still], object], every: int) -> None:
    """See that a work which asks so often ends whenever it is not wanted any more."""
    for last in range(1, every + 1):
        with pytest.raises(UnwantedError):
            work(Patience(last))


def test_reading_ends_wherever_it_is_no_longer_wanted(examples: Path) -> None:
    path, wanted = examples / "list-cp1252.csv", Patience()
    assert prices.check(path, still=wanted) == prices.check(path)
    assert wanted.asked > len(("the text", "each column", "the fingerprints"))
    ended_each_time(lambda still: prices.check(path, still=still), wanted.asked)


MICROSOFT = Path("tests/data/microsoft")


def layout(name: str) -> tuple[Path, Layouts]:
    """The file of a foreign list, and how it is read."""
    if name == "mapped":
        return Path("tarif.csv"), Layouts(mapping())
    return next(MICROSOFT.glob(name)), CANONICAL


@pytest.mark.parametrize("name", ["mapped", "*licences*.csv", "*new-commerce.csv"])
def test_a_foreign_list_is_read_row_by_row_only_while_it_is_wanted(name: str) -> None:
    path, layouts = layout(name)
    content = CATALOGUE.encode() if name == "mapped" else path.read_bytes()
    read = partial(prices.parse_content, content, path.name, "EUR", layouts)
    wanted = Patience()
    found = read(wanted).price_list
    assert found is not None
    steps = len(("the text", "a column", "the fingerprints"))
    assert wanted.asked > len(found.items) + steps
    ended_each_time(read, wanted.asked)


def test_a_matrix_is_read_only_while_it_is_wanted(tmp_path: Path) -> None:
    clock, wanted = FakeClock(), Patience()
    database = Database(tmp_path, clock)
    workplace = Workplace(tmp_path, database, clock, Settings(), policies(), "tester")
    prices.import_list(workplace, next(MICROSOFT.glob("*licences*.csv")))
    matrix = next(MICROSOFT.glob("2020-03-offermatrix.csv"))
    assert enriching(workplace, matrix, still=wanted).enriched is not None
    with database.reading() as store:
        before = store.price_lists(), store.events()
    ended_each_time(
        lambda still: enriching(workplace, matrix, still=still), wanted.asked
    )
    with database.reading() as store:
        assert (store.price_lists(), store.events()) == before


def test_what_is_raised_while_writing_leaves_nothing(
    tmp_path: Path, examples: Path
) -> None:
    clock = FakeClock()
    database = Database(tmp_path, clock)
    workplace = Workplace(tmp_path, database, clock, Settings(), policies(), "tester")
    checked = prices.check(examples / "list-cp1252.csv")
    with pytest.raises(UnwantedError):
        prices.import_checked(workplace, checked, "list.csv", unwanted)
    with database.reading() as store:
        assert store.price_lists() == ()
        assert store.events() == ()
    again = prices.import_checked(workplace, checked, "list.csv")
    assert again.outcome is Imported.NEW


def test_a_file_replaced_after_it_was_checked_changes_nothing(
    tmp_path: Path, examples: Path
) -> None:
    clock = FakeClock()
    place = Workplace(
        *(tmp_path / "data", Database(tmp_path / "data", clock), clock),
        *(Settings(), policies(), "tester"),
    )
    path = tmp_path / "list.csv"
    content = (examples / "list-cp1252.csv").read_bytes()
    path.write_bytes(content)
    checked = prices.check(path)
    path.write_bytes(content[:-200])
    kept = prices.import_checked(place, checked, path.name).price_list
    path.unlink()
    with place.storage.reading() as store:
        assert store.price_list(kept.list_id, kept.version) == checked.price_list
