"""What the rules look at: the frames of the register, joined once and shared by all rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.rules.quality.rule import NotCheckedError

if TYPE_CHECKING:
    import numpy as np
    from pandas import DataFrame, Series, Timestamp

#: Tables the rules read. `perceel` can be large and serves two rules only.
TABLES = (
    "project",
    "woningblok",
    "verdeling",
    "oplevering",
    "mijlpaal",
    "codelijst",
    "prijsklasse",
    "eigenschap",
    "eigenschap_waarde",
    "instelling",
    "gebied",
    "perceel",
    "perceel_koppeling",
)


class Context:
    """The register at a reference date, for rules. Frames are never changed."""

    def __init__(
        self,
        frames: Mapping[str, DataFrame],
        reference_date: date,
        profiles: Sequence[Any] = (),
        options: Optional[Options] = None,
    ) -> None:
        import pandas as pd

        self._frames = frames
        self.reference_date = reference_date
        self.today: Timestamp = pd.Timestamp(reference_date)
        self.profiles = tuple(profiles)
        self.options = options or Options()

    def has(self, table: str) -> bool:
        """Whether the table was read and has rows."""
        return table in self._frames and len(self._frames[table]) > 0

    def frame(self, table: str) -> DataFrame:
        """The table as it was read; `NotCheckedError` when it has no rows."""
        if not self.has(table):
            raise NotCheckedError(*_ABSENT.get(table, (f"tabel '{table}' is leeg", f"table '{table}' is empty")))
        return self._frames[table]

    # -- plans -----------------------------------------------------------------------------------------------------

    @cached_property
    def projects(self) -> DataFrame:
        """All plans by uuid, with `project_uuid`, `plan` (name and code) and, at the reference date, `peilstatus`
        (plan status), `peilfase` (phase) and `afgebroken`."""
        from diwi_qgis.rules.state import milestone_kinds, state_at

        frame = self.frame("project")
        projects = frame.assign(project_uuid=frame["uuid"], plan=_labels(frame)).set_index("uuid", drop=True)
        state = state_at(frame, self.milestones, milestone_kinds(self.codes), self.reference_date)
        return projects.assign(
            peilfase=state["fase"].to_numpy(),
            peilstatus=state["planstatus"].to_numpy(),
            afgebroken=state["afgebroken"].to_numpy(),
        )

    @cached_property
    def plans(self) -> DataFrame:
        """The plans that go on: `projects` without those abandoned at the reference date."""
        return self.projects[~self.projects["afgebroken"]]

    @cached_property
    def mothers(self) -> frozenset[str]:
        """Uuids of plans that have daughters."""
        return frozenset(self.projects["hoofdplan_uuid"].dropna())

    @cached_property
    def areas(self) -> np.ndarray:
        """The plan area of every row of `plans`, valid polygons (repaired where needed) or None."""
        import numpy as np
        import shapely

        geometries = self.drawn.copy()
        geometries[_wild(geometries)] = None
        wrong = np.flatnonzero(~self.valid & ~shapely.is_missing(geometries))
        geometries[wrong] = _repaired(geometries[wrong])
        return geometries

    @cached_property
    def drawn(self) -> np.ndarray:
        """The plan area of every row of `plans` as it is stored; None when it is missing or empty."""
        import shapely

        if "geom" not in self.plans.columns:
            raise NotCheckedError("de plangebieden zijn niet gelezen", "the plan areas were not read")
        geometries = self.plans["geom"].to_numpy(dtype=object).copy()
        geometries[shapely.is_empty(geometries)] = None
        return geometries

    @cached_property
    def valid(self) -> np.ndarray:
        """Whether each of `drawn` is a valid geometry (not when it is missing)."""
        import shapely

        valid: np.ndarray = shapely.is_valid(self.drawn)
        return valid

    # -- parcels ---------------------------------------------------------------------------------------------------

    @cached_property
    def changed_links(self) -> DataFrame:
        """The links of `plans` to parcels that changed since, with `soort` (a `parcel_changes.Soort`) and, in `wat_nl`
        and `wat_en`, what happened. Every plan is judged by its own parcels."""
        from diwi_qgis.rules.parcel_changes import describe, parcel_changes

        links, parcels = self.frame("perceel_koppeling"), self.frame("perceel")
        links = links[links["project_uuid"].isin(self.plans.index) & links["geom"].notna()]
        changes = parcel_changes(links, parcels, groups=links["project_uuid"].to_numpy())
        names = links["aanduiding"].tolist(), parcels["aanduiding"].tolist()
        told = {position: (change.soort, describe(change, *names)) for change in changes for position in change.oud}
        rows = links.iloc[sorted(told)]
        kinds, texts = zip(*(told[position] for position in sorted(told))) if told else ((), ())
        return rows.assign(soort=list(kinds), wat_nl=[text.nl for text in texts], wat_en=[text.en for text in texts])

    # -- programme -------------------------------------------------------------------------------------------------

    @cached_property
    def blocks(self) -> DataFrame:
        """The blocks of `plans`, by uuid, with `woningblok_uuid`."""
        frame = self.frame("woningblok")
        blocks = frame.assign(woningblok_uuid=frame["uuid"]).set_index("uuid", drop=True)
        return blocks[blocks["project_uuid"].isin(self.plans.index)]

    @cached_property
    def block_plans(self) -> np.ndarray:
        """Of every row of `blocks`, the position of its plan in `plans`."""
        return self.plans.index.get_indexer(self.blocks["project_uuid"])

    @cached_property
    def breakdowns(self) -> DataFrame:
        """The breakdowns of `blocks`, with `project_uuid` and `plaats`, the position of the block in `blocks`."""
        return self._of_blocks("verdeling")

    @cached_property
    def deliveries(self) -> DataFrame:
        """The phasing of `blocks`, with `project_uuid` and `plaats`, the position of the block in `blocks`."""
        return self._of_blocks("oplevering")

    def per_block(self, rows: DataFrame) -> np.ndarray:
        """Sum of `aantal` of breakdowns or deliveries, for every row of `blocks`."""
        import numpy as np

        numbers = rows["aantal"].to_numpy(dtype="float64", na_value=0.0)
        return np.bincount(rows["plaats"], weights=numbers, minlength=len(self.blocks))

    def per_plan(self, numbers: np.ndarray) -> np.ndarray:
        """Sum of numbers per block, for every row of `plans`."""
        import numpy as np

        return np.bincount(self.block_plans, weights=numbers, minlength=len(self.plans))

    @cached_property
    def block_numbers(self) -> np.ndarray:
        """Dwellings of every row of `blocks`."""
        return self.blocks["aantal"].to_numpy(dtype="float64", na_value=0.0)

    @cached_property
    def first_delivery(self) -> Series:
        """Earliest delivery of dwellings to be built, by plan; only plans that have one."""
        rows = self.deliveries
        mutatie = self.blocks["mutatie"].to_numpy()[rows["plaats"]]
        built = rows[(mutatie == "bouw") & (rows["aantal"] > 0).to_numpy()]
        dates = built.groupby(self.block_plans[built["plaats"]])["datum"].min()
        dates.index = self.plans.index[dates.index].rename("project_uuid")
        return dates

    @cached_property
    def built(self) -> Series:
        """Dwellings to be built, by plan; only plans with more than none."""
        import numpy as np
        import pandas as pd

        new = (self.blocks["mutatie"] == "bouw").to_numpy()
        total = pd.Series(self.per_plan(np.where(new, self.block_numbers, 0)), index=self.plans.index)
        return total[total > 0].astype("int64")

    def _of_blocks(self, table: str) -> DataFrame:
        frame = self.frame(table)
        places = self.blocks.index.get_indexer(frame["woningblok_uuid"])
        frame, places = frame[places >= 0], places[places >= 0]
        return frame.assign(plaats=places, project_uuid=self.blocks["project_uuid"].to_numpy()[places])

    # -- milestones ------------------------------------------------------------------------------------------------

    @cached_property
    def milestones(self) -> DataFrame:
        """The milestones of `projects` with `datum`: realised, else planned."""
        frame = self._frames.get("mijlpaal")
        frame = _no_milestones() if frame is None else frame
        return frame.assign(datum=frame["gerealiseerd"].fillna(frame["gepland"]))

    def milestone(self, *soorten: str) -> Series:
        """The earliest date of milestones of these kinds, by plan; only plans that have one."""
        rows = self.milestones
        return rows[rows["soort"].isin(soorten)].groupby("project_uuid")["datum"].min()

    @cached_property
    def codes(self) -> DataFrame:
        """Code lists as they are in the register; the delivered ones when the register's were not read."""
        import pandas as pd

        from diwi_qgis.model.codelists import all_codelists

        frame = self._frames.get("codelijst")
        if frame is not None and not frame.empty:
            return frame
        rows = [
            (lijst.naam, waarde.code, waarde.label, True, waarde.zet_fase, waarde.zet_planstatus)
            for lijst in all_codelists()
            for waarde in lijst.waarden
        ]
        return pd.DataFrame(rows, columns=["lijst", "code", "label", "actief", "zet_fase", "zet_planstatus"])

    def label(self, lijst: str, codes: Series) -> Series:
        """The labels of codes; a code that is not in the list stands for itself."""
        rows = self.codes[self.codes["lijst"] == lijst]
        return codes.map(dict(zip(rows["code"], rows["label"]))).fillna(codes)

    @property
    def hard_statuses(self) -> frozenset[str]:
        """Plan statuses that count as hard plan capacity."""
        return frozenset(waarde.code for waarde in codelijst("planstatus").waarden if waarde.hard)


#: Why there may be nothing in a table, and what to do.
_ABSENT = {
    "project": ("het register bevat nog geen plannen", "the register holds no plans yet"),
    "woningblok": ("er zijn geen woningblokken", "there are no blocks"),
    "verdeling": ("er zijn geen verdelingen ingevuld", "no breakdowns were filled in"),
    "oplevering": ("er zijn geen opleveringen ingevuld", "no phasing was filled in"),
    "mijlpaal": ("er zijn geen mijlpalen ingevuld", "no milestones were filled in"),
    "prijsklasse": ("er zijn geen prijsklassen vastgelegd", "no price classes were set"),
    "eigenschap": ("er zijn geen maatwerkeigenschappen", "there are no custom properties"),
    "gebied": (
        "er zijn geen grenzen van gemeenten ingelezen ('Grenzen inlezen')",
        "no boundaries of municipalities were loaded ('Load boundaries')",
    ),
    "perceel": ("er zijn geen percelen ingelezen ('Percelen inlezen')", "no parcels were loaded ('Load parcels')"),
    "perceel_koppeling": (
        "geen plan is gekoppeld aan percelen ('Plangebieden uit percelen maken')",
        "no plan is linked to parcels ('Make plan areas from parcels')",
    ),
}


def _no_milestones() -> DataFrame:
    import pandas as pd

    columns: dict[str, Any] = {name: pd.Series(dtype=object) for name in ("project_uuid", "soort")}
    columns.update({name: pd.Series(dtype="datetime64[ns]") for name in ("gepland", "gerealiseerd")})
    return pd.DataFrame(columns)


def _labels(projects: DataFrame) -> Series:
    codes = projects["code"].astype(object)
    names = projects["naam"].astype(object).fillna("?")
    return names.where(codes.isna(), names + " (" + codes.fillna("") + ")")


def _wild(geometries: np.ndarray) -> np.ndarray:
    """Geometries with coordinates that are not finite; nothing can be computed with them."""
    import numpy as np

    from diwi_qgis.rules.coordinates import not_finite

    wild = np.zeros(len(geometries), dtype=bool)
    wild[not_finite(list(geometries))] = True
    return wild


def _repaired(geometries: np.ndarray) -> list[Any]:
    from diwi_qgis.rules.repair import to_multipolygon

    return [to_multipolygon(geometry).geom for geometry in geometries]
