"""Who makes a quote must stand on it; what is missing is named before an export."""

from __future__ import annotations

import pytest

from app.settings import Settings
from app.use_cases.identity import NEEDED, missing
from app.wording import sentence
from i18n import Language


def full() -> Settings:
    settings = Settings()
    for key in NEEDED:
        settings = settings.changed(key, "something")
    return settings


def test_nothing_is_missing_where_all_is_said() -> None:
    assert missing(full()) == ()


def test_a_fresh_install_misses_everything() -> None:
    assert [each.where for each in missing(Settings())] == list(NEEDED)


@pytest.mark.parametrize("key", NEEDED)
def test_each_is_named_as_the_settings_name_it(key: str) -> None:
    (problem,) = missing(full().changed(key, ""))
    said = sentence(problem, Language("fr"))
    assert key not in said
    assert said.endswith("absent du document\u00a0; à compléter dans les réglages.")
