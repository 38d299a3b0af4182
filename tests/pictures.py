"""Pictures of every page and every paper: `python -m tests.pictures FOLDER`.

Pages in French and English, light and dark, small to large; empty, usual, and
with the customer looking. Papers as one PNG a page.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import delete

from app.domain.choices import Edition
from app.domain.contract import Contract
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.ports import QuoteRecord
from app.settings import Settings
from app.use_cases import issuing, prices, quotes, sample
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.contracts import record_contract
from app.use_cases.export import pdf
from app.use_cases.partner_papers import write_commission_sheet, write_price_report
from app.use_cases.prices import read
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from i18n import Language
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.pictured_dialogs import comparison, contract
from tests.pictured_rest import compared, rest
from ui.customers.page import CustomersPage
from ui.editor.page import EditorPage
from ui.furnishing import furnish
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.prices.history.view import HistoryView
from ui.prices.page import PricesPage
from ui.quotes.arrival_dialog import ArrivalDialog
from ui.shared import Shared
from ui.start import application
from ui.theme import Theme

SIZES = ((1280, 800), (960, 540), (1920, 1080))
#: How long nothing must go on before a picture is taken, in seconds.
_SETTLES = 0.5


@dataclass(frozen=True)
class Look:
    """How the window is shown in one round of pictures."""

    language: str
    appearance: str
    size: tuple[int, int]

    def __str__(self) -> str:
        width, height = self.size
        return f"{self.language}-{self.appearance}-{width}x{height}"


def looks() -> Iterator[Look]:
    """Yield both languages and both appearances at every size."""
    for size in SIZES:
        for language in ("fr", "en"):
            for appearance in ("light", "dark"):
                yield Look(language, appearance, size)


def overfull(quote: Quote) -> Quote:
    """Return the quote with forty packs and names that never end."""
    proposal: Proposal = quote.proposal
    packs = tuple(
        replace(
            proposal.packs[0],
            id=f"pack{n}",
            quantity=9_999,
            options=tuple(
                replace(option, id=f"{option.id}{n}", quantity=9_999, alternative_to="")
                for option in proposal.packs[0].options
            ),
        )
        for n in range(40)
    )
    customer = replace(proposal.customer, name="Établissements Très Longs " * 6)
    return replace(quote, proposal=replace(proposal, packs=packs, customer=customer))


class Studio:
    """A window over a data folder of its own, and a camera."""

    def __init__(self, folder: Path, out: Path, clock: FakeClock | None = None) -> None:
        self.app = application()
        self.out = out
        self.jobs: Jobs | None = None
        self.languages: LanguageSwitch | None = None
        clock = clock or FakeClock()
        made = Workplace(
            folder, Database(folder, clock), clock, Settings(), policies(), "seller"
        )
        self.workplace = sample.at_sample_partner(made)

    def window(self, look: Look) -> tuple[MainWindow, Shared]:
        """Open a window that looks so."""
        app = self.app
        assert isinstance(app, QApplication)
        if self.languages:
            # It would go on translating what Qt itself says.
            delete(self.languages)
        self.languages = LanguageSwitch(app, Language.of(look.language, "BE"))
        languages = self.languages
        theme = Theme(app, look.appearance)
        window = MainWindow(languages, theme)
        self.jobs = Jobs(window)
        shared = Shared(self.workplace, languages, theme, self.jobs)
        furnish(window, shared)
        window.resize(*look.size)
        window.show()
        self.settle()
        return window, shared

    def settle(self) -> None:
        """Let jobs end and pictures arrive, however busy the machine is."""
        quiet = time.monotonic()
        while time.monotonic() < quiet + _SETTLES:
            begun = time.monotonic()
            self.app.processEvents()
            # What took long to make is not laid out yet.
            long = time.monotonic() - begun > _SETTLES / 2
            time.sleep(0.01)
            if long or (self.jobs is not None and self.jobs.busy):
                quiet = time.monotonic()

    def shoot(self, window: MainWindow, name: str) -> None:
        """Take one picture."""
        self.settle()
        window.grab().save(str(self.out / f"{name}.png"))


def pages(studio: Studio, look: Look, numbers: dict[str, str]) -> None:
    """Take every page in one look."""
    window, shared = studio.window(look)
    for place in ("quotes", "today", "prices", "customers", "settings"):
        window.go(place)
        studio.shoot(window, f"{place}-{look}")
    customers(studio, window, look)
    palette(studio, window, look, "")
    palette(studio, window, look, "mer")
    reviews(studio, window, look)
    arrival(studio, window, look)
    editor = window.findChild(EditorPage)
    assert editor is not None
    for name, number in numbers.items():
        editor.open(number)
        window.go("editor")
        studio.shoot(window, f"editor-{name}-{look}")
        answered(studio, editor, look)
        shared.show_customer(False)
    editor.open(numbers["usual"])
    studio.settle()
    palette(studio, window, look, "pack")
    dialogs(studio, editor, look)
    contract(studio, window, look, numbers)
    comparison(studio, window, look)
    rest(studio, window, shared, look, numbers["usual"])
    editor.open(numbers["usual"])
    window.go("editor")
    shared.show_customer(True)
    palette(studio, window, look, "tr")
    studio.shoot(window, f"editor-customer-{look}")
    shared.show_customer(False)
    editor.new()
    studio.shoot(window, f"editor-empty-{look}")
    window.close()


def customers(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take the forms that change a customer, and make one of two."""
    page = window.findChild(CustomersPage)
    assert page is not None
    first, second = (row.record for row in page.customers.rows[:2])
    page.deeds.edit(first)
    page.deeds.merge(second, first)
    file = studio.workplace.folder / "customers.csv"
    file.write_text(CUSTOMERS, "utf-8")
    page.files.look_at(file)
    studio.settle()
    for form in page.findChildren(QDialog):
        name = type(form).__name__.lower()
        form.grab().save(str(studio.out / f"{name}-{look}.png"))
        form.reject()


def palette(studio: Studio, window: MainWindow, look: Look, typed: str) -> None:
    """Take the palette over the page, with something typed."""
    window.menus.actions["palette"].trigger()
    studio.settle()
    shown = window.findChildren(Palette)[-1]
    shown.field.setText(typed)
    watched = "customer-" if window.menus.actions["customer_view"].isChecked() else ""
    studio.shoot(window, f"palette-{watched}{typed or 'empty'}-{look}")
    shown.reject()


def reviews(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take what a newer list would change, a bad one, and a foreign one."""
    page = window.findChild(PricesPage)
    assert page is not None
    lists = {
        "review": newer_list(),
        "problems": bad_list(),
        "mapping": FOREIGN_LIST,
    }
    for name, content in lists.items():
        file = studio.workplace.folder / f"{name}.csv"
        file.write_text(content, "utf-8")
        window.go("prices")
        page.look_at(file)
        studio.shoot(window, f"prices-{name}-{look}")


def history(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take the versions that were imported, and what the newest changed."""
    page = window.findChild(PricesPage)
    assert page is not None
    window.go("prices")
    page.show_history()
    studio.settle()
    view = window.findChild(HistoryView)
    assert view is not None
    if not view.versions.rowCount():
        bundled = (files("resources") / "sample" / "prices.csv").read_text("utf-8-sig")
        for name, content in (("first", bundled), ("second", newer_list())):
            file = studio.workplace.folder / f"{name}.csv"
            file.write_text(content, "utf-8")
            prices.import_list(studio.workplace, file)
        view.reload()
    studio.shoot(window, f"prices-history-{look}")
    view.show_changes()
    studio.shoot(window, f"prices-changes-{look}")


def arrival(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take the question about a paper of ours that comes back at other prices."""
    quote = sample.priced_sample(studio.workplace)
    file = studio.workplace.folder / "offer.pdf"
    file.write_bytes(pdf(quote, Edition.FR, studio.workplace, final=True))
    window.file_dropped.emit(str(file))
    studio.settle()
    dialog = window.findChildren(ArrivalDialog)[-1]
    dialog.grab().save(str(studio.out / f"arrival-{look}.png"))
    dialog.reject()


#: Customers of whom one is new, one is none, and one moved.
CUSTOMERS = """\
Société;Localité;Pays;Tél.
Garage Noël;Dinant;BE;+32 82 22 22 22
Atelier des Établissements Dupont et Fils;Liège;Belgique;
Boulangerie du Moulin;Huy;Atlantide;
"""

#: A list whose columns have names of their own.
FOREIGN_LIST = """\
Tarif location au 01-01-2026;;;;

Marque;Modèle;Réf. art.;24 mois;36 mois
Dell;Latitude 5450;NB-5450;€ 54,90;€ 44,90
;Latitude 7450;NB-7450;1.062,90 €;862,90 €
HP;EliteDisplay E27;SC-E27;sur demande;7,50 €
Total;;;1.117,80;915,30
"""


def newer_list() -> str:
    """Return the sample list with other prices, a renamed and a removed item."""
    lines = (
        (files("resources") / "sample" / "prices.csv").read_text("utf-8").splitlines()
    )
    kept = [line for line in lines if not line.startswith("O365-E3-UP;")]
    text = "\n".join(kept).replace("version;1", "version;2")
    return text.replace("49.90;", "51.90;").replace("Pack Mobile S", "Pack Mobile Go")


def bad_list() -> str:
    """Return the sample list with cells that cannot be read."""
    text = newer_list().replace("62.90", "soixante").replace("74.90", "-74.90")
    return text.replace("89.90", "#REF!")


def dialogs(studio: Studio, editor: EditorPage, look: Look) -> None:
    """Take each dialog of the editor by itself."""
    studio.settle()
    editor.actions_on.export.trigger()
    editor.paper.details_wanted.emit()
    editor.figures.preview.wanted.emit()
    editor.wishes.explain("nb")
    studio.settle()
    for dialog in editor.findChildren(QDialog):
        name = type(dialog).__name__.lower()
        dialog.grab().save(str(studio.out / f"{name}-{look}.png"))
        dialog.reject()


def answered(studio: Studio, editor: EditorPage, look: Look) -> None:
    """Take what may follow on a quote that was handed over."""
    bar = editor.lifecycle
    for ask in (bar.sign, bar.contract):
        if not ask.isVisible():
            continue
        ask.click()
        studio.settle()
        for dialog in editor.findChildren(QDialog):
            if dialog.isVisible():
                name = type(dialog).__name__.lower()
                dialog.grab().save(str(studio.out / f"{name}-{look}.png"))
                dialog.reject()


def papers(workplace: Workplace, out: Path) -> None:
    """Take every page of the sample's papers, issued under a number."""
    quote = sample.priced_sample(workplace)
    proposal = replace(quote.quote.proposal, number="TR-2026-0148")
    numbered = replace(quote, quote=replace(quote.quote, proposal=proposal))
    for edition in Edition:
        draw(
            pdf(numbered, edition, workplace, final=True), f"quote-{edition.value}", out
        )
    partner_papers(numbered, workplace, out)


def partner_papers(quote: PricedQuote, workplace: Workplace, out: Path) -> None:
    """Take every page of what only the partner may see."""
    file = workplace.folder / "newer.csv"
    file.write_text(newer_list(), "utf-8")
    lists = sample_list(), read(file)
    for code in ("fr", "en"):
        place = workplace.folder / f"report-{code}.pdf"
        report = write_price_report(workplace, *lists, (), place, code=code)
        sheet = write_commission_sheet(workplace, quote, workplace.folder, code)
        for path, name in ((report, "report"), (sheet, "commission")):
            draw(path.read_bytes(), f"{name}-{code}", out)


def draw(content: bytes, name: str, out: Path) -> None:
    """Take every page of a PDF."""
    document = pypdfium2.PdfDocument(content)
    for at, page in enumerate(document, start=1):
        page.render(scale=1.5).to_pil().save(out / f"{name}-{at}.png")
    document.close()


def several(workplace: Workplace) -> dict[str, str]:
    """Save a few quotes that were handed over, and return one to open."""
    quote = sample_quote()
    firm = replace(quote.proposal, special_requests=())
    names = ("Boulangerie Delcourt", "Cabinet Mertens", "Vélos Godin", "Garage Noël")
    numbers = []
    for name in names:
        customer = replace(firm.customer, name=name)
        one = replace(quote, proposal=replace(firm, customer=customer))
        number = quotes.add(workplace, one).record.quote.proposal.number
        issuing.issue(workplace, number, [Edition.FR])
        numbers.append(number)
    presented, accepted, declined, revised = numbers
    issuing.accept(workplace, accepted)
    today = workplace.clock.today()
    signed = Contract(distributor_signed_on=today, customer_signed_on=today)
    record_contract(workplace, accepted, lambda _: signed)
    issuing.decline(workplace, declined, "Projet reporté à 2027")
    change(workplace, issuing.revise(workplace, revised).record)
    return {"issued": presented, "accepted": accepted}


def change(workplace: Workplace, record: QuoteRecord) -> None:
    """Change a line of a revision, so that there is something to compare."""
    proposal = record.quote.proposal
    pack = replace(proposal.packs[0], quantity=proposal.packs[0].quantity + 3)
    changed = replace(proposal, packs=(pack, *proposal.packs[1:]), title="Portables")
    quote = replace(record.quote, proposal=changed)
    with workplace.storage.writing() as store:
        store.save_quote(replace(record, quote=quote))


def main() -> None:
    """Take every picture."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), out)
        papers(studio.workplace, out)
        empty, _ = studio.window(Look("fr", "light", SIZES[0]))
        studio.shoot(empty, "quotes-empty-fr-light")
        empty.close()
        usual = quotes.add(studio.workplace, sample_quote())
        full = quotes.save_draft(
            studio.workplace,
            replace(usual.priced, quote=overfull(usual.priced.quote)),
        )
        numbers = several(studio.workplace) | {
            "usual": usual.record.quote.proposal.number,
            "overfull": full.quote.proposal.number,
        }
        for look in looks():
            if only in str(look):
                pages(studio, look, numbers)
        # Last: lists that are imported put other prices beside the quotes'.
        for look in looks():
            if only in str(look):
                window, _ = studio.window(look)
                history(studio, window, look)
                compared(studio, window, look, numbers["usual"])
                window.close()


if __name__ == "__main__":
    main()
