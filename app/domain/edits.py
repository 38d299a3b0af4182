"""What a seller does to a proposal: each edit gives a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import is_
from typing import Protocol, TypeVar

from app.domain.proposal import (
    AnyLine,
    Line,
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)

L = TypeVar("L", bound=Line)


def added(proposal: Proposal, line: AnyLine, under: str = "") -> Proposal:
    """Return the proposal with one more line; an option names its pack's id.

    LookupError where no pack has that id.
    """
    match line:
        case PackLine():
            return replace(proposal, packs=(*proposal.packs, line))
        case SubscriptionLine():
            return replace(proposal, subscriptions=(*proposal.subscriptions, line))
        case ServiceLine():
            return replace(
                proposal, partner_services=(*proposal.partner_services, line)
            )
        case RequestLine():
            return replace(
                proposal, special_requests=(*proposal.special_requests, line)
            )
        case _:
            return _with_option(proposal, under, line)


def changed(
    proposal: Proposal, line_id: str, change: Callable[[AnyLine], AnyLine]
) -> Proposal:
    """Return the proposal with one line changed; LookupError where it has none."""
    found = False

    def one(line: AnyLine) -> AnyLine:
        nonlocal found
        if line.id != line_id:
            return line
        found = True
        return change(line)

    mapped = _mapped(proposal, one)
    if not found:
        raise LookupError(line_id)
    return mapped


def with_quantity(proposal: Proposal, line_id: str, quantity: int) -> Proposal:
    """Set a line's quantity; what a pack's options count goes along with it.

    An option that went with every unit of its pack still does afterwards.
    """

    def more(line: AnyLine) -> AnyLine:
        if not isinstance(line, PackLine):
            return replace(line, quantity=quantity)
        options = tuple(
            replace(option, quantity=quantity)
            if option.quantity == line.quantity
            else option
            for option in line.options
        )
        return replace(line, quantity=quantity, options=options)

    return changed(proposal, line_id, more)


def with_sku(proposal: Proposal, place: str, sku: str) -> Proposal:
    """Put another item into the line at a place; nothing changes where none stands."""
    line = dict(proposal.places()).get(place)
    if not isinstance(line, PackLine | OptionLine | SubscriptionLine):
        return proposal
    other = replace(line, sku=sku)
    return changed(proposal, line.id, lambda _: other)


def duplicated(proposal: Proposal, line_id: str, new_id: Callable[[], str]) -> Proposal:
    """Return the proposal with a copy right after a line; a pack's options are copied.

    An alternative among them stands for the copy of what it stood for.
    """

    def twice(lines: tuple[L, ...]) -> tuple[L, ...]:
        at = _place(lines, line_id)
        return (*lines[: at + 1], _copy(lines[at], new_id), *lines[at + 1 :])

    return _with_section(proposal, line_id, twice)


def moved(proposal: Proposal, line_id: str, by: int) -> Proposal:
    """Return the proposal with a line so many places further down among its like.

    Lines keep to their section, and options to their pack; a line at the end stays.
    """

    def elsewhere(lines: tuple[L, ...]) -> tuple[L, ...]:
        at = _place(lines, line_id)
        rest = [*lines[:at], *lines[at + 1 :]]
        rest.insert(max(0, min(at + by, len(rest))), lines[at])
        return tuple(rest)

    return _with_section(proposal, line_id, elsewhere)


class _Rearrange(Protocol):
    """Gives the lines of one section another order, or more of them."""

    def __call__(self, lines: tuple[L, ...]) -> tuple[L, ...]:
        """Return the lines anew."""
        ...


def _with_section(proposal: Proposal, line_id: str, rearrange: _Rearrange) -> Proposal:
    """Change the section that holds a line; LookupError where none does."""

    def each(lines: tuple[L, ...]) -> tuple[L, ...]:
        held = any(line.id == line_id for line in lines)
        return rearrange(lines) if held else lines

    made = replace(
        proposal,
        packs=tuple(
            _with_options(pack, each(pack.options)) for pack in each(proposal.packs)
        ),
        subscriptions=each(proposal.subscriptions),
        partner_services=each(proposal.partner_services),
        special_requests=each(proposal.special_requests),
    )
    if all(line.id != line_id for _, line in proposal.places()):
        raise LookupError(line_id)
    return made


def _place(lines: tuple[L, ...], line_id: str) -> int:
    """Return where a line stands among its like."""
    return [line.id for line in lines].index(line_id)


def _copy(line: L, new_id: Callable[[], str]) -> L:
    """Return a line under an id of its own, its options likewise."""
    if not isinstance(line, PackLine):
        return replace(line, id=new_id())
    ids = {option.id: new_id() for option in line.options}
    options = tuple(
        replace(
            option,
            id=ids[option.id],
            alternative_to=ids.get(option.alternative_to, option.alternative_to),
        )
        for option in line.options
    )
    return replace(line, id=new_id(), options=options)


def removed(proposal: Proposal, line_id: str) -> Proposal:
    """Return the proposal without a line; a pack goes with its options.

    Alternatives to what is gone go as well, subscriptions lose a lost parent.
    """
    gone = _ids_with(proposal, line_id)

    def kept(lines: Iterable[L]) -> tuple[L, ...]:
        return tuple(
            line
            for line in lines
            if line.id not in gone and line.alternative_to not in gone
        )

    return replace(
        proposal,
        packs=tuple(
            replace(pack, options=kept(pack.options)) for pack in kept(proposal.packs)
        ),
        subscriptions=tuple(
            replace(line, parent="" if line.parent in gone else line.parent)
            for line in kept(proposal.subscriptions)
        ),
        partner_services=kept(proposal.partner_services),
        special_requests=kept(proposal.special_requests),
    )


def _ids_with(proposal: Proposal, line_id: str) -> set[str]:
    """Return the id, and those of the options under it."""
    options = (
        option.id
        for pack in proposal.packs
        if pack.id == line_id
        for option in pack.options
    )
    return {line_id, *options}


def _with_option(proposal: Proposal, pack_id: str, option: OptionLine) -> Proposal:
    """Put an option under a pack."""
    if all(pack.id != pack_id for pack in proposal.packs):
        raise LookupError(pack_id)
    packs = tuple(
        replace(pack, options=(*pack.options, option)) if pack.id == pack_id else pack
        for pack in proposal.packs
    )
    return replace(proposal, packs=packs)


def _mapped(proposal: Proposal, change: Callable[[AnyLine], AnyLine]) -> Proposal:
    """Change every line, the options under their packs included."""

    def each(lines: Iterable[L]) -> tuple[L, ...]:
        # A change keeps a line's type, which Callable cannot say.
        return tuple(change(line) for line in lines)  # type: ignore[arg-type, misc]

    packs = tuple(
        _with_options(pack, each(pack.options)) for pack in each(proposal.packs)
    )
    return replace(
        proposal,
        packs=packs,
        subscriptions=each(proposal.subscriptions),
        partner_services=each(proposal.partner_services),
        special_requests=each(proposal.special_requests),
    )


def _with_options(pack: PackLine, options: tuple[OptionLine, ...]) -> PackLine:
    """Return the pack with these options; the very same where they are its own."""
    if len(options) == len(pack.options) and all(map(is_, options, pack.options)):
        return pack
    return replace(pack, options=options)
