"""What was told once comes back as the same value, and is forgotten when unused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.use_cases.drawing import Asked
from app.use_cases.drawing_words import Listener, Teller
from tests.app.use_cases.test_drawing import WIDTH, paper_of


def test_questions_arrive_as_they_were_asked(tmp_path: Path) -> None:
    first = paper_of(tmp_path)
    changed = replace(first.offer.lines[0], quantity=77)
    lines = (changed, *first.offer.lines[1:])
    second = replace(first, offer=replace(first.offer, lines=lines))
    teller, listener = Teller(), Listener()
    for paper in (first, second, b"%PDF", second, first):
        asked = Asked(paper, 0, WIDTH)
        assert listener.read(teller.write(asked)) == asked


def test_what_did_not_change_is_not_told_again(tmp_path: Path) -> None:
    paper = paper_of(tmp_path)
    teller, listener = Teller(), Listener()
    told = teller.write(Asked(paper, 0, WIDTH))
    before = listener.read(told)
    again = teller.write(Asked(replace(paper, sample=False), 0, WIDTH))
    after = listener.read(again)
    assert len(again) < len(told) / 3
    assert not after.paper.sample
    for mine, its in zip(
        after.paper.offer.lines, before.paper.offer.lines, strict=True
    ):
        assert mine is its


def test_what_the_last_question_did_not_name_is_told_anew(tmp_path: Path) -> None:
    paper = paper_of(tmp_path)
    teller = Teller()
    first = len(teller.write(Asked(paper, 0, WIDTH)))
    teller.write(Asked(b"%PDF", 0, WIDTH))
    assert len(teller.write(Asked(paper, 0, WIDTH))) >= first - 50
