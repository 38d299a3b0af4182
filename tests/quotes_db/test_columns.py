"""The column types take exactly what they give back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from app.domain.localized import Localized
from quotes_db.columns import Day, Exact, Flag, Instant, Kept, Texts, Whole

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "value", "in_file"),
    [
        (Day(), date(2026, 11, 22), "2026-11-22"),
        (Instant(), NOON, "2026-11-22T12:00:00.000000+00:00"),
        (Flag(), True, 1),
        (Whole(), 1_234_567_890_123, 1_234_567_890_123),
        (Exact(), Decimal("85.00"), "85.00"),
        (
            Texts(),
            Localized.of({"fr": "Été", "en": "Summer"}),
            '{"en":"Summer","fr":"Été"}',
        ),
        (Whole(), None, None),
    ],
)
def test_a_value_goes_in_plainly_and_comes_back(
    kind: Kept[Any, Any], value: object, in_file: object
) -> None:
    written = kind.process_bind_param(value)
    assert (type(written), written) == (type(in_file), in_file)
    assert kind.process_result_value(written) == value


def test_a_moment_elsewhere_is_kept_in_utc() -> None:
    paris = NOON.astimezone(timezone(timedelta(hours=1)))
    assert Instant().to_file(paris) == Instant().to_file(NOON)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Whole(), 1.0),
        (Whole(), True),
        (Whole(), Decimal(1)),
        (Whole(), "1"),
        (Exact(), 1.5),
        (Exact(), 1),
        (Exact(), Decimal("NaN")),
        (Flag(), 1),
        (Day(), NOON),
        (Instant(), NOON.replace(tzinfo=None)),
    ],
)
def test_what_would_not_come_back_the_same_is_refused(
    kind: Kept[Any, Any], value: object
) -> None:
    with pytest.raises(TypeError):
        kind.process_bind_param(value)
