"""The database as a file in the user's folder: opened, made, upgraded, kept safe."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

from app import files
from app.domain.problems import Problems, UnavailableError, warning
from app.ports import Backup, Clock, QuoteList, QuoteRecord, Store
from quotes_db import backups, companions, heavy
from quotes_db.carrying import carry_numbers
from quotes_db.connections import connect, connect_in_memory, connect_to_read, only_read
from quotes_db.failures import READ, WRITE, explained, unavailable
from quotes_db.kept import Kept
from quotes_db.lending import Lending
from quotes_db.listing import SqlQuoteList
from quotes_db.locking import DataLock
from quotes_db.marks import REVISION
from quotes_db.opening import journal, look
from quotes_db.structure import faults

if TYPE_CHECKING:
    from quotes_db.engine import Engines
    from quotes_db.price_lists import Held
    from quotes_db.store import SqlStore

# What brings SQLAlchemy is imported when it is needed: the first list does without.
FILE: Final = "quotes.db"


class Database:
    """app.ports.Storage in a folder of the user's."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Name the folder; nothing is opened or made yet."""
        self._folder = folder
        self._path = folder / FILE
        self._clock = clock
        self._lock = DataLock(folder)
        self._preparing = threading.Lock()
        self._held: Held = WeakValueDictionary()
        self._kept = Kept(self._path, clock)
        self._lending = Lending(self._path, self._connect_to_list)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open for reading; nothing is written, an absent database is empty.

        A database of an older program is upgraded in memory only. A change that
        a crash broke off is taken back, as every reader of SQLite must.
        """
        with self._store(self._connect_to_read(self._looked())) as store:
            yield store

    @contextmanager
    def _store(self, connect: Callable[[], sqlite3.Connection]) -> Iterator[SqlStore]:
        """Lend a store, and close its connection after."""
        heavy.load()
        from quotes_db.store import SqlStore  # noqa: PLC0415

        with self._engines.lent(connect) as engine:
            yield SqlStore(engine, self._path, self._held)

    @cached_property
    def _engines(self) -> Engines:
        """The engines that are lent to stores."""
        from quotes_db.engine import Engines  # noqa: PLC0415

        return Engines()

    @contextmanager
    def listing(self, *, patient: bool = True) -> Iterator[QuoteList]:
        """Lend the list of quotes, as `reading` sees them."""
        with explained(self._path, READ), self._lending.lent(patient=patient) as file:
            yield SqlQuoteList(file, self._path)

    def ready(self, *, whole: bool) -> None:
        """Say why the database cannot be opened; `database_gone` where it was there.

        What this program keeps as backups tells that it was.
        """
        found = self._looked() if whole else look(self._path, whole=False)
        if found is None and self._kept.automatic:
            raise unavailable("database_gone", self._path)

    def locked(self) -> AbstractContextManager[None]:
        """Hold the data lock; `data_locked` where another program holds it."""
        return self._lock.held()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Open for writing under the data lock, made or upgraded where needed.

        The file is looked at once for as long as this program holds the lock.
        """
        with self._lock.writing():
            self._make_ready()
            with self._store(partial(connect, self._path)) as store:
                yield store

    def check(self) -> Problems:
        """Look through the whole database and say what is wrong with it.

        One that is not there is warned of: a folder may be misspelt.
        """
        from quotes_db import checking  # noqa: PLC0415
        from quotes_db.engine import engine_on, transaction  # noqa: PLC0415

        try:
            revision = look(self._path)
        except UnavailableError as failure:
            return failure.problems
        if revision is None:
            return (warning("database_missing", path=str(self._path)),)
        with explained(self._path, READ), closing(connect_to_read(self._path)) as file:
            found = faults(file)
        engine = engine_on(self._connect_to_read(revision))
        try:
            with transaction(engine, "BEGIN", self._path) as session:
                return found + tuple(checking.unreadable(session))
        finally:
            engine.dispose()

    def backup(self, file: Path) -> None:
        """Write a whole, verified copy; an existing file is not replaced.

        It keeps the templates as well.
        """
        if look(self._path) is None:
            raise unavailable("database_missing", self._path)
        backups.back_up(self._path, file)

    def kept_templates(self, file: Path) -> Mapping[str, bytes]:
        """Return the templates that a backup keeps; older ones keep none."""
        if look(file) is None:
            raise unavailable("file_missing", file)
        with explained(file, READ):
            return companions.kept_in(file)

    def restore(self, file: Path) -> Path | None:
        """Take a backup's content; return where the present one was kept.

        Numbers go on where this installation stands, so that none comes twice.
        Where the present database is too damaged to say, they skip ahead to the
        next thousand under new letters. `database_busy` while this program writes.
        """
        if look(file) is None:
            raise unavailable("file_missing", file)
        return self._replace(backups.brought_back(file, self._path))

    def begin_anew(self) -> Path | None:
        """Begin with nothing; return where the present database was kept as it is.

        Numbers go on as they do after a restore.
        """
        return self._replace(_empty_beside(self._path, self._clock))

    def salvaged(self) -> tuple[tuple[QuoteRecord, ...], int]:
        """Return the quotes that a spoilt file still gives, and how many are lost."""
        from quotes_db import salvage  # noqa: PLC0415
        from quotes_db.engine import engine_on, transaction  # noqa: PLC0415

        engine = engine_on(partial(connect_to_read, self._path))
        try:
            with transaction(engine, "BEGIN", self._path) as session:
                return salvage.quotes_in(session)
        finally:
            engine.dispose()

    def back_up_changes(self) -> Path | None:
        """Write a verified copy among the backups, None where there is no need."""
        return self._kept.back_up_changes()

    def backups(self) -> tuple[Backup, ...]:
        """Return what the folder of backups holds, the newest first."""
        return self._kept.every()

    def drop(self, backup: Backup) -> None:
        """Remove a backup for good."""
        with explained(backup.path, WRITE):
            backup.path.unlink(missing_ok=True)

    def _make_ready(self) -> None:
        """Make the database, or upgrade it, so that it can be written."""
        with self._preparing, explained(self._path, WRITE):
            if self._lock.looked:
                return
            revision = self._looked()
            if revision is None:
                self._make()
            elif revision < REVISION:
                self._upgrade()
            self._lock.looked = True

    def _looked(self) -> int | None:
        """Return where the database stands, looked through once under the lock."""
        if self._lock.looked or self._lock.sound:
            return REVISION
        revision = look(self._path)
        if revision == REVISION:
            self._lock.found_sound()
        return revision

    def _make(self) -> None:
        """Make an empty database that has its name only once it is whole."""
        if journal(self._path).exists():
            backups.keep_as_it_is(self._path, self._clock.now())
        from quotes_db.schema import new_database  # noqa: PLC0415

        files.replace_private(self._path, new_database(self._clock.now()))

    def _upgrade(self) -> None:
        """Upgrade in place, a verified backup first."""
        # Alembic takes longer to import than most commands to run.
        from quotes_db.migrating import upgrade_file  # noqa: PLC0415

        backups.keep(self._path, self._clock.now())
        upgrade_file(self._path)

    def _replace(self, written: AbstractContextManager[Path]) -> Path | None:
        """Put what is written in the database's place; return where that was kept."""
        with (
            self._kept.at_rest(),
            self._lock.replacing(),
            self._lending.withheld(),
            explained(self._path, WRITE),
            written as copy,
        ):
            kept = self._keep(copy)
            files.put_in_place(copy, self._path)
            return kept

    def _keep(self, copy: Path) -> Path | None:
        """Keep what a copy is going to replace, and go on with its numbers."""
        try:
            revision = look(self._path)
            if revision is None and not journal(self._path).exists():
                if self._kept.automatic:
                    carry_numbers(self._path, copy)
                return None
        except UnavailableError:
            revision = None
        carry_numbers(self._path, copy)
        # Half a database, or a journal that would be played into the copy.
        keep = backups.keep_as_it_is if revision is None else backups.keep
        return keep(self._path, self._clock.now())

    def _connect_to_read(
        self, revision: int | None
    ) -> Callable[[], sqlite3.Connection]:
        """Return how to reach what a reader sees at that revision."""
        if revision is None:
            return self._empty
        if revision < REVISION:
            return self._upgraded
        return partial(connect_to_read, self._path)

    def _connect_to_list(self) -> sqlite3.Connection:
        """Connect to what the list is read from, its head alone looked at."""
        return self._connect_to_read(look(self._path, whole=False))()

    def _empty(self) -> sqlite3.Connection:
        """Connect to a database that is as if just made."""
        heavy.load()
        from quotes_db.schema import create  # noqa: PLC0415

        memory = connect_in_memory()
        create(memory, self._clock.now())
        return only_read(memory)

    def _upgraded(self) -> sqlite3.Connection:
        """Connect to an upgraded copy in memory."""
        from quotes_db.migrating import upgraded_copy  # noqa: PLC0415  # as above

        return only_read(upgraded_copy(self._path))


@contextmanager
def _empty_beside(path: Path, clock: Clock) -> Iterator[Path]:
    """Lend an empty database that lies beside where it is going to be."""
    with files.temporary(path) as copy:
        from quotes_db.schema import new_database  # noqa: PLC0415

        copy.write_bytes(new_database(clock.now()))
        yield copy
