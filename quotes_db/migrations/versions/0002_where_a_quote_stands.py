"""Where a quote stands, and what was handed over stays."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


_COLUMNS = ("presented_on", "answered_on", "decline_reason", "archived_on")


def upgrade() -> None:
    """Add columns that say nothing of a draft, as every quote is, and two guards."""
    with op.batch_alter_table("quote", recreate="always") as quote:
        for name in _COLUMNS:
            quote.add_column(sa.Column(name, sa.Text(), nullable=True))
    for name, change in (("changes", "UPDATE"), ("goes", "DELETE")):
        op.execute(
            f"CREATE TRIGGER issued_document_never_{name}"
            f" BEFORE {change} ON issued_document"
            " BEGIN SELECT RAISE(ABORT, 'what was handed over stays'); END"
        )
