"""How far a quote has come, in a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.choices import Status
from i18n import N_

STATUSES: Final[Mapping[Status, str]] = {
    Status.DRAFT: N_("Draft"),
    Status.PRESENTED: N_("Presented"),
    Status.ACCEPTED: N_("Accepted"),
    Status.DECLINED: N_("Declined"),
    Status.EXPIRED: N_("Expired"),
    Status.SUPERSEDED: N_("Superseded"),
}

#: W1: why a quote that stands so earns no commission.
NOTHING_DUE: Final[Mapping[Status, str]] = {
    Status.DECLINED: N_("nothing is due: the quote was declined"),
    Status.EXPIRED: N_("nothing is due: the quote has expired"),
    Status.SUPERSEDED: N_("nothing is due: a later revision took its place"),
}
