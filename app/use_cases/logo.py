"""The partner's logo: taken in once as a plain picture, kept beside the settings."""

from __future__ import annotations

import hashlib
import io
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import files
from app.domain.problems import Problem, RefusedError, error
from app.settings import LOGO, Settings

if TYPE_CHECKING:
    from PIL import Image

_MOST_BYTES: Final = 20_000_000
_MOST_PIXELS: Final = 40_000_000
#: Twice what a printer shows in the room that the paper has for it.
_KEPT: Final = (1200, 480)
#: Points below which nobody could tell what it is.
_LEAST: Final = 8
#: As good as the paper's own white.
_WHITE: Final = 250
_SVG: Final = b"<svg"
#: So many pictures that were the logo before are kept.
_MOST_UNDONE: Final = 5
_HEAD: Final = 4_000


def taken(settings: Settings, folder: Path, source: Path) -> Settings:
    """Copy a picture into the data folder; return the settings that name it.

    RefusedError where it is no PNG or JPEG, or larger than any logo is.
    """
    return kept(settings, folder, files.read(source, _MOST_BYTES))


def kept(settings: Settings, folder: Path, content: bytes) -> Settings:
    """Keep a picture's bytes; return the settings that name it."""
    picture = prepared(content)
    name = f"logo-{hashlib.sha256(picture).hexdigest()[:16]}.png"
    changed = settings.changed(LOGO, name)
    files.private_folder(folder)
    files.replace_private(folder / name, picture)
    _forget_others(folder, name)
    return changed


def _forget_others(folder: Path, name: str) -> None:
    """Remove the pictures that were the logo, but the last: undo brings those back."""
    with suppress(OSError):
        others = [each for each in folder.glob("logo-*.png") if each.name != name]
        for path in sorted(others, key=_written)[:-_MOST_UNDONE]:
            path.unlink()


def _written(path: Path) -> float:
    """Return when a file was written."""
    return path.stat().st_mtime


def content(settings: Settings, folder: Path) -> bytes:
    """Return the logo as a PNG; nothing where there is none, or it was damaged."""
    name = settings.partner.logo
    if not name:
        return b""
    with suppress(OSError, RefusedError):
        held = files.read_if_there(folder / name, _MOST_BYTES) or b""
        if hashlib.sha256(held).hexdigest().startswith(name[5:21]):
            return held
    return b""


def prepared(content: bytes) -> bytes:
    """Return a picture as an opaque PNG of a sensible size.

    Its size is looked at before it is decoded: a small file can hold a huge one.
    """
    # Pillow takes a moment to import, and hardly any start needs it.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # Pillow only warns of what it takes for a bomb, and counts otherwise.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                opaque = _opaque(picture)
    except Image.DecompressionBombError as reason:
        raise RefusedError(_too_large()) from reason
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as reason:
        code = "logo_svg" if is_drawing(content) else "logo_unreadable"
        raise RefusedError(error(code)) from reason
    written = io.BytesIO()
    opaque.save(written, "PNG")
    return written.getvalue()


def is_drawing(content: bytes) -> bool:
    """Tell whether it looks like a drawing (SVG), in UTF-8 or UTF-16."""
    head = content[:_HEAD].replace(b"\0", b"")
    return _SVG in head


def _opaque(picture: Image.Image) -> Image.Image:
    """Return a picture upright, on white; RefusedError where nothing would be seen."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - see above

    if picture.width * picture.height > _MOST_PIXELS:
        raise RefusedError(_too_large())
    if min(picture.size) < _LEAST:
        raise RefusedError(error("logo_too_small", least=_LEAST))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I"):
        # Sixteen bits of grey, of which Pillow would keep the wrong eight.
        upright = upright.point(lambda grey: grey / 256).convert("L")
    upright.thumbnail(_KEPT)
    opaque = Image.new("RGB", upright.size, "white")
    layered = upright.convert("RGBA")
    opaque.paste(layered, mask=layered.getchannel("A"))
    if not any(opaque.convert("L").histogram()[:_WHITE]):
        raise RefusedError(error("logo_white"))
    return opaque


def _too_large() -> Problem:
    """Say that no logo has so many points."""
    return error("logo_too_large", most=_MOST_PIXELS // 1_000_000)
