"""What a paper costs: beside other programs, as it grows, and a hundred at once."""

from __future__ import annotations

import importlib
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2

from app.documents.document import Document
from app.documents.quote_pdf import render
from app.domain.choices import Edition
from app.use_cases.export import pdf
from app.use_cases.workplace import Workplace
from bench.quotes_on_paper import document_of, of_lines

Make = Callable[[Document], bytes]

#: The module of each peer and how fast the paper is to be beside it.
_PEERS = {
    "typst": 0.8,
    "weasyprint": 1 / 10,
    "fpdf2": None,
    "platypus": None,
    "libreoffice": 1 / 50,
}
_ROUNDS = 25
_SLOW_SECONDS = 2.0
_LINES = 5


def measure(desk: Workplace) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        _beside_others(document_of(of_lines(_LINES, desk), desk), Path(name))
    _as_it_grows(desk)
    _in_bulk(desk)


def _beside_others(document: Document, folder: Path) -> None:
    """Print what the same two pages take elsewhere, all in turn."""
    makers: dict[str, Make] = {"ours": render}
    print(f"a paper of {_pages(render(document))} pages and {_LINES} lines, warm")
    for name in _PEERS:
        try:
            module = importlib.import_module(f"bench.peers.with_{name}")
            makers[name] = module.maker(folder)
        except (ImportError, OSError):
            print(f"  {name} is absent")
    taken = _in_turn(makers, document)
    ours = taken["ours"]
    for name, make in makers.items():
        size, budget = len(make(document)), _PEERS.get(name)
        beside = "" if name == "ours" else f", ours {ours / taken[name]:.3f} of it"
        wanted = f" (budget {budget:.2f})" if budget else ""
        print(f"  {name}: {taken[name]:.1f} ms, {size} bytes{beside}{wanted}")


def _in_turn(makers: dict[str, Make], document: Document) -> dict[str, float]:
    """Return the least that each took in milliseconds, whatever else goes on."""
    taken: dict[str, list[float]] = {name: [] for name in makers}
    for turn in range(_ROUNDS + 1):
        said = _another(document, turn)
        for name, make in makers.items():
            if sum(taken[name]) > _SLOW_SECONDS * 1000:
                continue
            begun = time.perf_counter()
            make(said)
            # The first turn is a warm-up.
            if turn:
                taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: min(each) for name, each in taken.items()}


def _another(document: Document, turn: int) -> Document:
    """Return the paper of another quote: its topic and its items are others."""
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, name=tuple(f"{text} {turn}" for text in item.name))
                for item in section.items
            ),
        )
        for section in document.sections
    )
    return replace(document, topic=(f"Renouvellement {turn}",), sections=sections)


def _as_it_grows(desk: Workplace) -> None:
    """Print time and size of short and long quotes."""
    quotes = {count: of_lines(count, desk) for count in (15, 60, 400)}
    taken: dict[int, float] = {}
    for count, quote in quotes.items():
        document = document_of(quote, desk)
        taken[count] = _in_turn({"ours": render}, document)["ours"]
        size = len(render(document))
        times = taken[count] / taken[15]
        print(
            f"a paper of {count} lines: {taken[count]:.1f} ms, {times:.1f} x the"
            f" shortest, {size} bytes, {size / count:.0f} a line"
        )


def _in_bulk(desk: Workplace) -> None:
    """Print what a hundred quotes take from their figures to their bytes."""
    quote = of_lines(15, desk)
    proposal = quote.quote.proposal
    begun = time.perf_counter()
    for number in range(100):
        numbered = replace(proposal, number=f"TR-2026-{number:04}")
        one = replace(quote, quote=replace(quote.quote, proposal=numbered))
        pdf(one, Edition.FR, desk, final=True)
    taken = time.perf_counter() - begun
    print(f"a hundred quotes of 15 lines: {taken:.2f} s, {taken * 10:.1f} ms each")


def _pages(content: bytes) -> int:
    """Return how many pages a PDF has."""
    with closing(pypdfium2.PdfDocument(content)) as document:
        return len(document)
