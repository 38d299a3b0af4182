"""What follows an acceptance, by command: the order, and the end of the contract."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli import Cli

SIGNATORY = (
    *("--signatory", "Zoé Lefèvre", "--function", "=Gérante"),
    *("--email", "zoe@lefevre.example", "--phone", "+32 81 22 33 44"),
)


def accepted_under(cli: Cli, prices: Path, quote: Path, folder: Path) -> str:
    """Have a quote accepted under a list; return its number."""
    cli.done("prices", "import", prices)
    cli.done("settings", "set", "seller.prefix", "TR")
    number = cli.done("quotes", "add", quote).out.strip()
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", folder)
    cli.done("quotes", "accept", number)
    return number


@pytest.fixture
def accepted(cli: Cli, examples: Path, tmp_path: Path) -> str:
    """The number of a quote that the customer accepted."""
    prices, quote = examples / "list-cp1252.csv", examples / "quote.json"
    return accepted_under(cli, prices, quote, tmp_path / "issued")


def text(path: str) -> str:
    pages = PdfReader(path).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def test_an_order_is_a_pdf_an_edition_and_data(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    out, languages = tmp_path / "out", ("--lang", "en", "--lang", "fr+en")
    answer = cli.done("quotes", "order", accepted, "--out", out, *languages, *SIGNATORY)
    names = [Path(line).name for line in answer.out.splitlines()]
    assert names == [
        *(f"{accepted}-order-en.pdf", f"{accepted}-order-fr+en.pdf"),
        *(f"{accepted}-order.json", f"{accepted}-order.csv"),
    ]
    said = text(answer.out.splitlines()[0])
    for words in ("Order form", accepted, "Zoé Lefèvre", "=Gérante", "ALSO"):
        assert words in said
    assert "Draft" not in said


def test_the_order_as_json_is_complete_and_customer_safe(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    printed = cli.done(
        *("quotes", "order", accepted, "--out", tmp_path, "--format", "json"),
        *SIGNATORY,
    ).json
    files = printed.pop("files")
    problems = printed.pop("problems")
    assert [Path(each).suffix for each in files] == [".pdf", ".json", ".csv"]
    assert files[0].endswith("-order-fr.pdf")
    assert json.loads(Path(files[1]).read_bytes()) == printed
    (attached,) = PdfReader(files[0]).attachments["order.json"]
    assert json.loads(attached) == printed
    assert printed["format"] == "waas-order/1"
    assert printed["distributor"]["monthly"] == "648.00"
    assert printed["distributor"]["contract_total"] == "23328.00"
    assert printed["signatory"]["function"] == "=Gérante"
    assert printed["mandate"]["for"] == ["credit_check", "order"]
    assert printed["customer"]["enterprise_number"] is None
    assert [each["sku"] for each in printed["lines"]] == ["WAAS-NB-M", "O365-BP-UP"]
    assert printed["lines"][1]["pack"] == "packs[0]"
    assert {each["code"] for each in problems} == {
        "identity_missing",
        "order_lacks",
        "options_not_ordered",
    }
    whole = json.dumps(printed)
    assert "commission" not in whole
    assert "cost" not in whole


def test_no_cell_of_the_lines_is_a_formula(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["customer"] |= {"name": "=HYPERLINK(1)", "vat_number": "BE 0987.654.394"}
    path = tmp_path / "quote.json"
    path.write_text(json.dumps(quote), "utf-8")
    number = accepted_under(cli, examples / "list-cp1252.csv", path, tmp_path)
    out = cli.done("quotes", "order", number, "--out", tmp_path / "out", *SIGNATORY).out
    content = Path(out.splitlines()[-1]).read_text("utf-8-sig")
    rows = list(csv.DictReader(content.splitlines(), delimiter=";"))
    assert [row["customer"] for row in rows] == ["'=HYPERLINK(1)"] * 2
    assert [row["enterprise_number"] for row in rows] == ["0987.654.394"] * 2
    assert [row["signatory"] for row in rows] == ["Zoé Lefèvre"] * 2
    assert [row["monthly"] for row in rows] == ["598.80", "49.20"]


def test_what_the_form_lacks_is_named(cli: Cli, accepted: str, tmp_path: Path) -> None:
    answer = cli.done("quotes", "order", accepted, "--out", tmp_path)
    assert "Signatory’s name: to be filled in" in answer.err
    assert "Customer’s VAT or enterprise number: to be filled in" in answer.err
    full = cli.done("quotes", "order", accepted, "--out", tmp_path, *SIGNATORY)
    assert "Signatory" not in full.err


def test_a_text_that_an_edition_lacks_is_named(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["partner_services"][0]["name_en"] = ""
    path = tmp_path / "quote.json"
    path.write_text(json.dumps(quote), "utf-8")
    prices = examples / "list-cp1252.csv"
    number = accepted_under(cli, prices, path, tmp_path)
    english = cli.done("quotes", "order", number, "--lang", "en", "--out", tmp_path)
    assert "has no text in English" in english.err
    french = cli.done("quotes", "order", number, "--lang", "fr", "--out", tmp_path)
    assert "has no text" not in french.err


@pytest.mark.parametrize("command", ["order", "end", "extension-offer"])
def test_only_an_accepted_quote_has_papers_of_a_contract(
    cli: Cli, accepted: str, tmp_path: Path, command: str
) -> None:
    cli.done("quotes", "take-back", accepted)
    out = tmp_path / "out"
    call = ("quotes", command, accepted, "--out", out)
    answer = cli(*call, "--format", "json")
    assert answer.status == 1
    assert "is “Presented”" in answer.err
    assert answer.json["files"] == []
    assert not out.exists()


def test_the_end_sheet_is_written_in_each_edition(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    languages = ("--lang", "fr", "--lang", "en", "--lang", "fr+en")
    printed = cli.done(
        *("quotes", "end", accepted, "--out", tmp_path, *languages),
        *("--format", "json"),
    ).json
    names = [Path(each).name for each in printed["files"]]
    assert names == [f"{accepted}-end-{code}.pdf" for code in ("fr", "en", "fr+en")]
    said = text(printed["files"][1])
    # W8, example 2, and W12.
    for words in ("6.480,00", "16.848,00", "23.328,00", "19,50", "234,00"):
        assert words in said


def test_an_early_end_is_told_for_a_month_and_for_all(cli: Cli, accepted: str) -> None:
    """W8, example 2."""
    call = ("quotes", "early-end", accepted)
    printed = cli.done(*call, "--month", "10", "--format", "json").json
    assert printed["months"] == [
        {"month": 10, "paid": "6480.00", "due": "16848.00", "total": "23328.00"}
    ]
    assert len(cli.done(*call, "--format", "json").json["months"]) == 36
    assert len(cli.done(*call).out.splitlines()) == 37
    outside = cli(*call, "--month", "37")
    assert outside.status == 1
    assert "from 1 to 36" in outside.err


def test_an_extension_names_the_limit(cli: Cli, examples: Path, tmp_path: Path) -> None:
    """W9."""
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    path = tmp_path / "quote.json"
    path.write_text(json.dumps({**quote, "term": 24}), "utf-8")
    number = accepted_under(cli, examples / "list-cp1252.csv", path, tmp_path)
    call = ("quotes", "extension", number)
    said = cli.done(*call).out
    assert "can be extended by 12 months, to 36 months in all" in said
    assert "a contract lasts at most 36 months in all" in said
    printed = cli.done(*call, "--format", "json").json
    assert printed["most"] == 12
    assert printed["limits"] == ["cap"]
    assert [each["months"] for each in printed["choices"]] == [12]


def test_without_anything_rented_there_is_no_contract(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    path = tmp_path / "quote.json"
    path.write_text(json.dumps({**quote, "packs": []}), "utf-8")
    number = accepted_under(cli, examples / "list-cp1252.csv", path, tmp_path)
    for command in ("early-end", "extension"):
        answer = cli("quotes", command, number)
        assert answer.status == 1
        assert "rents nothing" in answer.err
    refused = cli("quotes", "order", number, "--out", tmp_path / "out")
    assert refused.status == 1
    assert "nothing to order" in refused.err


def test_no_byte_depends_on_what_the_partner_earns(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    source = (examples / "list-cp1252.csv").read_text("cp1252")
    richer = tmp_path / "richer.csv"
    swapped = source.replace("90,00;120,00;40,00", "91,00;121,00;41,00")
    swapped = swapped.replace("8,00;10,00", "9,00;11,00")
    richer.write_text(swapped, "utf-8")
    home, contents, earned = cli.folder, [], []
    for prices in (examples / "list-cp1252.csv", richer):
        cli.folder = home / prices.stem
        cli.folder.mkdir(parents=True)
        folder = tmp_path / prices.stem
        number = accepted_under(cli, prices, examples / "quote.json", folder)
        languages = ("--lang", "fr", "--lang", "en", "--lang", "fr+en")
        made = [
            cli.done("quotes", command, number, "--out", folder / "out", *languages).out
            for command in ("order", "end")
        ]
        paths = "".join(made).splitlines()
        contents.append([Path(each).read_bytes() for each in paths])
        told = cli.done("quotes", "show", number, "--internal", "--format", "json")
        earned.append(told.json["commission"]["total"])
    assert len(contents[0]) == 8
    same = contents[0] == contents[1]
    assert same
    assert earned[0] != earned[1]


def test_nobody_is_announced_as_a_contact_who_is_not_there(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    words = ("quotes", "end", accepted, "--lang", "en", "--out", tmp_path)
    assert "Your contact" not in text(cli.done(*words).out.splitlines()[0])
    cli.done("settings", "set", "seller.name", "Anne")
    said = text(cli.done(*words).out.splitlines()[0])
    assert "Your contact" in said


def test_the_days_of_the_contract_are_recorded_and_shown(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    record = ("quotes", "contract", accepted)
    cli.done(*record, "--credit-granted", "2026-11-20", "--signatory", "Zoé")
    said = cli.done(*record, "--customer-signed", "2026-11-22").out
    assert "approved 20 November 2026" in said
    assert "22 November 2026" in said
    known = cli.done(*record, "--format", "json").json["contract"]
    assert known["credit"] == {"outcome": "granted", "on": "2026-11-20"}
    assert known["customer_signed_on"] == "2026-11-22"
    assert known["distributor_signed_on"] is None
    assert known["signatory"]["name"] == "Zoé"
    assert cli("quotes", "take-back", accepted).status == 1
    sheet = cli.done("quotes", "commission", accepted, "--out", tmp_path).out.strip()
    assert "after signature of ALSO" in text(sheet)
    cli.done(*record, "--credit-granted", "", "--customer-signed", "")
    cli.done("quotes", "take-back", accepted)


def test_a_day_that_cannot_be_is_refused(cli: Cli, accepted: str) -> None:
    for day, why in (
        ("2026-11-23", "still to come"),
        ("2026-11-21", "comes before the acceptance"),
    ):
        answer = cli("quotes", "contract", accepted, "--delivered", day)
        assert answer.status == 1
        assert f"Delivery accepted: {day[-2:]} November" in answer.err
        assert why in answer.err


def test_the_contract_of_a_quote_that_nobody_accepted_is_refused(
    cli: Cli, examples: Path
) -> None:
    cli.done("prices", "import", examples / "list-cp1252.csv")
    number = cli.done("quotes", "add", examples / "quote.json").out.strip()
    answer = cli("quotes", "contract", number, "--format", "json")
    assert answer.status == 1
    assert answer.json["contract"] is None


def test_who_signs_is_kept_from_one_order_to_the_next(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    write = ("quotes", "order", accepted, "--format", "json", "--out", tmp_path)
    cli.done(*write, *SIGNATORY)
    again = cli.done(*write, "--phone", "").json["signatory"]
    assert (again["name"], again["phone"]) == ("Zoé Lefèvre", None)


def test_an_extension_is_offered_in_each_edition(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    """W9."""
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    path = tmp_path / "quote.json"
    path.write_text(json.dumps({**quote, "term": 24}), "utf-8")
    number = accepted_under(cli, examples / "list-cp1252.csv", path, tmp_path)
    call = ("quotes", "extension-offer", number, "--out", tmp_path / "out")
    languages = ("--lang", "fr", "--lang", "en", "--lang", "fr+en")
    paths = cli.done(*call, *languages).out.splitlines()
    assert [Path(each).name for each in paths] == [
        f"{number}-extension-12-{code}.pdf" for code in ("fr", "en", "fr+en")
    ]
    assert "12 months more, 36 months in all" in text(paths[1])
    wrong = cli(*call, "--months", "18")
    assert wrong.status == 1
    assert "choose from 12" in wrong.err


def test_a_contract_that_cannot_be_extended_has_no_offer(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    out = tmp_path / "none"
    answer = cli("quotes", "extension-offer", accepted, "--out", out)
    assert answer.status == 1
    assert "cannot be extended" in answer.err
    assert not out.exists()


def test_nothing_of_the_credit_check_is_on_what_leaves_the_house(
    cli: Cli, accepted: str, tmp_path: Path
) -> None:
    def papers(folder: Path) -> list[bytes]:
        for command in ("order", "end"):
            cli.done("quotes", command, accepted, "--out", folder)
        cli.done("quotes", "export", accepted, "--lang", "fr", "--out", folder)
        return [each.read_bytes() for each in sorted(folder.iterdir())]

    before = papers(tmp_path / "before")
    days = ("--credit-refused", "2026-11-22", "--customer-signed", "2026-11-22")
    cli.done("quotes", "contract", accepted, *days)
    assert papers(tmp_path / "after") == before
