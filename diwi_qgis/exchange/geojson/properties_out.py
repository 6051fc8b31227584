"""A plan as `properties` of DIWI's GeoJSON import format: only keys and words that DIWI accepts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Optional, Union

from diwi_qgis.exchange.geojson.import_format import ENKELE_PRIJS
from diwi_qgis.exchange.geojson.split import Deel
from diwi_qgis.exchange.plan import EigenschapWaarde, Mijlpaal, Plan, Woningblok
from diwi_qgis.model.codelists import codelijst


def properties_of(plan: Plan, nummer: int, reference_date: date, delen: Sequence[Sequence[Deel]]) -> dict[str, Any]:
    """The `properties` of a plan. `nummer` is its `identificatie_nr`, `delen` the parts of its blocks (`split_all`).

    The project status is that on `reference_date`. Of an aborted plan the end is the day it was aborted, because DIWI refuses an aborted plan that ends in the future.
    """
    status, eind = status_and_end(plan, reference_date)
    return {
        "projectgegevens": {
            "basisgegevens": {"identificatie_nr": nummer, "naam": plan.velden.get("naam")},
            "projectgegevens": {
                "plan_soort": _word("plantype", plan.velden.get("plantype")),
                "in_programmering": plan.velden.get("in_programmering"),
                "prioritering": plan.velden.get("prioriteit"),
                "rol_gemeente": plan.velden.get("rol_gemeente"),
                "status": status,
                "eigenaar": plan.velden.get("eigenaar"),
                "vertrouwelijkheid": _word("vertrouwelijkheid", plan.velden.get("vertrouwelijkheid")),
            },
            "rollen": {},
            "projectduur": {"start_project": _iso(plan.velden.get("start_datum")), "eind_project": _iso(eind)},
            "projectfasen": _dates(plan, "fase", "fase", eind),
            "planologische_planstatus": _dates(plan, "planstatus", "status", eind),
            "locatie": {key: plan.velden.get(key) for key in ("gemeente", "wijk", "buurt")},
            "maatwerk_projecteigenschappen": _eigenschappen(plan.eigenschappen),
        },
        "woning_blokken": [
            _blok(plan, blok, deel, eind) for blok, parts in zip(plan.woningblokken, delen) for deel in parts
        ],
    }


def status_and_end(plan: Plan, reference_date: date) -> tuple[str, Optional[date]]:
    """DIWI's project status on a date, and the end of the project that goes with it."""
    start, eind = plan.velden.get("start_datum"), plan.velden.get("eind_datum")
    aborted = _first_date(plan, "afgebroken")
    if aborted and start and eind and start < aborted <= reference_date:
        return "TERMINATED", min(eind, aborted)
    if aborted and start and aborted <= start < reference_date:
        return "TERMINATED", start + timedelta(days=1)
    if start and reference_date < start:
        return "NEW", eind
    return ("REALIZED" if eind and eind < reference_date else "ACTIVE"), eind


def start_of(plan: Plan, soort: str, eind: Optional[date]) -> Optional[date]:
    """The first date of a kind of milestone, as DIWI may know it: of an aborted plan only what came before its end."""
    when = _first_date(plan, soort)
    cut = when and eind and eind != plan.velden.get("eind_datum") and when >= eind
    return None if cut else when


def mijlpaal_date(mijlpaal: Mijlpaal) -> Optional[date]:
    """The date from which a milestone counts."""
    return mijlpaal.gerealiseerd or mijlpaal.gepland


def _first_date(plan: Plan, soort: str) -> Optional[date]:
    dates = [mijlpaal_date(mijlpaal) for mijlpaal in plan.mijlpalen if mijlpaal.soort == soort]
    return min((when for when in dates if when), default=None)


def _dates(plan: Plan, lijst: str, soort: str, eind: Optional[date]) -> dict[str, Optional[str]]:
    """The first date of every phase or status; of an aborted plan only what came before its end."""
    words = codelijst(lijst).spelled("diwi")
    return {spelling: _iso(start_of(plan, f"{soort}_{code}", eind)) for spelling, code in words.items()}


def _blok(plan: Plan, blok: Woningblok, deel: Deel, eind: Optional[date]) -> dict[str, Any]:
    datum = deel.datum
    if datum and eind and eind != plan.velden.get("eind_datum") and datum > eind:
        datum = None
    return {
        "name": deel.naam,
        "mutatiegegevens": {
            "mutatie_type": _word("mutatie", blok.mutatie),
            "eigendom_type": _word("eigendom", deel.eigendom.categorie if deel.eigendom else None),
            "woning_type": _word("woningtype", deel.woningtype),
            "contract_type": blok.contract,
            "status": None,
            "aantal": deel.aantal,
        },
        "einddatum": _iso(datum),
        "grootte": [],
        "waarde": _waarde(deel),
        "fysiek_voorkomen": _list(deel, "fysiek_voorkomen", "fysiek_voorkomen"),
        "doelgroep": _list(deel, "doelgroep", "doelgroep_categorie"),
        "grondpositie": _grondpositie(deel),
        "maatwerk_woningeigenschappen": _eigenschappen(blok.eigenschappen),
    }


def _waarde(deel: Deel) -> dict[str, Any]:
    prijs = deel.eigendom
    if prijs is None:
        return {"laag": None, "hoog": None, "categorie": None}
    hoog = prijs.prijs_max
    if hoog is not None and hoog == prijs.prijs_min:
        hoog += ENKELE_PRIJS
    return {"laag": _euro(prijs.prijs_min), "hoog": _euro(hoog), "categorie": prijs.prijsklasse}


def _euro(cents: Optional[int]) -> Optional[Union[int, float]]:
    """Euros; the shortest decimal number that stands for these cents, which is exact up to 10^13 euro."""
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100


def _list(deel: Deel, kenmerk: str, option: str) -> list[dict[str, Any]]:
    return [{option: categorie, "aantal": aantal} for categorie, aantal in deel.verdelingen.get(kenmerk, ())]


def _grondpositie(deel: Deel) -> dict[str, Optional[int]]:
    totals: dict[str, int] = {}
    for categorie, aantal in deel.verdelingen.get("grondpositie", ()):
        totals[categorie] = totals.get(categorie, 0) + aantal
    return {spelling: totals.get(code) for spelling, code in codelijst("grondpositie").spelled("diwi").items()}


def _eigenschappen(values: dict[str, EigenschapWaarde]) -> dict[str, Any]:
    """Single values; DIWI has no place for several, which travel in our own part of the feature only."""
    found: dict[str, Any] = {}
    for naam, value in values.items():
        single = value[0] if isinstance(value, tuple) and len(value) == 1 else value
        if single is not None and not isinstance(single, tuple):
            found[naam] = single
    return found


def _word(lijst: str, code: Optional[str]) -> Optional[str]:
    return codelijst(lijst).waarde(code).spelling.get("diwi") if code else None


def _iso(when: Optional[date]) -> Optional[str]:
    return when.isoformat() if when else None
