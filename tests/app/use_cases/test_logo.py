"""A logo is taken in once as a plain picture, or refused in a sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

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
    half = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    half.paste(RED, (20, 0, 40, 40))
    written = io.BytesIO()
    half.save(written, "PNG")
    kept = seen(logo.prepared(written.getvalue()))
    assert kept.getpixel((5, 5)) == (255, 255, 255)
    assert kept.getpixel((35, 5)) == RED[:3]


@pytest.mark.parametrize("colour", [(0, 0, 0, 0), (255, 255, 255, 255)])
def test_what_nobody_could_see_is_refused(colour: tuple[int, int, int, int]) -> None:
    written = io.BytesIO()
    Image.new("RGBA", (40, 40), colour).save(written, "PNG")
    with pytest.raises(RefusedError) as refusal:
        logo.prepared(written.getvalue())
    assert [each.code for each in refusal.value.problems] == ["logo_white"]


def test_sixteen_bits_of_grey_keep_their_shade() -> None:
    written = io.BytesIO()
    Image.new("I;16", (40, 40), 0x4000).save(written, "PNG")
    kept = seen(logo.prepared(written.getvalue()))
    assert kept.getpixel((5, 5)) == (64, 64, 64)


def test_a_picture_that_speaks_of_drawings_is_still_a_picture() -> None:
    written = io.BytesIO()
    notes = PngInfo()
    notes.add_text("Comment", "made from <svg>")
    Image.new("RGB", (40, 40), RED[:3]).save(written, "PNG", pnginfo=notes)
    assert seen(logo.prepared(written.getvalue())).size == (40, 40)


def test_only_the_last_ones_before_are_kept(tmp_path: Path) -> None:
    settings = Settings()
    for width in range(100, 108):
        settings = logo.kept(settings, tmp_path, picture((width, 100)))
    assert len(list(tmp_path.iterdir())) == 6
    assert (tmp_path / settings.partner.logo).exists()


@pytest.mark.parametrize("size", [(8, 8), (8000, 200), (200, 8000), (9, 3000)])
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
        ("<svg/>".encode("utf-16"), "logo_svg"),
        (picture((1, 1)), "logo_too_small"),
        (picture((8000, 1)), "logo_too_small"),
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
    assert [each.code for each in refusal.value.problems] == ["logo_too_large"]


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
