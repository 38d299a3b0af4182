"""The commands as a caller meets them, on a day of the test's choosing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app import settings as settings_file
from app.cli.run import run
from app.main import open_window
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock


@dataclass(frozen=True)
class Answer:
    """What a call printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Cli:
    """`waas-quotes` over a data folder, in English unless told otherwise."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    clock: FakeClock = field(default_factory=FakeClock)

    def workplace(self, folder: Path, with_settings: bool = True) -> Workplace:
        return Workplace(
            folder=folder,
            storage=Database(folder, self.clock),
            clock=self.clock,
            settings=settings_file.read(folder) if with_settings else Settings(),
            policies=policies(),
            user="tester",
        )

    def __call__(self, *words: str | Path, language: str = "en") -> Answer:
        argv = ["--ui-lang", language, *(str(word) for word in words)]
        self.capture.readouterr()
        status = run(argv, self.folder, self.workplace, open_window)
        said = self.capture.readouterr()
        return Answer(status, said.out, said.err)

    def done(self, *words: str | Path, language: str = "en") -> Answer:
        answer = self(*words, language=language)
        assert answer.status == 0, answer.err
        return answer
