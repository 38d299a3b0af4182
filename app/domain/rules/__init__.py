"""What is wrong with a proposal under the prices it is made with.

A rule is a function from the resolved lines to problems; `check` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from app.domain.catalogue import Catalogue
from app.domain.policy import Policies
from app.domain.problems import Problem, Problems
from app.domain.proposal import Proposal
from app.domain.resolved import Resolved, resolve
from app.domain.rules import lines, packs, subscriptions, whole

_RULES: tuple[Callable[[Resolved], Iterator[Problem]], ...] = (
    lines.prices_there,
    lines.items_found,
    lines.items_sold,
    lines.ids_told_apart,
    lines.lines_offered,
    lines.requests_answered,
    packs.options_fit,
    packs.upgrades_replace,
    packs.options_go_together,
    subscriptions.subscriptions_sold,
    whole.collection_offered,
    whole.installation_offered,
    whole.validity_holds,
)


def check(
    proposal: Proposal, catalogue: Catalogue, policies: Policies, today: date
) -> Problems:
    """Return every problem of the proposal under these prices, on that day."""
    return problems(resolve(proposal, catalogue), policies, today)


def problems(resolved: Resolved, policies: Policies, today: date) -> Problems:
    """Return every problem of what was resolved; see `check`."""
    found = [problem for rule in _RULES for problem in rule(resolved)]
    found += whole.policies_known(resolved, policies)
    found += whole.vat_known(resolved, policies)
    found += whole.lists_hold(resolved, today)
    return tuple(found)
