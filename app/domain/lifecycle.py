"""How far a quote has come: drafted, presented, answered; and which step may follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from app.domain.choices import Status
from app.domain.problems import RefusedError, error
from app.domain.proposal import Proposal

#: What may follow what. Expired is presented past its last day, by the calendar
#: alone; an answer may be taken back, and nothing follows superseded.
FOLLOWS: Final[Mapping[Status, frozenset[Status]]] = {
    Status.DRAFT: frozenset({Status.PRESENTED}),
    Status.PRESENTED: frozenset({Status.ACCEPTED, Status.DECLINED, Status.SUPERSEDED}),
    Status.ACCEPTED: frozenset({Status.PRESENTED}),
    Status.DECLINED: frozenset({Status.PRESENTED, Status.SUPERSEDED}),
    Status.SUPERSEDED: frozenset(),
}
#: The letter of the first revision, which its label leaves out.
FIRST: Final = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """Where a quote stands, when it got there, and why it was declined.

    `archived_on` takes it out of the way without changing where it stands.
    """

    status: Status = Status.DRAFT
    presented_on: date | None = None
    answered_on: date | None = None
    reason: str = ""
    archived_on: date | None = None

    @property
    def frozen(self) -> bool:
        """Whether it was handed over: what the customer holds changes no more."""
        return self.status is not Status.DRAFT

    def presented(self, on: date) -> Lifecycle:
        """Hand a draft over."""
        return replace(self._moved(Status.PRESENTED), presented_on=on)

    def accepted(self, on: date) -> Lifecycle:
        """Take the customer's yes; RefusedError for a day before it was presented."""
        return self._answered(Status.ACCEPTED, on)

    def declined(self, on: date, reason: str) -> Lifecycle:
        """Take the customer's no, with its reason; likewise."""
        return self._answered(Status.DECLINED, on, reason)

    def taken_back(self) -> Lifecycle:
        """Undo an answer: the quote is presented as before."""
        if self.status not in (Status.ACCEPTED, Status.DECLINED):
            raise RefusedError(error("no_answer_yet", now=self.status))
        moved = self._moved(Status.PRESENTED)
        return replace(moved, answered_on=None, reason="")

    def superseded(self) -> Lifecycle:
        """Give way to a later revision."""
        return self._moved(Status.SUPERSEDED)

    def shown(self, valid_until: date | None, today: date) -> Status:
        """Return the status to show: presented turns into expired by itself.

        The last day counts whole.
        """
        over = valid_until is not None and today > valid_until
        expired = over and self.status is Status.PRESENTED
        return Status.EXPIRED if expired else self.status

    def late(self, valid_until: date | None) -> bool:
        """Tell whether it was accepted after its last day, which is allowed."""
        day = self.answered_on
        if self.status is not Status.ACCEPTED or not day or not valid_until:
            return False
        return day > valid_until

    def _answered(self, status: Status, on: date, reason: str = "") -> Lifecycle:
        """Take an answer of a day."""
        moved, since = self._moved(status), self.presented_on
        if since and on < since:
            raise RefusedError(error("answer_too_early", day=on, presented=since))
        return replace(moved, answered_on=on, reason=reason)

    def _moved(self, status: Status) -> Lifecycle:
        """Go one step on; RefusedError (`status_step`) where none leads there."""
        if status not in FOLLOWS[self.status]:
            raise RefusedError(error("status_step", now=self.status, wanted=status))
        return replace(self, status=status)


def next_revision(revision: str) -> str:
    """Return what follows: '' (the first) gives B, Z gives AA."""
    letters = revision or FIRST
    head, last = letters[:-1], letters[-1]
    if last != "Z":
        return head + chr(ord(last) + 1)
    return (next_revision(head) if head else FIRST) + FIRST


def label(number: str, revision: str) -> str:
    """Return how people name a quote: TR-2026-0001, then TR-2026-0001-B."""
    return f"{number}-{revision}" if revision else number


def exact(proposal: Proposal) -> str:
    """Return the label of this very revision, the first one's with its A."""
    return labelled_exactly(proposal.number, proposal.revision)


def labelled_exactly(number: str, revision: str) -> str:
    """Return what `exact` does, of the parts."""
    return label(number, revision or FIRST)


class _Numbered(Protocol):
    """What has the number and the revision of a quote."""

    @property
    def number(self) -> str:
        """The number."""

    @property
    def revision(self) -> str:
        """The letter, none for the first."""


class Named:
    """A row of a list of quotes, named by its number and its revision."""

    __slots__ = ()

    @property
    def label(self: _Numbered) -> str:
        """How people name it."""
        return label(self.number, self.revision)

    @property
    def name(self: _Numbered) -> str:
        """What leads to this very revision."""
        return labelled_exactly(self.number, self.revision)


def named(text: str) -> tuple[str, str | None]:
    """Split a label into number and revision, None where it names no revision.

    The first revision has no letter of its own and may be named A.
    """
    number, dash, letters = text.rpartition("-")
    if not dash or not letters.isalpha() or "-" not in number:
        return text, None
    return number, "" if letters == FIRST else letters
