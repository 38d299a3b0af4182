"""What a first user is told before a paper leaves that names nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import Cli

WHOLE = {
    "partner.name": "Exemple SRL",
    "partner.street": "Rue Haute 1",
    "partner.postcode": "1000",
    "partner.city": "Bruxelles",
    "partner.vat_number": "BE 0555.639.952",
    "seller.name": "Anne Exemple",
    "seller.email": "anne@example.com",
}
SAID = {
    "en": {
        "partner.name": "The paper will not name your company",
        "partner.street": "The paper will lack your company’s address",
        "partner.vat_number": "VAT or enterprise number",
        "seller.name": "who made the quote",
        "seller.phone": "how to reach you",
    },
    "fr": {
        "partner.name": "Le document n’indiquera pas votre entreprise",
        "partner.street": "L’adresse de votre entreprise manquera",
        "partner.vat_number": "Votre numéro de TVA ou d’entreprise",
        "seller.name": "l’auteur du devis",
        "seller.phone": "comment vous joindre",
    },
}


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
    told = quoting.done(*call, language=language)
    for key, text in SAID[language].items():
        (line,) = [line for line in told.err.splitlines() if key in line]
        assert text in line
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    for key, value in WHOLE.items():
        quoting.done("settings", "set", key, value)
    whole = quoting.done(*call, language=language).err
    assert not any(text in whole for text in SAID[language].values())
    quoting.done("settings", "set", "partner.city", "")
    left = quoting.done(*call, language=language).err
    assert [t for t in SAID[language].values() if t in left] == [
        SAID[language]["partner.street"]
    ]
    assert "partner.city" in left


def test_a_saved_quote_is_warned_of_too(
    quoting: Cli, examples: Path, tmp_path: Path
) -> None:
    number = quoting.done("quotes", "add", examples / "quote.json").out.strip()
    told = quoting.done("quotes", "export", number, "--lang", "en", "--out", tmp_path)
    assert SAID["en"]["partner.name"] in told.err


def test_a_doubtful_vat_number_is_warned_of_and_kept(cli: Cli) -> None:
    told = cli.done("settings", "set", "partner.vat_number", "BE0123")
    assert "does not look like a VAT number of BE" in told.err
    assert "BE0123" in cli.done("settings", "show").out
    right = cli.done("settings", "set", "partner.vat_number", "BE 0555.639.952")
    assert right.err == ""
