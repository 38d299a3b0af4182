"""`make bench`: what the heaviest work costs, beside a floor measured in turn."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.domain.pricing import customer_copy
from app.use_cases.bundled import sample_list, sample_quote
from app.use_cases.export import attachments, paper, pdf
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from bench import papers
from bench.place import median, workplace


def whole(quote: PricedQuote) -> tuple[object, ...]:
    """Work out what a priced quote leaves for later."""
    return quote.problems, quote.commission, quote.costs


def attached(quote: PricedQuote, edition: Edition, desk: Workplace) -> str:
    """Say how long what travels inside a paper takes of that time, and its size."""
    inside = paper(quote, edition, desk)
    copy = customer_copy(inside.proposal, inside.offer)
    taken = median(lambda: tuple(attachments(inside, copy)), 20)
    sizes = ", ".join(
        f"{each.name} {len(each.data)} bytes" for each in attachments(inside, copy)
    )
    return f"{taken:.1f} ms of it for {sizes}"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        desk = workplace(Path(name))
        sample = Catalogue.of([sample_list()])
        quote = priced(sample_quote(), sample, desk)
        lines = len(quote.offer.lines)
        print(f"sample quote, {lines} lines")
        taken = median(lambda: whole(priced(sample_quote(), sample, desk)), 30)
        print(f"  priced, with problems, commission and costs: {taken:.2f} ms")
        for edition in Edition:
            taken = median(lambda e=edition: pdf(quote, e, desk), 20)  # type: ignore[misc]
            inside = attached(quote, edition, desk)
            print(f"  paper {edition.value}: {taken:.1f} ms, {inside}")
    with tempfile.TemporaryDirectory() as name:
        papers.measure(workplace(Path(name)))
    # The window and SQLModel are imported last: what is above is measured without.
    from bench import (  # noqa: PLC0415
        importing,
        keystroke,
        quote_list,
        searching,
        start,
    )

    keystroke.measure()
    quote_list.measure()
    start.measure()
    importing.measure()
    searching.measure()


if __name__ == "__main__":
    main()
