"""Values that a register cannot hold, whatever they mean: impossible dates, numbers, texts and kinds of property."""

from __future__ import annotations

import math
import uuid as uuids
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
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
        known = _columns(name)
        for field, value in values.items():
            if value is None or field not in known:
                continue
            column, misfit = known[field]
            code = misfit(column, value)
            if code:
                where = places.get(field, place)
                som = len(value) if isinstance(value, str) else ""
                ander = column.length or column.maximum
                yield self.problem(code, where, blok, value, veld=column.label, som=som, ander=ander)

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


@cache
def _columns(name: str) -> dict[str, tuple[Column, Callable[[Column, Any], str]]]:
    """The columns of a table that people and imports may write, by name, and what finds the misfits of each."""
    return {column.name: (column, _MISFIT.get(column.kind, _no_text)) for column in table(name).user_columns}


def _no_date(_: Column, value: Any) -> str:
    if not isinstance(value, date):
        return "not_date"
    return "" if JAREN[0] <= value.year <= JAREN[1] else "date_out_of_range"


def _no_amount(column: Column, value: Any) -> str:
    if not isinstance(value, int) or isinstance(value, bool) or value < (column.minimum or 0):
        return "invalid_amount"
    return "amount_too_large" if column.maximum is not None and value > column.maximum else ""


def _no_number(column: Column, value: Any) -> str:
    return "" if finite(value) and (column.minimum is None or value >= column.minimum) else "not_numeric"


def _no_boolean(_: Column, value: Any) -> str:
    return "" if isinstance(value, bool) else "not_boolean"


def _no_text(column: Column, value: Any) -> str:
    if not isinstance(value, str):
        return "not_string"
    return "text_too_long" if column.length and len(value) > column.length else ""


#: By the kind of a column: the code of what makes that it cannot hold a value, or nothing. Other kinds hold text.
_MISFIT: dict[Kind, Callable[[Column, Any], str]] = {
    Kind.DATE: _no_date,
    Kind.INTEGER: _no_amount,
    Kind.REAL: _no_number,
    Kind.BOOLEAN: _no_boolean,
}


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
