"""Questions to the process that draws: what it was told for the last is not repeated.

While a quote is edited all its lines but one stay the very same values; to write and
read them each time would take as long as drawing the page.
"""

from __future__ import annotations

import io
import pickle
from itertools import count
from typing import Any

from app.domain.identity import Customer, Partner, Seller
from app.domain.offer import OfferLine
from app.domain.policy import CspPolicy, WaasPolicy
from app.domain.proposal import (
    PackLine,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)

#: What is named by a number once it was told, with all that is in it.
_NAMED = frozenset(
    (
        *(PackLine, SubscriptionLine, ServiceLine, RequestLine, OfferLine),
        *(Customer, Partner, Seller, WaasPolicy, CspPolicy),
    )
)
#: Values by their identity, each with its number.
_Told = dict[int, tuple[int, object]]


class Teller:
    """Writes questions to one listener, who reads each of them in its turn."""

    def __init__(self) -> None:
        """Begin with a listener who knows nothing."""
        # Values are held here: no other can have their identity meanwhile.
        self._told: _Told = {}
        self._numbers = count()

    def write(self, question: object) -> bytes:
        """Return a question with what is new in it."""
        written = io.BytesIO()
        writer = _Writer(written, self._told, self._numbers)
        writer.dump(question)
        self._told = writer.told
        news = writer.news, written.getvalue()
        return pickle.dumps(news, pickle.HIGHEST_PROTOCOL)


class Listener:
    """Reads the questions of one teller; a value told once stays the very same."""

    def __init__(self) -> None:
        """Begin with knowing nothing."""
        self._known: dict[int, object] = {}

    def read(self, content: bytes) -> Any:  # noqa: ANN401 - whatever was asked
        """Return the question; nobody else than the program itself may ask it."""
        news, question = pickle.loads(content)  # noqa: S301 - see above
        reader = _Reader(io.BytesIO(question), self._known | news)
        asked = reader.load()
        self._known = reader.used
        return asked


class _Writer(pickle.Pickler):
    """Writes a question, numbers in the place of what can be named."""

    def __init__(self, file: io.BytesIO, known: _Told, numbers: count[int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._known, self._numbers = known, numbers
        self.told: _Told = {}
        self.news: dict[int, object] = {}

    def persistent_id(self, value: object) -> int | None:
        """Return the value's number, None where it is written itself."""
        if type(value) not in _NAMED:
            return None
        named = self.told.get(id(value)) or self._known.get(id(value))
        if named is None:
            named = next(self._numbers), value
            self.news[named[0]] = value
        self.told[id(value)] = named
        return named[0]


class _Reader(pickle.Unpickler):  # noqa: S301 - as above
    """Reads a question, and keeps what its numbers stand for."""

    def __init__(self, file: io.BytesIO, known: dict[int, object]) -> None:
        super().__init__(file)
        self._known = known
        self.used: dict[int, object] = {}

    def persistent_load(self, number: int) -> object:
        """Return what the number stands for."""
        return self.used.setdefault(number, self._known[number])
