"""The properties of one feature of what DIWI *exports* as GeoJSON, as a plan. DIWI itself cannot read these back.

Known gaps of that export, which no reader can fill (docs/formats/geojson.md): the owner, priority, physical appearance and
target groups are never in it, and of an open-ended purchase price the lower limit is lost.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.geojson.nodes import Knoop, Melder
from diwi_qgis.exchange.geojson.properties import (
    put,
    put_blok,
    read_eigenschappen,
    read_grondpositie,
    read_lijstverdeling,
    read_mijlpalen,
    word,
)
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import markt_van
from diwi_qgis.texts import Text


def is_export_format(properties: dict[str, Any]) -> bool:
    """Whether these properties are of DIWI's export: only that has `diwi_id`."""
    gegevens = properties.get("projectgegevens")
    return isinstance(gegevens, dict) and "diwi_id" in gegevens


def read_export_format(properties: dict[str, Any], melder: Melder, lists: RegisterLists) -> Plan:
    """The plan, with DIWI's ids as uuids; what is wrong with it goes to `melder`."""
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
    put(plan, "naam", basis, "naam", basis.text("naam"))
    root.melder.plan = plan.naam
    if not plan.velden.get("naam"):
        root.melder.known("no_project_name", basis.where("naam"))
    nummer = basis.text("identificatie_nr")
    put(plan, "extern_id", basis, "identificatie_nr", nummer)
    basis.close()
    plan.uuid = root.uuid("diwi_id")
    gegevens = root.child("projectgegevens")
    plantypen, niveaus = codelijst("plantype").spelled("geojson"), codelijst("vertrouwelijkheid").spelled("geojson")
    put(plan, "plantype", gegevens, "plan_soort", gegevens.constant("plan_soort", plantypen, "invalid_plan_type"))
    put(plan, "prioriteit", gegevens, "prioritering", word(lists, "prioriteit", _first(gegevens, "prioritering")))
    put(plan, "rol_gemeente", gegevens, "rol_gemeente", word(lists, "rol_gemeente", _first(gegevens, "rol_gemeente")))
    statussen = {"ACTIVE": "ACTIVE", "REALIZED": "REALIZED"}
    plan.status = gegevens.constant("status", statussen, "no_project_status")
    put(plan, "eigenaar", gegevens, "eigenaar", gegevens.text("eigenaar"))
    niveau = gegevens.constant("vertrouwelijkheid", niveaus, "no_project_confidentiality")
    put(plan, "vertrouwelijkheid", gegevens, "vertrouwelijkheid", niveau)
    gegevens.close()
    duur = root.child("projectduur")
    put(plan, "start_datum", duur, "start_project", duur.date("start_project"))
    put(plan, "eind_datum", duur, "eind_project", duur.date("eind_project"))
    duur.close()
    locatie = root.child("locatie")
    for key in ("gemeente", "wijk", "buurt"):
        put(plan, key, locatie, key, ", ".join(_texts(locatie, key)) or None)
    locatie.close()
    plan.mijlpalen += read_mijlpalen(root.child("projectfasen"), "fase", "fase", "geojson")
    plan.mijlpalen += read_mijlpalen(root.child("planologische_planstatus"), "planstatus", "status", "geojson")
    read_eigenschappen(root.child("maatwerk_projecteigenschappen"), plan, "project", lists, several=True)
    root.close()


def _texts(node: Knoop, key: str) -> list[str]:
    texts = []
    for value in node.array(key):
        if isinstance(value, str):
            texts.append(value.strip())
        else:
            node.wrong(key, value, Text("Een lijst van teksten.", "An array of texts."))
    return [text for text in texts if text]


def _first(node: Knoop, key: str) -> Optional[str]:
    """The register keeps one value here; that it left others out is said."""
    texts = _texts(node, key)
    if len(texts) > 1:
        node.melder.known("several_values", node.where(key), ", ".join(texts), warning=True, ander=texts[0])
    return texts[0] if texts else None


def _blok(node: Knoop, plan: Plan, lists: RegisterLists) -> Woningblok:
    blok = Woningblok("", "bouw", 0, plaats=node.melder.plaats(node.path))
    node.melder.blok = ""
    put_blok(blok, "naam", node, "naam", node.text("naam") or "")
    node.melder.blok = blok.naam
    if not blok.naam:
        node.melder.known("no_houseblock_name", node.where("naam"))
    blok.uuid = node.uuid("diwi_id")
    put_blok(blok, "in_programmering", node, "in_programmering", node.boolean("in_programmering"))
    _mutatie(node.child("mutatiegegevens"), blok)
    _woningtype(node.child("woning_type"), blok)
    _grootte(node.child("grootte"), blok)
    for waarde in node.children("waarde"):
        _waarde(waarde, blok, lists)
    _oplevering(node, blok, plan.velden.get("eind_datum"))
    blok.verdelingen += read_lijstverdeling(node, "fysiek_voorkomen", "fysiek_voorkomen", "fysiek_voorkomen", lists)
    blok.verdelingen += read_lijstverdeling(node, "doelgroep", "doelgroep_categorie", "doelgroep", lists)
    blok.verdelingen += read_grondpositie(node)
    read_eigenschappen(node.child("maatwerk_woningeigenschappen"), blok, "woningblok", lists, several=True)
    node.close()
    return blok


def _mutatie(mutatie: Knoop, blok: Woningblok) -> None:
    soorten = codelijst("mutatie").spelled("geojson")
    soort = mutatie.constant("mutatie_type", soorten, "no_houseblock_mutation")
    if soort is None and mutatie.value("mutatie_type") is None:
        mutatie.melder.known("no_houseblock_mutation", mutatie.where("mutatie_type"))
    put_blok(blok, "mutatie", mutatie, "mutatie_type", soort or "bouw")
    aantal = mutatie.integer("aantal")
    if aantal is None or aantal < 0:
        mutatie.melder.known("houseblock_housing_number", mutatie.where("aantal"), aantal)
    put_blok(blok, "aantal", mutatie, "aantal", aantal or 0)
    mutatie.value("woning_type")  # always null: the types are in `woning_type` of the block
    mutatie.close()


def _woningtype(node: Knoop, blok: Woningblok) -> None:
    node.integer("onbekend")  # what is left of the block; not kept as a row
    for code in codelijst("woningtype").codes:
        aantal = node.integer(code)
        if aantal:
            blok.verdelingen.append(Verdeling("woningtype", code, aantal, plaats=node.plaats(code)))
    node.close()


def _grootte(node: Knoop, blok: Woningblok) -> None:
    """Size in m²: one value, or from–to."""
    waarde, laag, hoog = (_area(node, key) for key in ("waarde", "laag", "hoog"))
    put_blok(blok, "oppervlakte_min", node, "laag", laag if waarde is None else waarde)
    put_blok(blok, "oppervlakte_max", node, "hoog", hoog if waarde is None else waarde)
    node.close()


def _area(node: Knoop, key: str) -> Optional[float]:
    cents = node.cents(key)  # hundredths of a m²: sizes are as exact as amounts
    return None if cents is None else cents / 100


def _waarde(node: Knoop, blok: Woningblok, lists: RegisterLists) -> None:
    eigendom = node.constant("eigendom_type", codelijst("eigendom").spelled("geojson"), "feature_error")
    aantal = node.integer("aantal")
    laag, hoog, waarde = (node.cents(key) for key in ("laag", "hoog", "waarde"))
    klasse = node.text("categorie")
    node.close()
    if waarde is not None:
        laag = hoog = waarde
    if laag is None and hoog is not None:
        laag = 0
    if eigendom is None or not aantal:
        why = Text("zonder eigendom_type en aantal is er geen verdeling.", "it needs eigendom_type and aantal.")
        node.melder.not_stored(node.path, f"{aantal or 0} {klasse or ''}".strip(), why)
        return
    if klasse:
        known = lists.prijsklasse(markt_van(eigendom), klasse)
        if known or laag is None:
            laag, hoog, klasse = None, None, known or klasse
        else:
            why = Text(
                "deze prijsklasse bestaat hier niet; de bedragen wel.", "no such price class here; amounts kept."
            )
            node.melder.not_stored(node.where("categorie"), klasse, why)
            klasse = None
    blok.verdelingen.append(Verdeling("eigendom", eigendom, aantal, laag, hoog, klasse, plaats=node.plaats("aantal")))


def _oplevering(node: Knoop, blok: Woningblok, eind: Optional[date]) -> None:
    when = node.date("einddatum") or eind
    if when is not None and blok.aantal > 0:
        blok.opleveringen.append(Oplevering(when, blok.aantal, plaats=node.plaats("einddatum")))
