"""The built program as a caller meets it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli import Answer

_SECONDS = 60


@dataclass(frozen=True)
class Built:
    """`waas-quotes` in its folder, for one user; messages are in English."""

    folder: Path
    home: Path
    environment: dict[str, str]

    @property
    def program(self) -> Path:
        return self.folder / ("waas-quotes.exe" if os.name == "nt" else "waas-quotes")

    @property
    def data(self) -> Path:
        return self.home / "Mes données"

    def inside(self, pattern: str) -> set[str]:
        """The names of the files in the program whose path ends like this."""
        return {path.name for path in self.folder.rglob(pattern)}

    def __call__(self, *words: str | Path) -> Answer:
        done = subprocess.run(
            [self.program, *self._leading("en"), *words],
            cwd=self.home,
            env=self.environment,
            check=False,
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def done(self, *words: str | Path) -> Answer:
        answer = self(*words)
        assert answer.status == 0, answer.err
        return answer

    @contextmanager
    def window(self, language: str) -> Iterator[subprocess.Popen[str]]:
        """The program with its window open on no screen; killed in the end."""
        with subprocess.Popen(
            [self.program, *self._leading(language)],
            cwd=self.home,
            env=self.environment | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def _leading(self, language: str) -> tuple[str | Path, ...]:
        return "--data", self.data, "--ui-lang", language
