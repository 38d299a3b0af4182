"""What follows an acceptance, and which papers are signed copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


_COLUMNS = (
    *("signatory_name", "signatory_function", "signatory_email", "signatory_phone"),
    *("credit_outcome", "credit_on", "distributor_signed_on", "customer_signed_on"),
    "delivered_on",
)


def upgrade() -> None:
    """Add columns that say nothing of what there is, and the guards again."""
    with op.batch_alter_table("quote", recreate="always") as quote:
        for name in _COLUMNS:
            quote.add_column(sa.Column(name, sa.Text(), nullable=True))
    # A table that is made anew leaves its triggers behind.
    with op.batch_alter_table("issued_document", recreate="always") as document:
        document.add_column(sa.Column("signs", sa.Text(), nullable=True))
    for name, change in (("changes", "UPDATE"), ("goes", "DELETE")):
        op.execute(
            f"CREATE TRIGGER issued_document_never_{name}"
            f" BEFORE {change} ON issued_document"
            " BEGIN SELECT RAISE(ABORT, 'what was handed over stays'); END"
        )
