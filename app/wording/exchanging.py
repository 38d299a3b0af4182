"""How what a colleague sends stands to what is here, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from i18n import N_

#: By the values of `standing.Standing`.
STANDINGS: Final[Mapping[str, str]] = {
    "new": N_("new"),
    "same": N_("the same"),
    "changed_here": N_("changed here, stays"),
    "changed_there": N_("changed there, taken over"),
    "changed_both": N_("changed on both sides, both are kept"),
    "number_taken": N_("another has its number here"),
}
