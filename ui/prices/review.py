"""What a file would change, found out before anything is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.affected import Affected
from app.domain.price_changes import PriceChanges, price_changes
from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError
from app.ports import Enriched
from app.pricelist.parse import ParsedList
from app.use_cases import prices
from app.use_cases.history import affected
from app.use_cases.mapping_files import layouts
from app.use_cases.workplace import Workplace
from ui.jobs import Monitor
from ui.prices.items import Searchable, searchable

if TYPE_CHECKING:
    from app.pricelist.mapping.profile import Profile
    from app.use_cases.mappings import Unmapped

#: Offered where a list does not say its own.
_USUAL_CURRENCIES: Final = ("EUR", "CHF", "GBP", "USD")
#: The last is the answer itself: until it is there, Cancel comes in time.
_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Review:
    """A file as it was read, and what changes against the current list.

    An offer matrix is read as the list that it belongs to, with what it adds.
    `new` is None where an error refuses the file; `old` and `changes` are None
    where no current list has the same name. What is accepted is what was read,
    whatever the file holds by then. `unmapped` is there where columns have names
    of their own that nobody explained yet. `moved` names the open quotes that
    would price differently. `enriched` is kept beside what was read: what the list's
    offer matrix makes of it. `known` is a list that is imported already. `items`
    are those of a list that nothing of its name is compared with. `clashes` warns of
    SKUs that another current list holds too. `refusal` says why a list whose mapping
    was told of another edition cannot be imported: `unmapped` then asks for its day.
    """

    path: Path
    read: ParsedList
    old: PriceList | None = None
    changes: PriceChanges | None = None
    unmapped: Unmapped | None = None
    moved: tuple[Affected, ...] = ()
    enriched: Enriched | None = None
    known: bool = False
    items: tuple[Searchable, ...] = ()
    clashes: Problems = ()
    refusal: Problems = ()

    @property
    def mapped(self) -> bool:
        """Whether it was read with a mapping, which may be changed."""
        return any(each.code == "mapped_with" for each in self.problems)

    @property
    def new(self) -> PriceList | None:
        """The list that will count: what was read, or what its matrix makes of it."""
        return self.enriched.price_list if self.enriched else self.read.price_list

    @property
    def problems(self) -> Problems:
        """Everything that is wrong with it, or odd."""
        return self.read.problems + self.clashes

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies one of which has to be chosen; mostly none."""
        for problem in self.problems:
            if problem.code == "currency_choice":
                return tuple(str(dict(problem.parameters)["there"]).split(", "))
            if problem.code == "currency_untold":
                return _USUAL_CURRENCIES
        return ()

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer: which currency, or which column is what."""
        return bool(self.currencies) or self.unmapped is not None

    @property
    def same(self) -> bool:
        """Whether it is imported, or holds what counts, commissions included."""
        if self.known:
            return True
        if self.old is None or self.new is None:
            return False
        return self.old.file_fingerprint == self.new.file_fingerprint


def review(
    workplace: Workplace,
    path: Path,
    monitor: Monitor,
    currency: str = "",
    mapping: Profile | None = None,
) -> Review:
    """Read a file and compare it with the current list of its name.

    `mapping` is one made for this very file; else what is remembered counts. A file
    of several currencies is read once one of them is named; an offer matrix makes a
    new version of the current list of its offers.
    """
    monitor.report(0, _STEPS)
    parsed, enriched = _read(workplace, path, currency, mapping, monitor)
    monitor.report(1, _STEPS)
    if parsed.price_list is None:
        return Review(path, parsed, unmapped=_unmapped(path, parsed, currency, monitor))
    undated = _undated(workplace, path, parsed, currency, monitor)
    if undated is not None:
        return undated
    new = enriched.price_list if enriched else parsed.price_list
    lists = prices.current_lists(workplace.storage, workplace.clock.today())
    monitor.report(2, _STEPS)
    old = next((each for each in lists if each.list_id == new.list_id), None)
    changes = price_changes(old, new) if old else None
    moved = affected(workplace, new)
    monitor.report(3, _STEPS)
    known = prices.is_imported(workplace, parsed.price_list)
    items = () if old else tuple(map(searchable, new.items))
    return Review(
        *(path, parsed, old, changes),
        moved=moved,
        enriched=enriched,
        known=known,
        items=items,
        clashes=prices.clashes_with(workplace, new),
    )


def _undated(
    workplace: Workplace,
    path: Path,
    parsed: ParsedList,
    currency: str,
    monitor: Monitor,
) -> Review | None:
    """Return what asks for the day of a list that its mapping dates as one before."""
    if parsed.price_list is None or not Review(path, parsed).mapped:
        return None
    refusal = prices.refusal_of(workplace, parsed.price_list)
    if not refusal:
        return None
    # What most lists never need is loaded when one does.
    from app.use_cases.mappings import to_date  # noqa: PLC0415

    asked = to_date(workplace, path, currency, monitor.check)
    return Review(path, parsed, unmapped=asked, refusal=refusal) if asked else None


def _read(
    workplace: Workplace,
    path: Path,
    currency: str,
    mapping: Profile | None,
    monitor: Monitor,
) -> tuple[ParsedList, Enriched | None]:
    """Read a list with what its matrix says, or the list that a matrix enriches."""
    # What most lists never need is loaded when one does.
    from app.use_cases.enriching import enriching  # noqa: PLC0415
    from app.use_cases.matrices import with_matrix  # noqa: PLC0415

    parsed = prices.check(path, currency, layouts(workplace, mapping), monitor.check)
    if parsed.price_list is not None:
        return with_matrix(workplace, parsed, monitor.check)
    if all(each.code != "matrix_no_list" for each in parsed.problems):
        return parsed, None
    try:
        found = enriching(workplace, path, still=monitor.check)
    except RefusedError as refusal:
        return ParsedList(None, refusal.problems), None
    return found.read, found.enriched


def _unmapped(
    path: Path, parsed: ParsedList, currency: str, monitor: Monitor
) -> Unmapped | None:
    """Return a file whose columns are to be explained; None for any other."""
    if all(each.code != "no_header" for each in parsed.problems):
        return None
    # As above.
    from app.use_cases.mappings import suggested  # noqa: PLC0415

    try:
        return suggested(path, currency, monitor.check)
    except RefusedError:
        return None
