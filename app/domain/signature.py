"""What a customer signed at the table: a drawing, a name, a day, and which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.problems import RefusedError, error

#: Points in the box that was signed in: both in its widths, from its upper left.
Stroke = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A drawing in a box so many widths high, by whom, and on which day."""

    name: str
    on: date
    strokes: tuple[Stroke, ...]
    height: float

    @property
    def drawn(self) -> bool:
        """Whether a hand drew more than dots."""
        return any(len(stroke) > 1 for stroke in self.strokes)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper:
    """A signature, and the paper it stands for: name, SHA-256 in hex, bytes, pages."""

    signature: Signature
    file_name: str
    sha256: str
    size: int
    pages: int


def complete(signature: Signature) -> Signature:
    """Return the signature; RefusedError where name or drawing is missing."""
    if not signature.name.strip():
        raise RefusedError(error("signature_nameless"))
    if not signature.drawn:
        raise RefusedError(error("signature_missing"))
    return signature
