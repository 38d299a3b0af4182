"""What becomes of a saved quote, by command: issued, answered, revised, archived."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli import Cli
from tests.end_to_end.test_saved_quotes import a_list


@pytest.fixture
def saved(cli: Cli, examples: Path) -> str:
    """The number of a quote that is saved under an imported list."""
    cli.done("prices", "import", examples / "list-cp1252.csv")
    cli.done("settings", "set", "seller.prefix", "TR")
    return cli.done("quotes", "add", examples / "quote.json").out.strip()


def status(cli: Cli, *words: object) -> str:
    answer = cli.done("quotes", *map(str, words), "--format", "json")
    return str(answer.json["status"])


def text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_draft_says_so_and_what_is_issued_does_not(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    draft = cli.done("quotes", "export", saved, "--lang", "en", "--out", tmp_path)
    assert "Draft quotation" in text(Path(draft.out.strip()))
    out = tmp_path / "final"
    issued = cli.done("quotes", "issue", saved, "--lang", "en", "--out", out)
    paper = Path(issued.out.strip())
    assert paper.name == f"{saved}-en.pdf"
    assert "Draft" not in text(paper)
    assert saved in text(paper)


def test_what_was_issued_comes_back_byte_for_byte_under_other_lists(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    first = cli.done(
        "quotes", "issue", saved, "--lang", "fr+en", "--out", tmp_path / "a"
    )
    cli.done("prices", "import", a_list(tmp_path))
    cli.done("settings", "set", "partner.name", "Quite Another SA")
    again = cli.done(
        "quotes", "export", saved, "--lang", "fr+en", "--out", tmp_path / "b"
    )
    papers = [Path(each.out.strip()).read_bytes() for each in (first, again)]
    assert papers[0] == papers[1]
    other = cli("quotes", "export", saved, "--lang", "fr", "--out", tmp_path / "b")
    assert other.status == 1
    assert "fr+en" in other.err
    assert not list((tmp_path / "b").glob("*-fr.pdf"))
    more = cli.done(
        "quotes", "issue", saved, "--lang", "fr", "--out", tmp_path / "b",
        "--format", "json",
    )  # fmt: skip
    assert [each["language"] for each in more.json["documents"]] == ["fr"]


def test_issuing_freezes_the_quote(cli: Cli, saved: str, tmp_path: Path) -> None:
    cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    cli.done("prices", "import", a_list(tmp_path))
    refused = cli("quotes", "reprice", saved, "--accept")
    assert refused.status == 1
    assert "revision" in refused.err


def test_a_revision_takes_the_place_of_what_was_issued(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    assert cli("quotes", "revise", saved).status == 1
    cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    revised = cli.done("quotes", "revise", saved)
    assert revised.out.split()[0] == f"{saved}-B"
    rows = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert [(row["revision"], row["status"]) for row in rows] == [
        ("B", "draft"),
        ("", "superseded"),
    ]
    issued = cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    paper = Path(issued.out.strip())
    assert paper.name == f"{saved}-B-fr.pdf"
    assert f"{saved}-B" in text(paper)
    first = cli.done("quotes", "show", f"{saved}-A", "--format", "json").json
    newest = cli.done("quotes", "show", saved, "--format", "json").json
    assert first["distributor"] == newest["distributor"]
    assert cli("quotes", "accept", f"{saved}-A").status == 1


def test_an_answer_is_recorded_and_can_be_taken_back(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    early = cli("quotes", "accept", saved)
    assert early.status == 1
    assert "Draft" in early.err
    cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    assert status(cli, "decline", saved, "--reason", "too dear") == "declined"
    assert cli("quotes", "accept", saved).status == 1
    assert status(cli, "take-back", saved) == "presented"
    assert status(cli, "accept", saved) == "accepted"
    assert cli("quotes", "revise", saved).status == 1


def test_a_folder_that_takes_no_files_leaves_the_quote_a_draft(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    refused = cli("quotes", "issue", saved, "--lang", "fr", "--out", taken)
    assert refused.status == 2
    assert "something else has its name" in refused.err
    (row,) = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert row["status"] == "draft"


def test_signs_that_the_paper_cannot_draw_are_named_before_it_goes_out(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["customer"]["name"] = "Café 😀 하나"
    file = tmp_path / "signs.json"
    file.write_text(json.dumps(quote), "utf-8")
    prices = ("--prices", examples / "list-cp1252.csv")
    said = cli.done("export", file, *prices, "--lang", "en", "--out", tmp_path).err
    assert (
        "characters of “Café 😀 하나” are missing from the paper’s fonts (😀 하 나)"
        in said
    )


def test_a_quote_whose_last_day_is_over_says_so_before_it_goes_out(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    past = json.loads((examples / "quote.json").read_text("utf-8"))
    past |= {"date": "2026-11-01", "valid_until": "2026-11-05"}
    file = tmp_path / "past.json"
    file.write_text(json.dumps(past), "utf-8")
    prices = ("--prices", examples / "list-cp1252.csv")
    draft = cli.done("export", file, *prices, "--lang", "en", "--out", tmp_path)
    assert "The last day of this quote, 5 November 2026, is over" in draft.err


def test_a_day_that_no_answer_can_have_is_refused(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    for day, word in (("2999-01-01", "still to come"), ("2001-01-01", "before")):
        refused = cli("quotes", "accept", saved, "--on", day)
        assert refused.status == 1
        assert word in refused.err
    assert cli("quotes", "decline", saved, "--reason", " ").status == 1
    assert cli("quotes", "accept", saved, "--on", "soon").status == 2


def test_a_late_acceptance_is_possible_and_said(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    cli.done("prices", "import", examples / "list-cp1252.csv")
    past = json.loads((examples / "quote.json").read_text("utf-8"))
    past |= {"date": "2026-11-01", "valid_until": "2026-11-05"}
    file = tmp_path / "past.json"
    file.write_text(json.dumps(past), "utf-8")
    number = cli.done("quotes", "add", file).out.strip()
    issued = cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path)
    assert "is over" in issued.err
    (row,) = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert row["status"] == "expired"
    accepted = cli.done("quotes", "accept", number)
    assert "late" in accepted.err
    assert "Accepted" in accepted.out


def test_a_provisional_quote_is_not_issued(cli: Cli, tmp_path: Path) -> None:
    quote = {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": {"name": "Dumont"},
        "term": 36,
        "special_requests": [{"text_fr": "Portable durci", "quantity": 1}],
    }
    file = tmp_path / "open.json"
    file.write_text(json.dumps(quote), "utf-8")
    number = cli.done("quotes", "add", file).out.strip()
    refused = cli("quotes", "issue", number, "--lang", "fr", "--out", tmp_path / "x")
    assert refused.status == 1
    assert "special request" in refused.err
    assert not (tmp_path / "x").exists()


def test_a_duplicate_is_a_quote_of_its_own(cli: Cli, saved: str) -> None:
    copy = cli.done("quotes", "duplicate", saved).out.split()[0]
    assert copy != saved
    mine, its = (
        cli.done("quotes", "show", each, "--format", "json").json
        for each in (saved, copy)
    )
    assert mine["distributor"] == its["distributor"]


def test_an_archived_quote_stands_where_it_stood(cli: Cli, saved: str) -> None:
    answer = cli.done("quotes", "archive", saved, "--format", "json").json
    assert answer["archived_on"]
    assert answer["status"] == "draft"
    back = cli.done("quotes", "archive", saved, "--back", "--format", "json").json
    assert back["archived_on"] is None


def test_two_revisions_compare_line_by_line(
    cli: Cli, saved: str, tmp_path: Path
) -> None:
    assert "no revision before" in cli("quotes", "diff", saved).err
    cli.done("quotes", "issue", saved, "--lang", "fr", "--out", tmp_path)
    cli.done("quotes", "revise", saved)
    assert "say the same" in cli.done("quotes", "diff", saved).out
    cli.done("prices", "import", a_list(tmp_path))
    cli.done("quotes", "reprice", saved, "--accept")
    told = cli.done("quotes", "diff", saved, "--format", "json").json
    assert (told["from"], told["to"]) == (f"{saved}-A", f"{saved}-B")
    (pack,) = told["lines"]
    assert (pack["before"]["unit_price"], pack["after"]["unit_price"]) == (
        "49.90",
        "52.00",
    )
    assert told["monthly"] == {"old": "648.00", "new": "673.20"}
    back = cli.done("quotes", "diff", f"{saved}-A", "--since", f"{saved}-B")
    assert "52,00" in back.out.splitlines()[1].split("→")[0]
    other = cli.done("quotes", "duplicate", saved).out.split()[0]
    assert cli("quotes", "diff", saved, "--since", other).status == 1


def test_a_text_that_an_edition_lacks_is_named(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["partner_services"][0]["name_en"] = ""
    file = tmp_path / "french.json"
    file.write_text(json.dumps(quote), "utf-8")
    words = (
        "export",
        file,
        "--prices",
        examples / "list-cp1252.csv",
        "--out",
        tmp_path,
    )
    assert "no text" not in cli.done(*words, "--lang", "fr").err
    for edition in ("en", "fr+en"):
        said = cli.done(*words, "--lang", edition).err
        assert "installation sur site” has no text in English" in said


def test_a_discount_below_the_floor_stays_a_draft_and_names_it(
    cli: Cli, saved: str, tmp_path: Path, examples: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["partner_services"][0]["discount_percent"] = "25"
    file = tmp_path / "reduced.json"
    file.write_text(json.dumps(quote), "utf-8")
    cli.done("settings", "set", "services.floor", "80")
    number = cli.done("quotes", "add", file).out.strip()
    assert number != saved
    cli.done("quotes", "export", number, "--lang", "en", "--out", tmp_path / "draft")
    wanted = ("quotes", "issue", number, "--lang", "en", "--out", tmp_path / "final")
    refused = cli(*wanted)
    assert refused.status == 1
    assert "leaves 75% of the price" in refused.err
    assert not (tmp_path / "final").exists()
    cli.done("settings", "set", "services.floor", "75")
    issued = cli.done(*wanted)
    assert "75%" not in text(Path(issued.out.strip())).replace("25%", "")
