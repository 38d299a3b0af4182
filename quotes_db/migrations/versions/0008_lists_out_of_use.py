"""Lists taken out of use, and the offer matrix that a list was enriched with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


_TEXTS = ("list_id", "source", "read_at", "read_by")


def upgrade() -> None:
    """Add columns that say nothing of what there is, and a table without a row.

    A list that was enriched before keeps what it was told; the matrix itself was
    not kept, and is asked for once more.
    """
    with op.batch_alter_table("price_list", recreate="always") as price_list:
        for name in ("retired_at", "retired_by"):
            price_list.add_column(sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "offer_matrix",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("list_id", name="pk_offer_matrix"),
        sqlite_strict=True,
    )
