"""Everything the demo starts from, in one folder."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import shapely

from demo_data import AKR, SEED
from demo_data.files import feature, write_boundaries, write_buildings, write_collection, write_parcels
from demo_data.programme import DemoPlan, make_programme
from demo_data.sites import make_sites
from demo_data.town import Town, make_town

PLANS = 84


def make_input(folder: Path) -> tuple[Town, list[DemoPlan]]:
    """Write parcels, buildings, boundaries, lists of parcels and rough contours; returns town and programme.

    Of every three plans two are given by their parcels (`plannen_op_percelen.csv`), the third as a contour that somebody
    drew by hand (`contouren.geojson`): simplified, a metre off, with a little noise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    town = make_town(SEED)
    plans = make_programme(town, make_sites(town, PLANS, SEED), SEED)
    write_parcels(town, folder / "percelen.geojson")
    write_buildings(town, folder / "panden.geojson")
    write_boundaries(town, folder)
    drawn = [plan for index, plan in enumerate(plans) if index % 3 == 2]
    _write_designations(town, [plan for plan in plans if plan not in drawn], folder / "plannen_op_percelen.csv")
    _write_contours(town, drawn, folder / "contouren.geojson")
    return town, plans


def _write_designations(town: Town, plans: list[DemoPlan], path: Path) -> None:
    """One row per plan; the parcels in the three ways of writing that people use."""
    with path.open("w", newline="", encoding="utf8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("plan", "percelen"))
        for plan in plans:
            form = ("{}-{}-{}", "{} {} {}", "{}{}{}")[plan.nummer % 3]
            names = (
                form.format(AKR, town.parcels[index].sectie, town.parcels[index].number) for index in plan.site.parcels
            )
            writer.writerow((plan.nummer, ", ".join(names)))


def _write_contours(town: Town, plans: list[DemoPlan], path: Path) -> None:
    """What somebody drew from a paper map."""
    rnd = random.Random(SEED)
    features = []
    for plan in plans:
        exact = shapely.coverage_union_all([town.parcels[index].geom for index in plan.site.parcels])
        shift = rnd.uniform(-0.5, 0.5), rnd.uniform(-0.5, 0.5)
        rough = shapely.transform(
            shapely.simplify(exact, 0.8),
            lambda points, shift=shift: points + shift,
        )
        features.append(feature(f"contour.{plan.nummer}", rough, {"plan": str(plan.nummer)}))
    write_collection(path, "contouren", features)


def write_neighbour_plans(town: Town, plans: list[DemoPlan], path: Path, template: dict) -> None:
    """Two plans that a developer hands in as GeoJSON, in DIWI's format; the first overlaps a plan of the municipality."""
    overlap = shapely.coverage_union_all([town.parcels[index].geom for index in plans[0].site.parcels]).buffer(-1.5)
    used = {index for plan in plans for index in plan.site.parcels}
    free = next(i for i, parcel in enumerate(town.parcels) if parcel.soort == "land" and i not in used)
    geometries = (overlap, town.parcels[free].geom.buffer(-20))
    features = []
    for number, (name, geometry) in enumerate(zip(("Ontwikkelvisie Kwartier", "Boerderijhof"), geometries)):
        features.append(feature(str(number), geometry, template_for(template, 2001 + number, name)))
    write_collection(path, "plannen", features)


def template_for(template: dict, number: int, name: str) -> dict:
    """Properties of one plan in DIWI's import format."""
    project = {
        **template,
        "basisgegevens": {"identificatie_nr": number, "naam": name},
    }
    block = {
        "name": "Nieuwbouw",
        "mutatiegegevens": {
            "mutatie_type": "CONSTRUCTION",
            "eigendom_type": "KOOPWONING",
            "woning_type": "MEERGEZINSWONING",
            "contract_type": None,
            "status": None,
            "aantal": 24,
        },
        "einddatum": "2029-12-31",
        "grootte": [],
        "waarde": {"laag": 295000, "hoog": 389999.99, "categorie": None},
        "fysiek_voorkomen": [],
        "doelgroep": [],
        "grondpositie": {},
        "maatwerk_woningeigenschappen": {},
    }
    return {"projectgegevens": project, "woning_blokken": [block]}


DEVELOPER = {
    "projectgegevens": {
        "plan_soort": "VERDICHTING",
        "in_programmering": False,
        "prioritering": None,
        "rol_gemeente": None,
        "status": "ACTIVE",
        "eigenaar": "a.devries@duinvoorde.example",
        "vertrouwelijkheid": "EXTERNAL_REGIONAL",
    },
    "rollen": {},
    "projectduur": {"start_project": "2026-02-01", "eind_project": "2030-12-31"},
    "projectfasen": {"_1_CONCEPT": "2026-02-01", "_2_INITIATIVE": "2027-01-01", "_6_REALIZATION": "2028-09-01"},
    "planologische_planstatus": {"_4B_NIET_OPGENOMEN_IN_VISIE": "2026-03-01"},
    "locatie": {"gemeente": "Duinvoorde", "wijk": None, "buurt": None},
    "maatwerk_projecteigenschappen": {},
}
