"""What must be written so that the register says what a plan says: only what differs."""

from __future__ import annotations

import uuid as uuids
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, Optional

from diwi_qgis.exchange.load import WAARDE_KOLOM
from diwi_qgis.exchange.plan import OVERIG, EigenschapWaarde, Mijlpaal, Plan, Woningblok
from diwi_qgis.exchange.rows import Row, as_multi, same
from diwi_qgis.exchange.save_lists import converted
from diwi_qgis.exchange.save_match import Key, Matched, by, differences, match
from diwi_qgis.exchange.save_report import Change, PlanResult, SaveReport, Soort
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.identity import counting_uuids
from diwi_qgis.model.tables import table

_BLOK = (
    "naam",
    "mutatie",
    "aantal",
    "in_programmering",
    "oppervlakte_min",
    "oppervlakte_max",
    "contract",
    "opmerkingen",
)
_OPLEVERING = ("datum", "aantal", "gerealiseerd")
_VERDELING = ("kenmerk", "categorie", "prijs_min", "prijs_max", "prijsklasse", "aantal")
_MIJLPAAL = ("soort", "gepland", "gerealiseerd", "eerste_prognose", "p50", "p80", "omschrijving", "bron")


def _effective(row: Row) -> Optional[date]:
    return row.get("gerealiseerd") or row.get("gepland")


#: How rows of a file are recognised among those of the register, best first.
KEYS: dict[str, tuple[Key, ...]] = {
    "woningblok": (by("uuid"), by("naam", "mutatie", "aantal"), by("naam", "mutatie")),
    "verdeling": (by("uuid"), by(*_VERDELING), by(*_VERDELING[:-1])),
    "oplevering": (by("uuid"), by(*_OPLEVERING), by("datum", "aantal"), by("datum")),
    "mijlpaal": (by("uuid"), lambda row: (row["soort"], _effective(row)), by("soort")),
    "afspraak": (by("uuid"), by("onderwerp", "omschrijving", "datum")),
    "knelpunt": (by("uuid"), by("soort", "toelichting", "sinds")),
    "document": (by("uuid"), by("pad", "titel")),
    "actie": (by("uuid"), by("omschrijving", "wie")),
    "perceel_koppeling": (by("uuid"), by("identificatie")),
    "pand_koppeling": (by("uuid"), by("identificatie")),
}

#: Columns that name a row for people.
_NAAM = {
    "woningblok": ("naam",),
    "verdeling": ("kenmerk", "categorie"),
    "oplevering": ("datum",),
    "mijlpaal": ("soort",),
    "afspraak": ("onderwerp", "omschrijving"),
    "knelpunt": ("soort",),
    "document": ("titel",),
    "actie": ("omschrijving",),
    "perceel_koppeling": ("aanduiding",),
    "pand_koppeling": ("identificatie",),
}


@cache
def uitwisselbaar() -> tuple[str, ...]:
    """The kinds of milestone that DIWI's files can express: starts of phases and of plan statuses."""
    return tuple(
        soort.code
        for soort in codelijst("mijlpaalsoort").waarden
        if soort.zet_fase or (soort.zet_planstatus and codelijst("planstatus").waarde(soort.zet_planstatus).spelling)
    )


@dataclass
class Batch:
    """Rows to write, by table; `used` are the uuids that the rows of a table have."""

    used: dict[str, set[str]]
    inserts: dict[str, list[Row]] = field(default_factory=dict)
    updates: dict[str, list[Row]] = field(default_factory=dict)
    deletes: dict[str, list[str]] = field(default_factory=dict)
    _new: Iterator[str] = field(default_factory=counting_uuids)

    def insert(self, name: str, row: Row) -> str:
        """Add a row; it keeps its uuid unless that is not one or another row has it."""
        wanted = row.get("uuid")
        row["uuid"] = identity = self.reserve(name, wanted) if wanted else next(self._new)
        self.inserts.setdefault(name, []).append(row)
        return identity

    def reserve(self, name: str, wanted: Optional[str]) -> str:
        """A uuid for a new row: the wanted one in its usual spelling when it is one and still free, else a new one."""
        used = self.used.setdefault(name, set())
        try:
            identity = str(uuids.UUID(wanted)) if wanted else ""
        except ValueError:
            identity = ""
        if not identity or identity in used:
            identity = str(uuids.uuid4()) if name == "project" else next(self._new)
        used.add(identity)
        return identity

    def update(self, name: str, uuid: str, values: Row) -> None:
        """Change columns of a row."""
        self.updates.setdefault(name, []).append({"uuid": uuid, **values})

    def delete(self, name: str, uuid: str) -> None:
        """Remove a row."""
        self.deletes.setdefault(name, []).append(uuid)


@dataclass
class Existing:
    """What the register has: projects by uuid, rows below them by table and parent, custom properties by name."""

    projects: dict[str, Row]
    children: dict[str, dict[str, list[Row]]]
    eigenschappen: dict[str, Row]

    @cached_property
    def eigenschap_namen(self) -> dict[str, str]:
        """Name of a custom property by its uuid."""
        return {row["uuid"]: naam for naam, row in self.eigenschappen.items()}

    def below(self, name: str, uuid: Optional[str]) -> Sequence[Row]:
        """Rows of a table that are part of the row with this uuid."""
        return self.children.get(name, {}).get(uuid, ()) if uuid else ()


class PlanDiff:
    """Works out for one plan what to write, and puts it in the batch and the report."""

    def __init__(self, plan: Plan, uuid: str, existing: Existing, batch: Batch, report: SaveReport) -> None:
        """`uuid` is that of the project: the one it was recognised as, or that of a new one."""
        self.plan, self.uuid, self.existing, self.batch, self.report = plan, uuid, existing, batch, report
        self.there = existing.projects.get(uuid)
        self.result = PlanResult(uuid, plan.naam, Soort.GEWIJZIGD if self.there else Soort.NIEUW)

    def run(self, velden: Row) -> None:
        """Compare everything; `velden` are the columns of the project to store, defaults and uuids resolved."""
        self.report.plannen.append(self.result)
        self._project(velden)
        self._mijlpalen()
        self._woningblokken()
        self._eigenschappen(self.plan.eigenschappen, "project_uuid", self.uuid, "")
        for name in OVERIG if self.plan.volledig else self.plan.overig:
            rows = [_multi(row) for row in self.plan.overig.get(name, ())]
            self._merge(name, self.existing.below(name, self.uuid), rows, {"project_uuid": self.uuid})
        if self.there and not self.result.changes:
            self.result.soort = Soort.ONGEWIJZIGD

    # -- the project itself ---------------------------------------------------------------------------------------

    def _project(self, velden: Row) -> None:
        if self.plan.geom is not None or self.plan.volledig:
            velden = {**velden, "geom": as_multi(self.plan.geom)}
        there = self.there["geom"] if self.there else None
        if velden.get("geom") is not None and not self.plan.volledig and not same(there, velden["geom"]):
            velden.setdefault("contour_herkomst", "ingelezen")
        if self.there is None:
            self.report.rijen["project", Soort.NIEUW] += 1
            self.batch.inserts.setdefault("project", []).append({**velden, "uuid": self.uuid})
            return
        self._update("project", self.there, differences(self.there, velden))

    # -- milestones -----------------------------------------------------------------------------------------------

    def _mijlpalen(self) -> None:
        wanted = list(self.plan.mijlpalen)
        kinds = set(uitwisselbaar()) | {mijlpaal.soort for mijlpaal in wanted}
        if self.plan.status:
            kinds.add("afgebroken")
        if self.plan.status == "TERMINATED" and not any(mijlpaal.soort == "afgebroken" for mijlpaal in wanted):
            eind = self.plan.velden.get("eind_datum")
            wanted.append(Mijlpaal("afgebroken", gepland=eind, gerealiseerd=eind))
        there = self.existing.below("mijlpaal", self.uuid)
        if not self.plan.volledig:
            there = [row for row in there if row["soort"] in kinds]
        rows = [self._stated(_row(mijlpaal, _MIJLPAAL)) for mijlpaal in wanted]
        settle = differences if self.plan.volledig else _settle_mijlpaal
        self._merge("mijlpaal", there, rows, {"project_uuid": self.uuid}, settle=settle)

    # -- programme ------------------------------------------------------------------------------------------------

    def _woningblokken(self) -> None:
        blokken = self.plan.woningblokken
        rows = [self._stated({**_row(blok, _BLOK), "geom": as_multi(blok.geom)}) for blok in blokken]
        matched = match(self.existing.below("woningblok", self.uuid), rows, KEYS["woningblok"])
        found = {id(want): str(row["uuid"]) for row, want in matched.pairs}
        new = iter(self._write("woningblok", matched, {"project_uuid": self.uuid}, differences))
        for blok, row in zip(blokken, rows):
            self._below_blok(blok, found.get(id(row)) or next(new))

    def _below_blok(self, blok: Woningblok, uuid: str) -> None:
        parent = {"woningblok_uuid": uuid}
        there = self.existing.below("verdeling", uuid)
        if not self.plan.volledig:  # characteristics of the municipality's own are not in DIWI's files
            there = [row for row in there if row["kenmerk"] in _kenmerken()]
        rows = [_row(verdeling, _VERDELING) for verdeling in blok.verdelingen]
        self._merge("verdeling", there, rows, parent, prefix=f"{blok.naam}: ")
        rows = [_row(oplevering, _OPLEVERING) for oplevering in blok.opleveringen]
        settle = differences if self.plan.volledig else _settle_oplevering
        self._merge("oplevering", self.existing.below("oplevering", uuid), rows, parent, f"{blok.naam}: ", settle)
        self._eigenschappen(blok.eigenschappen, "woningblok_uuid", uuid, f"{blok.naam}: ")

    def _stated(self, row: Row) -> Row:
        """What a file states of a row: an empty value says something only where the plan is whole."""
        return row if self.plan.volledig else {name: value for name, value in row.items() if value is not None}

    # -- custom properties ----------------------------------------------------------------------------------------

    def _eigenschappen(self, values: dict[str, EigenschapWaarde], column: str, uuid: str, prefix: str) -> None:
        there: dict[str, list[Row]] = {}
        for row in self.existing.below("eigenschap_waarde", uuid):
            there.setdefault(row["eigenschap_uuid"], []).append(row)
        stated = {self.existing.eigenschappen[naam]["uuid"]: value for naam, value in values.items()}
        for eigenschap_uuid in dict.fromkeys([*stated, *(there if self.plan.volledig else ())]):
            naam = self.existing.eigenschap_namen[eigenschap_uuid]
            eigenschap = self.existing.eigenschappen[naam]
            kolom = WAARDE_KOLOM.get(eigenschap["soort"], "tekst")
            content = [converted(eigenschap["soort"], value) for value in _contents(stated.get(eigenschap_uuid))]
            several = bool(eigenschap["meervoudig"]) or len(content) > 1
            keys = (by(kolom),) if several else (by(kolom), lambda row: True)
            matched = match(there.get(eigenschap_uuid, ()), [{kolom: value} for value in content], keys)
            for row in matched.new:
                row["uuid"] = _value_uuid(uuid, naam, row[kolom] if several else "")
            parent = {"eigenschap_uuid": eigenschap_uuid, column: uuid}
            self._write("eigenschap_waarde", matched, parent, differences, prefix + naam)

    # -- any table ------------------------------------------------------------------------------------------------

    def _merge(
        self,
        name: str,
        there: Sequence[Row],
        wanted: Sequence[Row],
        parent: Row,
        prefix: str = "",
        settle: Callable[[Row, Row], Row] = differences,
    ) -> None:
        if there or wanted:
            self._write(name, match(there, wanted, KEYS[name]), parent, settle, prefix)

    def _write(
        self, name: str, matched: Matched, parent: Row, settle: Callable[[Row, Row], Row], prefix: str = ""
    ) -> list[str]:
        for row, want in matched.pairs:
            if not want.items() <= row.items():
                self._update(name, row, settle(row, want), prefix)
        for row in matched.gone:
            self.batch.delete(name, row["uuid"])
        self._record(Soort.VERWIJDERD, name, matched.gone, prefix)
        self._record(Soort.NIEUW, name, matched.new, prefix)
        for row in matched.new:
            row.update(parent)
        return [self.batch.insert(name, row) for row in matched.new]

    def _update(self, name: str, row: Row, changes: Row, prefix: str = "") -> None:
        if not changes:
            return
        self.batch.update(name, row["uuid"], changes)
        self.report.rijen[name, Soort.GEWIJZIGD] += 1
        onderdeel = prefix + _words(name, row)
        for column, value in changes.items():
            self.result.changes.append(Change(Soort.GEWIJZIGD, name, onderdeel, column, row.get(column), value))

    def _record(self, soort: Soort, name: str, rows: Sequence[Row], prefix: str) -> None:
        """Rows that come or go; of a plan that is new as a whole only their number is told."""
        if rows:
            self.report.rijen[name, soort] += len(rows)
        for row in rows if self.there else ():
            content = _content(name, row)
            old, new = (content, None) if soort is Soort.VERWIJDERD else (None, content)
            self.result.changes.append(Change(soort, name, prefix + _words(name, row), oud=old, nieuw=new))


def _settle_mijlpaal(there: Row, want: Row) -> Row:
    """DIWI's files know one date of a milestone: when it takes effect. It replaces the date that does so now."""
    stated = {column: value for column, value in want.items() if value is not None and column != "bron"}
    if "gerealiseerd" not in stated:
        if _effective(there) == _effective(want):
            return {}
        stated["gerealiseerd" if there["gerealiseerd"] else "gepland"] = stated.pop("gepland")
    changes = differences(there, stated)
    return differences(there, {**changes, "bron": want["bron"]}) if changes else {}


def _settle_oplevering(there: Row, want: Row) -> Row:
    """DIWI's files do not know whether a delivery has happened; what the register knows of that stays."""
    return differences(there, want if want["gerealiseerd"] else {"datum": want["datum"], "aantal": want["aantal"]})


@cache
def _kenmerken() -> frozenset[str]:
    """The characteristics that DIWI knows."""
    return frozenset(codelijst("kenmerk").codes)


def _row(thing: Any, columns: tuple[str, ...]) -> Row:
    """A part of a plan as a row: these attributes, and its uuid when it has one."""
    row = dict(zip(columns, attrgetter(*columns)(thing)))
    if thing.uuid:
        row["uuid"] = thing.uuid
    return row


def _multi(row: Row) -> Row:
    return {**row, "geom": as_multi(row["geom"])} if "geom" in row else dict(row)


def _contents(value: EigenschapWaarde) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (value,)


def _value_uuid(owner: str, naam: str, value: Any) -> str:
    """The same value of the same plan gets the same uuid in every register: plans in files carry no uuid for it."""
    return str(uuids.uuid5(uuids.UUID(owner), f"{naam}|{value}"))


def _words(name: str, row: Row) -> str:
    return " ".join(str(row[column]) for column in _NAAM.get(name, ()) if row.get(column) is not None)


def _content(name: str, row: Row) -> str:
    """The filled columns of a row in one line, for the report."""
    columns = [column for column in table(name).user_columns if not column.references]
    filled = [(column.label, row.get(column.name)) for column in columns]
    return ", ".join(f"{label}: {value}" for label, value in filled if value is not None)
