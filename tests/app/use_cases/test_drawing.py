"""The process that draws papers shows the very bytes that an export writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.drawing import Asked, Drawing, Drawn, Sought
from app.use_cases.export import Paper, made, paper
from app.use_cases.pricing import priced
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage

WIDTH = 300


def paper_of(folder: Path) -> Paper:
    """What the sample quote's French paper is made from."""
    workplace = Workplace(
        folder, FakeStorage(folder), FakeClock(), Settings(), policies(), "tester"
    )
    quote = priced(sample_quote(), Catalogue.of([sample_list()]), workplace)
    return paper(quote, Edition.FR, workplace)


def sample_page(folder: Path, page: int = 0) -> Asked:
    """A page of the sample quote's French paper."""
    return Asked(paper_of(folder), page, WIDTH)


@pytest.fixture(scope="module")
def drawing() -> Iterator[Drawing]:
    drawing = Drawing()
    drawing.start()
    yield drawing
    drawing.close()


def here(asked: Asked) -> Drawn:
    """The page as this process draws it."""
    content = asked.paper if isinstance(asked.paper, bytes) else made(asked.paper)
    document = pypdfium2.PdfDocument(content)
    sheet = document[asked.page]
    scale = asked.width / sheet.get_width()
    bitmap = sheet.render(scale=scale, prefer_bgrx=True)
    size = bitmap.width, bitmap.height, bitmap.stride
    return Drawn(len(document), *size, bytes(bitmap.buffer))


@pytest.mark.parametrize("page", [0, 2])
def test_it_draws_the_bytes_of_the_export(
    drawing: Drawing, tmp_path: Path, page: int
) -> None:
    asked = sample_page(tmp_path, page)
    assert drawing.page(asked) == here(asked)


def test_a_sketch_shows_the_same(drawing: Drawing, tmp_path: Path) -> None:
    asked = sample_page(tmp_path)
    assert drawing.page(replace(asked, sketch=True)) == here(asked)


def test_what_was_handed_over_is_drawn_as_it_is(
    drawing: Drawing, tmp_path: Path
) -> None:
    asked = replace(sample_page(tmp_path), paper=made(paper_of(tmp_path)))
    assert drawing.page(replace(asked, sketch=True)) == here(asked)


def test_it_finds_words_in_the_bytes_of_the_export(
    drawing: Drawing, tmp_path: Path
) -> None:
    content = made(paper_of(tmp_path))
    marks = drawing.find(Sought(content, "pack mobile M"))
    with closing(pypdfium2.PdfDocument(content)) as document:
        for mark in marks:
            page = document[mark.page]
            width, height = page.get_size()
            left, right = mark.left * width, mark.right * width
            top, bottom = (1 - mark.top) * height, (1 - mark.bottom) * height
            words = page.get_textpage().get_text_bounded(left, bottom, right, top)
            assert words.strip().casefold() in "pack mobile m"
    assert [mark.hit for mark in marks] == sorted(mark.hit for mark in marks)
    assert len({mark.hit for mark in marks}) > 1
    assert drawing.find(Sought(content, "never said")) == ()


def test_a_page_that_is_not_there_is_an_error_and_the_next_is_drawn(
    drawing: Drawing, tmp_path: Path
) -> None:
    with pytest.raises((EOFError, OSError)):
        drawing.page(sample_page(tmp_path, 99))
    asked = sample_page(tmp_path)
    assert drawing.page(asked) == here(asked)


def test_a_child_that_was_killed_is_replaced(drawing: Drawing, tmp_path: Path) -> None:
    asked = sample_page(tmp_path)
    drawing.page(asked)
    assert drawing._child is not None
    drawing._child.kill()
    drawing._child.wait()
    assert drawing.page(asked).pages > 1


def test_after_closing_it_draws_again(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.close()
    assert drawing.page(sample_page(tmp_path)).width == WIDTH
    drawing.close()
