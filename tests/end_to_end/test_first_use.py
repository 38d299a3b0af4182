"""What a first user is told before a paper leaves that names nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli import Cli

WHOLE = {
    "partner.name": "Exemple SRL",
    "partner.street": "Rue Haute 1",
    "partner.postcode": "1000",
    "partner.city": "Bruxelles",
    "partner.vat_number": "BE 0555.639.952",
    "partner.register": "Bruxelles",
    "partner.bank_account": "BE68 5390 0754 7034",
    "seller.name": "Anne Exemple",
    "seller.email": "anne@example.com",
}
SAID = {
    "en": (
        *("Company name", "Street and number", "Postcode", "City", "VAT number"),
        *("Seller’s name", "Seller’s phone or e-mail"),
        *("Legal form", "Enterprise number", "Companies register", "Bank account"),
    ),
    "fr": (
        *("Nom de l’entreprise", "Rue et numéro", "Code postal", "Localité"),
        *("Numéro de TVA", "Nom du vendeur", "Téléphone ou e-mail du vendeur"),
        *("Forme juridique", "Numéro d’entreprise", "Registre des entreprises"),
        "Compte bancaire",
    ),
}
MISSING = {"en": "missing on the paper", "fr": "absent du document"}


@pytest.fixture
def quoting(cli: Cli, examples: Path) -> Cli:
    """A program that has its prices, and knows nothing of its user."""
    cli.done("prices", "import", examples / "list-cp1252.csv")
    return cli


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_export_names_exactly_what_is_missing(
    quoting: Cli, examples: Path, tmp_path: Path, language: str
) -> None:
    call = ("export", examples / "quote.json", "--lang", "fr", "--out", tmp_path)
    told = missing(quoting.done(*call, language=language).err, language)
    assert told == list(SAID[language])
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    for key, value in WHOLE.items():
        quoting.done("settings", "set", key, value)
    assert missing(quoting.done(*call, language=language).err, language) == []
    quoting.done("settings", "set", "partner.city", "")
    quoting.done("settings", "set", "seller.email", "")
    quoting.done("settings", "set", "seller.phone", "+32 2 555 01 23")
    left = missing(quoting.done(*call, language=language).err, language)
    assert left == [SAID[language][3]]


def missing(told: str, language: str) -> list[str]:
    """Return what is said to be missing, each as the settings name it."""
    lines = [line for line in told.splitlines() if MISSING[language] in line]
    return [re.split("\u00a0?: ", line.partition(" – ")[2])[0] for line in lines]


def test_a_saved_quote_is_warned_of_too(
    quoting: Cli, examples: Path, tmp_path: Path
) -> None:
    number = quoting.done("quotes", "add", examples / "quote.json").out.strip()
    told = quoting.done("quotes", "export", number, "--lang", "en", "--out", tmp_path)
    assert missing(told.err, "en") == list(SAID["en"])


def test_a_doubtful_vat_number_is_warned_of_and_kept(cli: Cli) -> None:
    told = cli.done("settings", "set", "partner.vat_number", "BE0123")
    assert "does not look like a VAT number of BE" in told.err
    assert "BE0123" in cli.done("settings", "show").out
    right = cli.done("settings", "set", "partner.vat_number", "BE 0555.639.952")
    assert right.err == ""
