"""DIWI's rules for the programme of a plan (diwi_exchange §1.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.plan import Plan, Verdeling, Woningblok
from diwi_qgis.exchange.problem_catalogue import problem, shown
from diwi_qgis.exchange.problems import Problem

#: DIWI's code for a breakdown that does not fit, by characteristic; those of DIWI's that it lacks get ours.
TOTAAL = {
    "eigendom": "houseblock_ownership_total",
    "woningtype": "houseblock_house_type_total",
    "fysiek_voorkomen": "houseblock_physical_appearance_total",
    "doelgroep": "houseblock_target_group_total",
    "grondpositie": "houseblock_ground_position_total",
}

#: DIWI's word for a kind of ownership in its codes.
EIGENAAR = {
    "koopwoning": "owner",
    "huurwoning_particuliere_verhuurder": "landlord",
    "huurwoning_woningcorporatie": "housing_assoc",
}


def block_problems(plan: Plan) -> Iterator[Problem]:
    """Everything that is wrong with the programme of one plan."""
    start, eind = plan.velden.get("start_datum"), plan.velden.get("eind_datum")
    realisatie = _start_of_realisation(plan)
    for blok in plan.woningblokken:
        check = _BlockCheck(plan, blok)
        yield from check.numbers()
        yield from check.deliveries(start, eind, realisatie)
        yield from check.breakdowns()


def _start_of_realisation(plan: Plan) -> Optional[date]:
    dates = [m.gerealiseerd or m.gepland for m in plan.mijlpalen if m.soort == "fase_realisatie"]
    return min((when for when in dates if when), default=None)


class _BlockCheck:
    def __init__(self, plan: Plan, blok: Woningblok) -> None:
        self.plan, self.blok = plan, blok

    def problem(self, code: str, plaats: Any = None, **fields: Any) -> Problem:
        where = plaats if plaats is not None else self.blok.plaats
        return problem(code, plaats=where, plan=self.plan.naam, blok=self.blok.naam, **fields)

    def numbers(self) -> Iterator[Problem]:
        if self.blok.aantal <= 0:
            yield self.problem("houseblock_housing_number", self.blok.plaatsen.get("aantal"), value=self.blok.aantal)

    def deliveries(self, start: Optional[date], eind: Optional[date], realisatie: Optional[date]) -> Iterator[Problem]:
        opleveringen = self.blok.opleveringen
        total = sum(oplevering.aantal for oplevering in opleveringen)
        if opleveringen and total != self.blok.aantal:
            yield self.problem(
                "houseblock_delivery_total", opleveringen[0].plaats, value=total, som=total, aantal=self.blok.aantal
            )
        if not eind:
            return
        latest = max(opleveringen, key=lambda oplevering: oplevering.datum, default=None)
        if latest and latest.datum > eind:
            yield self.problem("houseblock_delivery_date", latest.plaats, value=latest.datum, ander=eind)
        for oplevering in opleveringen:
            when = oplevering.datum
            early = when < realisatie if realisatie else (start is not None and not start < when)
            if early:
                ander = f"{shown(realisatie or start)} – {shown(eind)}"
                yield self.problem("houseblock_delivery_phase", oplevering.plaats, value=when, ander=ander)

    def breakdowns(self) -> Iterator[Problem]:
        by_kenmerk: dict[str, list[Verdeling]] = {}
        for verdeling in self.blok.verdelingen:
            by_kenmerk.setdefault(verdeling.kenmerk, []).append(verdeling)
        for kenmerk, verdelingen in by_kenmerk.items():
            total = sum(verdeling.aantal for verdeling in verdelingen)
            if total > self.blok.aantal:
                code = TOTAAL.get(kenmerk, "houseblock_breakdown_total")
                yield self.problem(
                    code,
                    verdelingen[0].plaats,
                    value=total,
                    som=total,
                    aantal=self.blok.aantal,
                    veld=kenmerk,
                )
