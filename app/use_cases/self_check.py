"""Whether an installed copy is whole: everything once, in a temporary folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

from app.domain.choices import Edition
from app.domain.problems import RefusedError, error
from app.exchange.quote_file import read as read_quote
from app.use_cases import prices, quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.export import export
from app.use_cases.reopen import reopen
from app.use_cases.workplace import Workplace
from i18n import N_


def self_check(make_workplace: Callable[[Path], Workplace]) -> Iterator[str]:
    """Yield each step that held; RefusedError names the one that did not."""
    with tempfile.TemporaryDirectory(prefix="waas-quotes-") as name:
        folder = Path(name)
        workplace = make_workplace(folder / "data")
        with as_file(files("resources") / "sample" / "prices.csv") as path:
            prices.import_list(workplace, path)
        yield N_("The sample price list was imported into a new database.")
        saved = quotes.add(workplace, sample_quote())
        _demand(not saved.priced.refused, "quote")
        yield N_("The sample quote was saved and priced.")
        paths = export(saved.priced, tuple(Edition), folder / "paper", workplace)
        yield N_("Three PDFs were written.")
        for path in paths:
            again = read_quote(reopen(path)).quote.proposal
            _demand(again == saved.priced.quote.proposal, path.name)
        yield N_("The customer’s copy came back out of each of them.")
        _demand(not workplace.storage.check(), "database")
        yield N_("The database is sound.")


def _demand(holds: bool, what: str) -> None:
    """Stop at a step that did not hold."""
    if not holds:
        raise RefusedError(error("self_check_failed", what=what))
