"""Undo says what it undoes: on its button, in the menu, in either language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.choices import Delivery, Edition, Return, Term
from app.domain.edits import added, changed, duplicated, moved, removed, with_quantity
from app.domain.proposal import Proposal
from app.use_cases.bundled import sample_list, sample_quote
from i18n import Language
from tests.ui.editor.hands import CONTROL, KEY, click_line, open_sample, type_quantity
from ui.editor.page import EditorPage
from ui.models.adding import new_id
from ui.models.edit_words import edit_words
from ui.shared import Shared

LISTS = Catalogue.of([sample_list()])
SAMPLE = sample_quote()
SERVICE = SAMPLE.proposal.partner_services[0]
DEARER = replace(SERVICE, price=SERVICE.price + 1)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda p: with_quantity(p, "nb", 3), "quantity of Mobile pack M"),
        (lambda p: removed(p, "nb"), "removing Mobile pack M"),
        (lambda p: duplicated(p, "nb", new_id), "adding Mobile pack M"),
        (lambda p: moved(p, "nb", 1), "order of the lines"),
        (
            lambda p: added(
                added(p, replace(SERVICE, id="1")), replace(SERVICE, id="2")
            ),
            "adding 2 lines",
        ),
        (
            lambda p: changed(p, "nb-dock", lambda line: replace(line, optional=False)),
            "whether USB-C dock Brivane Quai 2 counts",
        ),
        (
            lambda p: changed(p, SERVICE.id, lambda _: DEARER),
            f"change of {SERVICE.name.best('en')}",
        ),
        (lambda p: replace(p, term=Term.MONTHS_12), "term"),
        (lambda p: replace(p, language=Edition.FR_EN), "language of the document"),
        (lambda p: replace(p, delivery=Delivery.PARTNER), "delivery"),
        (lambda p: replace(p, return_way=Return.SELF), "return of the hardware"),
        (lambda p: replace(p, title="Other", seller="S"), "details"),
        (
            lambda p: replace(p, customer=replace(p.customer, name="Other")),
            "name of the customer",
        ),
        (
            lambda p: replace(p, customer=replace(p.customer, city="Huy")),
            "details of the customer",
        ),
    ],
)
def test_an_edit_is_called_by_what_it_did(
    edit: Callable[[Proposal], Proposal], words: str
) -> None:
    after = replace(SAMPLE, proposal=edit(SAMPLE.proposal))
    assert edit_words(SAMPLE, after, LISTS, Language.of("en")) == words


def test_what_only_the_partner_reads_is_not_named() -> None:
    noted = replace(SAMPLE, note="a secret")
    assert edit_words(SAMPLE, noted, LISTS, Language.of("en")) == "details"
    assert edit_words(SAMPLE, SAMPLE, LISTS, Language.of("en")) == "prices"


def test_the_buttons_follow_what_is_done(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    assert page.header.undo.accessibleName() == "Undo"
    click_line(qtbot, page, "nb")
    type_quantity(qtbot, "13")
    assert page.header.undo.accessibleName() == "Undo: quantity of Mobile pack M"
    shared.languages.choose(Language.of("fr", "BE"))
    wanted = "Défaire\u00a0: quantité de «\u00a0Pack Mobile M\u00a0»"
    assert page.header.undo.accessibleName() == wanted
    assert page.actions_on.undo.text() == wanted
    qtbot.keyClick(page.paper.table, KEY.Key_Z, CONTROL)
    wanted = wanted.replace("Défaire", "Rétablir")
    assert page.header.redo.accessibleName() == wanted
    assert page.header.undo.accessibleName() == "Défaire"
