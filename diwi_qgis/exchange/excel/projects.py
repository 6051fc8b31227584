"""The project part of one row: what it says of the plan, and whether a later row of the same plan says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Optional

from diwi_qgis.exchange.excel.cells import Refused, to_boolean, to_date, to_text
from diwi_qgis.exchange.excel.headings import Bron
from diwi_qgis.exchange.excel.layout import IDENTIFICATIE, PROJECTSTATUS, Cel, Doel
from diwi_qgis.exchange.excel.properties import read_properties
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Mijlpaal, Plaats, Plan
from diwi_qgis.exchange.problem_catalogue import problem, shown
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.model.codelists import codelijst

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

#: DIWI's code for a value that is missing, or is not in its list.
_MISSING = {
    "naam": "no_project_name",
    "vertrouwelijkheid": "no_project_confidentiality",
    "status": "no_project_status",
    "start_datum": "no_project_start_date",
    "eind_datum": "no_project_end_date",
    "plantype": "invalid_plan_type",
    "extern_id": "no_project_identificationNo",
}

#: Columns in which DIWI's export joins several values with a comma.
_JOINED = ("plantype", "eigenaar")


@dataclass
class ProjectRow:
    """A plan as one row states it. `said` is what each column said, by column index, to hold later rows against."""

    plan: Plan
    row: int
    exported: bool
    cells: dict[int, Any]
    said: dict[int, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    blokken: dict[str, int] = field(default_factory=dict)


@cache
def words(lijst: str) -> dict[str, str]:
    """From the words for a closed list, in lower case, to our codes: DIWI's spelling and our labels."""
    if lijst == "status":
        return {word.casefold(): code for word, code in PROJECTSTATUS.items()}
    found = {waarde.label.casefold(): waarde.code for waarde in codelijst(lijst).waarden}
    return {**found, **{word.casefold(): code for word, code in codelijst(lijst).spelled("excel").items()}}


class ProjectReader:
    """Reads project parts of rows of one sheet."""

    def __init__(self, sheet: str, columns: Sequence[Bron], lists: Optional[RegisterLists]) -> None:
        self.sheet, self.lists = sheet, lists
        self.columns = [b for b in columns if b.kop.doel in (Doel.VELD, Doel.STATUS, Doel.MIJLPAAL)]
        self.properties = [b for b in columns if b.kop.doel is Doel.PROJECT_EIGENSCHAP and b.actief]
        self.all = [*self.columns, *self.properties]

    def read(self, row: int, filled: Mapping[int, Any], unread: set[int]) -> ProjectRow:
        """What a row says of its plan. `unread` are positions of formulas without a saved result: reported already."""
        cells = {bron.index: filled[bron.index] for bron in self.all if bron.index in filled}
        plan = Plan({}, plaats=Plaats(self.sheet, row))
        found = ProjectRow(plan, row, False, cells)
        for bron in self.columns:
            value = filled.get(bron.index)
            if value is None and not bron.kop.verplicht:
                self.nothing(found, bron)
            elif bron.index not in unread:
                self.column(found, bron, value)
        naam = plan.naam
        properties = read_properties(self.properties, filled, "project", self.lists, self.sheet, row, naam)
        plan.eigenschappen = properties.values
        plan.plaatsen.update(properties.places)
        found.problems += properties.problems
        found.said.update({bron.index: plan.eigenschappen.get(str(bron.betekenis)) for bron in self.properties})
        return found

    def nothing(self, found: ProjectRow, bron: Bron) -> None:
        """An empty cell says that the plan does not have this; only the municipality is then that of the register."""
        found.said[bron.index] = None
        if bron.kop.doel is Doel.VELD and bron.kop.naam != "gemeente":
            found.plan.velden[bron.kop.naam] = None

    def column(self, found: ProjectRow, bron: Bron, value: Any) -> None:
        """Take one cell into the plan."""
        plan, kop = found.plan, bron.kop
        place = Plaats(self.sheet, found.row, bron.letter)
        plan.plaatsen[kop.naam] = place
        try:
            ours = self.value(found, bron, value, place)
        except Refused as refused:
            found.problems.append(problem(refused.code, place, value, plan.naam, veld=kop.tekst))
            return
        found.said[bron.index] = ours
        if kop.doel is Doel.STATUS:
            plan.status = ours
        elif kop.doel is Doel.MIJLPAAL:
            plan.mijlpalen.append(Mijlpaal(kop.naam, gepland=ours, plaats=place))
        elif kop is IDENTIFICATIE and _UUID.fullmatch(ours or ""):
            plan.uuid, plan.plaats, found.exported = str(ours).lower(), place, True
        else:
            plan.velden[kop.naam] = ours
            if kop is IDENTIFICATIE:
                plan.plaats = place

    def value(self, found: ProjectRow, bron: Bron, value: Any, place: Plaats) -> Any:
        """The value of a cell as ours; Refused when it does not fit."""
        kop = bron.kop
        if value is None:
            if kop.naam in _MISSING:
                raise Refused(_MISSING[kop.naam])
            return None
        if kop.cel is Cel.DATUM:
            return to_date(value)
        if kop.cel is Cel.JA_NEE:
            return to_boolean(value)
        text = to_text(value)
        if found.exported and kop.naam in _JOINED and ", " in text:
            first = text.split(", ")[0]
            found.problems.append(
                problem("several_values", place, text, found.plan.naam, warning=True, veld=kop.tekst, ander=first)
            )
            text = first
        if kop.cel is Cel.LIJST:
            code = words(kop.lijst or kop.naam).get(text.casefold())
            if code is None:
                raise Refused(_MISSING[kop.naam])
            return code
        if kop.lijst and self.lists:
            return self.lists.code(kop.lijst, text) or text
        return text

    def repeats(self, first: ProjectRow, filled: Mapping[int, Any]) -> bool:
        """Whether a row has exactly the project cells of an earlier one in which nothing was wrong."""
        return not first.problems and all(filled.get(bron.index) == first.cells.get(bron.index) for bron in self.all)

    def compare(self, first: ProjectRow, later: ProjectRow) -> list[Problem]:
        """Where a later row of a plan says something else than its first."""
        problems = []
        for bron in self.all:
            if bron.index not in first.said or bron.index not in later.said:
                continue
            there, here = first.said[bron.index], later.said[bron.index]
            if there == here:
                continue
            if first.exported and bron.kop.naam == "in_programmering":
                first.plan.velden["in_programmering"] = None  # DIWI's export states it per block
                continue
            value = later.cells.get(bron.index)
            before = f"{bron.letter}{first.row}: '{shown(first.cells.get(bron.index))}'"
            place = Plaats(self.sheet, later.row, bron.letter)
            problems.append(
                problem("project_level_data_invalid", place, value, first.plan.naam, veld=bron.titel, ander=before)
            )
        return problems
