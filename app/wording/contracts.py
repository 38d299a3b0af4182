"""How a credit check ended, in words."""

from __future__ import annotations

from typing import Final

from app.domain.contract import Outcome
from i18n import N_

OUTCOMES: Final = {
    Outcome.GRANTED: N_("approved"),
    Outcome.REFUSED: N_("refused"),
}
