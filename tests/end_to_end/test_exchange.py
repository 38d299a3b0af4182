"""Two laptops: what travels is compared, both are kept, nothing is overwritten."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.choices import Edition
from app.domain.problems import RefusedError
from app.exchange import parcel_file
from app.use_cases import exchanging, issuing, signing
from app.use_cases.quotes import find
from tests.app.domain.test_signature import SIGNED
from tests.cli import Cli
from tests.end_to_end.test_customers import add_quote


@pytest.fixture
def other(cli: Cli, tmp_path: Path) -> Cli:
    """A colleague's laptop."""
    folder = tmp_path / "other laptop"
    folder.mkdir()
    return Cli(folder, cli.capture, cli.clock)


def send(one: Cli, place: Path) -> Path:
    return Path(one.done("exchange", "export", "--out", place).out.strip())


def standings(answer: dict[str, list[dict[str, str]]], of: str) -> list[str]:
    return [each["standing"] for each in answer[of]]


def take(one: Cli, file: Path, *words: str) -> dict[str, list[dict[str, str]]]:
    answer: dict[str, list[dict[str, str]]] = one.done(
        "exchange", "import", file, *words, "--format", "json"
    ).json
    return answer


def titled(one: Cli, number: str, title: str) -> None:
    """Let somebody write another title into a quote."""
    workplace = one.workplace(one.folder)
    record = find(workplace, number).record

    proposal = replace(record.quote.proposal, title=title)
    with workplace.storage.writing() as store:
        store.save_quote(
            replace(record, quote=replace(record.quote, proposal=proposal))
        )


def test_a_signed_copy_is_one_on_the_other_laptop_too(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path)
    here, there = cli.workplace(cli.folder), other.workplace(other.folder)
    signing.sign(here, number, Edition.FR, SIGNED)
    take(other, send(cli, tmp_path / "sent"), "--accept")
    for papers in (issuing.all_papers, issuing.signed_copies):
        sent, kept = (papers(at, find(at, number).record) for at in (here, there))
        assert sent == kept


def test_what_is_new_is_compared_first_then_taken_in_with_its_papers(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA", city="Huy")
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path / "papers")
    file = send(cli, tmp_path / "sent")
    assert file.name == "CONFIDENTIAL-waas-exchange-2026-11-22.waas-exchange"
    assert standings(take(other, file), "quotes") == ["new"]
    assert other.done("quotes", "list", "--format", "json").json == {"quotes": []}
    take(other, file, "--accept")
    papers = [
        issuing.papers(
            one.workplace(one.folder),
            find(one.workplace(one.folder), number).record,
            [Edition.FR],
        )
        for one in (cli, other)
    ]
    assert papers[0] == papers[1]
    (customer,) = other.done("customers", "list", "--format", "json").json["customers"]
    assert (customer["name"], customer["quotes"]) == ("Ada SA", [number])
    again = take(other, file)
    assert (standings(again, "quotes"), standings(again, "customers")) == (
        ["same"],
        ["same"],
    )


def test_a_change_on_one_side_goes_there_and_back(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    take(other, send(cli, tmp_path / "1"), "--accept")
    titled(other, number, "Theirs")
    file = send(other, tmp_path / "2")
    assert standings(take(cli, file), "quotes") == ["changed_there"]
    take(cli, file, "--accept")
    record = find(cli.workplace(cli.folder), number).record
    assert record.quote.proposal.title == "Theirs"
    assert standings(take(other, send(cli, tmp_path / "3")), "quotes") == ["same"]
    titled(cli, number, "Mine")
    assert standings(take(cli, file), "quotes") == ["changed_here"]


@pytest.mark.parametrize("damage", [b"", b"[\n", b'[]\n{}\n["one"]\n\xff\n'])
def test_what_travelled_is_known_by_the_rest_of_a_damaged_file(
    cli: Cli, other: Cli, tmp_path: Path, damage: bytes
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    take(other, send(cli, tmp_path / "1"), "--accept")
    known = cli.folder / "exchanged.jsonl"
    known.write_bytes(damage + known.read_bytes())
    file = send(other, tmp_path / "2")
    titled(cli, number, "Mine")
    assert standings(take(cli, file), "quotes") == ["changed_here"]


def test_what_travelled_before_is_known_from_the_file_of_then(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    take(other, send(cli, tmp_path / "1"), "--accept")
    known = cli.folder / "exchanged.jsonl"
    lines = [json.loads(line) for line in known.read_text().splitlines()]
    old = {key: states for key, *states in lines}
    known.with_name("exchanged.json").write_text(json.dumps(old))
    known.unlink()
    file = send(other, tmp_path / "2")
    titled(cli, number, "Mine")
    assert standings(take(cli, file), "quotes") == ["changed_here"]


def test_what_changed_on_both_sides_is_kept_twice(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    take(other, send(cli, tmp_path / "1"), "--accept")
    titled(cli, number, "Mine")
    titled(other, number, "Theirs")
    # Another copy for a third colleague is no agreement with the second.
    send(cli, tmp_path / "2")
    file = send(other, tmp_path / "3")
    answer = take(cli, file, "--accept")
    assert standings(answer, "quotes") == ["changed_both"]
    assert [each["code"] for each in answer["problems"]] == ["exchange_kept_twice"]
    heads = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert {each["title"] for each in heads} == {"Mine", "Theirs"}
    assert len({each["number"] for each in heads}) == 2


def test_two_quotes_of_one_number_are_told_apart(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    for one in (cli, other):
        one.done("settings", "set", "seller.prefix", "TR")
    mine = add_quote(cli, tmp_path, name="Ada SA")
    theirs = add_quote(other, tmp_path, name="Bob SRL")
    assert mine == theirs
    add_quote(other, tmp_path, name="Carl")
    answer = take(cli, send(other, tmp_path / "1"), "--accept")
    assert standings(answer, "quotes") == ["number_taken", "new"]
    heads = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert {each["customer"]: each["number"] for each in heads} == {
        "Ada SA": "TR-2026-0001",
        "Bob SRL": "TR-2026-0003",
        "Carl": "TR-2026-0002",
    }


def test_what_was_handed_over_stays_as_it_is_on_both_sides(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path / "papers")
    take(other, send(cli, tmp_path / "1"), "--accept")
    cli.done("quotes", "accept", number)
    other.done("quotes", "decline", number, "--reason", "later")
    answer = take(cli, send(other, tmp_path / "2"), "--accept")
    assert [each["code"] for each in answer["problems"]] == ["exchange_frozen_both"]
    (head,) = cli.done("quotes", "list", "--format", "json").json["quotes"]
    assert head["status"] == "accepted"


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """A file that somebody wrote by hand, with the sum that it should have."""
    body = content.partition(b"\n")[2].replace(old, new)
    assert body != content.partition(b"\n")[2]
    digest = hashlib.sha256(body).hexdigest()
    return summed("waas-exchange/2", digest, body)


def summed(form: str, digest: str, body: bytes) -> bytes:
    """A file under its first line."""
    head = {"format": form, "sha256": digest}
    return json.dumps(head).encode() + b"\n" + body


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("exchange_hostile", b"Ada SA", b"Ada\\u0007SA"),
        ("exchange_hostile", b'"edition":1', b'"edition":99999999999999999999'),
        ("exchange_hostile", b'"quotes":', b'"quotas":'),
        ("document_damaged", b'"file_name":"', b'"file_name":"../'),
        ("quantity_range", b'"quantity":1,', b'"quantity":100000,'),
        ("exchange_hostile", b'"quotes":1', b'"quotes":-1'),
        ("exchange_hostile", b'"customers":1', b'"customers":2'),
        ("exchange_hostile", b'"customers":1', b'"customers":0'),
        ("exchange_too_many", b'"customers":1', b'"customers":500001'),
        ("not_json", b'"quotes":', b'"quotes":' + b"[" * 100),
    ],
)
def test_a_file_that_no_program_of_ours_wrote_is_refused_whole(
    cli: Cli, other: Cli, tmp_path: Path, code: str, old: bytes, new: bytes
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path / "papers")
    file = send(cli, tmp_path)
    file.write_bytes(changed(file.read_bytes(), old, new))
    refused = other("exchange", "import", file, "--accept", "--format", "json")
    assert refused.status == 1
    assert code in {each["code"] for each in refused.json["problems"]}
    assert other.done("quotes", "list", "--format", "json").json == {"quotes": []}


def as_of_old(content: bytes) -> bytes:
    """What the first version would have written: all of it as one value."""
    heading, *records = map(json.loads, content.splitlines()[1:])
    most = heading["quotes"]
    whole = heading | {"quotes": records[:most], "customers": records[most:]}
    body = json.dumps(whole, ensure_ascii=False).encode()
    return summed("waas-exchange/1", hashlib.sha256(body).hexdigest(), body)


def test_a_file_of_the_first_version_is_read(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    cli.done("quotes", "issue", number, "--lang", "fr", "--out", tmp_path / "papers")
    file = send(cli, tmp_path)
    file.write_bytes(as_of_old(file.read_bytes()))
    take(other, file, "--accept")
    here, there = cli.workplace(cli.folder), other.workplace(other.folder)
    sent, kept = (
        issuing.papers(at, find(at, number).record, [Edition.FR])
        for at in (here, there)
    )
    assert sent == kept
    assert standings(take(other, file), "customers") == ["same"]


@pytest.mark.parametrize(
    ("limit", "code"),
    [("MOST_RECORDS", "exchange_too_many"), ("MOST_BYTES", "exchange_too_large")],
)
def test_what_could_not_be_read_again_is_not_written(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, code: str
) -> None:
    number = add_quote(cli, tmp_path, name="Ada SA")
    monkeypatch.setattr(parcel_file, limit, 1 if limit == "MOST_RECORDS" else 1_500)
    refused = cli("exchange", "export", "--out", tmp_path / "sent")
    assert refused.status == 1
    assert "Nothing was written" in refused.err
    assert ("2 quotes and customers" if code == "exchange_too_many" else number) in (
        refused.err
    )
    assert list((tmp_path / "sent").glob("*")) == []


def test_a_file_that_changes_after_it_was_looked_at_is_not_taken_in(
    cli: Cli, other: Cli, tmp_path: Path
) -> None:
    add_quote(cli, tmp_path, name="Ada SA")
    file = send(cli, tmp_path)
    there = other.workplace(other.folder)
    found = exchanging.look_at(there, file)
    file.write_bytes(changed(file.read_bytes(), b"Ada SA", b"Eve SA"))
    with pytest.raises(RefusedError) as refusal:
        exchanging.take_in(there, found)
    assert [each.code for each in refusal.value.problems] == ["exchange_damaged"]
    assert other.done("quotes", "list", "--format", "json").json == {"quotes": []}


def test_a_file_damaged_on_its_way_or_of_another_kind_is_refused(
    cli: Cli, tmp_path: Path
) -> None:
    add_quote(cli, tmp_path, name="Ada SA")
    file = send(cli, tmp_path)
    whole = file.read_bytes()
    for content, code in (
        (whole[:-1], "exchange_damaged"),
        (whole.replace(b"exchange/2", b"exchange/3", 1), "exchange_unknown"),
        (b"", "not_json"),
    ):
        file.write_bytes(content)
        refused = cli("exchange", "import", file, "--format", "json")
        assert [each["code"] for each in refused.json["problems"]] == [code]
    file.write_bytes(whole)
    assert cli("price", file).status == 1
