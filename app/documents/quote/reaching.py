"""Where a mail address or a website of the partner's settings leads."""

from __future__ import annotations

import re
from typing import Final

_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST: Final = rf"{_LABEL}(?:\.{_LABEL})+"
_MAIL: Final = re.compile(rf"[A-Za-z0-9._+-]+@{_HOST}")
_SITE: Final = re.compile(rf"(https?://)?({_HOST}(?:/[A-Za-z0-9._~/-]*)?)")


def target(text: str) -> str:
    """Return the address that a text leads to; '' where it is plainly neither."""
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    site = _SITE.fullmatch(text)
    return f"{site[1] or 'https://'}{site[2]}" if site else ""
