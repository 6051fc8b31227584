"""One plan becomes two, in one transaction: the area, and the programme in proportion to it or as people say.

The first part keeps uuid, code and everything; the second gets a code of its own. What holds for both is copied:
milestones, bottlenecks, documents, groups, custom properties. Agreements, actions and permits stay with the first: copied
they would count twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.sources.drawn_links import area_links
from diwi_qgis.store import Register
from diwi_qgis.store.acts import Kind

if TYPE_CHECKING:
    from diwi_qgis.rules.division import Deel
    from diwi_qgis.store.writing import Writer

Row = dict[str, Any]

#: Tables below a plan of which the second part gets a copy.
COPIED = ("mijlpaal", "knelpunt", "document", "project_groep", "eigenschap_waarde")
_PARTS_OF_BLOCKS = ("verdeling", "oplevering")


@dataclass(frozen=True)
class BlokDeling:
    """A block and how many of its dwellings the first and the second part get."""

    uuid: str
    naam: str
    mutatie: str
    aantal: int
    counts: tuple[int, int]


class PlanSplit:
    """A plan as it is in the register, and the split of it that is being prepared.

    `areas` are those of the first and the second part (shapely). Raises RegisterError when the plan is not there.
    """

    def __init__(self, register: Register, uuid: str, areas: Sequence[Any]) -> None:
        self._areas = areas
        self.rows = register.plan_rows(uuid)
        if not self.rows["project"]:
            raise RegisterError(
                "Het plan staat niet (meer) in het register.", "The plan is not in the register (any more)."
            )
        self.plan = self.rows["project"][0]
        self.new_uuid = str(uuid4())
        plans = register.read("project", ["uuid", "hoofdplan_uuid", "geom"])
        self._daughters = plans[plans["hoofdplan_uuid"] == uuid]
        blocks = register.read("woningblok", ["uuid", "project_uuid", "geom"])
        self._shapes = blocks[blocks["project_uuid"] == uuid].set_index("uuid")["geom"].to_dict()
        origin = self.plan["contour_herkomst"]
        self._links = [
            area_links(register, which, area, origin) for which, area in zip((uuid, self.new_uuid), self._areas)
        ]

    def proposal(self) -> list[BlokDeling]:
        """Every block divided by area: its own where it has one, else that of the parts."""
        from diwi_qgis.rules.division import apportion

        found = []
        for blok in self.rows["woningblok"]:
            shape = self._shapes.get(blok["uuid"])
            weights = [self._common(shape, area) for area in self._areas]
            if not sum(weights):
                weights = [float(area.area) for area in self._areas]
            first, second = apportion(blok["aantal"], weights)
            found.append(BlokDeling(blok["uuid"], blok["naam"], blok["mutatie"], blok["aantal"], (first, second)))
        return found

    def write(self, write: Writer, naam: str, counts: Mapping[str, tuple[int, int]]) -> None:
        """Split, within a transaction; `counts` gives for every block the dwellings of both parts.

        Raises ValueError when those do not add up to the block. Found by `Register.acts` of the plan, to take it back.
        """
        with write.act(Kind.SPLIT, self.plan["uuid"], naam):
            self._write(write, naam, counts)

    def _write(self, write: Writer, naam: str, counts: Mapping[str, tuple[int, int]]) -> None:
        uuid = self.plan["uuid"]
        new = {name: value for name, value in self._user_values("project", self.plan).items() if name != "extern_id"}
        write.insert("project", [{**new, "uuid": self.new_uuid, "naam": naam, "geom": self._areas[1]}])
        write.update("project", [{"uuid": uuid, "geom": self._areas[0]}])
        for table in COPIED:
            own = [row for row in self.rows[table] if row.get("project_uuid") == uuid]
            write.insert(table, [{**self._user_values(table, row), "project_uuid": self.new_uuid} for row in own])
        for blok in self.rows["woningblok"]:
            self._divide(write, blok, counts[blok["uuid"]])
        moved = [row.uuid for row in self._daughters.itertuples() if self._belongs_to_second(row.geom)]
        write.update("project", [{"uuid": daughter, "hoofdplan_uuid": self.new_uuid} for daughter in moved])
        for links in self._links:
            links.write(write)

    def _divide(self, write: Writer, blok: Row, counts: tuple[int, int]) -> None:
        from diwi_qgis.rules.division import Blok, divide

        first, second = counts
        parts = {table: self._of_block(table, blok["uuid"]) for table in _PARTS_OF_BLOCKS}
        whole = Blok(
            blok["aantal"],
            [(row["kenmerk"], row["aantal"]) for row in parts["verdeling"]],
            [row["aantal"] for row in parts["oplevering"]],
        )
        kept, given = divide(whole, (first, second))
        if second and not first:
            write.update("woningblok", [{"uuid": blok["uuid"], "project_uuid": self.new_uuid}])
        elif second:
            self._keep(write, blok, kept, parts)
            self._give(write, blok, given, parts)

    def _keep(self, write: Writer, blok: Row, part: Deel, parts: Mapping[str, Sequence[Row]]) -> None:
        changed = {"uuid": blok["uuid"], "aantal": part.aantal, **self._shape_of(blok["uuid"], 0)}
        write.update("woningblok", [changed])
        for table, amounts in (("verdeling", part.verdeling), ("oplevering", part.oplevering)):
            pairs = [(row, amount) for row, amount in zip(parts[table], amounts) if amount != row["aantal"]]
            write.update(table, [{"uuid": row["uuid"], "aantal": amount} for row, amount in pairs if amount])
            write.delete(table, [row["uuid"] for row, amount in pairs if not amount])

    def _give(self, write: Writer, blok: Row, part: Deel, parts: Mapping[str, Sequence[Row]]) -> None:
        values = {**self._user_values("woningblok", blok), "project_uuid": self.new_uuid, "aantal": part.aantal}
        (uuid,) = write.insert("woningblok", [{**values, **self._shape_of(blok["uuid"], 1)}])
        for table, amounts in (("verdeling", part.verdeling), ("oplevering", part.oplevering)):
            rows = [(row, amount) for row, amount in zip(parts[table], amounts) if amount]
            write.insert(
                table,
                [{**self._user_values(table, row), "woningblok_uuid": uuid, "aantal": amount} for row, amount in rows],
            )
        own = self._of_block("eigenschap_waarde", blok["uuid"])
        write.insert(
            "eigenschap_waarde",
            [{**self._user_values("eigenschap_waarde", row), "woningblok_uuid": uuid} for row in own],
        )

    def _of_block(self, table: str, uuid: str) -> list[Row]:
        return [row for row in self.rows[table] if row.get("woningblok_uuid") == uuid]

    def _shape_of(self, blok: str, part: int) -> Row:
        """The area of a block inside a part, when the block has one."""
        from diwi_qgis.rules.drawn_area import within

        shape = self._shapes.get(blok)
        return {} if shape is None else {"geom": within(shape, self._areas[part])}

    def _belongs_to_second(self, daughter: Any) -> bool:
        return self._common(daughter, self._areas[1]) > self._common(daughter, self._areas[0])

    @staticmethod
    def _common(shape: Any, area: Any) -> float:
        return 0.0 if shape is None or not shape.is_valid else float(shape.intersection(area).area)

    @staticmethod
    def _user_values(table: str, row: Row) -> Row:
        return {column.name: row[column.name] for column in model_table(table).user_columns if column.name in row}
