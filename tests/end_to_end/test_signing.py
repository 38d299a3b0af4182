"""Signed at the table: an accepted copy beside what was handed over."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.choices import Edition, Status
from app.domain.problems import RefusedError
from app.domain.signature import Signature
from app.use_cases import issuing, signing
from app.use_cases.quotes import find
from app.wording import sentence
from i18n import Language
from tests.app.domain.test_signature import SIGNED
from tests.app.paper.reading import structure
from tests.app.paper.test_addition import of_another_program
from tests.cli import Cli


@pytest.fixture
def presented(cli: Cli, examples: Path, tmp_path: Path) -> str:
    """The number of a quote that was handed over in French and in both languages."""
    cli.done("prices", "import", examples / "list-cp1252.csv")
    cli.done("settings", "set", "seller.prefix", "TR")
    number = cli.done("quotes", "add", examples / "quote.json").out.strip()
    editions = ("--lang", "fr", "--lang", "fr+en")
    cli.done("quotes", "issue", number, *editions, "--out", tmp_path / "issued")
    return number


def sign(cli: Cli, number: str, edition: Edition, signature: Signature) -> None:
    signing.sign(cli.workplace(cli.folder), number, edition, signature)


def codes(refusal: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [each.code for each in refusal.value.problems]


def text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("edition", [Edition.FR, Edition.FR_EN])
def test_a_signature_accepts_and_leaves_a_copy(
    cli: Cli, presented: str, tmp_path: Path, edition: Edition
) -> None:
    issued = (tmp_path / "issued" / f"{presented}-{edition.value}.pdf").read_bytes()
    sign(cli, presented, edition, SIGNED)
    work = cli.workplace(cli.folder)
    record = find(work, presented).record
    assert record.lifecycle.status is Status.ACCEPTED
    assert record.lifecycle.answered_on == SIGNED.on
    # W10: it is no signature under the distributor's contract.
    assert not record.contract.under_way
    assert record.contract.signatory.name == SIGNED.name
    (printed,) = cli.done("quotes", "signed", presented, "--out", tmp_path).out.split()
    content = Path(printed).read_bytes()
    reader = PdfReader(BytesIO(content))
    name = f"{presented}-{edition.value}.pdf"
    # The paper that was handed over, byte for byte, and one page more.
    assert content[: len(issued)] == issued
    handed = PdfReader(BytesIO(issued))
    assert len(reader.pages) == len(handed.pages) + 1
    assert reader.metadata == handed.metadata
    assert len(structure(content).tagged("Figure")) == 1
    said = text(content)
    fingerprint = sha256(issued).hexdigest()
    words = (SIGNED.name, fingerprint, name, "22 novembre 2026", "Exemplaire signé")
    for each in words:
        assert each in said
    assert "n’est pas le contrat de location" in said
    assert ("is not the rental contract" in said) == (edition is Edition.FR_EN)


def test_what_was_handed_over_stays_byte_for_byte(
    cli: Cli, presented: str, tmp_path: Path
) -> None:
    sign(cli, presented, Edition.FR, SIGNED)
    again = tmp_path / "again"
    cli.done("quotes", "export", presented, "--lang", "fr", "--out", again)
    name = f"{presented}-fr.pdf"
    issued = (tmp_path / "issued" / name).read_bytes()
    assert (again / name).read_bytes() == issued
    work = cli.workplace(cli.folder)
    record = find(work, presented).record
    assert len(issuing.all_papers(work, record)) == 2
    (copy,) = issuing.signed_copies(work, record)
    assert copy.signs == sha256(issued).hexdigest()


def test_the_copy_gives_the_quote_back(
    cli: Cli, presented: str, tmp_path: Path
) -> None:
    sign(cli, presented, Edition.FR, SIGNED)
    printed = cli.done("quotes", "signed", presented, "--out", tmp_path).out.strip()
    of_copy = cli.done("reopen", printed).json
    of_issued = cli.done("reopen", tmp_path / "issued" / f"{presented}-fr.pdf").json
    assert of_copy == of_issued


def test_what_cannot_be_signed_leaves_nothing(cli: Cli, presented: str) -> None:
    unsigned = replace(SIGNED, strokes=())
    with pytest.raises(RefusedError) as refusal:
        sign(cli, presented, Edition.FR, unsigned)
    assert codes(refusal) == ["signature_missing"]
    with pytest.raises(RefusedError) as refusal:
        sign(cli, presented, Edition.EN, SIGNED)
    assert codes(refusal) == ["edition_not_issued"]
    work = cli.workplace(cli.folder)
    assert find(work, presented).record.lifecycle.status is Status.PRESENTED
    answer = cli("quotes", "signed", presented, "--out", cli.folder / "none")
    assert answer.status == 1
    assert "has no signed copy" in answer.err
    assert not (cli.folder / "none").exists()


def test_a_paper_of_another_program_is_signed_by_hand(cli: Cli, presented: str) -> None:
    work = cli.workplace(cli.folder)
    record = find(work, presented).record
    (ours,) = issuing.papers(work, record, (Edition.FR,))
    content = of_another_program()
    digest = sha256(content).hexdigest()
    foreign = replace(ours, language=Edition.EN, content=content, sha256=digest)
    with work.storage.writing() as store:
        store.issue_quote(record, (foreign,))
    with pytest.raises(RefusedError) as refusal:
        sign(cli, presented, Edition.EN, SIGNED)
    assert codes(refusal) == ["paper_foreign"]
    (problem,) = refusal.value.problems
    assert sentence(problem, Language("fr")).startswith(f"«\u00a0{ours.file_name}")
    assert find(work, presented).record.lifecycle.status is Status.PRESENTED


def test_an_answered_quote_is_signed_no_more(cli: Cli, presented: str) -> None:
    sign(cli, presented, Edition.FR, SIGNED)
    with pytest.raises(RefusedError) as refusal:
        sign(cli, presented, Edition.FR, SIGNED)
    assert codes(refusal) == ["status_step"]


def test_a_known_signatory_stays(cli: Cli, presented: str) -> None:
    cli.done("quotes", "accept", presented)
    cli.done("quotes", "contract", presented, "--signatory", "Anne")
    cli.done("quotes", "take-back", presented)
    sign(cli, presented, Edition.FR, SIGNED)
    record = find(cli.workplace(cli.folder), presented).record
    assert record.contract.signatory.name == "Anne"
