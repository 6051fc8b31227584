"""What a delivery contains: the plans with their fields and year rows, what was left out, what is wrong.

Frames in, content out; nothing is written here. Both provinces ask for the same things in other words (see
`model.profiles`), so this is one piece of code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.exchange.delivery.problems import DeliveryProblem, LeftOut
from diwi_qgis.exchange.delivery.sources import Sources, plain
from diwi_qgis.exchange.delivery.values import Problems, field_values
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.profiles import Profiel
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules import prices
from diwi_qgis.rules.crosstable import CELLEN, PER_BLOK, Marges, cross_table, margins
from diwi_qgis.rules.figures import CIJFERS, parts
from diwi_qgis.texts import Text

#: Tables and columns that a delivery is made of (None: all).
TABLES: Mapping[str, Optional[tuple[str, ...]]] = {
    "project": None,
    "woningblok": ("uuid", "project_uuid", "naam", "mutatie", "aantal", "in_programmering"),
    "verdeling": ("woningblok_uuid", "kenmerk", "categorie", "aantal", "prijs_min", "prijs_max", "prijsklasse"),
    "oplevering": ("woningblok_uuid", "datum", "aantal", "gerealiseerd"),
    "mijlpaal": ("project_uuid", "soort", "gepland", "gerealiseerd"),
    "knelpunt": ("project_uuid", "soort", "toelichting", "sinds", "opgelost"),
    "eigenschap": ("uuid", "naam", "object", "soort", "actief"),
    "eigenschap_waarde": ("eigenschap_uuid", "project_uuid", "tekst", "getal", "ja_nee"),
    "codelijst": ("lijst", "code", "label", "zet_fase", "zet_planstatus"),
    "prijsklasse": ("stelsel", "markt", "klasse", "vanaf_jaar", "minimum", "maximum", "actief"),
    "instelling": ("sleutel", "waarde"),
}

#: The 69 names of a year row, in the provinces' order.
JAARVELDEN = (
    "jaartal",
    *CELLEN,
    "bouw_gerealiseerd",
    *(f"sloop_{cel}" for cel in CELLEN),
    "sloop_gerealiseerd",
)

Frames = Mapping[str, pd.DataFrame]


@dataclass
class DeliveredPlan:
    """One plan as delivered. `velden` by the province's name, `jaren` one tuple in the order of `JAARVELDEN` per year and
    realised or not, `geom` a valid MultiPolygon in EPSG:28992 or None, `cijfers` its dwellings (`figures.CIJFERS`)."""

    uuid: str
    code: str
    naam: str
    velden: dict[str, Any]
    jaren: list[tuple[Any, ...]]
    geom: Any
    cijfers: dict[str, int]
    hoofdplan_uuid: Optional[str] = None


@dataclass
class Content:
    """A delivery before it is written. `plannen` are the plans without errors; `hoofdplannen` the main plans of delivered
    parts (uuid, naam, vertrouwelijkheid, geom); `notes` what could not be checked or was approximated."""

    profiel: Profiel
    peildatum: date
    methode: str
    plannen: list[DeliveredPlan]
    left_out: list[LeftOut]
    problems: list[DeliveryProblem]
    notes: list[Text]
    hoofdplannen: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def errors(self) -> list[DeliveryProblem]:
        """The problems that keep a plan from being delivered."""
        return [problem for problem in self.problems if not problem.warning]

    @property
    def skipped(self) -> dict[str, list[DeliveryProblem]]:
        """The plans with errors: their errors by uuid."""
        found: dict[str, list[DeliveryProblem]] = {}
        for problem in self.errors:
            found.setdefault(problem.plan_uuid, []).append(problem)
        return found

    @property
    def cijfers(self) -> dict[str, int]:
        """The dwellings of all delivered plans together."""
        return {name: sum(plan.cijfers[name] for plan in self.plannen) for name in CIJFERS}

    @property
    def rijen(self) -> int:
        """Number of year rows."""
        return sum(len(plan.jaren) for plan in self.plannen)


def compile_content(
    frames: Frames,
    profiel: Profiel,
    peildatum: date,
    methode: str = PER_BLOK,
    vaste_waarden: Optional[Mapping[str, str]] = None,
    progress: Optional[Progress] = None,
) -> Content:
    """Everything a delivery contains at a reference date.

    `frames`: `TABLES` as the store gives them; `vaste_waarden`: fields with one value for all plans.
    """
    fixed = vaste_waarden or {}
    progress = silent(progress)
    sources = Sources(frames, profiel, peildatum)
    project = frames["project"]
    plans = list(zip(plain(project["uuid"]), plain(project["naam"]), plain(project["code"])))
    problems = Problems(plans)
    delen = parts(project, frames["woningblok"], frames["oplevering"], peildatum)
    classes = _price_classes(frames, sources, delen)
    marges = margins(frames["woningblok"], frames["verdeling"], classes["categorie"])
    sources.add_figures(delen, marges)
    progress.check(0.2)
    columns = {}
    for number, veld in enumerate(profiel.velden):
        columns[veld.naam] = field_values(veld, sources, problems, fixed.get(veld.naam))
        progress.check(0.2 + 0.5 * number / len(profiel.velden))
    _check_programme(frames, sources, problems, delen, marges, classes)
    geometries = _geometries(frames, profiel, problems)
    cells = cross_table(delen, marges, methode)
    years = _year_rows(cells)
    if profiel.grootste_cel is not None and (cells[list(CELLEN)].to_numpy() > profiel.grootste_cel).any():
        _check_cells(years, sources, profiel.grootste_cel, problems)
    progress.check(0.9)

    left_out = {plan.plan_uuid: plan for plan in _left_out(sources, plans)}
    mothers = _main_plans(sources, plans, columns, geometries, left_out, problems)
    found = [problem for problem in problems.found if problem.plan_uuid not in left_out]
    failed = {problem.plan_uuid for problem in found if not problem.warning}
    figures = sources.figures[list(CIJFERS)].to_dict("records")
    names = list(columns)
    rows = zip(plans, zip(*columns.values()), geometries, figures, plain(project["hoofdplan_uuid"]))
    delivered = [
        DeliveredPlan(uuid, code, naam, dict(zip(names, values)), years.get(uuid, []), geom, cijfers, mother)
        for (uuid, naam, code), values, geom, cijfers, mother in rows
        if uuid not in left_out and uuid not in failed
    ]
    delivered.sort(key=lambda plan: (plan.code or "", plan.uuid))
    return Content(
        profiel,
        peildatum,
        methode,
        delivered,
        list(left_out.values()),
        found,
        _notes(frames, profiel, classes, fixed),
        mothers,
    )


def _price_classes(frames: Frames, sources: Sources, delen: pd.DataFrame) -> pd.DataFrame:
    verdeling = frames["verdeling"]
    last = delen.groupby("woningblok_uuid")["jaar"].max()
    prefix = f"levering.{sources.profiel.naam}.prijsklasse."
    chosen = {key[len(prefix) :]: value for key, value in sources.settings.items() if key.startswith(prefix)}
    owned = verdeling[verdeling["kenmerk"] == "eigendom"]
    return prices.classify(owned, last, frames["prijsklasse"], sources.profiel.stelsel, chosen)


def _left_out(sources: Sources, plans: Sequence[tuple[str, str, str]]) -> list[LeftOut]:
    """Plans that do not belong in this delivery: not open enough, not to be delivered by status, broken off, not begun."""
    profiel, day = sources.profiel, pd.Timestamp(sources.peildatum)
    minimum = codelijst("vertrouwelijkheid").waarde(profiel.vertrouwelijkheid_minimum).label
    internal = {waarde.code for waarde in codelijst("planstatus").waarden if not waarde.aanleveren}
    future = (pd.to_datetime(sources.project["start_datum"]) > day).to_numpy(dtype=bool)
    found = []
    rows = zip(
        plans, sources.project["vertrouwelijkheid"], sources.state["planstatus"], sources.state["afgebroken"], future
    )
    for (uuid, naam, code), level, status, stopped, later in rows:
        reason = None
        if not profiel.deelbaar(level):
            reason = Text(
                f"vertrouwelijkheid '{level}' ligt onder '{minimum}'", f"confidentiality '{level}' is below '{minimum}'"
            )
        elif status in internal:
            reason = Text(f"planstatus {status} wordt niet aangeleverd", f"plan status {status} is not delivered")
        elif stopped:
            reason = Text("het plan is afgebroken", "the plan was broken off")
        elif later and not profiel.toekomstige_plannen:
            reason = Text("het plan begint na de peildatum", "the plan starts after the reference date")
        if reason:
            found.append(LeftOut(uuid, naam, code, reason))
    return found


def _check_programme(
    frames: Frames, sources: Sources, problems: Problems, delen: pd.DataFrame, marges: Marges, classes: pd.DataFrame
) -> None:
    """Problems of blocks: breakdowns and deliveries that exceed them, prices without one class, no delivery date."""
    position = {uuid: at for at, uuid in enumerate(sources.uuids)}
    blocks = frames["woningblok"].set_index("uuid")
    for row in marges.te_veel.itertuples():
        problems.add(
            "breakdown_exceeds_block",
            position[row.project_uuid],
            sources.profiel.jaarrijen,
            int(row.som),
            blok=blocks.at[row.woningblok_uuid, "naam"],
            kenmerk=row.kenmerk,
            number=int(row.aantal),
        )
    phased = frames["oplevering"].groupby("woningblok_uuid")["aantal"].sum().reindex(blocks.index, fill_value=0)
    for row in blocks.assign(som=phased)[(phased > blocks["aantal"]).to_numpy(dtype=bool)].itertuples():
        problems.add(
            "phasing_exceeds_block",
            position[row.project_uuid],
            "jaartal",
            int(row.som),
            blok=row.naam,
            number=int(row.aantal),
        )
    unphased = delen[~delen["gefaseerd"]].groupby("project_uuid").agg(aantal=("aantal", "sum"), jaar=("jaar", "max"))
    for row in unphased.itertuples():
        problems.add("not_phased", position[row.Index], "jaartal", row.jaar, warning=True, number=int(row.aantal))
    verdeling = frames["verdeling"]
    for row in classes[classes["fout"].notna() | classes["markt"].isna()].itertuples():
        given = verdeling.loc[row.Index]
        block = blocks.loc[given["woningblok_uuid"]]
        code = row.fout if isinstance(row.fout, str) else "unknown_ownership"
        value = {
            prices.TWEE_KLASSEN: given["prijsklasse"] or _euros(given),
            prices.ONBEKENDE_KLASSE: given["prijsklasse"],
        }.get(code, given["categorie"])
        problems.add(code, position[block["project_uuid"]], "eigendom", value, warning=True, blok=block["naam"])


def _euros(row: pd.Series) -> str:
    low, high = row["prijs_min"], row["prijs_max"]
    return f"€ {int(low) / 100:.2f} – " + ("…" if pd.isna(high) else f"€ {int(high) / 100:.2f}")


def _geometries(frames: Frames, profiel: Profiel, problems: Problems) -> list[Any]:
    """Valid MultiPolygons, None (with a problem) for what is not."""
    shapes = np.array(frames["project"]["geom"].tolist() or [], dtype=object)
    absent = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    kind = shapely.get_type_id(shapes)
    polygonal = (kind == shapely.GeometryType.POLYGON) | (kind == shapely.GeometryType.MULTIPOLYGON)
    broken = ~absent & ~(shapely.is_valid(shapes) & polygonal)
    warning = not profiel.geometrie_verplicht
    for at in np.flatnonzero(absent):
        problems.add("project_does_not_have_geometry", int(at), "geometry", warning=warning)
    for at in np.flatnonzero(broken):
        problems.add("invalid_geometry", int(at), "geometry", warning=warning)
    result = shapes.copy()
    result[absent | broken] = None
    single = ~absent & ~broken & (kind == shapely.GeometryType.POLYGON)
    if single.any():
        result[single] = shapely.multipolygons(shapes[single], indices=np.arange(int(single.sum())))
    return list(result)


def _year_rows(table: pd.DataFrame) -> dict[str, list[tuple[Any, ...]]]:
    """Year rows by plan, in order of year; of a partly realised year the realised row first."""
    keys = ["project_uuid", "jaar", "gerealiseerd"]
    kinds = {
        kind: table[table["mutatie"] == kind].set_index(keys)[list(CELLEN)].add_prefix(prefix)
        for kind, prefix in (("bouw", ""), ("sloop", "sloop_"))
    }
    whole = kinds["bouw"].join(kinds["sloop"], how="outer").fillna(0).astype("int64").reset_index()
    whole = whole.assign(later=~whole["gerealiseerd"].astype(bool)).sort_values(["project_uuid", "jaar", "later"])
    flag = np.where(whole["later"], "Nee", "Ja")
    whole = whole.assign(bouw_gerealiseerd=flag, sloop_gerealiseerd=flag, jaartal=whole["jaar"].astype("int64"))
    columns = [whole[name].tolist() for name in JAARVELDEN]
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for uuid, row in zip(whole["project_uuid"], zip(*columns)):
        rows.setdefault(uuid, []).append(row)
    return rows


def _check_cells(years: dict[str, list[tuple[Any, ...]]], sources: Sources, largest: int, problems: Problems) -> None:
    position = {uuid: at for at, uuid in enumerate(sources.uuids)}
    for uuid, rows in years.items():
        for row in rows:
            for name, value in zip(JAARVELDEN, row):
                if isinstance(value, int) and value > largest:
                    problems.add("number_too_large", position[uuid], name, value, expected=f"≤ {largest}")


def _main_plans(
    sources: Sources,
    plans: Sequence[tuple[str, str, str]],
    columns: dict[str, list[Any]],
    geometries: list[Any],
    left_out: Mapping[str, LeftOut],
    problems: Problems,
) -> dict[str, dict[str, Any]]:
    """The main plans that the profile asks for, by uuid; parts of one that is not open enough lose the reference."""
    if "overkoeppelende_plan_id" not in columns:
        return {}
    position = {uuid: at for at, uuid in enumerate(sources.uuids)}
    found: dict[str, dict[str, Any]] = {}
    for at, mother in enumerate(plain(sources.project["hoofdplan_uuid"])):
        if mother is None or plans[at][0] in left_out:
            continue
        source = position[mother]
        if not sources.profiel.deelbaar(sources.project["vertrouwelijkheid"].iat[source]):
            problems.add("main_plan_not_delivered", at, "overkoeppelende_plan_id", plans[source][1], warning=True)
            columns["overkoeppelende_plan_id"][at] = columns["overkoeppelende_plan_naam"][at] = None
            continue
        found[mother] = {
            "naam": plans[source][1],
            "vertrouwelijkheid": columns["vertrouwelijkheid"][source],
            "geom": geometries[source],
            **{name: columns[name][source] for name in ("Creator", "Created", "Editor", "Edited")},
        }
    return found


def _notes(frames: Frames, profiel: Profiel, classes: pd.DataFrame, fixed: Mapping[str, str]) -> list[Text]:
    notes = [
        Text(
            f"Van {profiel.label} zijn voor {row.markt} geen prijsgrenzen van {row.jaar} bekend; die van {row.grenzen_jaar} "
            f"zijn gebruikt ({row.rijen} regels).",
            f"{profiel.label} has no known price bounds for {row.markt} of {row.jaar}; those of {row.grenzen_jaar} were "
            f"used ({row.rijen} rows).",
        )
        for row in prices.bounds_used(classes).itertuples()
    ]
    notes += [
        Text(
            f"{name}: voor alle plannen is '{value}' geleverd, niet wat er in het plan staat.",
            f"{name}: '{value}' was delivered for all plans, not what the plan says.",
        )
        for name, value in fixed.items()
    ]
    listed = {veld.naam for veld in profiel.velden if veld.opties}
    for name in ("regio", "gemeente", "woonplaats"):
        if name not in listed:
            notes.append(
                Text(
                    f"{name}: niet gecontroleerd, {profiel.label} heeft er geen lijst van gepubliceerd.",
                    f"{name}: not checked, {profiel.label} has published no list of them.",
                )
            )
    return notes
