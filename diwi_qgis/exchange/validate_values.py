"""Values that a register cannot hold, whatever they mean: impossible dates, numbers, texts and kinds of property."""

from __future__ import annotations

import math
import uuid as uuids
from collections.abc import Iterator
from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import EigenschapWaarde, Plaats, Plan, Woningblok
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table

#: First and last year of a date (issue 2, bad input).
JAREN = (1900, 2199)

#: Kinds of custom property and the code of DIWI for a value of another kind.
_VERKEERD = {"getal": "not_numeric", "ja_nee": "not_boolean"}


def value_problems(plan: Plan, lists: RegisterLists) -> Iterator[Problem]:
    """Everything in one plan that cannot be stored as it is."""
    check = _ValueCheck(plan)
    yield from check.identity()
    yield from check.columns("project", plan.velden, None, plan.plaatsen, plan.plaats)
    yield from check.duration()
    for mijlpaal in plan.mijlpalen:
        yield from check.columns("mijlpaal", vars(mijlpaal), None, {}, mijlpaal.plaats)
    for name, rows in plan.overig.items():
        for row in rows:
            yield from check.columns(name, row, None, {}, plan.plaats)
    yield from check.eigenschappen("project", plan.eigenschappen, None, lists)
    for blok in plan.woningblokken:
        yield from check.columns("woningblok", vars(blok), blok, blok.plaatsen, blok.plaats)
        yield from check.size(blok)
        for verdeling in blok.verdelingen:
            yield from check.columns("verdeling", vars(verdeling), blok, {}, verdeling.plaats)
            yield from check.price(verdeling.prijs_min, verdeling.prijs_max, blok, verdeling.plaats)
        for oplevering in blok.opleveringen:
            yield from check.columns("oplevering", vars(oplevering), blok, {}, oplevering.plaats)
        yield from check.eigenschappen("woningblok", blok.eigenschappen, blok, lists)


class _ValueCheck:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def problem(self, code: str, plaats: Plaats, blok: Optional[Woningblok], value: Any, **fields: Any) -> Problem:
        return problem(code, plaats, value, self.plan.naam, blok.naam if blok else "", **fields)

    def identity(self) -> Iterator[Problem]:
        if self.plan.uuid is None:
            return
        try:
            uuids.UUID(self.plan.uuid)
        except ValueError:
            yield self.problem("invalid_uuid", self.plan.plaats, None, self.plan.uuid)

    def duration(self) -> Iterator[Problem]:
        start, eind = self.plan.velden.get("start_datum"), self.plan.velden.get("eind_datum")
        if start and eind and not eind > start:
            plaats = self.plan.plaatsen.get("eind_datum", self.plan.plaats)
            yield self.problem("project_dates_error", plaats, None, eind, ander=start)

    def columns(
        self, name: str, values: dict[str, Any], blok: Optional[Woningblok], places: dict[str, Plaats], place: Plaats
    ) -> Iterator[Problem]:
        for column in table(name).user_columns:
            value = values.get(column.name)
            if value is not None:
                yield from self.value(column, value, blok, places.get(column.name, place))

    def value(self, column: Column, value: Any, blok: Optional[Woningblok], plaats: Plaats) -> Iterator[Problem]:
        if column.kind is Kind.DATE:
            yield from self.date(column.label, value, blok, plaats)
        elif column.kind is Kind.INTEGER:
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole or value < (column.minimum or 0):
                yield self.problem("invalid_amount", plaats, blok, value, veld=column.label)
            elif column.maximum is not None and value > column.maximum:
                yield self.problem("amount_too_large", plaats, blok, value, veld=column.label, ander=column.maximum)
        elif column.kind is Kind.REAL:
            if not finite(value) or (column.minimum is not None and value < column.minimum):
                yield self.problem("not_numeric", plaats, blok, value, veld=column.label)
        elif column.kind is Kind.BOOLEAN:
            if not isinstance(value, bool):
                yield self.problem("not_boolean", plaats, blok, value, veld=column.label)
        elif not isinstance(value, str):
            yield self.problem("not_string", plaats, blok, value, veld=column.label)
        elif column.length and len(value) > column.length:
            yield self.problem(
                "text_too_long", plaats, blok, value, veld=column.label, som=len(value), ander=column.length
            )

    def date(self, label: str, value: Any, blok: Optional[Woningblok], plaats: Plaats) -> Iterator[Problem]:
        if not isinstance(value, date):
            yield self.problem("not_date", plaats, blok, value, veld=label)
        elif not JAREN[0] <= value.year <= JAREN[1]:
            yield self.problem("date_out_of_range", plaats, blok, value, veld=label)

    def size(self, blok: Woningblok) -> Iterator[Problem]:
        low, high = blok.oppervlakte_min, blok.oppervlakte_max
        if low is not None and high is not None and low > high:
            yield self.problem("invalid_numeric_range", blok.plaats, blok, f"{low}-{high}", veld="Woonoppervlak")

    def price(self, low: Optional[int], high: Optional[int], blok: Woningblok, plaats: Plaats) -> Iterator[Problem]:
        if high is not None and (low is None or low > high):
            given = f"{'' if low is None else euro(low)}-{euro(high)}"
            yield self.problem("invalid_numeric_range", plaats, blok, given, veld="Prijs")

    def eigenschappen(
        self, object: str, values: dict[str, EigenschapWaarde], blok: Optional[Woningblok], lists: RegisterLists
    ) -> Iterator[Problem]:
        holder: Any = blok or self.plan
        for naam, value in values.items():
            eigenschap = lists.eigenschap(naam, object) or lists.inactieve_eigenschappen.get(naam)
            plaats = holder.plaatsen.get(f"eigenschap:{naam}", holder.plaats)
            several = value if isinstance(value, tuple) else (value,)
            if any(isinstance(one, float) and not math.isfinite(one) for one in several):
                yield self.problem("not_numeric", plaats, blok, value, veld=naam)
            elif eigenschap is None or value is None:
                continue
            elif len(several) > 1 and not eigenschap.meervoudig and not self.plan.volledig:
                yield self.problem("one_value_only", plaats, blok, ", ".join(map(str, several)), veld=naam)
            elif not all(fits(eigenschap.soort, one) for one in several):
                yield self.problem(_VERKEERD.get(eigenschap.soort, "not_string"), plaats, blok, value, veld=naam)


def fits(soort: str, value: Any) -> bool:
    """Whether a value is of the kind that a custom property of this kind holds."""
    if soort == "getal":
        return finite(value)
    return isinstance(value, bool if soort == "ja_nee" else str)


def euro(cents: int) -> str:
    """An amount in cents as DIWI writes it in euro: whole euros without decimals, otherwise two, with a point."""
    return str(cents // 100) if cents % 100 == 0 else f"{cents // 100}.{cents % 100:02d}"


def finite(value: Any) -> bool:
    """Whether this is a number, and one that a database can hold."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
