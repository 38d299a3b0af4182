"""What every store promises of what was handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from app.domain.choices import Edition, Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.lifecycle import Lifecycle
from app.domain.order import Signatory
from app.domain.problems import RefusedError
from app.ports import IssuedDocument, QuoteRecord, Storage, Store
from tests.quotes_db.contract.samples import DAY, PRESENTED
from tests.quotes_db.samples import BY, changed, code_of, record

LATER = replace(BY, at=BY.at + timedelta(hours=1))


def paper(content: bytes = b"%PDF-1.7 ...") -> IssuedDocument:
    return IssuedDocument(
        language=Edition.FR_EN,
        file_name="TR-2026-0001-fr+en.pdf",
        content=content,
        sha256=sha256(content).hexdigest(),
        program_version="0.1.0",
        issued=BY,
    )


def test_what_was_handed_over_comes_back_byte_for_byte(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        assert store.issued_documents(draft.id) == ()
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), (paper(),))
        assert store.issued_documents(draft.id) == (paper(),)
        assert store.quote("TR-2026-0001") == issued
        store.issue_quote(issued, (paper(b"%PDF another"),))
        assert store.issued_documents(draft.id) == (paper(), paper(b"%PDF another"))


def test_the_contract_of_a_frozen_quote_goes_on(storage: Storage) -> None:
    contract = Contract(
        signatory=Signatory("Zoé Lefèvre", "Gérante"),
        credit=CreditCheck(Outcome.GRANTED, DAY),
        customer_signed_on=DAY,
    )
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        kept = store.save_quote(replace(issued, contract=contract))
        assert store.quote("TR-2026-0001") == kept
        assert kept.contract == contract


def test_a_signed_copy_names_the_paper_that_it_signs(storage: Storage) -> None:
    issued = paper()
    signed = replace(paper(b"%PDF signed"), signs=issued.sha256)
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        store.issue_quote(replace(draft, lifecycle=PRESENTED), (issued, signed))
        assert store.issued_documents(draft.id) == (issued, signed)


def test_a_quote_that_was_handed_over_is_frozen(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        for wanted in (
            changed(issued, title="Another"),
            replace(issued, prices=()),
            replace(issued, monthly=None),
        ):
            with pytest.raises(RefusedError) as refusal:
                store.save_quote(wanted)
            assert code_of(refusal) == "quote_issued"
        noted = replace(issued, quote=replace(issued.quote, note="rang them"))
        kept = store.save_quote(noted)
        assert store.quote("TR-2026-0001") == kept


def test_quotes_go_out_of_the_way_and_back_and_stay_what_they_are(
    storage: Storage,
) -> None:
    with storage.writing() as store:
        first, away = record(), Lifecycle(archived_on=DAY - timedelta(days=9))
        store.add_quote(first)
        old = store.issue_quote(replace(first, lifecycle=PRESENTED), (paper(),))
        over = replace(old, lifecycle=old.lifecycle.superseded())
        store.revise_quote(over, changed(record(), revision="B"))
        store.add_quote(replace(record("TR-2026-0002"), lifecycle=away))
        names = ("TR-2026-0001", "TR-2026-0001-A", "TR-2026-0002", "TR-2026-0001-B")
        before, told = every(store), len(store.events())
        moved = ("TR-2026-0001-B", "TR-2026-0001-A")
        assert store.archive_quotes(names, DAY, LATER) == moved
        assert [one.lifecycle.archived_on for one in every(store)] == [
            away.archived_on,
            DAY,
            DAY,
        ]
        for was, one in zip(before[1:], every(store)[1:], strict=True):
            stands = replace(was.lifecycle, archived_on=DAY)
            edition = was.edition + 1
            same = replace(was, lifecycle=stands, changed=LATER, edition=edition)
            assert one == same
        assert [each.what for each in store.events()[told:]] == ["quote_saved"] * 2
        assert store.archive_quotes(moved, None, BY) == moved
        assert [one.lifecycle for one in every(store)] == [
            one.lifecycle for one in before
        ]


def every(store: Store) -> list[QuoteRecord]:
    """Every revision of every quote, the newest first."""
    found = [store.quote(head.number, head.revision) for head in store.quotes()]
    return [one for one in found if one]


def test_no_quote_moves_where_one_is_not_known(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(kept := record())
        with pytest.raises(RefusedError) as refusal:
            store.archive_quotes(["TR-2026-0001", "TR-2026-0002"], DAY, BY)
        assert code_of(refusal) == "quote_unknown"
        assert every(store) == [kept]


def test_a_revision_comes_with_the_end_of_the_one_before(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        old = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        over = replace(old, lifecycle=old.lifecycle.superseded())
        new = changed(replace(record(), lifecycle=Lifecycle()), revision="B")
        store.revise_quote(over, new)
        assert store.quote("TR-2026-0001") == new
        assert store.quote("TR-2026-0001", "B") == new
        first = store.quote("TR-2026-0001", "")
        assert first is not None
        assert first.lifecycle.status is Status.SUPERSEDED
        assert store.quote("TR-2026-0001", "C") is None
        assert [(h.revision, h.lifecycle.status) for h in store.quotes()] == [
            ("B", Status.DRAFT),
            ("", Status.SUPERSEDED),
        ]
        again = changed(replace(record()), revision="B")
        with pytest.raises(RefusedError):
            store.revise_quote(first, again)
        assert store.quote("TR-2026-0001", "") == first
