"""Who makes a quote must stand on it; what is missing is named before an export."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.identity import NEEDED, darkened, missing
from app.use_cases.workplace import Workplace
from app.wording import sentence
from i18n import Language
from quotes_db.storage import Database
from tests.fakes import FakeClock

#: What a document of a country names beside them; the VAT number serves as well.
LEGAL = {
    "BE": ("legal_form", "register", "bank_account"),
    "FR": ("legal_form", "capital", "enterprise_number", "register"),
    "LU": ("legal_form", "register", "licence"),
    "CH": ("legal_form",),
    "DE": (),
}


def at(settings: Settings) -> Workplace:
    clock, folder = FakeClock(), Path()
    storage = Database(folder, clock)
    return Workplace(folder, storage, clock, settings, policies(), "tester")


def filled(country: str, *but: str) -> Settings:
    """Settings with all that a country wants named, some keys left out."""
    settings = Settings().changed("partner.country", country)
    for key in (*NEEDED, *(f"partner.{name}" for name in LEGAL[country])):
        settings = settings.changed(key, "" if key in but else "something")
    return settings


@pytest.mark.parametrize("country", LEGAL)
def test_nothing_is_missing_where_all_is_said(country: str) -> None:
    assert missing(at(filled(country))) == ()


def test_a_fresh_install_misses_everything() -> None:
    wanted = [f"partner.{name}" for name in LEGAL["BE"]]
    wanted.insert(1, "partner.enterprise_number")
    found = [each.where for each in missing(at(Settings()))]
    assert found == [*NEEDED, *wanted]


@pytest.mark.parametrize("key", NEEDED)
def test_each_is_named_as_the_settings_name_it(key: str) -> None:
    problem, *_ = missing(at(filled("FR", key)))
    said = sentence(problem, Language("fr"))
    assert key not in said
    assert "parmi vos coordonnées" in said
    assert said.endswith("\u00a0; à compléter dans les réglages.")


@pytest.mark.parametrize(
    ("country", "key"), [(code, key) for code in LEGAL for key in LEGAL[code]]
)
def test_what_the_country_wants_named_is_named_with_the_law(
    country: str, key: str
) -> None:
    where = f"partner.{key}"
    (problem,) = missing(at(filled(country, where)))
    assert problem.where == where
    said = sentence(problem, Language("fr"))
    law = dict(problem.parameters)["law"]
    assert said.endswith(
        f"absent du document ({law})\u00a0; à compléter dans les réglages."
    )
    assert where not in said


def test_a_colour_that_cannot_be_read_is_said() -> None:
    assert darkened(Settings()) == ()
    assert darkened(Settings().changed("partner.accent", "#0B5C5A")) == ()
    (problem,) = darkened(Settings().changed("partner.accent", "#FFCC00"))
    said = sentence(problem, Language("en"))
    assert "#ffcc00" in said
    assert "#826800" in said
