"""Snapped areas into the register, with the parcels and buildings that they lie on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from diwi_qgis.progress import Progress
from diwi_qgis.store import Register
from diwi_qgis.store.writing import Writer

if TYPE_CHECKING:
    from diwi_qgis.sources.plan_lookup import Plans
    from diwi_qgis.sources.snap_plans import Aansluiting


def replace_links(
    register: Register,
    write: Writer,
    plans: Plans,
    snapped: Sequence[Aansluiting],
    parcels: Any,
    progress: Progress,
) -> None:
    """Within a transaction: area, origin, source date and links of every plan in `snapped`, in place of what was there."""
    from diwi_qgis.rules.plan_area import building_links, buildings_in

    if not snapped:
        return
    old = {table: _by_plan(register, table) for table in ("perceel_koppeling", "pand_koppeling")}
    buildings = register.read("pand")
    found = buildings_in([item.geom for item in snapped], buildings["geom"].to_numpy())
    inside = dict(iter(found.groupby("plan")))
    for place, item in enumerate(progress.track(snapped, len(snapped))):
        uuid = str(plans.uuids[item.plan])
        used = parcels.iloc[[parcel for parcel, _ in item.percelen]]
        row = {"geom": item.geom, "contour_herkomst": "aangesloten", "contour_brondatum": _oldest(used)}
        write.update("project", [{"uuid": uuid, **row}])
        for table, links in old.items():
            write.delete(table, links.get(uuid, []))
        write.insert("perceel_koppeling", _parcel_links(uuid, used, [share for _, share in item.percelen]))
        if place in inside:
            here = inside[place]
            write.insert("pand_koppeling", building_links(uuid, buildings.iloc[here["pand"]], here["share"].tolist()))


def _by_plan(register: Register, table: str) -> dict[str, list[str]]:
    """Uuids of the links in a table by plan."""
    frame = register.read(table, ["uuid", "project_uuid"], geometry=False)
    return {str(plan): group["uuid"].tolist() for plan, group in frame.groupby("project_uuid")}


def _oldest(parcels: Any) -> Any:
    return parcels["brondatum"].min().date()


def _parcel_links(project_uuid: str, parcels: Any, shares: list[float]) -> list[dict[str, Any]]:
    """Rows of `perceel_koppeling`; the geometry is that of the whole parcel as it is now."""
    from diwi_qgis.rules.plan_area import parcel_links

    links = parcel_links(project_uuid, parcels)
    for link, share in zip(links, shares):
        link["aandeel"] = share
    return links
