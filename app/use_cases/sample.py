"""The bundled sample, shown without touching anybody's data."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files

from app import settings
from app.domain.catalogue import Catalogue
from app.use_cases.bundled import sample_list, sample_quote
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace


def at_sample_partner(workplace: Workplace) -> Workplace:
    """Return the workplace with the sample's invented partner and seller."""
    with as_file(files("resources") / "sample") as folder:
        return replace(workplace, settings=settings.read(folder))


def priced_sample(workplace: Workplace) -> PricedQuote:
    """Price the sample quote by the sample list, whatever else is current."""
    return priced(sample_quote(), Catalogue.of([sample_list()]), workplace)
