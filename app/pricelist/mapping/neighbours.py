"""What columns are called in German and Dutch: those that are in no language.

A name is of a language, and which of a list's it is to be is for a person to say.
"""

from __future__ import annotations

from typing import Final

#: Field: its names without case, accents, spaces and signs.
NEIGHBOURS: Final[dict[str, tuple[str, ...]]] = {
    "sku": (
        *("artikelnummer", "artikelnr", "artikelcode", "artikel"),
        *("bestellnummer", "bestellnr", "produktnummer", "produktnr"),
        *("bestelnummer", "bestelnr", "productnummer"),
    ),
    "manufacturer": (
        *("hersteller", "marke", "lieferant"),
        *("fabrikant", "merk", "leverancier"),
    ),
    "family": (
        *("kategorie", "warengruppe", "produktgruppe", "artikelgruppe"),
        *("productgroep", "artikelgroep"),
    ),
    "kind": ("artikelart", "artikeltyp", "artikeltype"),
    "term": (
        *("laufzeit", "vertragslaufzeit", "vertragsdauer", "mindestlaufzeit"),
        *("monate", "looptijd", "contractduur", "maanden"),
    ),
    "warranty_months": ("gewahrleistung", "waarborg"),
    "commission": ("provision", "provisie", "commissie"),
    "cost_once": (
        *("einkaufspreis", "handlerpreis", "ek"),
        *("aankoopprijs", "inkoopprijs"),
    ),
    "price_month": (
        *("monatspreis", "monatsmiete", "monatsrate", "miete", "mietpreis"),
        *("preispromonat", "promonat", "monatlich"),
        *("maandprijs", "huurprijs", "prijspermaand", "permaand"),
    ),
    "price_once": (
        *("preis", "listenpreis", "verkaufspreis", "vk", "stuckpreis"),
        *("einzelpreis", "nettopreis", "bruttopreis"),
        *("prijs", "verkoopprijs", "stukprijs", "eenheidsprijs", "adviesprijs"),
    ),
}
