"""What belongs to a plan area that was drawn or changed by hand: links to parcels and buildings, origin, source date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.sources.plan_links import TABLES
from diwi_qgis.store import Register

if TYPE_CHECKING:
    from pandas import DataFrame

    from diwi_qgis.store.writing import Writer

Row = dict[str, Any]


@dataclass(frozen=True)
class Getekend:
    """A plan (its `fid` in the register) with its area as it was stored (shapely; None: taken away).

    `herkomst` is the origin that the tool gave it in the same edit; None when it gave none.
    """

    fid: int
    geom: Any
    herkomst: Optional[str] = None


@dataclass
class Koppelingen:
    """What must change in the register. Empty when everything stands as it should."""

    plans: list[Row] = field(default_factory=list)
    gone: dict[str, list[str]] = field(default_factory=lambda: {table: [] for table in TABLES})
    new: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def __bool__(self) -> bool:
        return bool(self.plans) or any((*self.gone.values(), *self.new.values()))

    def write(self, write: Writer) -> None:
        """Make the changes, within a transaction."""
        write.update("project", self.plans)
        for table in TABLES:
            write.delete(table, self.gone[table])
            write.insert(table, self.new[table])


def drawn_links(register: Register, drawn: Iterable[Getekend]) -> Koppelingen:
    """How links, origin and source date of these plans should change; plans that are not in the register are left out."""
    known = register.read("project", ["fid", "uuid", "contour_herkomst", "contour_brondatum"], geometry=False)
    rows = known.set_index("fid")
    changes = Koppelingen()
    for plan in drawn:
        if plan.fid not in rows.index:
            continue
        stored = rows.loc[plan.fid]
        before = _text(stored["contour_herkomst"])
        found = _links(register, stored["uuid"], plan.geom, plan.herkomst or before, changes)
        if plan.herkomst not in (None, "percelen") and plan.geom is not None:
            found["contour_herkomst"] = plan.herkomst
        if tuple(found.values()) != (before, _day(stored["contour_brondatum"])):
            changes.plans.append({"uuid": stored["uuid"], **found})
    return changes


def area_links(register: Register, uuid: str, area: Any, before: Optional[str]) -> Koppelingen:
    """The same for one plan that need not be in the register yet, and whose origin was `before`."""
    changes = Koppelingen()
    changes.plans.append({"uuid": uuid, **_links(register, uuid, area, before, changes)})
    return changes


def _links(register: Register, uuid: str, geom: Any, before: Optional[str], changes: Koppelingen) -> dict[str, Any]:
    """Changes of the links of a plan; gives its origin and source date."""
    from diwi_qgis.rules.plan_area import building_links, buildings_in, origin, parcel_links, parcels_in
    from diwi_qgis.rules.repair import to_multipolygon

    area = to_multipolygon(geom).geom if geom is not None else None
    parcels, buildings = (_near(register, table, area) for table in ("perceel", "pand"))
    inside = parcels_in([area], parcels["geom"].to_numpy())
    used, shares = parcels.iloc[inside["perceel"]], inside["share"].tolist()
    found = buildings_in([area], buildings["geom"].to_numpy())
    wanted = {
        "perceel_koppeling": [{**link, "aandeel": share} for link, share in zip(parcel_links(uuid, used), shares)],
        "pand_koppeling": building_links(uuid, buildings.iloc[found["pand"]], found["share"].tolist()),
    }
    standing = register.plan_rows(uuid)
    for table, rows in wanted.items():
        _replace(table, standing[table], rows, changes)
    return {
        "contour_herkomst": None if area is None else origin(area, used["geom"].to_numpy(), shares, before),
        "contour_brondatum": used["brondatum"].min().date() if len(used) else None,
    }


def _near(register: Register, table: str, area: Any) -> DataFrame:
    """The rows around an area; none when there is no area."""
    return register.read(table, near=area.bounds if area is not None else (0.0, 0.0, -1.0, -1.0))


def _replace(table: str, before: Sequence[Row], wanted: Sequence[Row], changes: Koppelingen) -> None:
    """Rows that stand stay, so that they keep their history; the others make place."""
    standing = {_key(row): row["uuid"] for row in before}
    keys = {_key(row) for row in wanted}
    changes.gone[table] += [uuid for key, uuid in standing.items() if key not in keys]
    changes.new[table] += [row for row in wanted if _key(row) not in standing]


def _key(row: Row) -> tuple[str, float, str]:
    return str(row["identificatie"]), round(float(row["aandeel"]), 9), str(row["brondatum"])[:10]


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) else None


def _day(value: Any) -> Any:
    return value.date() if value == value else None  # noqa: PLR0124 - NaT differs from itself
