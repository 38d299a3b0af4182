"""A seller at work: edits and exports, until somebody pulls the plug."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pypdfium2

from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.settings import Settings
from app.use_cases import quotes
from app.use_cases.bundled import policies, sample_quote
from app.use_cases.export import export
from app.use_cases.pricing import priced
from app.use_cases.reopen import reopen
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.kill import Kills, Reporter, kill_rounds

#: What the child says before it begins to write a paper.
EXPORTING = "exporting"


@dataclass
class Desk:
    """One quote in a database, and a folder for its papers."""

    folder: Path
    inside_an_export: int = 0
    edits: int = 0
    papers: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        clock = FakeClock()
        storage = Database(self.folder / "data", clock)
        self.workplace = Workplace(
            self.folder, storage, clock, Settings(), policies(), "seller"
        )
        self.number = quotes.add(
            self.workplace, sample_quote()
        ).record.quote.proposal.number

    @property
    def out(self) -> Path:
        return self.folder / "papers"

    def work(self, report: Reporter) -> None:
        """Edit, export, and say of each when it is done; for ever."""
        for number in count(self.edits + 1):
            with self.workplace.storage.writing() as store:
                record = store.quote(self.number)
                assert record
                proposal = replace(record.quote.proposal, title=f"{number}")
                quote = replace(record.quote, proposal=proposal)
                store.save_quote(replace(record, quote=quote))
            report(f"saved {number}")
            again = priced(quote, Catalogue.of(record.prices), self.workplace)
            report(EXPORTING)
            (path,) = export(again, [Edition.FR], self.out, self.workplace)
            report(f"written {_sha256(path)} {path.name}")

    def survived(self, reports: Sequence[str]) -> None:
        """Look at what is left: every reported edit, and no half-written file."""
        self.inside_an_export += bool(reports) and reports[-1] == EXPORTING
        for word in reports:
            what, *rest = word.split(" ", 2)
            if what == "saved":
                self.edits = int(rest[0])
            elif what == "written":
                self.papers[self.out / rest[1]] = rest[0]
        assert self.workplace.storage.check() == ()
        title = quotes.find(self.workplace, self.number).priced.quote.proposal.title
        assert int(title or 0) in (self.edits, self.edits + 1)
        self.edits = int(title or 0)
        for path, digest in self.papers.items():
            assert _sha256(path) == digest
        for path in self.out.glob("*.pdf"):
            if path not in self.papers:
                assert len(pypdfium2.PdfDocument(path.read_bytes())) >= 1
                reopen(path)
                self.papers[path] = _sha256(path)


def kill_a_seller(folder: Path, rounds: int) -> Kills:
    """Kill so many sellers at work; some of them inside an export."""
    desk = Desk(folder)
    kills = kill_rounds(desk.work, rounds, desk.survived)
    assert desk.inside_an_export, "no kill came inside an export"
    return kills


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
