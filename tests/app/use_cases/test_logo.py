"""A logo is taken in once as a plain picture, or refused in a sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.problems import RefusedError
from app.settings import Settings
from app.use_cases import logo

RED = (200, 30, 30, 255)


def picture(
    size: tuple[int, int] = (300, 100), mode: str = "RGBA", form: str = "PNG"
) -> bytes:
    """A picture of one colour."""
    written = io.BytesIO()
    Image.new("RGBA", size, RED).convert(mode).save(written, form)
    return written.getvalue()


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("RGBA", "PNG"),
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("LA", "PNG"),
        ("L", "PNG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
    ],
)
def test_every_kind_of_png_and_jpeg_becomes_an_opaque_png(
    tmp_path: Path, mode: str, form: str
) -> None:
    through = "L" if mode == "I;16" else mode
    written = io.BytesIO()
    made = Image.new("RGBA", (300, 100), RED).convert(through)
    (made.convert("I;16") if mode == "I;16" else made).save(written, form)
    source = tmp_path / "Mon logo.bin"
    source.write_bytes(written.getvalue())
    settings = logo.taken(Settings(), tmp_path, source)
    kept = seen(logo.content(settings, tmp_path))
    assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (300, 100))


def test_what_is_transparent_is_white() -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(clear, "PNG")
    assert seen(logo.prepared(clear.getvalue())).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1, 1), (8000, 200), (200, 8000), (5, 3000)])
def test_it_is_no_larger_than_the_paper_needs(size: tuple[int, int]) -> None:
    kept = seen(logo.prepared(picture(size)))
    assert kept.width <= 1200
    assert kept.height <= 480
    assert kept.width >= 1
    assert kept.height >= 1


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    first = logo.kept(Settings(), tmp_path, picture())
    again = logo.kept(first, tmp_path, picture())
    assert first == again
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "logo_unreadable"),
        (b"no picture at all", "logo_unreadable"),
        (picture()[:60], "logo_unreadable"),
        (b"GIF89a" + b"\0" * 60, "logo_unreadable"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "logo_svg"),
    ],
)
def test_what_is_none_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        logo.kept(Settings(), tmp_path, content)
    assert [each.code for each in refusal.value.problems] == [code]
    assert not list(tmp_path.iterdir())


def test_a_picture_that_unpacks_to_too_much_is_not_unpacked() -> None:
    bomb = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(bomb, "PNG")
    with pytest.raises(RefusedError) as refusal:
        logo.prepared(bomb.getvalue())
    code = refusal.value.problems[0].code
    assert code in {"logo_too_large", "logo_unreadable"}


@pytest.mark.parametrize("harm", ["gone", "other"])
def test_one_that_was_damaged_is_none(tmp_path: Path, harm: str) -> None:
    settings = logo.kept(Settings(), tmp_path, picture())
    (file,) = tmp_path.iterdir()
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(picture((20, 20)))
    assert logo.content(settings, tmp_path) == b""


@pytest.mark.parametrize("name", ["../../etc/passwd", "logo.png", "C:\\x.png"])
def test_its_name_is_never_a_path(name: str) -> None:
    with pytest.raises(RefusedError):
        Settings().changed("partner.logo", name)
