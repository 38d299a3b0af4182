"""The list of quotes as a table of its own, and the words it is searched by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both, and fill them with the quotes there are."""
    op.create_table(
        "listed_quote",
        sa.Column("place", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("archived_on", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("term", sa.Integer(), nullable=True),
        sa.Column("monthly", sa.Integer(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("earlier", sa.Integer(), nullable=False),
        sa.Column("newer", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_listed_quote"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_listed_quote_by_status",
        "listed_quote",
        ["status", "place", "valid_until"],
        sqlite_where=sa.text("newer = 0 AND archived_on IS NULL"),
    )
    op.create_index(
        "ix_listed_quote_archived",
        "listed_quote",
        ["archived_on"],
        sqlite_where=sa.text("newer = 0 AND archived_on IS NOT NULL"),
    )
    op.create_index("ix_listed_quote_number", "listed_quote", ["number"])
    op.execute(_FILL)
    op.execute(
        "CREATE VIRTUAL TABLE quote_search USING fts5("
        "number, revision, customer, title,"
        " content='listed_quote', content_rowid='place',"
        " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')"
    )
    op.execute("INSERT INTO quote_search (quote_search) VALUES ('rebuild')")


_TEXTS = ("number", "revision", "customer", "title", "status")
_FILL = """
INSERT INTO listed_quote (
    place, number, revision, customer, title, status, archived_on, date,
    valid_until, term, monthly, currency, earlier, newer)
SELECT top * 1000000 + 999999 - newer, number, revision, customer_name, title, status,
    archived_on, date, valid_until, term, monthly, currency,
    revisions - 1 - newer, newer
FROM (
    SELECT *,
        max(serial) OVER (PARTITION BY number) AS top,
        count(*) OVER (PARTITION BY number) AS revisions,
        row_number() OVER (PARTITION BY number ORDER BY serial DESC) - 1 AS newer
    FROM quote
)
"""
