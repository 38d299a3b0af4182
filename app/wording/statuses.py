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
