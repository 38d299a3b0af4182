"""What columns may be, by their names in French, English, and the neighbours'."""

from __future__ import annotations

import re

from app.pricelist.columns import column_named
from app.pricelist.mapping.neighbours import NEIGHBOURS
from app.tables.headers import plain

#: Field: the names that people give it, without case, accents, spaces and signs.
_NAMES: dict[str, tuple[str, ...]] = {
    "sku": (
        "ref",
        "references",
        "refarticle",
        "refart",
        "artno",
        "referencearticle",
        "refproduit",
        "referenceproduit",
        "code",
        "codearticle",
        "codeproduit",
        "codeean",
        "ean",
        "article",
        "numeroarticle",
        "ndarticle",
        "nodarticle",
        "numerodarticle",
        "ndeproduit",
        "numerodeproduit",
        "artnr",
        "noarticle",
        "item",
        "itemcode",
        "itemno",
        "itemnumber",
        "productcode",
        "productid",
        "partnumber",
        "partno",
        "mpn",
        "articleno",
        "articlenumber",
        "stockcode",
        "id",
        "immatriculation",
    ),
    "name_fr": (
        "nom",
        "designation",
        "libelle",
        "intitule",
        "produit",
        "produits",
        "nomduproduit",
        "nomdelarticle",
        "denomination",
        "modele",
        "offre",
    ),
    "name_en": (
        "name",
        "product",
        "products",
        "productname",
        "productdescription",
        "itemdescription",
        "itemname",
        "title",
        "producttitle",
        "model",
        "offer",
    ),
    "description_fr": ("descriptif", "caracteristiques", "detail", "details"),
    "description_en": ("description", "specification", "specifications"),
    "manufacturer": (
        "marque",
        "marques",
        "constructeur",
        "editeur",
        "brand",
        "brands",
        "vendor",
        "publisher",
        "maker",
        "fournisseur",
        "fournisseurs",
        "supplier",
    ),
    "family": (
        "famille",
        "categorie",
        "categories",
        "collection",
        "serie",
        "category",
        "range",
        "group",
        "groupe",
        "productgroup",
        "productfamily",
        "series",
    ),
    "kind": ("typearticle", "nature", "itemtype", "producttype"),
    "term": (
        "duree",
        "dureemois",
        "dureeenmois",
        "engagement",
        "months",
        "mois",
        "term",
        "termmonths",
        "duration",
        "contractterm",
        "contractlength",
        "dureecontrat",
        "dureeducontrat",
        "periode",
    ),
    "warranty_months": ("garantie", "warranty"),
    "commission": ("commission", "commissions", "prime"),
    "cost_month": ("coutmensuel", "achatmensuel", "monthlycost"),
    "cost_once": (
        "prixachat",
        "prixdachat",
        "achat",
        "cout",
        "prixrevendeur",
        "cost",
        "purchaseprice",
        "dealerprice",
        "resellerprice",
        "pa",
    ),
    "price_month": (
        "prixmensuel",
        "tarifmensuel",
        "mensualite",
        "loyer",
        "loyermensuel",
        "rent",
        "monthlyprice",
        "monthlyrate",
        "monthlyfee",
        "monthlyrent",
        "monthlyrental",
        "loyermensuelht",
        "loyermensuelhtva",
        "monthly",
        "permonth",
        "parmois",
        "prixmois",
    ),
    "price_once": (
        "prix",
        "prixht",
        "prixhtva",
        "prixunitaire",
        "prixunitaireht",
        "prixunitairehtva",
        "pu",
        "puht",
        "puhtva",
        "px",
        "pxht",
        "pxhtva",
        "pxttc",
        "pxtvac",
        "tarif",
        "tarifht",
        "tarifhtva",
        "prixpublic",
        "prixdevente",
        "prixvente",
        "montant",
        "valeur",
        "price",
        "unitprice",
        "listprice",
        "salesprice",
        "retailprice",
        "erpprice",
        "rrp",
        "msrp",
        "amount",
        "prixttc",
        "prixtvac",
        "prixpublicttc",
    ),
}
_BY_NAME = {
    name: field
    for table in (NEIGHBOURS, _NAMES)
    for field, names in table.items()
    for name in names
}
#: Signs and words around a name that say nothing of what the column is.
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|[€$£]|\b(?:EUR|CHF|USD|GBP)\b")
_TERM = re.compile(
    r"(?P<count>12|24|36)(?:mois|months?|monaten?|maanden|m)?"
    r"|(?P<years>[123])(?:ans?|years?|jahren?|jaar)"
)
_PRICE_WORDS = re.compile(
    r"(?:prix|tarif|loyer|mensualite|mensuel|price|rate|rent|monthly|pm|sur|over|a"
    r"|preis|miete|monatlich|bei|prijs|huur|op|engagement|contrat|contract"
    r"|htva|ht|ttc|tvac)*"
)
_OF_ARTICLE = re.compile(r"(?:du|dela?|des?|d|l)*(?:produit|article|materiel)s?$")
#: 'Libellé commercial': what stands behind says which name.
_NAMED = re.compile("libelle|designation|intitule|denomination")
_COMMISSION = re.compile(r"(?:commissions?|prime|provision|commissie)")
_WITH_VAT = ("ttc", "tvac", "tvacomprise", "inclvat", "vatincl", "inklmwst", "brutto")
_MONTHS = {"1": 12, "2": 24, "3": 36}


def field_of(header: str) -> str:
    """Return the field that a column's name speaks of; '' for none."""
    field = column_named(header)
    if field:
        return field
    name = plain(_ASIDE.sub(" ", header))
    if name in _BY_NAME:
        return _BY_NAME[name]
    named = column_named(name) or _by_term(name) or _of_article(name)
    return named or ("name_fr" if _NAMED.match(name) else "")


def has_vat(header: str) -> bool:
    """Tell whether a column's name says that its prices hold VAT."""
    name = plain(header)
    return any(word in name for word in _WITH_VAT)


def _of_article(name: str) -> str:
    """Return the field of 'Libellé du produit': the words behind say nothing."""
    rest = _OF_ARTICLE.sub("", name)
    return (_BY_NAME.get(rest) or column_named(rest) or "") if rest != name else ""


def _by_term(name: str) -> str:
    """Return the price or commission of a term: 'Prix 36 mois', '24 months'."""
    match = _TERM.search(name)
    if match is None:
        return ""
    term = match["count"] or _MONTHS[match["years"]]
    rest = name[: match.start()] + name[match.end() :]
    if _COMMISSION.fullmatch(rest):
        return f"commission_{term}"
    return f"price_{term}" if _PRICE_WORDS.fullmatch(rest) else ""
