"""Column types over Text and Integer that hold our values exactly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import index
from typing import Annotated, Generic, TypeVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from app.domain.localized import Localized

#: What SQLite is given: everything else becomes one of these first.
Stored = str | int | bytes | None

Value = TypeVar("Value")
InFile = TypeVar("InFile", str, int)


class Kept(TypeDecorator[Value], Generic[Value, InFile]):
    """A value that stands in the file as a text or as a whole number."""

    impl: type[Text] | type[Integer] = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: Value | None,
        dialect: Dialect | None = None,  # noqa: ARG002  # SQLAlchemy gives it
    ) -> InFile | None:
        """Write what there is; TypeError for what would not come back the same."""
        return None if value is None else self.to_file(value)

    def process_result_value(
        self,
        value: InFile | None,
        dialect: Dialect | None = None,  # noqa: ARG002  # likewise
    ) -> Value | None:
        """Read what there is; ValueError for what we never wrote."""
        return None if value is None else self.from_file(value)

    def to_file(self, value: Value) -> InFile:
        """Return the value as it stands in the file."""
        raise NotImplementedError

    def from_file(self, value: InFile) -> Value:
        """Return the value again."""
        raise NotImplementedError


class Day(Kept[date, str]):
    """A date as '2026-11-22'; a time of day is refused."""

    impl = Text
    cache_ok = True

    def to_file(self, value: date) -> str:
        """Write the day in ISO form."""
        _must(type(value) is date, value)
        return value.isoformat()

    def from_file(self, value: str) -> date:
        """Read the day."""
        return date.fromisoformat(value)


class Instant(Kept[datetime, str]):
    """An aware moment as UTC text, always of one length so that it sorts."""

    impl = Text
    cache_ok = True

    def to_file(self, value: datetime) -> str:
        """Write the moment in UTC; a naive one is refused."""
        _must(value.tzinfo is not None, value)
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def from_file(self, value: str) -> datetime:
        """Read the moment, in UTC."""
        return datetime.fromisoformat(value)


class Flag(Kept[bool, int]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def to_file(self, value: bool) -> int:  # it is the value
        """Write 1 or 0."""
        _must(type(value) is bool, value)
        return int(value)

    def from_file(self, value: int) -> bool:
        """Read the flag."""
        return bool(value)


class Whole(Kept[int, int]):
    """A whole number: a count, cents, or ten-thousandths of a unit price.

    A STRICT column turns 2.0 into 2 without a word, so floats stop here.
    """

    impl = Integer
    cache_ok = True

    def to_file(self, value: int) -> int:
        """Write the number."""
        _must(type(value) is not bool, value)
        return index(value)

    def from_file(self, value: int) -> int:
        """Read the number."""
        return value


class Exact(Kept[Decimal, str]):
    """A decimal as text, digit for digit: a price or a percentage as typed."""

    impl = Text
    cache_ok = True

    def to_file(self, value: Decimal) -> str:
        """Write the digits; what is not finite is refused."""
        _must(type(value) is Decimal and value.is_finite(), value)
        return str(value)

    def from_file(self, value: str) -> Decimal:
        """Read the decimal, trailing zeros included."""
        return Decimal(value)


class Texts(Kept[Localized, str]):
    """A text in several languages as a JSON object."""

    impl = Text
    cache_ok = True

    def to_file(self, value: Localized) -> str:
        """Write the object, languages as keys."""
        return as_json(dict(value.texts))

    def from_file(self, value: str) -> Localized:
        """Read the texts."""
        return Localized(tuple(json.loads(value).items()))


def as_json(value: object) -> str:
    """Write JSON for people to read: accents as they are, no needless space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _must(fits: bool, value: object) -> None:  # it is the question
    """Raise TypeError for a value of another type than its column's."""
    if not fits:
        raise TypeError(value)


# The annotations that tables are written with: without them SQLModel would
# choose VARCHAR, DATE and BOOLEAN, which a STRICT table refuses.
String = Annotated[str, Field(sa_type=Text)]
MaybeString = Annotated[str | None, Field(sa_type=Text)]
Number = Annotated[int, Field(sa_type=Whole)]
MaybeNumber = Annotated[int | None, Field(sa_type=Whole)]
Date = Annotated[date, Field(sa_type=Day)]
MaybeDate = Annotated[date | None, Field(sa_type=Day)]
Moment = Annotated[datetime, Field(sa_type=Instant)]
MaybeMoment = Annotated[datetime | None, Field(sa_type=Instant)]
YesNo = Annotated[bool, Field(sa_type=Flag)]
MaybeDecimal = Annotated[Decimal | None, Field(sa_type=Exact)]
MaybeTexts = Annotated[Localized | None, Field(sa_type=Texts)]
