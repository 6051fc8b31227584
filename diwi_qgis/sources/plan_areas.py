"""Plan areas of whole parcels, made in a register from designations, points or rough contours, all or nothing.

Nothing is written before it is proved that the plans made have no area in common with each other or with another plan
(mother and daughter aside) and fit together as a coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

from diwi_qgis.errors import DiwiError, InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.plan_claims import Claims
from diwi_qgis.sources.plan_links import Ligging, Links
from diwi_qgis.sources.plan_lookup import Plans
from diwi_qgis.sources.plan_request import Kwestie, Regel, Wens
from diwi_qgis.sources.values import named
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

#: From initiative to delivery takes ten years on average (volkshuisvestingnederland.nl): the end of a plan of unknown end.
YEARS = 10


@dataclass
class Plangebied:
    """What became of one plan. Areas in m²; `wat` is "nieuw", "gewijzigd" or "ongewijzigd"."""

    naam: str
    code: str
    uuid: str
    wat: str
    percelen: list[str]
    panden: int
    oppervlakte_voor: float
    oppervlakte_na: float


@dataclass
class Uitkomst:
    """Plans made, and what there is to say. `geweigerd`: there were problems, and nothing was written."""

    plangebieden: list[Plangebied] = field(default_factory=list)
    kwesties: list[Kwestie] = field(default_factory=list)
    geweigerd: bool = False

    @property
    def problemen(self) -> list[Kwestie]:
        """The matters that are not warnings."""
        return [kwestie for kwestie in self.kwesties if not kwestie.warning]


def make_plan_areas(
    register: Register, regels: Sequence[Regel], wens: Wens, progress: Optional[Progress] = None
) -> Uitkomst:
    """Make or replace the areas of the plans named in `regels`; each plan gets exactly what its lines say.

    Records `perceel_koppeling` and `pand_koppeling`, the origin ("percelen") and the oldest source date of its parcels.
    A plan whose area and links are already so is left alone. With problems and without `skip_invalid` nothing is written
    and the outcome says `geweigerd`.

    Raises:
        InputError: there are no parcels in the register, or no lines.
        DiwiError: the areas do not fit together; that is a fault in the parcels or in us, and nothing was written.
    """
    progress = silent(progress)
    parcels = register.read("perceel")
    if parcels.empty:
        raise InputError(
            "Het register bevat nog geen percelen; lees die eerst in (diwi:loadparcels).",
            "The register holds no parcels yet; load them first (diwi:loadparcels).",
        )
    if not regels:
        raise InputError("Er is geen enkel plan opgegeven.", "No plan was given.")
    uitkomst = Uitkomst()
    plans = Plans(register.read("project"))
    claims = Claims(plans, parcels, uitkomst.kwesties)
    claims.collect(regels, wens, progress.part(0.0, 0.5))
    made = claims.settle(progress.part(0.5, 0.7))
    if uitkomst.problemen and not wens.skip_invalid:
        uitkomst.geweigerd = True
        return uitkomst
    areas = _areas(made, parcels)
    _prove(plans, areas, made, parcels, progress.part(0.7, 0.8))
    progress.check(0.8)
    _write(register, plans, made, areas, parcels, wens, uitkomst, progress.part(0.8, 1.0))
    return uitkomst


def _areas(made: dict[int, list[int]], parcels: Any) -> dict[int, Any]:
    from diwi_qgis.rules.plan_area import union

    geoms = parcels["geom"].to_numpy()
    return {plan: union(geoms[positions]) for plan, positions in made.items()}


def _prove(plans: Plans, areas: dict[int, Any], made: dict[int, list[int]], parcels: Any, progress: Progress) -> None:
    """Nothing overlaps, everything fits; otherwise a DiwiError that names plans and parcels."""
    from diwi_qgis.rules.plan_area import ill_fitting, overlaps

    numbers = list(areas)
    after = plans.geometries()
    for plan, area in areas.items():
        after[plan] = area
    changed = [plan in areas for plan in range(len(after))]
    wrong = overlaps(after, changed, plans.kin, progress)
    if len(wrong):
        a, b, area = (wrong[name].iloc[0] for name in ("a", "b", "area"))
        raise DiwiError(
            f"De plannen '{plans.naam(a)}' en '{plans.naam(b)}' zouden {area:.4f} m² gemeen hebben, mogelijk omdat "
            f"percelen in het register elkaar overlappen. Er is niets gewijzigd.",
            f"Plans '{plans.naam(a)}' and '{plans.naam(b)}' would have {area:.4f} m² in common, possibly because parcels in "
            f"the register overlap. Nothing was changed.",
        )
    loose = ill_fitting([areas[plan] for plan in numbers], [plans.depth(plan) for plan in numbers])
    if loose:
        names = named([plans.naam(numbers[position]) for position in loose], 5)
        bad = _bad_parcels(made, parcels)
        raise DiwiError(
            f"De grenzen van deze plannen sluiten niet punt voor punt aan: {names.nl}. Percelen die niet aansluiten: "
            f"{bad.nl}. Er is niets gewijzigd; lees de percelen opnieuw in.",
            f"The borders of these plans do not fit vertex for vertex: {names.en}. Parcels that do not fit: {bad.en}. "
            f"Nothing was changed; load the parcels again.",
        )


def _bad_parcels(made: dict[int, list[int]], parcels: Any) -> Text:
    from diwi_qgis.rules.coverage import misfits

    used = sorted({position for positions in made.values() for position in positions})
    bad = misfits(parcels["geom"].to_numpy()[used])
    return named([str(parcels["aanduiding"].iloc[used[position]]) for position in bad] or ["-"], 5)


def _write(
    register: Register,
    plans: Plans,
    made: dict[int, list[int]],
    areas: dict[int, Any],
    parcels: Any,
    wens: Wens,
    uitkomst: Uitkomst,
    progress: Progress,
) -> None:
    """Put plans and links in the register in one transaction, leaving alone what is already so."""
    links = Links(register, parcels)
    new = [plan for plan in made if plans.uuids[plan] is None]
    before = plans.drawn()
    with register.transaction() as write:
        rows = [_new_project(register, plans, plan, parcels.iloc[made[plan]], wens) for plan in new]
        for plan, uuid in zip(new, write.insert("project", rows)):
            plans.uuids[plan] = uuid
        liggingen = [Ligging(str(plans.uuids[plan]), areas[plan], made[plan]) for plan in made]
        wanted = links.rows(liggingen)
        same = [
            _same_area(before[plan], areas[plan]) and links.stand(ligging.uuid, rows_)
            for plan, ligging, rows_ in zip(made, liggingen, wanted)
        ]
        differing = [place for place, stands in enumerate(same) if not stands]
        links.replace(
            write,
            [liggingen[place] for place in differing],
            [wanted[place] for place in differing],
            "percelen",
            progress,
        )
    codes = register.read("project", ["uuid", "code"], geometry=False).set_index("uuid")["code"]
    for plan, ligging, stands, rows_ in zip(made, liggingen, same, wanted):
        uitkomst.plangebieden.append(
            Plangebied(
                plans.naam(plan),
                codes[ligging.uuid],
                ligging.uuid,
                "nieuw" if plan in new else "ongewijzigd" if stands else "gewijzigd",
                parcels["aanduiding"].iloc[made[plan]].tolist(),
                len(rows_["pand_koppeling"]),
                plans.area_before(plan),
                areas[plan].area,
            )
        )


def _same_area(before: Any, after: Any) -> bool:
    return before is not None and before.normalize().wkb == after.wkb


def _new_project(register: Register, plans: Plans, plan: int, used: Any, wens: Wens) -> dict[str, Any]:
    start = wens.start_datum or used["brondatum"].min().date()
    end = wens.eind_datum or _years_later(start, YEARS)
    if end <= start:
        raise InputError(
            f"De einddatum ({end:%d-%m-%Y}) ligt niet na de startdatum ({start:%d-%m-%Y}).",
            f"The end date ({end}) is not after the start date ({start}).",
        )
    row = {"naam": plans.naam(plan), "extern_id": plans.extern_id(plan), "start_datum": start, "eind_datum": end}
    return {**row, **{name: register.setting(name) for name in ("gemeentecode", "gemeente", "regio")}}


def _years_later(day: date, years: int) -> date:
    leap_day = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap_day else day.day)
