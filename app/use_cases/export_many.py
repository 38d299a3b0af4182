"""Many quotes written at once, each as it was handed over, or else as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.problems import Problems, RefusedError
from app.ports import Progress, unwatched
from app.use_cases import issuing
from app.use_cases.export import export
from app.use_cases.quotes import Saved, find
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, and by its name what kept a quote from being so."""

    paths: tuple[Path, ...]
    refused: tuple[tuple[str, Problems], ...]


def export_many(
    workplace: Workplace,
    names: Sequence[str],
    folder: Path,
    progress: Progress = unwatched,
) -> Exported:
    """Write each quote in its own edition; one that is refused holds up none.

    `progress` is told after each; what it raises leaves whole files alone.
    """
    paths: list[Path] = []
    refused: list[tuple[str, Problems]] = []
    for done, name in enumerate(names):
        progress(done, len(names))
        try:
            paths += _written(workplace, find(workplace, name), folder)
        except RefusedError as refusal:
            refused.append((name, refusal.problems))
    progress(len(names), len(names))
    return Exported(tuple(paths), tuple(refused))


def _written(workplace: Workplace, saved: Saved, folder: Path) -> tuple[Path, ...]:
    """Write one quote: every paper that was handed over, or a draft."""
    if saved.record.lifecycle.frozen:
        return issuing.write(issuing.all_papers(workplace, saved.record), folder)
    edition = saved.record.quote.proposal.language
    return export(saved.priced, [edition], folder, workplace)
