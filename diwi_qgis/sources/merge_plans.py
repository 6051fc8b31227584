"""Several plans become one, in one transaction: the first stays, the programme and papers of the others move to it.

It is an act that can be taken back out of the history, by which the others come back with uuid and code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.schema import Column
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.sources.drawn_links import area_links
from diwi_qgis.store import Register
from diwi_qgis.store.acts import Kind

if TYPE_CHECKING:
    from diwi_qgis.store.writing import Writer

Row = dict[str, Any]

#: Tables whose rows move along.
MOVED = ("woningblok", "mijlpaal", "afspraak", "knelpunt", "document", "melding", "actie", "vergunning")

#: Of these the merged plan gets the earliest, the latest.
_EARLIEST, _LATEST = "start_datum", "eind_datum"
_APART = ("naam", "hoofdplan_uuid", "contour_herkomst", "contour_brondatum", "contour_toelichting", "opmerkingen")
_NOTES = ("contour_toelichting", "opmerkingen")


@dataclass(frozen=True)
class Verschil:
    """A field in which the plans differ: its label, the value that stays, and what the others say (plan → value)."""

    label: str
    blijft: Any
    anders: dict[str, Any]


class PlanMerge:
    """Plans as they are in the register, and their merger. Raises RegisterError when one of them is not there."""

    def __init__(self, register: Register, first: str, others: Sequence[str]) -> None:
        self._first, self._others = first, list(others)
        self.rows = {uuid: register.plan_rows(uuid) for uuid in (first, *others)}
        if not all(rows["project"] for rows in self.rows.values()):
            raise RegisterError(
                "Een plan staat niet (meer) in het register.", "A plan is not in the register (any more)."
            )
        plans = register.read("project", ["uuid", "hoofdplan_uuid", "geom"]).set_index("uuid")
        self.area = self._union([plans["geom"].get(uuid) for uuid in (first, *others)])
        self._mothers = plans["hoofdplan_uuid"].to_dict()
        self._daughters = [
            uuid for uuid, mother in self._mothers.items() if mother in self._others and uuid not in self.rows
        ]
        lists = register.read("codelijst", ["lijst", "code", "label"])
        self._labels = {(row.lijst, row.code): row.label for row in lists.itertuples()}
        origin = "aangepast" if self.plan["contour_herkomst"] in ("percelen", "aangepast", "aangesloten") else None
        self._links = area_links(register, first, self.area, origin)

    @property
    def plan(self) -> Row:
        """The plan that stays."""
        return self.rows[self._first]["project"][0]

    @property
    def others(self) -> list[Row]:
        """The plans that go up in it."""
        return [self.rows[uuid]["project"][0] for uuid in self._others]

    def differences(self) -> list[Verschil]:
        """Fields that are filled differently; where the plan that stays has nothing, the first of the others is taken over."""
        found = []
        for column in model_table("project").user_columns:
            stays = self._merged(column.name)
            unlike = {
                _label(row): self._worded(column, row[column.name])
                for row in (self.plan, *self.others)
                if column.name not in _APART and row[column.name] not in (None, stays)
            }
            if unlike:
                found.append(Verschil(column.label, self._worded(column, stays), unlike))
        return found

    def _worded(self, column: Column, value: Any) -> Any:
        """A code by its label, anything else as it is."""
        return self._labels.get((column.codelijst, value), value) if column.codelijst else value

    def write(self, write: Writer, today: date) -> None:
        """Merge, within a transaction. Found by `Register.acts` of the plan that stays, to take it back."""
        with write.act(Kind.MERGE, self._first, ", ".join(_label(row) for row in self.others)):
            self._write(write, today)

    def _write(self, write: Writer, today: date) -> None:
        write.update("project", [{"uuid": self._first, **self._values(today), "geom": self.area}])
        write.update("project", [{"uuid": uuid, "hoofdplan_uuid": self._first} for uuid in self._daughters])
        for uuid in self._others:
            for table in MOVED:
                rows = [row for row in self.rows[uuid].get(table, ()) if row.get("project_uuid") == uuid]
                write.update(table, [{"uuid": row["uuid"], "project_uuid": self._first} for row in rows])
        for table, key in (("project_groep", "groep_uuid"), ("eigenschap_waarde", "eigenschap_uuid")):
            self._move_what_is_new(write, table, key)
        write.delete("project", self._others)
        self._links.write(write)

    def _values(self, today: date) -> Row:
        names = [column.name for column in model_table("project").user_columns if column.name not in _APART]
        values = {name: self._merged(name) for name in names}
        values["hoofdplan_uuid"] = self._mother()
        gone = ", ".join(_label(row) for row in self.others)
        notes = {name: [row[name] for row in (self.plan, *self.others) if row[name]] for name in _NOTES}
        notes["opmerkingen"].append(f"Samengevoegd op {today:%d-%m-%Y} met {gone}.")
        for name, lines in notes.items():
            values[name] = "\n".join(lines)[: model_table("project").column(name).length] or None
        return values

    def _merged(self, name: str) -> Any:
        """What a field becomes."""
        values = [row[name] for row in (self.plan, *self.others) if row[name] is not None]
        if name in (_EARLIEST, _LATEST):
            return min(values) if name == _EARLIEST else max(values)
        return values[0] if values else None

    def _mother(self) -> Optional[str]:
        """The main plan of what stays: not one that goes."""
        mother = self._mothers.get(self._first)
        while mother in self.rows:
            mother = self._mothers.get(mother)
        return mother if isinstance(mother, str) else None

    def _move_what_is_new(self, write: Writer, table: str, key: str) -> None:
        """Rows of which the plan that stays has none with the same key."""
        known = {row[key] for row in self.rows[self._first][table] if row.get("project_uuid") == self._first}
        for uuid in self._others:
            rows = [row for row in self.rows[uuid][table] if row.get("project_uuid") == uuid and row[key] not in known]
            write.update(table, [{"uuid": row["uuid"], "project_uuid": self._first} for row in rows])
            known |= {row[key] for row in rows}

    @staticmethod
    def _union(areas: Sequence[Any]) -> Any:
        import shapely

        from diwi_qgis.rules.drawn_area import polygons, usable

        there = [area for area in map(usable, areas) if area is not None]
        return polygons(shapely.union_all(there)) if there else None


def _label(plan: Row) -> str:
    return f"{plan['naam']} ({plan['code']})"
