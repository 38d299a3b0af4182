"""A walk through every page and dialog of a furnished window, over hostile names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.exchange.quote_file import write
from app.use_cases import issuing, prices, quotes, templates
from app.use_cases.bundled import sample_quote
from app.use_cases.workplace import Workplace
from tests.ui.conftest import Bench
from tests.ui.hands import W
from ui.editor.page import EditorPage
from ui.prices.history.view import HistoryView
from ui.prices.page import PricesPage
from ui.quotes.page import QuotesPage
from ui.quotes.table import QuoteTable
from ui.settings.backups_card import BackupsCard

CUSTOMER = "<b>Müller & Söhne</b>"
TITLE = "<i>Tom & Jerry</i>"
NOTE = "Rappeler madame Lambert"
#: However busy the machine is, in milliseconds.
_PATIENCE = 30_000


def filled(workplace: Workplace) -> dict[str, str]:
    """Save a quote at each stage and a template; return what leads to each quote."""
    quote = sample_quote()
    customer = replace(quote.proposal.customer, name=CUSTOMER)
    proposal = replace(quote.proposal, customer=customer, title=TITLE)
    firm = replace(proposal, special_requests=())
    saved = [
        quotes.add(workplace, replace(quote, proposal=each, note=NOTE))
        for each in (proposal, firm, firm, firm)
    ]
    draft, presented, accepted, revised = (
        each.record.quote.proposal.number for each in saved
    )
    for number in (presented, accepted, revised):
        issuing.issue(workplace, number, [Edition.FR])
    issuing.accept(workplace, accepted)
    issuing.revise(workplace, revised)
    templates.keep_template(workplace, TITLE, firm)
    return {"draft": draft, "presented": presented, "accepted": accepted}


def newer_list(bench: Bench) -> None:
    """Import the sample list and a version of it in which prices moved."""
    text = (files("resources") / "sample" / "prices.csv").read_text("utf-8-sig")
    newer = text.replace("version;1", "version;2").replace("49.90;", "51.90;")
    for name, content in (("first", text), ("second", newer)):
        file = bench.folder / f"{name}.csv"
        file.write_text(content, "utf-8")
        prices.import_list(bench.shared.workplace, file)


class Walk:
    """Leads through the window; each step yields what is seen there, and its name."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self.qtbot = bench, qtbot
        self.numbers = filled(bench.shared.workplace)
        newer_list(bench)
        bench.shared.prices_changed.emit()
        bench.shared.quotes_changed.emit()
        self.settle()

    def settle(self) -> None:
        jobs = self.bench.shared.jobs
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not jobs.busy, timeout=_PATIENCE)
            self.qtbot.wait(10)

    def steps(self) -> Iterator[tuple[str, QWidget]]:
        """Yield every page, then every dialog."""
        for name in ("quotes", "today", "prices", "customers", "settings"):
            self.bench.window.go(name)
            self.settle()
            yield name, self.bench.window
        yield from self.history()
        yield from self.over_the_list()
        yield from self.over_the_editor()
        yield from self.over_the_window()

    def history(self) -> Iterator[tuple[str, QWidget]]:
        self.bench.window.go("prices")
        self.page(PricesPage).show_history()
        self.settle()
        yield "history", self.bench.window
        view = self.bench.window.findChildren(HistoryView)[0]
        view.show_changes()
        self.settle()
        yield "changes", self.bench.window

    def over_the_list(self) -> Iterator[tuple[str, QWidget]]:
        self.bench.window.go("quotes")
        page = self.page(QuotesPage)
        table = page.findChildren(QuoteTable)[0]
        table.choose(0)
        yield from self.opened("comparison", page, page.actions_on.compare.trigger)

    def over_the_editor(self) -> Iterator[tuple[str, QWidget]]:
        editor = self.page(EditorPage)
        self.open("draft")
        yield "editor", self.bench.window
        for name, do in {
            "details": editor.paper.details_wanted.emit,
            "export": editor.actions_on.export.trigger,
            "why": lambda: editor.wishes.explain("nb"),
            "document": editor.figures.preview.wanted.emit,
            "template": editor.actions_on.template.trigger,
        }.items():
            yield from self.opened(name, editor, do)
        self.open("presented")
        yield "presented", self.bench.window
        bar = editor.lifecycle
        yield from self.opened("accept", editor, bar.accept.click)
        yield from self.opened("decline", editor, bar.decline.click)
        yield from self.opened("sign", editor, bar.sign.click)
        self.open("accepted")
        yield "accepted", self.bench.window
        if not self.bench.shared.customer_view:
            yield from self.opened("contract", editor, bar.contract.click)
        yield from self.opened("order", editor, bar.order.trigger)
        yield from self.opened("extension", editor, bar.extension.trigger)
        yield from self.opened("end", editor, bar.end.trigger)

    def over_the_window(self) -> Iterator[tuple[str, QWidget]]:
        window, actions = self.bench.window, self.bench.window.menus.actions
        for name in ("palette", "keys", "about", "new_from"):
            yield from self.opened(name, window, actions[name].trigger)
        if not self.bench.shared.customer_view:
            yield from self.opened("sell-out", window, actions["sell_out"].trigger)
        file = self.bench.folder / "devis.json"
        quote = sample_quote()
        customer = replace(quote.proposal.customer, name=CUSTOMER)
        named = replace(quote.proposal, customer=customer)
        file.write_bytes(write(replace(quote, proposal=named, note=NOTE)))
        yield from self.opened(
            "arrival", window, lambda: window.file_dropped.emit(str(file))
        )
        window.go("settings")
        card = self.page(BackupsCard)
        card.backing.back_up()
        self.settle()
        card.list.setCurrentRow(0)
        yield from self.opened("restore", card, card.restore.click)

    def open(self, name: str) -> None:
        """Open a quote in the editor."""
        self.page(QuotesPage).open_quote.emit(self.numbers[name])
        number = self.numbers[name]
        self.qtbot.waitUntil(
            lambda: number in self.bench.window.windowTitle(), timeout=_PATIENCE
        )
        self.settle()

    def opened(
        self, name: str, parent: QWidget, do: Callable[[], object]
    ) -> Iterator[tuple[str, QWidget]]:
        """Yield the dialog that opens, then close it."""
        do()
        self.settle()
        found = [each for each in parent.findChildren(QDialog) if each.isVisible()]
        assert found, name
        yield name, found[-1]
        found[-1].close()
        self.settle()

    def page(self, kind: type[W]) -> W:
        return self.bench.window.findChildren(kind)[0]
