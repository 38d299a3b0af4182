"""Price lists and quotes as rows, and back: exact both ways."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import Row

from app.domain.choices import Delivery, Edition, Return, Segment, Status, Term
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.identity import Customer
from app.domain.lifecycle import Lifecycle
from app.domain.money import Amount
from app.domain.order import Signatory
from app.domain.policy import PolicyNames
from app.domain.price_list import Item, PriceList
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.ports import (
    Event,
    IssuedDocument,
    ListRecord,
    QuoteHead,
    QuoteRecord,
    Stamp,
)
from quotes_db.line_mapping import answer_commissions, sections
from quotes_db.tables import (
    EventRow,
    IssuedDocumentRow,
    LineRow,
    PriceListRow,
    QuoteRow,
    SnapshotListRow,
)
from quotes_db.tables.price_lists import ListColumns

#: A list of quotes reads these alone: it may be long.
HEAD_COLUMNS: Final = (
    "id",
    "number",
    "revision",
    "customer_name",
    "title",
    "status",
    "presented_on",
    "answered_on",
    "decline_reason",
    "archived_on",
    "date",
    "valid_until",
    "term",
    "monthly",
    "currency",
)

_CONTRACT_DAYS: Final = ("distributor_signed_on", "customer_signed_on", "delivered_on")

# Price lists


def list_columns(price_list: PriceList) -> dict[str, Any]:
    """Return what a list says of itself, by column."""
    return {name: getattr(price_list, name) for name in ListColumns.model_fields}


def price_list_row(price_list: PriceList, source: str, by: Stamp) -> PriceListRow:
    """Make the row of a version that is imported."""
    return PriceListRow(
        **list_columns(price_list),
        items=len(price_list.items),
        source=source,
        imported_at=by.at,
        imported_by=by.who,
    )


def list_record(row: PriceListRow) -> ListRecord:
    """Read an imported version, without its items."""
    return ListRecord(
        **_columns_of(row),
        items=row.items,
        source=row.source,
        imported=Stamp(row.imported_by, row.imported_at),
        retired=Stamp(row.retired_by or "", row.retired_at) if row.retired_at else None,
    )


def price_list(
    row: PriceListRow | SnapshotListRow, items: tuple[Item, ...]
) -> PriceList:
    """Read a whole list."""
    return PriceList(**_columns_of(row), items=items)


def _columns_of(row: ListColumns) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ListColumns.model_fields}


# Quotes


def quote_row(record: QuoteRecord, customer_id: str) -> QuoteRow:
    """Make the row of a quote, its lines apart."""
    proposal = record.quote.proposal
    monthly, earned = record.monthly, record.commission
    return QuoteRow(
        id=record.id,
        number=proposal.number,
        revision=proposal.revision,
        **_lifecycle_columns(record.lifecycle),
        **_contract_columns(record.contract),
        customer_id=customer_id,
        **_customer_columns(proposal.customer),
        date=proposal.date,
        valid_until=proposal.valid_until,
        language=proposal.language,
        term=proposal.term,
        delivery=proposal.delivery,
        return_way=proposal.return_way,
        title=proposal.title,
        reference=proposal.reference,
        seller=proposal.seller,
        delivery_address=proposal.delivery_address,
        policy_waas=proposal.policies.waas,
        policy_csp=proposal.policies.csp,
        note=record.quote.note,
        monthly=monthly.cents if monthly else None,
        currency=monthly.currency if monthly else None,
        # Without the currency it would be a number of nothing.
        commission=earned.cents if monthly and earned else None,
        edition=record.edition,
        created_at=record.created.at,
        created_by=record.created.who,
        changed_at=record.changed.at,
        changed_by=record.changed.who,
    )


def quote_record(
    row: QuoteRow, lines: list[LineRow], prices: tuple[PriceList, ...]
) -> QuoteRecord:
    """Read a quote back."""
    return QuoteRecord(
        id=row.id,
        quote=Quote(
            proposal=_proposal(row, lines),
            note=row.note,
            answer_commissions=answer_commissions(lines),
        ),
        prices=prices,
        monthly=_amount(row.monthly, row.currency),
        commission=_amount(row.commission, row.currency),
        lifecycle=_lifecycle(row),
        contract=_contract(row),
        edition=row.edition,
        created=Stamp(row.created_by, row.created_at),
        changed=Stamp(row.changed_by, row.changed_at),
    )


def quote_head(row: Row[Any]) -> QuoteHead:
    """Read what a list of quotes shows, out of HEAD_COLUMNS."""
    return QuoteHead(
        id=row.id,
        number=row.number,
        revision=row.revision,
        customer=row.customer_name,
        title=row.title,
        lifecycle=_lifecycle(row),
        date=row.date,
        valid_until=row.valid_until,
        term=_term(row.term),
        monthly=_amount(row.monthly, row.currency),
    )


def _lifecycle_columns(lifecycle: Lifecycle) -> dict[str, Any]:
    """Return where a quote stands, by column."""
    return {
        "status": lifecycle.status,
        "presented_on": lifecycle.presented_on,
        "answered_on": lifecycle.answered_on,
        "decline_reason": lifecycle.reason or None,
        "archived_on": lifecycle.archived_on,
    }


def _lifecycle(row: QuoteRow | Row[Any]) -> Lifecycle:
    """Read where a quote stands."""
    return Lifecycle(
        status=Status(row.status),
        presented_on=row.presented_on,
        answered_on=row.answered_on,
        reason=row.decline_reason or "",
        archived_on=row.archived_on,
    )


def _contract_columns(contract: Contract) -> dict[str, Any]:
    """Return what is known of a quote's contract, by column."""
    signatory, credit = contract.signatory, contract.credit
    named = {f"signatory_{n}": getattr(signatory, n) for n in Signatory.__slots__}
    return {
        **{column: value or None for column, value in named.items()},
        "credit_outcome": credit and credit.outcome,
        "credit_on": credit and credit.on,
        **{name: getattr(contract, name) for name in _CONTRACT_DAYS},
    }


def _contract(row: QuoteRow) -> Contract:
    """Read what is known of a quote's contract."""
    named = {n: getattr(row, f"signatory_{n}") or "" for n in Signatory.__slots__}
    checked = row.credit_outcome, row.credit_on
    return Contract(
        signatory=Signatory(**named),
        credit=_credit(*checked),
        **{name: getattr(row, name) for name in _CONTRACT_DAYS},
    )


def _credit(outcome: str | None, on: date | None) -> CreditCheck | None:
    """Read a credit check; ValueError for half of one, which we never wrote."""
    if outcome is None and on is None:
        return None
    if outcome is None or on is None:
        raise ValueError(outcome, on)
    return CreditCheck(Outcome(outcome), on)


def issued_row(document: IssuedDocument, quote_id: str) -> IssuedDocumentRow:
    """Make the row of a paper that is handed over."""
    return IssuedDocumentRow(
        quote_id=quote_id,
        language=document.language,
        file_name=document.file_name,
        content=document.content,
        sha256=document.sha256,
        program_version=document.program_version,
        issued_at=document.issued.at,
        issued_by=document.issued.who,
        signs=document.signs or None,
    )


def issued_document(row: IssuedDocumentRow) -> IssuedDocument:
    """Read a paper that was handed over."""
    return IssuedDocument(
        language=Edition(row.language),
        file_name=row.file_name,
        content=row.content,
        sha256=row.sha256,
        program_version=row.program_version,
        issued=Stamp(row.issued_by, row.issued_at),
        signs=row.signs or "",
    )


def _proposal(row: QuoteRow, lines: list[LineRow]) -> Proposal:
    """Read what the customer may see."""
    return Proposal(
        date=row.date,
        customer=customer(row),
        language=Edition(row.language),
        term=_term(row.term),
        delivery=Delivery(row.delivery),
        return_way=Return(row.return_way),
        valid_until=row.valid_until,
        number=row.number,
        revision=row.revision,
        title=row.title,
        reference=row.reference,
        seller=row.seller,
        delivery_address=row.delivery_address,
        policies=PolicyNames(row.policy_waas, row.policy_csp),
        **sections(lines),
    )


def _customer_columns(customer: Customer) -> dict[str, Any]:
    """Return the customer as the quote names it."""
    return {f"customer_{name}": getattr(customer, name) for name in Customer.__slots__}


def customer(row: QuoteRow) -> Customer:
    """Read the customer as the quote names it."""
    known = {name: getattr(row, f"customer_{name}") for name in Customer.__slots__}
    return Customer(**known | {"segment": Segment(row.customer_segment)})


def _term(months: int | None) -> Term | None:
    return None if months is None else Term(months)


def _amount(cents: int | None, currency: str | None) -> Amount | None:
    return None if cents is None or currency is None else Amount(cents, currency)


# History


def event(row: EventRow) -> Event:
    """Read an entry of the history."""
    return Event(
        at=row.at,
        who=row.who,
        what=row.what,
        entity=row.entity,
        entity_id=row.entity_id,
        subject=row.subject,
        before=row.before,
        after=row.after,
    )
