"""Plan areas of a register snapped to its parcels: what is certain is written, what is not is proposed.

Mother plans go first, then their parts, each group beside all plans that are no kin of it. Nothing is written before it
is proved that it fits, and never does a plan get an overlap with another plan that it did not have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.plan_links import Ligging, Links
from diwi_qgis.sources.plan_lookup import Plans
from diwi_qgis.sources.plan_request import Regel
from diwi_qgis.sources.snap_ground import fitting_parcels
from diwi_qgis.sources.values import named
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

#: Origins of areas that lie on parcels already, or off them on purpose: left alone unless their contour is given.
SETTLED = ("percelen", "aangesloten", "aangepast")

#: Common area (m²) that is the rounding of a shared border.
TOUCH = 1e-6


@dataclass(frozen=True)
class SnapWens:
    """How to snap: see `rules.snapping.SnapOptions`; `buildings` lets cut lines follow walls, `apply_proposals` writes
    what is uncertain as well. `codes` limits it to the areas of these plans as they stand, also those that lie on parcels
    already (empty: all that do not). Without `write` everything is proposed only.
    """

    tolerance: Optional[float] = None
    min_share: float = 0.5
    cuts: bool = True
    shifts: bool = True
    buildings: bool = True
    apply_proposals: bool = False
    codes: Collection[str] = ()
    write: bool = True


@dataclass(frozen=True)
class Twijfel:
    """A reason why people had better look: at a parcel (by designation) or, without one, at the plan as a whole."""

    reden: str
    text: Text
    perceel: str = ""
    geom: Any = None


@dataclass
class Aansluiting:
    """What became of one plan. Areas in m²; `geschreven`: the register has the new area, otherwise it is a proposal."""

    plan: int
    naam: str
    code: str
    contour: Any
    geom: Any
    oppervlakte_voor: float
    oppervlakte_na: float
    verplaatst: float
    verschuiving: tuple[float, float, float]
    percelen: list[tuple[int, float]]
    twijfels: list[Twijfel] = field(default_factory=list)
    geschreven: bool = False

    @property
    def hele_percelen(self) -> int:
        """Number of parcels that are wholly part of the plan."""
        return sum(share == 1.0 for _, share in self.percelen)


@dataclass
class SnapUitkomst:
    """All plans that took part, the tolerance used (m) and the shift of all contours together (m)."""

    aansluitingen: list[Aansluiting] = field(default_factory=list)
    tolerantie: float = 0.0
    verschuiving: tuple[float, float] = (0.0, 0.0)
    meldingen: list[Text] = field(default_factory=list)

    @property
    def geschreven(self) -> list[Aansluiting]:
        """Those that are in the register now."""
        return [item for item in self.aansluitingen if item.geschreven]


def snap_register(
    register: Register, regels: Optional[Sequence[Regel]], wens: SnapWens, progress: Optional[Progress] = None
) -> SnapUitkomst:
    """Snap plans of an open register to its parcels.

    `regels` name plans with their contours; None takes the areas of the register itself, of plans that are not on
    parcels already. Written are `geom`, `contour_herkomst` ("aangesloten"), `contour_brondatum`, `perceel_koppeling` and
    `pand_koppeling`, in one transaction.

    Raises InputError: no parcels, no contours, unknown plans, or parcels that do not fit together. Cancelled.
    """
    progress = silent(progress)
    projects = register.read("project")
    plans = Plans(projects)
    outcome = SnapUitkomst()
    repaired: dict[int, float] = {}
    if regels is None:
        contours = _own_contours(plans, projects["contour_herkomst"].tolist(), wens.codes, repaired)
    else:
        contours = _given_contours(plans, regels, repaired)
    if not contours:
        outcome.meldingen.append(
            Text("Er zijn geen contouren om aan te sluiten.", "There are no contours to be snapped.")
        )
        return outcome
    parcels = fitting_parcels(register, list(contours.values()), outcome.meldingen)
    buildings = register.read("pand")["geom"].tolist() if wens.buildings else []
    current = plans.geometries()
    groups = list(_groups(plans, contours))
    for number, group in enumerate(groups):
        part = progress.part(0.8 * number / len(groups), 0.8 * (number + 1) / len(groups))
        done = _snap_group(group, plans, contours, current, parcels, buildings, wens, outcome, part)
        _add_repairs(done, repaired)
        _choose(done, plans, current, wens)
        for item in done:
            if item.geschreven:
                current[item.plan] = item.geom
        outcome.aansluitingen += done
    if wens.write:
        _write(register, plans, outcome.geschreven, parcels, progress.part(0.8, 1.0))
    for item in outcome.aansluitingen:
        item.geschreven = item.geschreven and wens.write
    return outcome


def _write(register: Register, plans: Plans, snapped: Sequence[Aansluiting], parcels: Any, progress: Progress) -> None:
    """Areas and links of the plans that are certain, in one transaction."""
    if not snapped:
        return
    liggingen = []
    for item in snapped:
        percelen, aandelen = zip(*item.percelen)
        liggingen.append(Ligging(str(plans.uuids[item.plan]), item.geom, percelen, aandelen))
    links = Links(register, parcels)
    rows = links.rows(liggingen)
    with register.transaction() as write:
        links.replace(write, liggingen, rows, "aangesloten", progress)


def _own_contours(
    plans: Plans, origins: list[Any], codes: Collection[str], repaired: dict[int, float]
) -> dict[int, Any]:
    """The areas in the register of the plans with these codes, or of all that do not lie on parcels yet.

    Raises InputError for a code that no plan has.
    """
    from diwi_qgis.rules.repair import to_multipolygon

    contours = {}
    unknown = sorted(set(codes) - {plans.code(plan) for plan in range(len(origins))})
    if unknown:
        who = named(unknown)
        raise InputError(f"Geen plan heeft deze code: {who.nl}.", f"No plan has this code: {who.en}.")
    for plan, (geom, origin) in enumerate(zip(plans.drawn(), origins)):
        asked = plans.code(plan) in codes if codes else origin not in SETTLED
        if geom is None or geom.is_empty or not asked:
            continue
        outcome = to_multipolygon(geom)
        if outcome.geom is None:
            continue
        contours[plan] = outcome.geom
        if outcome.bezwaar or not geom.is_valid:
            repaired[plan] = outcome.oppervlakte_na
    return contours


def _given_contours(plans: Plans, regels: Sequence[Regel], repaired: dict[int, float]) -> dict[int, Any]:
    """The contours given, by plan; several of one plan together. InputError names the rows that cannot be used."""
    import shapely

    from diwi_qgis.rules.repair import to_multipolygon

    found: dict[int, list[Any]] = {}
    problems: list[Text] = []
    for regel in regels:
        where = f"{regel.waar} '{regel.plan}'"
        matches = plans.find(regel.plan)
        outcome = to_multipolygon(regel.geom)
        if len(matches) != 1:
            problems.append(
                Text(f"{where}: niet gevonden", f"{where}: not found")
                if not matches
                else Text(f"{where}: meer dan één plan heet zo", f"{where}: more than one plan is called so")
            )
        elif outcome.geom is None:
            reason = outcome.bezwaar or Text("onbruikbaar", "not usable")
            problems.append(Text(f"{where}: {reason.nl}", f"{where}: {reason.en}"))
        else:
            found.setdefault(matches[0], []).append(outcome.geom)
            if outcome.bezwaar:
                repaired[matches[0]] = outcome.oppervlakte_na
    if problems:
        nl, en = (named([problem[language] for problem in problems])[language] for language in (0, 1))
        raise InputError(
            f"Contouren die niet te gebruiken zijn: {nl}. Verwacht: code, identificatienummer of naam van een plan in het "
            f"register, en een vlak. Er is niets gewijzigd.",
            f"Contours that cannot be used: {en}. Expected: code, number of origin or name of a plan in the register, and "
            f"an area. Nothing was changed.",
        )
    return {plan: shapely.union_all(geoms) if len(geoms) > 1 else geoms[0] for plan, geoms in found.items()}


def _groups(plans: Plans, contours: dict[int, Any]) -> Iterator[list[int]]:
    """Plans that lie beside each other: those without a mother, then the parts of one mother at a time."""
    by_mother: dict[tuple[int, int], list[int]] = {}
    for plan in sorted(contours):
        mother = plans.mother(plan)
        by_mother.setdefault((plans.depth(plan), -1 if mother is None else mother), []).append(plan)
    for key in sorted(by_mother):
        yield by_mother[key]


def _snap_group(
    group: list[int],
    plans: Plans,
    contours: dict[int, Any],
    current: Any,
    parcels: Any,
    buildings: list[Any],
    wens: SnapWens,
    outcome: SnapUitkomst,
    progress: Progress,
) -> list[Aansluiting]:
    from diwi_qgis.rules.snapping import SnapOptions, snap_plans

    kin = plans.kin_of(group)
    strangers = [
        area for plan, area in enumerate(current) if plan not in kin and area is not None and not area.is_empty
    ]
    snapped = snap_plans(
        [contours[plan] for plan in group],
        parcels["fitting"].tolist(),
        SnapOptions(wens.tolerance, wens.min_share, wens.cuts, wens.shifts),
        strangers,
        buildings,
        progress,
    )
    if plans.depth(group[0]) == 0:
        outcome.tolerantie, outcome.verschuiving = snapped.tolerance, snapped.common_shift
    return [_aansluiting(place, plan, plans, contours[plan], snapped, parcels) for place, plan in enumerate(group)]


def _aansluiting(place: int, plan: int, plans: Plans, contour: Any, snapped: Any, parcels: Any) -> Aansluiting:
    import shapely

    from diwi_qgis.rules.snapping import REASONS

    row = snapped.plans.iloc[place]
    uses = snapped.uses[snapped.uses["plan"] == place]
    doubts = snapped.doubts[snapped.doubts["plan"] == place]
    designations = parcels["aanduiding"].tolist()
    geom = None if row.geom is None else shapely.MultiPolygon(list(shapely.get_parts(row.geom)))
    return Aansluiting(
        plan=plan,
        naam=plans.naam(plan),
        code=plans.code(plan),
        contour=contour,
        geom=geom,
        oppervlakte_voor=float(row.area_before),
        oppervlakte_na=float(row.area_after),
        verplaatst=float(row.moved_area),
        verschuiving=(float(row.dx), float(row.dy), float(row.swell)),
        percelen=list(zip(uses["parcel"].tolist(), uses["share"].tolist())),
        twijfels=[
            Twijfel(
                doubt.reason,
                REASONS[doubt.reason].fill(value=doubt.value),
                designations[doubt.parcel] if doubt.parcel >= 0 else "",
                doubt.geom,
            )
            for doubt in doubts.itertuples()
        ],
    )


def _add_repairs(done: list[Aansluiting], repaired: dict[int, float]) -> None:
    from diwi_qgis.rules.snapping import REASONS

    for item in done:
        if item.plan in repaired:
            text = REASONS["hersteld"].fill(value=repaired[item.plan])
            item.twijfels.append(Twijfel("hersteld", text, geom=item.contour))


def _choose(done: list[Aansluiting], plans: Plans, current: Any, wens: SnapWens) -> None:
    """Mark what is written: what is certain (or all), as long as it adds no overlap with a plan as that stays.

    A plan that is held back stays where it is too, so others may have to wait for it in turn.
    """
    from diwi_qgis.rules.snapping import REASONS

    for item in done:
        item.geschreven = item.geom is not None and (wens.apply_proposals or not item.twijfels)
    while True:
        waiting = _added_overlap(done, plans, current)
        for item in done:
            if item.plan in waiting:
                item.geschreven = False
                item.twijfels.append(Twijfel("wacht", REASONS["wacht"].fill(value=waiting[item.plan]), geom=item.geom))
        if not waiting:
            return


def _added_overlap(done: list[Aansluiting], plans: Plans, current: Any) -> dict[int, float]:
    """Per plan that would be written the area (m²) by which it overlaps plans that stay more than before."""
    import numpy as np
    import shapely

    new = {item.plan: item.geom for item in done if item.geschreven}
    staying = np.array([area if plan not in new else None for plan, area in enumerate(current)], dtype=object)
    tree = shapely.STRtree(staying)
    added: dict[int, float] = {}
    for plan, area in new.items():
        for other in tree.query(area, predicate="intersects").tolist():
            if plans.kin(plan, other):
                continue
            before = 0.0 if current[plan] is None else shapely.intersection(current[plan], staying[other]).area
            more = shapely.intersection(area, staying[other]).area - before
            if more > TOUCH:
                added[plan] = added.get(plan, 0.0) + more
    return added
