"""What an edition of the paper would say in another language than its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.localized import Localized
from app.domain.offer import Offer, OfferLine
from app.domain.problems import Problem, Problems, warning


def texts_missing(offer: Offer, languages: Iterable[str]) -> Problems:
    """Warn of each text that lacks one of these languages (codes), once a text.

    The paper shows it in a language that it has.
    """
    codes = tuple(dict.fromkeys(languages))
    return tuple(
        dict.fromkeys(
            problem for line in offer.lines for problem in _missing(line, codes)
        )
    )


def _missing(line: OfferLine, codes: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what one line says that has no text in a language."""
    described = (line.description,) if line.description else ()
    for text in (line.name, *described, *(name for name, _ in line.contents)):
        for code in codes:
            if not text.get(code):
                yield warning("language_missing", "", name=_any(text), language=code)


def _any(text: Localized) -> str:
    """Return the text in a language that it has."""
    return next((said for _, said in text.texts), "")
