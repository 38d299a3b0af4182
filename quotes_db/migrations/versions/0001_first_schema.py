"""The first schema: price lists, quotes, history, documents and numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, parents first, and the triggers that guard the history."""
    _price_lists()
    _quotes()
    _lines()
    _kept_prices()
    _records()
    _triggers()


def _price_lists() -> None:
    """Price lists as imported."""
    op.create_table(
        "price_list",
        *_list_columns(),
        _number("serial"),
        _number("items"),
        _text("source"),
        _text("imported_at"),
        _text("imported_by"),
        sa.PrimaryKeyConstraint("serial", name="pk_price_list"),
        sa.UniqueConstraint("list_id", "version", name="uq_price_list_list_id_version"),
        sqlite_strict=True,
    )
    op.create_table(
        "price_item",
        *_item_columns(),
        _number("list_serial"),
        _number("position"),
        sa.ForeignKeyConstraint(
            ["list_serial"], ["price_list.serial"], name="fk_price_item_price_list"
        ),
        sa.PrimaryKeyConstraint("list_serial", "position", name="pk_price_item"),
        sqlite_strict=True,
    )


def _quotes() -> None:
    """Customers and quotes."""
    op.create_table(
        "customer",
        _text("id"),
        _text("name"),
        _text("country"),
        _text("segment"),
        _text("contact"),
        _text("email"),
        _text("street"),
        _text("postcode"),
        _text("city"),
        _text("vat_number"),
        _text("created_at"),
        _text("created_by"),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
        sqlite_strict=True,
    )
    op.create_index("ix_customer_name_vat_number", "customer", ["name", "vat_number"])
    op.create_table(
        "quote",
        _number("serial"),
        _text("id"),
        _text("number"),
        _text("revision"),
        _text("status"),
        _text("customer_id"),
        _text("customer_name"),
        _text("customer_country"),
        _text("customer_segment"),
        _text("customer_contact"),
        _text("customer_email"),
        _text("customer_street"),
        _text("customer_postcode"),
        _text("customer_city"),
        _text("customer_vat_number"),
        _text("date"),
        _text("valid_until", nullable=True),
        _text("language"),
        _number("term", nullable=True),
        _text("delivery"),
        _text("return_way"),
        _text("title"),
        _text("reference"),
        _text("seller"),
        _text("delivery_address"),
        _text("policy_waas"),
        _text("policy_csp"),
        _text("note"),
        _number("monthly", nullable=True),
        _text("currency", nullable=True),
        _number("edition"),
        _text("created_at"),
        _text("created_by"),
        _text("changed_at"),
        _text("changed_by"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_quote_customer"
        ),
        sa.PrimaryKeyConstraint("serial", name="pk_quote"),
        sa.UniqueConstraint("id", name="uq_quote_id"),
        sa.UniqueConstraint("number", "revision", name="uq_quote_number_revision"),
        sqlite_strict=True,
    )
    op.create_index("ix_quote_customer_id", "quote", ["customer_id"])


def _lines() -> None:
    """The lines of quotes."""
    op.create_table(
        "quote_line",
        _text("quote_id"),
        _text("line_id"),
        _number("position"),
        _text("section"),
        _text("parent_line", nullable=True),
        _text("sku", nullable=True),
        _number("quantity"),
        _number("optional"),
        _text("alternative_to"),
        _text("billing", nullable=True),
        _text("start", nullable=True),
        _text("friendly_name", nullable=True),
        _text("licence_delivery", nullable=True),
        _text("addon_parent", nullable=True),
        _text("texts", nullable=True),
        _text("price", nullable=True),
        _text("recurrence", nullable=True),
        _text("service_type", nullable=True),
        _text("discount_percent", nullable=True),
        _number("answered"),
        _text("answer_12", nullable=True),
        _text("answer_24", nullable=True),
        _text("answer_36", nullable=True),
        _text("answer_commission", nullable=True),
        _text("snapshot_list_id", nullable=True),
        _text("snapshot_version", nullable=True),
        _text("snapshot_fingerprint", nullable=True),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name="fk_quote_line_quote"),
        sa.PrimaryKeyConstraint("quote_id", "line_id", name="pk_quote_line"),
        sqlite_strict=True,
    )


def _kept_prices() -> None:
    """The prices that quotes keep."""
    op.create_table(
        "snapshot_list",
        *_list_columns(),
        _text("quote_id"),
        _number("list_position"),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name="fk_snapshot_list_quote"
        ),
        sa.PrimaryKeyConstraint("quote_id", "list_position", name="pk_snapshot_list"),
        sqlite_strict=True,
    )
    op.create_table(
        "snapshot_item",
        *_item_columns(),
        _text("quote_id"),
        _number("list_position"),
        _number("position"),
        sa.ForeignKeyConstraint(
            ["quote_id", "list_position"],
            ["snapshot_list.quote_id", "snapshot_list.list_position"],
            name="fk_snapshot_item_snapshot_list",
        ),
        sa.PrimaryKeyConstraint(
            "quote_id", "list_position", "position", name="pk_snapshot_item"
        ),
        sqlite_strict=True,
    )


def _records() -> None:
    """History, documents and numbers."""
    op.create_table(
        "event",
        _number("serial"),
        _text("at"),
        _text("who"),
        _text("what"),
        _text("entity"),
        _text("entity_id"),
        _text("subject"),
        _text("before"),
        _text("after"),
        sa.PrimaryKeyConstraint("serial", name="pk_event"),
        sqlite_strict=True,
    )
    op.create_index("ix_event_entity_entity_id", "event", ["entity", "entity_id"])
    op.create_table(
        "issued_document",
        _number("serial"),
        _text("quote_id"),
        _text("language"),
        _text("file_name"),
        _bytes("content"),
        _text("sha256"),
        _text("program_version"),
        _text("issued_at"),
        _text("issued_by"),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name="fk_issued_document_quote"
        ),
        sa.PrimaryKeyConstraint("serial", name="pk_issued_document"),
        sqlite_strict=True,
    )
    op.create_table(
        "number_counter",
        _text("prefix"),
        _number("year"),
        _number("last"),
        sa.PrimaryKeyConstraint("prefix", "year", name="pk_number_counter"),
        sqlite_strict=True,
    )
    op.create_table(
        "installation",
        _number("id"),
        _text("letters"),
        _number("begins_after"),
        _text("made_at"),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
        sqlite_strict=True,
    )
    op.create_index("ix_issued_document_quote_id", "issued_document", ["quote_id"])


def _triggers() -> None:
    """Let the history only grow."""
    op.execute(
        "CREATE TRIGGER event_never_changes BEFORE UPDATE ON event"
        " BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
    )
    op.execute(
        "CREATE TRIGGER event_never_goes BEFORE DELETE ON event"
        " BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
    )


def _list_columns() -> list[sa.Column[str]]:
    """What a price list says of itself."""
    return [
        _text("list_id"),
        _text("version"),
        _text("distributor"),
        _text("country"),
        _text("currency"),
        _text("valid_from"),
        _text("valid_to", nullable=True),
        _text("fingerprint"),
        _text("file_fingerprint"),
    ]


def _item_columns() -> list[sa.Column[str] | sa.Column[int]]:
    """One item of a price list."""
    return [
        _text("sku"),
        _text("kind"),
        _text("name"),
        _text("description", nullable=True),
        _text("manufacturer", nullable=True),
        _text("family", nullable=True),
        _text("includes", nullable=True),
        _text("fits", nullable=True),
        _text("replaces", nullable=True),
        _text("requires", nullable=True),
        _text("excludes", nullable=True),
        _number("max_per_pack", nullable=True),
        _number("price_12", nullable=True),
        _number("price_24", nullable=True),
        _number("price_36", nullable=True),
        _number("price_once", nullable=True),
        _number("price_month", nullable=True),
        _number("price_extension", nullable=True),
        _number("cost_month", nullable=True),
        _number("cost_once", nullable=True),
        _text("price_basis", nullable=True),
        _number("commission_12", nullable=True),
        _number("commission_24", nullable=True),
        _number("commission_36", nullable=True),
        _number("commission_extension", nullable=True),
        _text("commission_basis", nullable=True),
        _number("warranty_months", nullable=True),
        _number("max_warranty_months", nullable=True),
        _text("billing", nullable=True),
        _number("trial", nullable=True),
        _text("addon_of", nullable=True),
        _number("limit_per_customer", nullable=True),
        _text("limit_scope", nullable=True),
        _number("seats_min", nullable=True),
        _number("seats_max", nullable=True),
        _text("segment", nullable=True),
        _text("countries", nullable=True),
        _text("valid_from", nullable=True),
        _text("valid_to", nullable=True),
        _text("successor", nullable=True),
    ]


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)
