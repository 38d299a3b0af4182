"""The partner's logo heads the paper: never distorted, read aloud as its name."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from app.documents.layout.logo import Logo
from app.use_cases.logo import prepared
from tests.app.documents import offers, samples
from tests.app.paper.reading import structure
from tests.app.use_cases.test_logo import picture

WIDE = prepared(picture((600, 150)))
SQUARE = prepared(picture((150, 150)))


@pytest.mark.parametrize(
    "size", [(300, 100), (100, 100), (8, 8), (8000, 200), (90, 900)]
)
def test_it_fits_the_head_and_keeps_its_shape(size: tuple[int, int]) -> None:
    content = prepared(picture(size))
    logo = Logo.of(content, 240)
    assert logo.width <= 170
    assert logo.height <= 44
    wide, high = Image.open(io.BytesIO(content)).size
    assert logo.width / logo.height == pytest.approx(wide / high)


@pytest.mark.parametrize("languages", samples.EDITIONS)
def test_it_is_a_figure_that_is_read_aloud(languages: tuple[object, ...]) -> None:
    content = samples.pdf(languages=languages, logo=WIDE)  # type: ignore[arg-type]
    (figure,) = structure(content).tagged("Figure")
    assert figure.alternative == samples.PARTNER.name
    assert len(figure.marks) == 1


def test_without_one_there_is_no_figure() -> None:
    assert structure(samples.pdf()).tagged("Figure") == []


def first_page(content: bytes) -> str:
    return PdfReader(io.BytesIO(content)).pages[0].extract_text()


def test_a_wide_one_stands_for_the_name_and_a_square_one_beside_it() -> None:
    name = samples.PARTNER.name
    counts = [
        first_page(samples.pdf(logo=logo)).count(name) for logo in (b"", WIDE, SQUARE)
    ]
    assert counts[1] == counts[0] - 1
    assert counts[2] == counts[0]


def test_its_colour_is_on_the_first_page_alone() -> None:
    document = pypdfium2.PdfDocument(samples.pdf(*offers.many(60), logo=WIDE))
    reds = [
        sum(red > 180 and green < 60 for red, green, _ in pixels(page))
        for page in document
    ]
    assert reds[0] > 1_000
    assert set(reds[1:]) == {0}


def pixels(page: pypdfium2.PdfPage) -> list[tuple[int, int, int]]:
    image = page.render(scale=1).to_pil().convert("RGB")
    return list(zip(*[iter(image.tobytes())] * 3, strict=True))


def test_the_same_logo_gives_the_same_bytes_and_another_other_ones() -> None:
    assert samples.pdf(logo=WIDE) == samples.pdf(logo=WIDE)
    assert samples.pdf(logo=WIDE) != samples.pdf(logo=SQUARE)


def test_a_partner_without_a_name_still_has_its_logo() -> None:
    nameless = replace(samples.PARTNER, name="")
    (figure,) = structure(samples.pdf(partner=nameless, logo=SQUARE)).tagged("Figure")
    assert figure.alternative == "Logo"
