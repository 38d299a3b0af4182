"""What a quote earns, beside what it costs, and the accepted ones at hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


_ASKED = (
    *("answered_on", "archived_on", "credit_outcome", "credit_on"),
    *("distributor_signed_on", "customer_signed_on"),
    *("currency", "monthly", "commission"),
)


def upgrade() -> None:
    """Add the column, empty: what there is is worked out when it is asked for."""
    with op.batch_alter_table("quote", recreate="always") as quote:
        quote.add_column(sa.Column("commission", sa.Integer(), nullable=True))
    op.create_index(
        "ix_quote_accepted",
        "quote",
        list(_ASKED),
        sqlite_where=sa.text("status = 'accepted'"),
    )
    # What a status comes to is summed without reading the list itself.
    op.drop_index("ix_listed_quote_by_status", "listed_quote")
    op.create_index(
        "ix_listed_quote_by_status",
        "listed_quote",
        ["status", "place", "valid_until", "currency", "monthly"],
        sqlite_where=sa.text("newer = 0 AND archived_on IS NULL"),
    )
