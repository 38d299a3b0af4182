"""Customers that are kept for themselves, made of those that quotes name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


_TEXTS = {
    "enterprise_number": "",
    "language": "",
    "phone": "",
    "delivery_address": "",
    "contacts": "[]",
    "changed_at": "",
    "changed_by": "",
}


def upgrade() -> None:
    """Add what is kept beside the rows that quotes named, and what quotes know of it.

    A customer was last changed when it was first named.
    """
    with op.batch_alter_table("customer", recreate="always") as customer:
        for name, filled in _TEXTS.items():
            customer.add_column(
                sa.Column(name, sa.Text(), nullable=False, server_default=filled)
            )
        customer.add_column(
            sa.Column("edition", sa.Integer(), nullable=False, server_default="1")
        )
        for name in ("archived_on", "merged_into"):
            customer.add_column(sa.Column(name, sa.Text(), nullable=True))
    # The defaults only filled the rows that are there.
    with op.batch_alter_table("customer", recreate="always") as customer:
        for name in (*_TEXTS, "edition"):
            customer.alter_column(name, server_default=None)
    op.execute("UPDATE customer SET changed_at = created_at, changed_by = created_by")
    op.execute(
        "UPDATE customer SET (language, delivery_address) ="
        " (SELECT language, delivery_address FROM quote"
        " WHERE customer_id = customer.id ORDER BY serial DESC LIMIT 1)"
        " WHERE EXISTS (SELECT 1 FROM quote WHERE customer_id = customer.id)"
    )
