"""W1: when a commission falls due and what it waits for, in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.choices import Status
from app.domain.falling_due import EARNS_NOTHING, FallingDue, Step
from app.statements.statement import Column, Line, Section, Value
from app.wording.statuses import NOTHING_DUE
from i18n import Language


@dataclass(frozen=True)
class DueWords:
    """Says it of each line, and of the whole in a section of its own.

    As long as the quote stands where it earns nothing, nothing falls due.
    """

    due: FallingDue
    status: Status
    distributor: str
    language: Language

    def of(self, *, known: bool) -> Value:
        """Return when a line falls due; `known` tells whether its amount is."""
        _ = self.language.gettext
        if self.status in EARNS_NOTHING:
            return _("nothing is due")
        if self.due.lost:
            return _("lost")
        waits = [_("confirmation of the amount")] * (not known)
        waits += [self._awaited(step) for step in self.due.waits_for]
        if waits:
            return _("after {steps}").format(steps=", ".join(waits))
        return self.due.on

    def section(self) -> Section:
        """Return each step with its day, and what that comes to."""
        _ = self.language.gettext
        remark = _(
            "The commission is due once, on the latest of these days. Until then"
            " it is expected; a refused credit check loses it."
        )
        return Section(
            heading=_("When it falls due"),
            aside=self._standing,
            columns=(Column(_("What it waits for")), Column(_("Date"), figures=True)),
            lines=tuple(
                Line((self._step(step), day or _("still open")))
                for step, day in self.due.steps
            ),
            remarks=(remark,),
        )

    @property
    def _standing(self) -> str:
        """How it stands, in a word or two."""
        _ = self.language.gettext
        if self.status in EARNS_NOTHING:
            return _(NOTHING_DUE[self.status])
        if self.due.lost:
            return _("lost: the credit check was refused")
        if self.due.on is None:
            return _("expected")
        return _("due on {day}").format(day=self.language.date(self.due.on))

    @property
    def _named(self) -> str:
        """The distributor's name, or words for it."""
        return self.distributor or self.language.gettext("the distributor")

    def _step(self, step: Step) -> str:
        """Return a step as a sentence has it."""
        _ = self.language.gettext
        texts = {
            Step.CREDIT: _("Credit check of the customer refused by {distributor}")
            if self.due.lost
            else _("Credit check of the customer approved by {distributor}"),
            Step.DISTRIBUTOR: _("Every contract signed by {distributor}"),
            Step.CUSTOMER: _("Every contract signed by the customer"),
        }
        return texts[step].format(distributor=self._named)

    def _awaited(self, step: Step) -> str:
        """Return a step in as few words as a cell holds."""
        _ = self.language.gettext
        texts = {
            Step.CREDIT: _("credit check"),
            Step.DISTRIBUTOR: _("signature of {distributor}"),
            Step.CUSTOMER: _("signature of the customer"),
        }
        return texts[step].format(distributor=self._named)
