"""Plans linked again to parcels that changed: what is certain is written, the rest is proposed with the reason.

A plan follows its parcels when all that happened to them left the same land, and that land was wholly the plan's
(`rules.parcel_changes.is_certain`). Its area follows too when it was exactly those parcels; an area that was adjusted by
hand is kept where the land did not move, and left to people where it did. All of a plan or nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.plan_links import Ligging, Links
from diwi_qgis.sources.plan_lookup import Plans
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

    from diwi_qgis.rules.parcel_changes import Wijziging

#: A parcel lies wholly in a plan from this share.
_WHOLE = 0.999
#: Areas that differ by less (m²) are the same.
_EXACT = 0.01


@dataclass(frozen=True)
class Verandering:
    """What happened to some parcels of a plan, and the land of before and of now (EPSG:28992; `na` None when gone)."""

    soort: str
    text: Text
    zeker: bool
    voor: Any
    na: Any


@dataclass
class Herkoppeling:
    """What became of one plan. `redenen` says why it is only proposed; empty when it was `geschreven`. Areas in m²."""

    uuid: str
    naam: str
    code: str
    veranderingen: list[Verandering]
    redenen: list[Text] = field(default_factory=list)
    geschreven: bool = False
    oppervlakte_voor: float = 0.0
    oppervlakte_na: float = 0.0


def relink(
    register: Register, codes: Collection[str] = (), write: bool = True, progress: Optional[Progress] = None
) -> list[Herkoppeling]:
    """Plans on parcels that changed since, those that could be linked again written in one transaction.

    `codes` limits it to those plans; without `write` nothing is changed, and what would be has no `redenen`.

    Raises:
        InputError: there are no parcels, or a code is not that of a plan.
    """
    progress = silent(progress)
    parcels = register.read("perceel")
    if parcels.empty:
        raise InputError(
            "Het register bevat nog geen percelen; haal die eerst op (diwi:fetchparcels).",
            "The register holds no parcels yet; fetch them first (diwi:fetchparcels).",
        )
    plans = Plans(register.read("project"))
    links = register.read("perceel_koppeling")
    links = links[links["geom"].notna() & links["project_uuid"].isin(_wanted(plans, codes))].reset_index(drop=True)
    relinking = _Relinking(plans, links, parcels, progress.part(0.0, 0.6))
    found = relinking.judge(progress.part(0.6, 0.8))
    if write:
        _write(register, parcels, relinking, found, progress.part(0.8, 1.0))
    return [herkoppeling for herkoppeling, _ in found]


def _wanted(plans: Plans, codes: Collection[str]) -> set[Any]:
    if not codes:
        return set(plans.uuids)
    unknown = [code for code in codes if len(plans.find(code)) != 1]
    if unknown:
        raise InputError(f"Geen plan heet '{unknown[0]}'.", f"No plan is called '{unknown[0]}'.")
    return {plans.uuids[plans.find(code)[0]] for code in codes}


class _Relinking:
    """All changes of all plans, and what each plan would become."""

    def __init__(self, plans: Plans, links: pandas.DataFrame, parcels: pandas.DataFrame, progress: Progress) -> None:
        import pandas

        from diwi_qgis.rules.parcel_changes import parcel_changes

        self.plans, self.links, self.parcels = plans, links, parcels
        self.place = {uuid: number for number, uuid in enumerate(plans.uuids)}
        self._shapes, self._whole = links["geom"].to_numpy(dtype=object), (links["aandeel"] >= _WHOLE).tolist()
        self._names = links["aanduiding"].tolist(), parcels["aanduiding"].tolist()
        self._before = plans.geometries()
        self._now = parcels["geom"].to_numpy(dtype=object)
        self._same = pandas.Index(parcels["identificatie"]).get_indexer(links["identificatie"])
        self._of_plan = dict(iter(links.groupby("project_uuid", sort=False).indices.items()))
        owners = links["project_uuid"].tolist()
        self._changes: dict[str, list[Wijziging]] = {}
        for change in parcel_changes(links, parcels, groups=owners, progress=progress):
            self._changes.setdefault(owners[change.oud[0]], []).append(change)

    def judge(self, progress: Progress) -> list[tuple[Herkoppeling, Optional[Ligging]]]:
        """Every plan with changes, and its area and links when they are certain."""
        judged = [
            self._judge(uuid, changes) for uuid, changes in progress.track(self._changes.items(), len(self._changes))
        ]
        self._keep_apart(judged, progress)
        return judged

    def _judge(self, uuid: str, changes: list[Wijziging]) -> tuple[Herkoppeling, Optional[Ligging]]:
        plan = self.place[uuid]
        found = Herkoppeling(
            uuid, self.plans.naam(plan), self.plans.code(plan), [self._told(change) for change in changes]
        )
        found.oppervlakte_voor = found.oppervlakte_na = self.plans.area_before(plan)
        found.redenen += [verandering.text for verandering in found.veranderingen if not verandering.zeker]
        if found.redenen:
            return found, None
        share = self._shares(uuid, changes)
        area = self._area(plan, uuid, list(share), found)
        if area is None:
            return found, None
        found.oppervlakte_na = area.area
        return found, Ligging(uuid, area, list(share), list(share.values()))

    def _told(self, change: Wijziging) -> Verandering:
        import shapely

        from diwi_qgis.rules.parcel_changes import describe, is_certain

        text = describe(change, *self._names)
        now = shapely.union_all(self._now[list(change.nieuw)]) if change.nieuw else None
        before = shapely.union_all(self._shapes[list(change.oud)])
        return Verandering(change.soort.name.lower(), text, is_certain(change, self._whole), before, now)

    def _shares(self, uuid: str, changes: list[Wijziging]) -> dict[int, float]:
        """The parcels of today of a plan: position → share."""
        changed = {position for change in changes for position in change.oud}
        share = {
            int(self._same[link]): float(self.links["aandeel"].iloc[link])
            for link in self._of_plan[uuid]
            if link not in changed
        }
        share.update({place: 1.0 for change in changes for place in change.nieuw})
        return share

    def _area(self, plan: int, uuid: str, places: list[int], found: Herkoppeling) -> Any:
        """The area on the parcels of today; None, with the reason, when that is not certain."""
        import shapely

        from diwi_qgis.rules.plan_area import union

        before = self._before[plan]
        mine = list(self._of_plan[uuid])
        all_whole = all(self._whole[link] for link in mine)
        if before is not None and all_whole and _differ(before, shapely.union_all(self._shapes[mine])) < _EXACT:
            return union(self._now[places])
        if before is not None and all(_differ(change.voor, change.na) < _EXACT for change in found.veranderingen):
            return before
        found.redenen.append(
            Text(
                "het plangebied is met de hand aangepast en de perceelgrens is verlegd",
                "the plan area was adjusted by hand and the border of the parcel moved",
            )
        )
        return None

    def _keep_apart(self, judged: list[tuple[Herkoppeling, Optional[Ligging]]], progress: Progress) -> None:
        """Take back what would overlap another plan more than it does now, until nothing does."""
        import numpy
        import shapely

        from diwi_qgis.rules.plan_area import TOUCH, overlaps

        before = self._before
        while True:
            after, changed = before.copy(), numpy.zeros(len(before), dtype=bool)
            number = {self.place[found.uuid]: position for position, (found, ligging) in enumerate(judged) if ligging}
            for plan, position in number.items():
                ligging = judged[position][1]
                if ligging is not None and _differ(before[plan], ligging.geom) > 0:
                    after[plan], changed[plan] = ligging.geom, True
            pairs = overlaps(after, changed, self.plans.kin, progress)
            was = shapely.area(shapely.intersection(before[pairs["a"]], before[pairs["b"]]))
            wrong = pairs[pairs["area"] > was + TOUCH]
            if wrong.empty:
                return
            for first, second in wrong[["a", "b"]].itertuples(index=False):
                for plan, other in ((first, second), (second, first)):
                    if changed[plan]:
                        judged[number[plan]] = self._taken_back(judged[number[plan]][0], other), None

    def _taken_back(self, found: Herkoppeling, other: int) -> Herkoppeling:
        found.oppervlakte_na = found.oppervlakte_voor
        naam = self.plans.naam(other)
        found.redenen.append(Text(f"het zou plan '{naam}' gaan overlappen", f"it would come to overlap plan '{naam}'"))
        return found


def _differ(first: Any, second: Any) -> float:
    import shapely

    return float("inf") if second is None else float(shapely.symmetric_difference(first, second).area)


def _write(
    register: Register,
    parcels: pandas.DataFrame,
    relinking: _Relinking,
    found: list[tuple[Herkoppeling, Optional[Ligging]]],
    progress: Progress,
) -> None:
    certain = [(herkoppeling, ligging) for herkoppeling, ligging in found if ligging is not None]
    if not certain:
        return
    links = Links(register, parcels)
    origins = register.read("project", ["uuid", "contour_herkomst"], geometry=False).set_index("uuid")[
        "contour_herkomst"
    ]
    with register.transaction() as write:
        for origin, liggingen in _by_origin([ligging for _, ligging in certain], origins.to_dict()):
            links.replace(write, liggingen, links.rows(liggingen), origin, progress)
    for herkoppeling, _ in certain:
        herkoppeling.geschreven = True


def _by_origin(liggingen: list[Ligging], origins: dict[str, Optional[str]]) -> Iterator[tuple[str, list[Ligging]]]:
    """A plan keeps the origin it had."""

    def origin(ligging: Ligging) -> str:
        return origins[ligging.uuid] or "percelen"

    for name, group in groupby(sorted(liggingen, key=origin), key=origin):
        yield name, list(group)
