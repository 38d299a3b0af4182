"""The offer matrix that each list was enriched with last, as its file was read."""

from __future__ import annotations

import zlib

from sqlmodel import Session

from app.ports import OfferMatrix, Stamp
from quotes_db.tables import OfferMatrixRow


def find(session: Session, list_id: str) -> OfferMatrix | None:
    """Return the matrix of a list."""
    row = session.get(OfferMatrixRow, list_id)
    if row is None:
        return None
    return OfferMatrix(
        source=row.source,
        content=zlib.decompress(row.content),
        read=Stamp(row.read_by, row.read_at),
    )


def keep(session: Session, list_id: str, matrix: OfferMatrix) -> None:
    """Keep a matrix in place of the list's former one."""
    session.merge(
        OfferMatrixRow(
            list_id=list_id,
            source=matrix.source,
            content=zlib.compress(matrix.content),
            read_at=matrix.read.at,
            read_by=matrix.read.who,
        )
    )
