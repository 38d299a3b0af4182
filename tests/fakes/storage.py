"""A database in memory, whose backups are files."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.domain.problems import Problems, UnavailableError, error
from app.ports import (
    Backup,
    QuoteList,
    QuoteRecord,
    Store,
)
from tests.fakes.quote_list import FakeQuoteList
from tests.fakes.store import FakeStore


@dataclass
class FakeStorage:
    """app.ports.Storage whose database is a FakeStore; backups are files.

    `locked_elsewhere` says that another program holds the data lock.
    """

    folder: Path
    store: FakeStore = field(default_factory=FakeStore)
    problems: Problems = ()
    locked_elsewhere: bool = False
    moment: datetime = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
    backup_fails: Problems = ()
    write_fails: Problems = ()
    read_fails: Problems = ()
    templates: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        if self.read_fails:
            raise UnavailableError(*self.read_fails)
        yield replace(self.store, writable=False)

    def ready(self, *, whole: bool) -> None:
        if whole and self.problems:
            raise UnavailableError(*self.problems)

    @contextmanager
    def listing(self, *, patient: bool = True) -> Iterator[QuoteList]:
        del patient
        with self.reading():
            yield FakeQuoteList(self.store)

    @contextmanager
    def locked(self) -> Iterator[None]:
        if self.locked_elsewhere:
            raise UnavailableError(error("data_locked", path=str(self.folder)))
        yield

    @contextmanager
    def writing(self) -> Iterator[Store]:
        if self.write_fails:
            raise UnavailableError(*self.write_fails)
        with self.locked():
            yield self.store

    def check(self) -> Problems:
        return self.problems

    def backup(self, file: Path) -> None:
        if file.exists():
            raise UnavailableError(error("file_exists", path=str(file)))
        file.write_bytes(pickle.dumps(self.store))

    def kept_templates(self, file: Path) -> Mapping[str, bytes]:
        del file
        return self.templates

    def restore(self, file: Path) -> Path | None:
        if not file.exists():
            raise UnavailableError(error("file_missing", path=str(file)))
        restored: FakeStore = pickle.loads(file.read_bytes())
        kept = self.folder / "kept"
        with self.locked():
            self.backup(kept)
            restored.letters = self.store.letters
            for key, last in self.store.counters.items():
                restored.counters[key] = max(last, restored.counters.get(key, 0))
            self.store = restored
        return kept

    def begin_anew(self) -> Path | None:
        self.store, self.problems = FakeStore(), ()
        return None

    def salvaged(self) -> tuple[tuple[QuoteRecord, ...], int]:
        return self.store.salvaged(), 0

    def back_up_changes(self) -> Path | None:
        if self.backup_fails:
            raise UnavailableError(*self.backup_fails)
        content = pickle.dumps(self.store)
        kept = self.backups()
        if kept and kept[0].path.read_bytes() == content:
            return None
        file = self.folder / f"{self.moment:%Y%m%d-%H%M%S}.backup"
        file.write_bytes(content)
        return file

    def backups(self) -> tuple[Backup, ...]:
        found = sorted(self.folder.glob("*.backup"), reverse=True)
        return tuple(map(_backup, found))

    def drop(self, backup: Backup) -> None:
        backup.path.unlink(missing_ok=True)


def _backup(file: Path) -> Backup:
    content = file.read_bytes()
    held: FakeStore = pickle.loads(content)
    return Backup(
        path=file,
        at=datetime.strptime(file.stem, "%Y%m%d-%H%M%S").replace(tzinfo=UTC),
        size=len(content),
        quotes=len(held.quotes()),
        lists=len(held.price_lists()),
        automatic=True,
    )
