"""What the system says of files, in the user's language."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from typing import Final

from i18n import N_, Language

_REASONS: Final[Mapping[int, str]] = {
    errno.EACCES: N_("access denied"),
    errno.EPERM: N_("access denied"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EROFS: N_("it can only be read here"),
    errno.ENOENT: N_("it does not exist"),
    errno.EEXIST: N_("something else has its name"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EBUSY: N_("another program uses it"),
    errno.EIO: N_("the disk cannot be read or written"),
}
_BY_WORDS: Final = {os.strerror(number): text for number, text in _REASONS.items()}


def reason(words: str, language: Language) -> str:
    """Say a reason that came in the system's own words; an unknown one stays."""
    known = _BY_WORDS.get(words)
    return language.gettext(known) if known else words
