"""Longer beginnings of words kept at hand for the search of quotes."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the search anew: it holds no text of its own."""
    op.execute("DROP TABLE quote_search")
    op.execute(
        "CREATE VIRTUAL TABLE quote_search USING fts5("
        "number, revision, customer, title,"
        " content='listed_quote', content_rowid='place',"
        " tokenize='unicode61 remove_diacritics 2',"
        " prefix='1 2 3 4 5 6 7 8 9 10 11 12')"
    )
    op.execute("INSERT INTO quote_search (quote_search) VALUES ('rebuild')")
