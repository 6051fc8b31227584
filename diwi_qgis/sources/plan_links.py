"""Plan areas into the register, with the parcels and buildings that they lie on, in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diwi_qgis.progress import Progress
from diwi_qgis.store import Register

if TYPE_CHECKING:
    import pandas

    from diwi_qgis.store.writing import Writer

TABLES = ("perceel_koppeling", "pand_koppeling")

#: Plans written at once: between such pieces the user can cancel.
CHUNK = 500


@dataclass(frozen=True)
class Ligging:
    """A plan (uuid), its area, and the parcels it lies on: positions in the frame of parcels, with their shares.

    Without shares every parcel lies wholly in the plan.
    """

    uuid: str
    geom: Any
    percelen: Sequence[int]
    aandelen: Sequence[float] = field(default=())


class Links:
    """The links of plans as they stand in the register, and as they should be."""

    def __init__(self, register: Register, parcels: pandas.DataFrame) -> None:
        self._parcels = parcels
        self._buildings = register.read("pand")
        self._before = {table: dict(iter(register.read(table).groupby("project_uuid"))) for table in TABLES}

    def rows(self, liggingen: Sequence[Ligging]) -> list[dict[str, list[dict[str, Any]]]]:
        """Per plan the rows of both tables as they should be."""
        from diwi_qgis.rules.plan_area import building_links, buildings_in, parcel_links

        found = buildings_in([ligging.geom for ligging in liggingen], self._buildings["geom"].to_numpy())
        inside = dict(iter(found.groupby("plan")))
        nothing = found.iloc[:0]
        result = []
        for place, ligging in enumerate(liggingen):
            here = inside.get(place, nothing)
            parcels = parcel_links(ligging.uuid, self._parcels.iloc[list(ligging.percelen)])
            for link, share in zip(parcels, ligging.aandelen):
                link["aandeel"] = share
            buildings = building_links(ligging.uuid, self._buildings.iloc[here["pand"]], here["share"].tolist())
            result.append({"perceel_koppeling": parcels, "pand_koppeling": buildings})
        return result

    def stand(self, uuid: str, rows: dict[str, list[dict[str, Any]]]) -> bool:
        """Whether these links of a plan are in the register already."""
        return all(
            sorted(map(_key, self._old(table, uuid))) == sorted(map(_key, wanted)) for table, wanted in rows.items()
        )

    def replace(
        self,
        write: Writer,
        liggingen: Sequence[Ligging],
        rows: Sequence[dict[str, list[dict[str, Any]]]],
        origin: str,
        progress: Progress,
    ) -> None:
        """Within a transaction: area, origin (code of `contour_herkomst`), source date and links in place of the old.

        The source date is that of the oldest parcel of a plan.
        """
        for start in range(0, len(liggingen), CHUNK):
            progress.check(start / len(liggingen))
            here = liggingen[start : start + CHUNK]
            write.update("project", [self._project(ligging, origin) for ligging in here])
            for table in TABLES:
                write.delete(table, [old["uuid"] for ligging in here for old in self._old(table, ligging.uuid)])
                write.insert(table, [row for plan in rows[start : start + CHUNK] for row in plan[table]])

    def _project(self, ligging: Ligging, origin: str) -> dict[str, Any]:
        source_date = self._parcels["brondatum"].iloc[list(ligging.percelen)].min().date()
        return {
            "uuid": ligging.uuid,
            "geom": ligging.geom,
            "contour_herkomst": origin,
            "contour_brondatum": source_date,
        }

    def _old(self, table: str, uuid: str) -> list[dict[str, Any]]:
        frame = self._before[table].get(uuid)
        return [] if frame is None else frame.to_dict("records")


def _key(row: dict[str, Any]) -> tuple[str, str, float, bytes]:
    geom = row.get("geom")
    return str(row["identificatie"]), str(row["brondatum"]), round(row["aandeel"], 9), b"" if geom is None else geom.wkb
