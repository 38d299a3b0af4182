"""Finds the quotes that the list shows, beside the window: quickly, then all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.choices import Status
from app.domain.listing import Filter, ListedQuote, Wanted, newest, words_of
from app.ports import Storage
from i18n import Language
from ui.jobs import Job
from ui.models.words import folded
from ui.quotes.rows import status_words
from ui.shared import Shared

#: So many are found first: more than any screen holds.
FIRST: Final = 128
#: Shorter words are the beginnings of names, not of a status.
_NAMES_A_STATUS: Final = 3
#: Milliseconds without a key after which counting keeps no letter waiting.
REST: Final = 250


@dataclass(frozen=True, slots=True)
class Found:
    """Places in the list's order, the first rows, and how many quotes those are.

    `counts` is None where nothing was counted; `more` says that others follow.
    """

    places: Sequence[int] = ()
    rows: tuple[ListedQuote, ...] = ()
    count: int = 0
    counts: Mapping[Filter, int] | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What the list is narrowed to, as the user said it."""

    filter: Filter = Filter.ALL
    words: tuple[str, ...] = ()
    unfolded: frozenset[str] = field(default_factory=frozenset)


class Finder(QObject):
    """Asks for what is wanted now; an answer that came too late is dropped."""

    found = Signal(object)
    #: How many of what holds the words each filter lets through; None without words.
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin with everything wanted, and nothing asked yet."""
        super().__init__(parent)
        self._shared = shared
        self._question = Question()
        self._job: Job | None = None
        self._counting: Job | None = None
        #: Whether the words, or the quotes, are others than when they were counted.
        self._uncounted = True
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._count)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    @property
    def unfolded(self) -> frozenset[str]:
        """The numbers whose earlier revisions are shown."""
        return self._question.unfolded

    def search(self, text: str) -> None:
        """Want the quotes that hold every word."""
        words = words_of(text)
        if words != self._question.words:
            self._count_no_more()
            self._narrow(replace(self._question, words=words))

    def filter(self, wanted: Filter) -> None:
        """Want the quotes that a filter lets through; the counts stay what they are."""
        if wanted is not self._question.filter:
            self._narrow(replace(self._question, filter=wanted))

    def unfold(self, number: str, *, on: bool) -> None:
        """Want the earlier revisions of a quote, or no longer."""
        kept = self._question.unfolded - {number}
        unfolded = kept | {number} if on else kept
        if unfolded != self._question.unfolded:
            self._question = replace(self._question, unfolded=unfolded)
            self._ask(None)

    def reload(self, *, quickly: bool = False) -> None:
        """Ask and count again, for the first rows first where it is to be quick."""
        self._count_no_more()
        self._ask(FIRST if quickly else None, counted=True)

    def _narrow(self, question: Question) -> None:
        """Ask another question, for the first rows first."""
        self._question = question
        self._ask(FIRST)

    def _ask(self, most: int | None, *, counted: bool = False) -> None:
        """Look beside the window; what is awaited still is not wanted any more."""
        # The list comes first; what is being counted is so all the same.
        self._rest.stop()
        if self._job:
            self._job.cancel()
        storage, wanted = self._shared.workplace.storage, self._wanted()
        job = self._shared.jobs.run(
            self, lambda _: _find(storage, wanted, most, counted=counted)
        )
        job.done.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda problems: self._give_up(job, problems))
        self._job = job

    def _take(self, job: Job, found: Found) -> None:
        """Hand over what was found, and ask for the rest."""
        if job is self._job:
            self._job = None
            if found.more:
                self._ask(None)
            elif self._uncounted:
                self._count_soon()
            self.found.emit(found)

    def _count_soon(self) -> None:
        """Count what holds the words once typing rests; without words say so now."""
        if self._question.words:
            self._rest.start()
        else:
            self._uncounted = False
            self.counted.emit(None)

    def _count(self) -> None:
        """Count what holds the words, beside the window."""
        self._uncounted = False
        wanted, storage = self._wanted(), self._shared.workplace.storage
        job = self._shared.jobs.run(self, lambda _: _counts(storage, wanted))
        job.done.connect(self.counted)
        self._counting = job

    def _count_no_more(self) -> None:
        """Leave what is counted, or was to be: it has to be counted anew."""
        self._uncounted = True
        self._rest.stop()
        if self._counting:
            self._counting.cancel()
            self._counting = None

    def _give_up(self, job: Job, problems: object) -> None:
        """Say why there is no answer."""
        if job is self._job:
            self._job = None
        self.failed.emit(problems)

    def _wanted(self) -> Wanted:
        """Put the question as the list understands it."""
        question = self._question
        return Wanted(
            today=self._shared.workplace.clock.today(),
            filter=question.filter,
            words=question.words,
            named=named_statuses(question.words, self._shared.language),
            unfolded=question.unfolded,
        )


def named_statuses(
    words: Sequence[str], language: Language
) -> dict[str, frozenset[Status]]:
    """Return which statuses each word begins the name of."""
    names = status_words(language)
    long = (word for word in words if len(word) >= _NAMES_A_STATUS)
    meant = {word: _meant(word, names) for word in long}
    return {word: statuses for word, statuses in meant.items() if statuses}


def _meant(word: str, names: Mapping[Status, str]) -> frozenset[Status]:
    """Return the statuses whose name a word begins."""
    begun = folded(word)
    return frozenset(each for each, name in names.items() if name.startswith(begun))


def _find(
    storage: Storage, wanted: Wanted, most: int | None, *, counted: bool
) -> Found:
    """Look for what is wanted."""
    with storage.listing() as quotes:
        counts = quotes.counts(wanted.today) if counted else None
        places = quotes.places(wanted, most)
        return Found(
            places=places,
            rows=quotes.rows(places[:FIRST]),
            count=sum(newest(place) == place for place in places),
            counts=counts,
            more=len(places) == most,
        )


def _counts(storage: Storage, wanted: Wanted) -> Mapping[Filter, int]:
    """Count what holds the words."""
    with storage.listing() as quotes:
        return quotes.counts_of(wanted)


#: Returns the quotes at some places, or none while the list cannot be read.
Ask = Callable[[Sequence[int]], tuple[ListedQuote, ...]]
