"""How far a sheet's cells reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problems import RefusedError
from app.tables.places import column_name
from app.tables.reach import LETTERS, MOST_COLUMNS, MOST_ROWS, Reach, _further


def references(cells: list[tuple[int, int]]) -> bytes:
    """Cells by row and column, as a sheet writes them."""
    return b"".join(
        f'<c r="{column_name(column)}{row}"/>'.encode() for row, column in cells
    )


CELLS = st.tuples(st.integers(1, MOST_ROWS), st.integers(1, MOST_COLUMNS))


@given(st.lists(st.lists(CELLS, max_size=5), max_size=3))
def test_the_furthest_cell_is_known_in_whatever_order_they_come(
    pieces: list[list[tuple[int, int]]],
) -> None:
    reach = Reach()
    for piece in pieces:
        reach.look(references(piece))
    cells = [cell for piece in pieces for cell in piece]
    widest = max((column for _, column in cells), default=0)
    assert reach.widest == widest or max(reach.widest, widest) <= LETTERS
    lowest = max((row for row, _ in cells), default=0)
    assert len(str(reach.lowest)) >= len(str(lowest))


@pytest.mark.parametrize(
    "cell", [(MOST_ROWS + 1, 1), (10**12, 40), (1, MOST_COLUMNS + 1), (9, 18_000)]
)
@given(known=st.lists(CELLS, max_size=5))
def test_a_cell_too_far_is_found_whatever_is_known(
    cell: tuple[int, int], known: list[tuple[int, int]]
) -> None:
    reach = Reach()
    reach.look(references(known))
    with pytest.raises(RefusedError):
        reach.look(references([*known, cell]))


def test_cells_each_further_than_the_last_need_one_pattern() -> None:
    rising = references([(1, column) for column in range(1, MOST_COLUMNS + 1)])
    known = _further.cache_info().misses
    reach = Reach()
    reach.look(rising)
    assert reach.widest == MOST_COLUMNS
    assert _further.cache_info().misses <= known + 1
