"""The properties of one feature in DIWI's GeoJSON *import* format, as a plan (format: docs/formats/geojson.md)."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.geojson.nodes import Knoop, Melder
from diwi_qgis.exchange.geojson.properties import (
    PROJECTSTATUS,
    put,
    put_blok,
    read_eigenschappen,
    read_grondpositie,
    read_lijstverdeling,
    read_mijlpalen,
    word,
)
from diwi_qgis.exchange.geojson.split import LIJSTEN
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.validate_blocks import TOTAAL
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.texts import Text

#: DIWI's newest template has this word as the price class of its empty block.
PLACEHOLDER = "name"

#: DIWI wants `laag` below `hoog`: a single price is written, and read, with this many cents between them.
ENKELE_PRIJS = 1

#: Contract constants of DIWI's converter for provincial monitors.
_CONTRACT = {"PURCHASE": "koop", "RENT": "huur"}


def read_import_format(properties: dict[str, Any], melder: Melder, lists: RegisterLists) -> Plan:
    """The plan; what is wrong with it goes to `melder`, all of it and not only the first."""
    plan = Plan(velden={}, plaats=melder.plaats(()))
    root = Knoop(properties, (), melder)
    _projectgegevens(root.child("projectgegevens"), plan, lists)
    for node in root.children("woning_blokken"):
        plan.woningblokken.append(_blok(node, plan, lists))
    melder.blok = ""
    root.close()
    return plan


def _projectgegevens(root: Knoop, plan: Plan, lists: RegisterLists) -> None:
    basis = root.child("basisgegevens")
    put(plan, "naam", basis, "naam", _needed(basis, "naam", basis.text("naam"), "no_project_name"))
    root.melder.plan = plan.velden.get("naam", "")
    nummer = _needed(basis, "identificatie_nr", basis.integer("identificatie_nr"), "no_project_identificationNo")
    put(plan, "extern_id", basis, "identificatie_nr", None if nummer is None else str(nummer))
    basis.close()
    _gegevens(root.child("projectgegevens"), plan, lists)
    rollen = root.child("rollen")
    read_eigenschappen(rollen, plan, "project", lists)
    duur = root.child("projectduur")
    for key, column, code in (
        ("start_project", "start_datum", "no_project_start_date"),
        ("eind_project", "eind_datum", "no_project_end_date"),
    ):
        put(plan, column, duur, key, _needed(duur, key, duur.date(key), code))
    duur.close()
    plan.mijlpalen += read_mijlpalen(root.child("projectfasen"), "fase", "fase", "diwi")
    plan.mijlpalen += read_mijlpalen(root.child("planologische_planstatus"), "planstatus", "status", "diwi")
    locatie = root.child("locatie")
    for key in ("gemeente", "wijk", "buurt"):
        put(plan, key, locatie, key, locatie.text(key))
    locatie.close()
    read_eigenschappen(root.child("maatwerk_projecteigenschappen"), plan, "project", lists)
    root.close()


def _gegevens(node: Knoop, plan: Plan, lists: RegisterLists) -> None:
    plantypen = codelijst("plantype").spelled("diwi")
    put(plan, "plantype", node, "plan_soort", node.constant("plan_soort", plantypen, "invalid_plan_type"))
    put(plan, "in_programmering", node, "in_programmering", node.boolean("in_programmering"))
    put(plan, "prioriteit", node, "prioritering", word(lists, "prioriteit", node.text("prioritering")))
    put(plan, "rol_gemeente", node, "rol_gemeente", word(lists, "rol_gemeente", node.text("rol_gemeente")))
    statussen = dict(zip(PROJECTSTATUS, PROJECTSTATUS))
    plan.status = node.constant("status", statussen, "no_project_status")
    _needed(node, "status", node.value("status"), "no_project_status", statussen)
    plan.plaatsen["status"] = node.plaats("status")
    put(plan, "eigenaar", node, "eigenaar", _needed(node, "eigenaar", node.text("eigenaar"), "project_owner_unknown"))
    niveaus = codelijst("vertrouwelijkheid").spelled("diwi")
    niveau = node.constant("vertrouwelijkheid", niveaus, "no_project_confidentiality")
    put(plan, "vertrouwelijkheid", node, "vertrouwelijkheid", niveau)
    _needed(node, "vertrouwelijkheid", node.value("vertrouwelijkheid"), "no_project_confidentiality", niveaus)
    node.close()


def _needed(node: Knoop, key: str, value: Any, code: str, words: Any = ()) -> Any:
    """The value; a problem when there is none and nothing else was said about it."""
    if value is None and node.value(key) in (None, ""):
        expected = Text(f"Een van: {', '.join(words)}.", f"One of: {', '.join(words)}.") if words else _FILLED
        message = Text(f"'{key}' ontbreekt of is leeg.", f"'{key}' is missing or empty.")
        node.melder.own(code, node.where(key), None, message, _EXPECTED.get(key, expected))
    return value


_FILLED = Text("Een ingevulde waarde.", "A value.")
_EXPECTED = {
    "eigenaar": Text(
        "Het e-mailadres van wie het plan beheert. Oude sjablonen van DIWI hebben dit veld niet; voeg het toe.",
        "The e-mail address of who keeps the plan. Old templates of DIWI lack this field; add it.",
    ),
    "identificatie_nr": Text("Een geheel getal.", "A whole number."),
    "start_project": Text("Een datum als JJJJ-MM-DD.", "A date as YYYY-MM-DD."),
    "eind_project": Text("Een datum als JJJJ-MM-DD.", "A date as YYYY-MM-DD."),
}


def _blok(node: Knoop, plan: Plan, lists: RegisterLists) -> Woningblok:
    blok = Woningblok("", "bouw", 0, plaats=node.melder.plaats(node.path))
    node.melder.blok = ""
    put_blok(blok, "naam", node, "name", _needed(node, "name", node.text("name"), "no_houseblock_name") or "")
    node.melder.blok = blok.naam
    blok.in_programmering = plan.velden.get("in_programmering")
    _mutatie(node, blok, plan, lists)
    _oplevering(node, blok, plan.velden.get("eind_datum"))
    if node.array("grootte"):
        why = Text(
            "DIWI bewaart dit veld niet en zegt niet wat erin staat.", "DIWI ignores it and does not say what it is."
        )
        node.melder.not_stored(node.where("grootte"), node.value("grootte"), why)
    blok.verdelingen += read_lijstverdeling(node, "fysiek_voorkomen", "fysiek_voorkomen", "fysiek_voorkomen", lists)
    blok.verdelingen += read_lijstverdeling(node, "doelgroep", "doelgroep_categorie", "doelgroep", lists)
    blok.verdelingen += read_grondpositie(node)
    _totals(node, blok)
    read_eigenschappen(node.child("maatwerk_woningeigenschappen"), blok, "woningblok", lists)
    node.close()
    return blok


def _totals(node: Knoop, blok: Woningblok) -> None:
    """What is given as a list must be complete in this format: it has no word for unknown."""
    for kenmerk in LIJSTEN:
        total = sum(verdeling.aantal for verdeling in blok.verdelingen if verdeling.kenmerk == kenmerk)
        if total and blok.aantal > 0 and total != blok.aantal:
            node.melder.known(TOTAAL[kenmerk], node.where(kenmerk), total, som=total, aantal=blok.aantal)


def _mutatie(node: Knoop, blok: Woningblok, plan: Plan, lists: RegisterLists) -> None:
    mutatie = node.child("mutatiegegevens")
    soorten = codelijst("mutatie").spelled("diwi")
    soort = mutatie.constant("mutatie_type", soorten, "no_houseblock_mutation")
    _needed(mutatie, "mutatie_type", mutatie.value("mutatie_type"), "no_houseblock_mutation", soorten)
    put_blok(blok, "mutatie", mutatie, "mutatie_type", soort or "bouw")
    aantal = mutatie.integer("aantal")
    if aantal is None or aantal <= 0:
        mutatie.melder.known("houseblock_housing_number", mutatie.where("aantal"), aantal)
    put_blok(blok, "aantal", mutatie, "aantal", aantal or 0)
    eigendom = mutatie.constant("eigendom_type", codelijst("eigendom").spelled("diwi"), "feature_error")
    _waarde(node, mutatie, blok, eigendom)
    woningtype = mutatie.constant("woning_type", codelijst("woningtype").spelled("diwi"), "feature_error")
    if woningtype:
        blok.verdelingen.append(Verdeling("woningtype", woningtype, blok.aantal, plaats=mutatie.plaats("woning_type")))
    contract = mutatie.text("contract_type")
    put_blok(
        blok, "contract", mutatie, "contract_type", word(lists, "contract", _CONTRACT.get(contract or "", contract))
    )
    status = mutatie.constant("status", dict(zip(PROJECTSTATUS, PROJECTSTATUS)), "feature_error")
    if status and status != plan.status:
        why = Text("een blok heeft geen eigen status.", "a block has no status of its own.")
        mutatie.melder.not_stored(mutatie.where("status"), status, why)
    mutatie.close()


def _waarde(node: Knoop, mutatie: Knoop, blok: Woningblok, eigendom: Optional[str]) -> None:
    waarde = node.child("waarde")
    laag, hoog, klasse = waarde.cents("laag"), waarde.cents("hoog"), waarde.text("categorie")
    waarde.close()
    if klasse == PLACEHOLDER:
        klasse = None  # nobody's price class: it is the word that DIWI's template comes with
    amounts = laag is not None or hoog is not None
    if eigendom is None:
        if amounts or klasse:
            why = Text("zonder eigendom_type is er geen prijs.", "without eigendom_type there is no price.")
            node.melder.not_stored(node.where("waarde"), _priced(laag, hoog, klasse), why)
        return
    if amounts and klasse:
        node.melder.known("houseblock_ownership_multiple_types", waarde.where("categorie"), klasse)
    said = laag is None and waarde.value("laag") is not None  # that `laag` is no amount was reported
    if hoog is not None and not said and (laag is None or laag > hoog):
        node.melder.own(
            "invalid_numeric_range",
            waarde.where("laag"),
            _priced(laag, hoog, None),
            Text("De prijsgrenzen zijn geen geldige reeks.", "The price limits are no valid range."),
            Text("'laag' alleen, of 'laag' niet hoger dan 'hoog'.", "'laag' alone, or 'laag' not above 'hoog'."),
        )
    if laag is not None and hoog == laag + ENKELE_PRIJS:
        hoog = laag
    blok.verdelingen.append(
        Verdeling("eigendom", eigendom, blok.aantal, laag, hoog, klasse, plaats=mutatie.plaats("eigendom_type"))
    )


def _priced(laag: Optional[int], hoog: Optional[int], klasse: Optional[str]) -> str:
    limits = ["" if cents is None else f"{cents / 100:.2f}" for cents in (laag, hoog)]
    return klasse or "–".join(limits)


def _oplevering(node: Knoop, blok: Woningblok, eind: Optional[date]) -> None:
    """One date for the whole block; without one it is delivered at the end of the project, as in DIWI."""
    when = node.date("einddatum") or eind
    if when is not None and blok.aantal > 0:
        blok.opleveringen.append(Oplevering(when, blok.aantal, plaats=node.plaats("einddatum")))
