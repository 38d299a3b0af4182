"""Jobs of the database that are killed at work; tests/prove runs more rounds."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from app.ports import Storage
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.kill import Kills, Reporter, kill_rounds
from tests.quotes_db.samples import BY, changed, files, grown_old, price_list, record

NUMBER = "TR-2026-0001"


def killed_while_saving(folder: Path, rounds: int, seed: int = 0) -> Kills:
    """Save one edit after another; no edit reported as saved may be lost."""
    storage = Database(folder, FakeClock())
    with storage.writing() as store:
        store.add_quote(record(NUMBER, title="0"))

    def save(report: Reporter) -> None:
        with storage.writing() as store:
            saved = store.quote(NUMBER)
            assert saved is not None
            for edit in count(int(saved.quote.proposal.title) + 1):
                saved = store.save_quote(changed(saved, title=str(edit)))
                report(str(edit))

    def survived(reports: list[str]) -> None:
        title = _title(storage)
        if reports:
            # The edit being saved may have been committed and not yet reported.
            assert int(title) - int(reports[-1]) in {0, 1}, (title, reports[-1])
        assert storage.check() == ()

    return kill_rounds(save, rounds, survived, seed)


def killed_while_making(folder: Path, rounds: int, seed: int = 0) -> Kills:
    """Make one database after another; each is there whole or can be made."""

    def make(report: Reporter) -> None:
        for number in count(len(list(folder.iterdir()))):
            with Database(folder / str(number), FakeClock()).writing():
                report(str(number))

    def survived(reports: list[str]) -> None:
        made = {one.name for one in folder.iterdir()}
        assert set(reports) <= made
        last = folder / str(len(made) - 1)
        grown_old(last)
        with Database(last, FakeClock()).writing() as store:
            assert store.quotes() == ()
        assert files(last) == {FILE}

    folder.mkdir(exist_ok=True)
    return kill_rounds(make, rounds, survived, seed)


def killed_while_importing(folder: Path, rounds: int, seed: int = 0) -> Kills:
    """Import one list after another; each is there with every item, or not."""
    storage = Database(folder, FakeClock())

    def bring_in(report: Reporter) -> None:
        with storage.writing() as store:
            for number in count(len(store.price_lists())):
                store.add_price_list(price_list(str(number)), "list.csv", BY)
                report(str(number))

    def survived(reports: list[str]) -> None:
        with storage.reading() as store:
            versions = [one.version for one in store.price_lists()]
            assert versions == [str(n) for n in range(len(versions))]
            assert set(reports) <= set(versions)
            for version in versions[-2:]:
                assert store.price_list("also-be", version) == price_list(version)

    return kill_rounds(bring_in, rounds, survived, seed)


def _title(storage: Storage) -> str:
    with storage.reading() as store:
        saved = store.quote(NUMBER)
    assert saved is not None
    return saved.quote.proposal.title
