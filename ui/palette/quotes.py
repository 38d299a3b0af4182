"""The saved quotes as choices: their texts are made beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.lifecycle import label, labelled_exactly
from app.ports import QuoteHead
from ui.jobs import Job, Monitor
from ui.palette.matching import Choice, searchable
from ui.shared import Shared

#: By what leads to it: a quote for the partner's eyes, and for the customer's.
Choices = dict[str, tuple[Choice, Choice]]
_CHECKED_EVERY = 500


class QuoteChoices(QObject):
    """Every saved quote; while a customer looks on, by number alone."""

    def __init__(
        self, shared: Shared, open_quote: Callable[[str], None], parent: QObject
    ) -> None:
        """Begin without quotes; `open_quote` is given what leads to one."""
        super().__init__(parent)
        self._shared, self._open = shared, open_quote
        self._choices: Choices = {}
        self._job: Job | None = None

    def take(self, heads: Sequence[QuoteHead]) -> None:
        """Make other quotes findable, the newest first."""
        if self._job:
            self._job.cancel()
        job = self._shared.jobs.run(self, lambda monitor: self._made(heads, monitor))
        job.done.connect(self._keep)
        job.ended.connect(lambda: self._forget(job))
        self._job = job

    def named(self, names: Sequence[str]) -> tuple[Choice, ...]:
        """Return the quotes of those names that there are, in that order."""
        watched = self._shared.customer_view
        return tuple(self._choices[n][watched] for n in names if n in self._choices)

    def but(self, names: Sequence[str]) -> tuple[Choice, ...]:
        """Return all the others, the newest first."""
        watched, left = self._shared.customer_view, set(names)
        return tuple(
            pair[watched] for name, pair in self._choices.items() if name not in left
        )

    def _made(self, heads: Sequence[QuoteHead], monitor: Monitor) -> Choices:
        """Write and fold every quote once."""
        made: Choices = {}
        for count, head in enumerate(heads):
            if count % _CHECKED_EVERY == 0:
                monitor.check()
            name = labelled_exactly(head.number, head.revision)
            made[name] = _pair(head, partial(self._open, name))
        return made

    def _keep(self, choices: Choices) -> None:
        """Offer what was made."""
        self._choices = choices

    def _forget(self, job: Job) -> None:
        """Let a job go that has ended."""
        if job is self._job:
            self._job = None


def _pair(head: QuoteHead, do: Callable[[], None]) -> tuple[Choice, Choice]:
    """Return a quote with its customer, and by number alone."""
    number = label(head.number, head.revision)
    detail = " · ".join(filter(None, (head.customer, head.title)))
    whole = Choice(number, searchable(number, head.customer, head.title), do, detail)
    return whole, Choice(number, searchable(number), do)
