"""A file that travels inside a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Attachment:
    """Name, MIME type and bytes; `relation` says what it is to the document.

    `Source`: what the document was made from. `Alternative`: the same in another
    form.
    """

    name: str
    mime: str
    data: bytes
    relation: Literal["Source", "Alternative"] = "Source"
