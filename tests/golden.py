"""Golden pages: how every paper looks, guarded point by point.

`python -m tests.golden` draws them anew, on purpose; look at each before it is
committed.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

from app.documents.quote_pdf import render
from app.domain.quote import Quote
from app.paper.addition import with_pages
from app.statements.paper import as_pdf
from i18n import Language
from tests.app.documents import offers, samples
from tests.app.documents.test_contract_papers import form, offered, sheet
from tests.app.documents.test_signed_copy import PAPER
from tests.app.domain.build import EXAMPLE
from tests.app.statements import samples as statements

FOLDER: Final = Path(__file__).parent / "data" / "golden"
#: Dots to the inch: a letter is seen to move, and the files stay small.
DPI: Final = 48
#: A point is another where it differs by more than this, of 255.
APART: Final = 40
#: So many in a thousand points may be others: what smoothing does, no more.
LEEWAY: Final = 1
_GREYS: Final = 16
#: From one grey to the next.
_STEP: Final = 255 // (_GREYS - 1)

_EDITIONS: Final = {
    "fr": samples.FRENCH,
    "en": samples.ENGLISH,
    "fr+en": samples.BOTH,
}


def papers() -> dict[str, Callable[[], bytes]]:
    """Return what makes each kind of paper, in each of its editions."""
    made: dict[str, Callable[[], bytes]] = {}
    for name, languages in _EDITIONS.items():
        everything = offers.everything()
        made[f"quote-{name}"] = partial(samples.pdf, languages=languages)
        made[f"everything-{name}"] = partial(samples.pdf, *everything, languages)
        made[f"order-{name}"] = partial(_order, languages)
        made[f"end-{name}"] = partial(_end, languages)
        made[f"extension-{name}"] = partial(_extension, languages)
        made[f"signed-{name}"] = partial(_signed, languages)
    unsaved = replace(samples.PROPOSAL, number="")
    unanswered = offers.with_request(answered=False)
    made["provisional-fr"] = partial(samples.pdf, *unanswered)
    made["draft-fr"] = partial(samples.pdf, proposal=unsaved)
    for language in statements.LANGUAGES:
        made[f"commission-{language.code}"] = partial(_commission, language)
        made[f"longer-{language.code}"] = partial(_longer, language)
        made[f"report-{language.code}"] = partial(_report, language)
        made[f"sell-out-{language.code}"] = partial(_sell_out, language)
    return made


def _order(languages: tuple[Language, ...]) -> bytes:
    return render(form(languages=languages))


def _end(languages: tuple[Language, ...]) -> bytes:
    return render(sheet(languages=languages))


def _extension(languages: tuple[Language, ...]) -> bytes:
    return render(offered(languages))


def _signed(languages: tuple[Language, ...]) -> bytes:
    page = samples.signature_page(PAPER, languages)
    return with_pages(samples.pdf(languages=languages), page)


def _commission(language: Language) -> bytes:
    said = statements.sheet(Quote(proposal=EXAMPLE), language)
    return as_pdf(said, language)


def _longer(language: Language) -> bytes:
    return as_pdf(statements.extendable(language), language)


def _report(language: Language) -> bytes:
    return as_pdf(statements.report(language=language), language)


def _sell_out(language: Language) -> bytes:
    return as_pdf(statements.sold(language), language)


def drawn(pdf: bytes) -> Image.Image:
    """Return a paper's pages beside one another, in greys."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    document.close()
    width, height = sum(page.width for page in pages), pages[0].height
    whole = Image.new("L", (width, height), 255)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def kept(picture: Image.Image) -> bytes:
    """Return a picture as a small PNG of few greys."""
    written = io.BytesIO()
    few = picture.point(lambda grey: round(grey / _STEP))
    few = Image.frombytes("P", few.size, few.tobytes())
    few.putpalette([_STEP * n for n in range(_GREYS) for _ in range(3)])
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def differing(one: Image.Image, other: Image.Image) -> float:
    """Return how many points in a thousand are others; all where the sizes differ."""
    if one.size != other.size:
        return 1000.0
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    apart = sum(abs(a - b) > APART for a, b in pairs)
    return 1000 * apart / (one.width * one.height)


def main() -> None:
    """Draw them all anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, make in papers().items():
        (FOLDER / f"{name}.png").write_bytes(kept(drawn(make())))


if __name__ == "__main__":
    main()
