"""What this program and the process that reads workbooks for it agree on."""

from __future__ import annotations

from typing import Final

from app.domain.problems import RefusedError, error

#: The word that names to the process the sheet to read.
SHEET: Final = "--sheet="
#: The word that tells it to look for formulas without a result.
FORMULAS: Final = "--formulas"
#: What it puts before each text of a column: hardly any cell has one.
SIGN: Final = "\x1f"
#: 100,000 rows of 50 full columns, with their texts.
MOST_UNPACKED: Final = 256_000_000


def refuse_too_large(size: int) -> None:
    """Refuse more bytes, or texts, than any list has."""
    if size > MOST_UNPACKED:
        most = MOST_UNPACKED // 1_000_000
        raise RefusedError(error("workbook_too_large", most=most))


def damaged() -> RefusedError:
    """Make the refusal of a file that cannot be read."""
    return RefusedError(error("workbook_damaged"))
