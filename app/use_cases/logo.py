"""The partner's logo: taken in once as a plain picture, kept beside the settings."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import RefusedError, error
from app.settings import LOGO, Settings

_MOST_BYTES: Final = 20_000_000
_MOST_PIXELS: Final = 40_000_000
#: Twice what a printer shows in the room that the paper has for it.
_KEPT: Final = (1200, 480)
_SVG: Final = b"<svg"
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
    return changed


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
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    if _SVG in content[:_HEAD]:
        raise RefusedError(error("logo_svg"))
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                most = _MOST_PIXELS // 1_000_000
                raise RefusedError(error("logo_too_large", most=most))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail(_KEPT)
            opaque = Image.new("RGB", upright.size, "white")
            layered = upright.convert("RGBA")
            opaque.paste(layered, mask=layered.getchannel("A"))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as reason:
        raise RefusedError(error("logo_unreadable")) from reason
    written = io.BytesIO()
    opaque.save(written, "PNG")
    return written.getvalue()
