"""Which plan asks for which parcels, and who gets them; what cannot be granted is said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.progress import Progress
from diwi_qgis.rules.designation import Afgekeurd, parse_designations
from diwi_qgis.rules.plan_area import (
    NO_PARCEL,
    ON_BORDER,
    TOUCH,
    designation_index,
    find_parcels,
    parcels_at,
    parcels_under,
)
from diwi_qgis.rules.repair import to_multipolygon
from diwi_qgis.sources.plan_lookup import Plans
from diwi_qgis.sources.plan_request import Kwestie, Regel, Wens
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

_POINTS, _AREAS = ("Point", "MultiPoint"), ("Polygon", "MultiPolygon")


class Claims:
    """Collects what lines ask, then settles it."""

    def __init__(self, plans: Plans, parcels: pandas.DataFrame, kwesties: list[Kwestie]) -> None:
        self._plans, self._parcels, self._kwesties = plans, parcels, kwesties
        self._geoms = parcels["geom"].to_numpy()
        #: plan → parcel → None, in the order asked
        self._asked: dict[int, dict[int, None]] = {}

    def collect(self, regels: Sequence[Regel], wens: Wens, progress: Progress) -> None:
        """Find plan and parcels of every line."""
        index = designation_index(self._parcels)
        points: list[tuple[int, Regel]] = []
        contours: dict[int, list[Any]] = {}
        for regel in progress.track(regels, len(regels), 0.0, 0.4):
            plan = self._plan(regel, wens)
            if plan is None:
                continue
            self._asked.setdefault(plan, {})
            if regel.geom is None or regel.tekst:
                self._by_designation(plan, regel, index)
            elif regel.geom.geom_type in _POINTS:
                points.append((plan, regel))
            elif regel.geom.geom_type in _AREAS:
                self._contour(plan, regel, contours)
            else:
                self._say(
                    "geometrie",
                    plan,
                    "",
                    Text(
                        f"{regel.waar}: een {regel.geom.geom_type} is punt noch vlak",
                        f"{regel.waar}: a {regel.geom.geom_type} is neither point nor area",
                    ),
                )
        self._by_points(points)
        self._by_contours(contours, wens, progress.part(0.4, 1.0))

    def settle(self, progress: Progress) -> dict[int, list[int]]:
        """Positions of parcels by plan, each parcel with one plan at most (mother and daughter aside).

        Asked for by two plans: the first line has it. Under another plan that stays as it is: not granted.
        """
        self._refuse_twice_asked()
        self._drop_empty()
        while self._refuse_taken(progress):  # a plan left without parcels keeps its area, which may take others' again
            self._drop_empty()
        return {plan: list(asked) for plan, asked in self._asked.items()}

    # -- lines ------------------------------------------------------------------------------------------------------

    def _plan(self, regel: Regel, wens: Wens) -> Optional[int]:
        found = self._plans.find(regel.plan) if regel.plan.strip() else []
        if len(found) == 1:
            return found[0]
        if found:
            text = Text(
                f"{regel.waar} '{regel.plan}' past bij {len(found)} plannen; gebruik de plancode",
                f"{regel.waar} '{regel.plan}' fits {len(found)} plans; use the plan code",
            )
        elif not regel.plan.strip():
            text = Text(f"{regel.waar} noemt geen plan", f"{regel.waar} names no plan")
        elif wens.create:
            return self._plans.add(regel.naam or regel.plan, regel.plan if regel.naam else None)
        else:
            text = Text(
                f"{regel.waar} plan '{regel.plan}' staat niet in het register (code, identificatie nr of naam)",
                f"{regel.waar} plan '{regel.plan}' is not in the register (code, id or name)",
            )
        kwestie = Kwestie("onbekend_plan", regel.plan, "", Text(text.nl.strip(), text.en.strip()))
        if kwestie not in self._kwesties:
            self._kwesties.append(kwestie)
        return None

    def _by_designation(self, plan: int, regel: Regel, index: dict[tuple[str, str, int], list[int]]) -> None:
        lijst = parse_designations(regel.tekst)
        for fout in lijst.afgekeurd:
            self._reject(plan, regel, fout)
        for aanduiding in lijst.aanduidingen:
            found = find_parcels(aanduiding, index)
            if len(found) == 1:
                self._asked[plan][found[0]] = None
            elif found:
                self._say(
                    "meerduidig",
                    plan,
                    str(aanduiding),
                    Text(
                        f"{len(found)} percelen hebben deze aanduiding", f"{len(found)} parcels have this designation"
                    ),
                )
            else:
                self._say(
                    "onbekend_perceel",
                    plan,
                    str(aanduiding),
                    Text(
                        "staat niet in het register; is dit deel van de kadastrale kaart ingelezen, of is het perceel "
                        "vernummerd?",
                        "is not in the register; was this part of the map loaded, or is it renumbered?",
                    ),
                )

    def _reject(self, plan: int, regel: Regel, fout: Afgekeurd) -> None:
        waar = f"{regel.waar}: " if regel.waar else ""
        self._say("geen_aanduiding", plan, fout.tekst, Text(f"{waar}{fout.reden.nl}", f"{waar}{fout.reden.en}"))

    def _by_points(self, points: list[tuple[int, Regel]]) -> None:
        import shapely

        single = [(plan, regel, point) for plan, regel in points for point in shapely.get_parts(regel.geom)]
        found = parcels_at([point for _, _, point in single], self._geoms)
        for (plan, regel, point), parcel in zip(single, found):
            where = f"{regel.waar} ({point.x:.1f} {point.y:.1f})".strip()
            if parcel == NO_PARCEL:
                self._say(
                    "geen_perceel", plan, "", Text(f"{where}: hier ligt geen perceel", f"{where}: no parcel here")
                )
            elif parcel == ON_BORDER:
                self._say(
                    "op_grens",
                    plan,
                    "",
                    Text(
                        f"{where}: het punt ligt precies op een perceelgrens",
                        f"{where}: the point is exactly on a border",
                    ),
                )
            else:
                self._asked[plan][int(parcel)] = None

    def _contour(self, plan: int, regel: Regel, contours: dict[int, list[Any]]) -> None:
        outcome = to_multipolygon(regel.geom)
        if outcome.geom is not None:
            contours.setdefault(plan, []).append(outcome.geom)
        if outcome.bezwaar is not None:
            why = Text(f"{regel.waar}: {outcome.bezwaar.nl}", f"{regel.waar}: {outcome.bezwaar.en}")
            self._say("geometrie", plan, "", why, warning=outcome.geom is not None)

    def _by_contours(self, contours: dict[int, list[Any]], wens: Wens, progress: Progress) -> None:
        """Contours compete with those of other plans of the same depth, and with the plans that stay as they are."""
        import shapely

        areas = self._plans.geometries()
        drawn = {plan: shapely.union_all(parts) for plan, parts in contours.items()}
        depths = sorted({self._plans.depth(plan) for plan in drawn})
        for depth in depths:
            here = [plan for plan in drawn if self._plans.depth(plan) == depth]
            stay = [
                areas[other]
                for other in range(len(areas))
                if other not in self._asked and areas[other] is not None and self._plans.depth(other) == depth
            ]
            taken = parcels_under([drawn[plan] for plan in here], self._geoms, stay, wens.min_share, progress)
            for row in taken.claims.itertuples():
                self._asked[here[row.contour]][int(row.parcel)] = None
            for row in taken.doubts.itertuples():
                self._doubt(here[row.contour], int(row.parcel), row.share)

    def _doubt(self, plan: int, parcel: int, share: float) -> None:
        has = parcel in self._asked[plan]
        text = Text(
            f"de contour ligt op {share:.0%} van het perceel; {'opgenomen' if has else 'niet opgenomen'}, kijk dit na",
            f"the contour covers {share:.0%} of the parcel; {'taken' if has else 'not taken'}, please look",
        )
        self._say("twijfel", plan, self._aanduiding(parcel), text, warning=True)

    # -- who gets it ------------------------------------------------------------------------------------------------

    def _refuse_twice_asked(self) -> None:
        holders: dict[int, list[int]] = {}
        for plan, asked in self._asked.items():
            for parcel in list(asked):
                rival = next((o for o in holders.get(parcel, []) if not self._plans.kin(o, plan)), None)
                if rival is None:
                    holders.setdefault(parcel, []).append(plan)
                    continue
                del asked[parcel]
                self._say(
                    "dubbel",
                    plan,
                    self._aanduiding(parcel),
                    Text(
                        f"is ook opgegeven voor plan '{self._plans.naam(rival)}'",
                        f"is asked for by plan '{self._plans.naam(rival)}' as well",
                    ),
                )

    def _drop_empty(self) -> None:
        for plan in [plan for plan, asked in self._asked.items() if not asked]:
            del self._asked[plan]
            self._say(
                "leeg",
                plan,
                "",
                Text(
                    "geen enkel bruikbaar perceel; het plangebied blijft zoals het was",
                    "no usable parcel at all; the plan area stays as it was",
                ),
            )

    def _refuse_taken(self, progress: Progress) -> bool:
        """Take away what lies in plans that stay; tells whether anything was."""
        from diwi_qgis.rules.overlap import intersect_shares

        wanted = sorted({parcel for asked in self._asked.values() for parcel in asked})
        areas = self._plans.geometries()
        stay = [n for n in range(len(areas)) if n not in self._asked and areas[n] is not None]
        before = len(self._kwesties)
        if not wanted or not stay:
            return False
        shares = intersect_shares(areas[stay], self._geoms[wanted], 0.0, progress)
        for row in shares[shares["area"] > TOUCH].itertuples():
            other, parcel = stay[row.plan], wanted[row.parcel]
            for plan, asked in self._asked.items():
                if parcel in asked and not self._plans.kin(plan, other):
                    del asked[parcel]
                    self._say(
                        "bezet",
                        plan,
                        self._aanduiding(parcel),
                        Text(
                            f"ligt voor {row.area:.1f} m² in plan '{self._plans.naam(other)}' ({self._plans.code(other)})",
                            f"lies for {row.area:.1f} m² in plan '{self._plans.naam(other)}' ({self._plans.code(other)})",
                        ),
                    )
        return len(self._kwesties) > before

    def _aanduiding(self, parcel: int) -> str:
        return str(self._parcels["aanduiding"].iloc[parcel])

    def _say(self, soort: str, plan: int, perceel: str, text: Text, warning: bool = False) -> None:
        self._kwesties.append(Kwestie(soort, self._plans.naam(plan), perceel, text, warning))
