from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Status
from app.domain.identity import Customer
from app.domain.lifecycle import (
    FOLLOWS,
    Lifecycle,
    exact,
    label,
    named,
    next_revision,
)
from app.domain.problems import RefusedError
from app.domain.proposal import Proposal

DAY = date(2026, 11, 27)
KEPT = list(FOLLOWS)


def step(now: Lifecycle, wanted: Status) -> Lifecycle:
    if wanted is Status.PRESENTED:
        return now.presented(DAY) if not now.frozen else now.taken_back()
    if wanted is Status.ACCEPTED:
        return now.accepted(DAY)
    return now.declined(DAY, "why") if wanted is Status.DECLINED else now.superseded()


@pytest.mark.parametrize("status", KEPT)
@pytest.mark.parametrize("wanted", KEPT[1:])
def test_a_status_moves_only_as_it_may(status: Status, wanted: Status) -> None:
    now = Lifecycle(status=status)
    if wanted in FOLLOWS[status]:
        assert step(now, wanted).status is wanted
    else:
        with pytest.raises(RefusedError) as refusal:
            step(now, wanted)
        assert [p.code for p in refusal.value.problems] in (
            ["status_step"],
            ["no_answer_yet"],
        )


def test_an_answer_has_its_day_and_can_be_taken_back() -> None:
    presented = Lifecycle().presented(DAY)
    no = presented.declined(DAY + timedelta(2), "too dear")
    assert (no.presented_on, no.answered_on) == (DAY, DAY + timedelta(2))
    assert no.reason == "too dear"
    assert no.taken_back() == presented
    assert presented.accepted(DAY).taken_back() == presented


def test_no_answer_comes_before_the_question() -> None:
    presented = Lifecycle().presented(DAY)
    with pytest.raises(RefusedError) as refusal:
        presented.accepted(DAY - timedelta(1))
    assert [p.code for p in refusal.value.problems] == ["answer_too_early"]


def test_only_a_draft_changes() -> None:
    assert [s for s in KEPT if not Lifecycle(status=s).frozen] == [Status.DRAFT]


def test_being_archived_outlasts_a_step() -> None:
    away = Lifecycle(status=Status.PRESENTED, archived_on=DAY)
    assert away.accepted(DAY).archived_on == DAY


def test_presented_expires_the_day_after_its_last() -> None:
    lifecycle = Lifecycle(status=Status.PRESENTED)
    assert lifecycle.shown(DAY, DAY) is Status.PRESENTED
    assert lifecycle.shown(DAY, DAY + timedelta(1)) is Status.EXPIRED
    assert lifecycle.shown(None, DAY) is Status.PRESENTED
    draft = Lifecycle()
    assert draft.shown(DAY, DAY + timedelta(1)) is Status.DRAFT


@pytest.mark.parametrize(
    ("on", "until", "late"),
    [
        (DAY, DAY, False),
        (DAY + timedelta(1), DAY, True),
        (DAY, None, False),
        (None, DAY, False),
    ],
)
def test_a_late_acceptance_is_known_as_one(
    on: date | None, until: date | None, late: bool
) -> None:
    assert Lifecycle(status=Status.ACCEPTED, answered_on=on).late(until) is late
    assert not Lifecycle(status=Status.DECLINED, answered_on=on).late(until)


def test_revisions_count_in_letters() -> None:
    assert [next_revision(each) for each in ("", "B", "Z", "AA", "AZ", "ZZ")] == [
        "B",
        "C",
        "AA",
        "AB",
        "BA",
        "AAA",
    ]


@given(st.integers(0, 2_000))
def test_no_revision_comes_twice(count: int) -> None:
    seen = [""]
    for _ in range(count):
        seen.append(next_revision(seen[-1]))
    assert len(set(seen)) == count + 1
    assert named(label("TR-2026-0001", seen[-1])) == (
        "TR-2026-0001",
        seen[-1] or None,
    )


def test_an_exact_label_leads_back_to_its_revision() -> None:
    for revision in ("", "B"):
        proposal = Proposal(
            date=DAY, customer=Customer(""), number="TR-2026-0001", revision=revision
        )
        assert named(exact(proposal)) == ("TR-2026-0001", revision)


def test_a_label_names_a_number_and_perhaps_a_revision() -> None:
    assert label("TR-2026-0001", "") == "TR-2026-0001"
    assert named("TR-2026-0001-A") == ("TR-2026-0001", "")
    assert named("TR-2026-0001-B") == ("TR-2026-0001", "B")
    assert named("TR-2026") == ("TR-2026", None)
    assert named("TR-X") == ("TR-X", None)
    assert named("") == ("", None)
