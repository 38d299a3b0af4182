"""How a database holds together: its pages, indexes and references."""

from __future__ import annotations

import sqlite3

from app.domain.problems import Problems, error


def faults(database: sqlite3.Connection) -> Problems:
    """Return where pages, indexes or references contradict one another."""
    try:
        broken = database.execute("PRAGMA integrity_check(20)").fetchall()
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as failure:
        return (error("database_inconsistent", detail=str(failure)),)
    return (
        *(error("database_inconsistent", detail=t) for (t,) in broken if t != "ok"),
        *(error("reference_broken", table=o[0], refers_to=o[2]) for o in orphans),
    )
