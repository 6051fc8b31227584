"""Registers for the bench: deterministic plans on parcels with their programme, stored by the store itself, made once.

Every plan has a place of 4 × 5 parcels and holds some of them: six in ten exactly, the others roughly drawn, one in twenty
over the border of its neighbour. Three blocks each, with breakdowns, phasing, milestones and the custom properties of
the province. Some three in a hundred of everything are wrong in a way that the quality check knows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import shapely

import bench_data

REFERENCE = date(2026, 7, 1)
#: Name of the register: gemeentecode, gemeente, regio, woonplaats.
PLACES = {
    "Gelderland": ("0221", "Doesburg", "Groene Metropoolregio Arnhem-Nijmegen", "Doesburg"),
    "Zuid-Holland": ("0513", "Gouda", "Midden-Holland", "Gouda"),
}
BLOCKS = 3
#: No municipality has more parcels than about this.
MOST_PARCELS = 200_000
WRONG = 0.03
ACROSS, DEEP = 4, 5

_STATUSES = ("5A", "4A", "3", "2C", "2B", "2A", "1C", "1B", "1A")
_TYPES = (
    "pand_transformatie", "transformatiegebied", "herstructurering", "verdichting", "uitbreiding_uitleg",
    "uitbreiding_overig",
)  # fmt: skip
_PHASES = ("concept", "initiatief", "definitie", "ontwerp", "voorbereiding", "realisatie")
_OWNERSHIP = ("koopwoning", "huurwoning_particuliere_verhuurder", "huurwoning_woningcorporatie")


def make(folder: Path, count: int, provincie: str) -> Path:
    """The register of `count` plans, 3 × as many blocks and 20 × as many parcels (up to `MOST_PARCELS`); made once."""
    from diwi_qgis.model.tables import SCHEMA_VERSION
    from diwi_qgis.store import create_register

    path = folder / f"register_{provincie}_{count}_v{SCHEMA_VERSION}.gpkg"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    half_made = path.with_suffix(".part.gpkg")
    gemeentecode, gemeente, regio, _ = PLACES[provincie]
    settings = {"gemeentecode": gemeentecode, "gemeente": gemeente, "provincie": provincie, "regio": regio}
    made = create_register(half_made, overwrite=True, **settings)
    with made as register, register.transaction(user="bench") as write:
        for table, found in rows(register, count, provincie):
            write.insert(table, found)
    half_made.rename(path)
    return path


def rows(register: Any, count: int, provincie: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What `make` stores, by table, in the order in which it can be stored in a register of that province."""
    return _Programme(count, provincie, register.read("eigenschap")).tables()


class _Programme:
    """The rows of every table, in the order in which they can be stored."""

    def __init__(self, count: int, provincie: str, eigenschappen: Any) -> None:
        self._count, self._provincie, self._eigenschappen = count, provincie, eigenschappen
        self._rng = np.random.default_rng(count)
        self._plans = [_uuid(1, number) for number in range(count)]
        self._blocks = [_uuid(2, number) for number in range(BLOCKS * count)]
        self._status = self._rng.integers(len(_STATUSES), size=count)
        self._first = REFERENCE.year + 5 - self._status // 2  # year of first delivery: the harder, the sooner
        self._kind = self._rng.integers(len(_TYPES), size=count)

    def tables(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        ground, areas = self._ground()
        yield "perceel", [_parcel(number, geom) for number, geom in enumerate(ground[:MOST_PARCELS])]
        yield "gebied", [self._municipality(ground)]
        yield "project", self._projects(areas)
        yield "perceel_koppeling", list(self._links(ground))
        yield "mijlpaal", list(self._milestones())
        yield "woningblok", self._houseblocks()
        yield "verdeling", list(self._breakdowns())
        yield "oplevering", list(self._phasing())
        yield "eigenschap_waarde", list(self._properties())

    def _wrong(self, size: int) -> np.ndarray:
        return self._rng.random(size) < WRONG

    # -- ground -------------------------------------------------------------------------------------------------------

    def _ground(self) -> tuple[np.ndarray, list[Any]]:
        side = math.ceil(math.sqrt(self._count * ACROSS * DEEP) / (ACROSS * DEEP)) * ACROSS * DEEP
        every = bench_data.parcels(side * side, extra=3).reshape(side, side)
        places = [(i, j) for i in range(0, side, ACROSS) for j in range(0, side, DEEP)][: self._count]
        self._exact = self._rng.random(self._count) < 0.6
        used = [every[i : i + ACROSS, j : j + DEEP] for i, j in places]
        self._size = self._rng.integers(2, (4, 5), size=(self._count, 2))  # parcels across and deep
        whole = [shapely.union_all(block[:across, :deep]) for block, (across, deep) in zip(used, self._size)]
        areas = [area if exact else self._drawn(area) for area, exact in zip(whole, self._exact)]
        return np.concatenate([block.ravel() for block in used]), areas

    def _links(self, ground: np.ndarray) -> Iterator[dict[str, Any]]:
        size = shapely.area(ground).tolist()
        for plan in np.flatnonzero(self._exact):
            across, deep = self._size[plan]
            for number in [plan * ACROSS * DEEP + i * DEEP + j for i in range(across) for j in range(deep)]:
                if number < MOST_PARCELS:
                    parcel = _parcel(int(number), ground[number])
                    row = {name: parcel[name] for name in ("identificatie", "aanduiding", "brondatum", "geom")}
                    yield {**row, "project_uuid": self._plans[plan], "oppervlakte": size[number], "aandeel": 1.0}

    def _drawn(self, area: Any) -> Any:
        """Roughly drawn: fewer vertices, some metres off; now and then far over the border."""
        rough = shapely.simplify(area, 4.0)
        moved = shapely.transform(rough, lambda points: points + self._rng.normal(0, 1.0, (1, 2)))
        return shapely.buffer(moved, 45.0, join_style="mitre") if self._rng.random() < 0.12 else moved

    def _municipality(self, ground: np.ndarray) -> dict[str, Any]:
        code, gemeente, _, _ = PLACES[self._provincie]
        border = shapely.box(*shapely.total_bounds(ground)).buffer(-30.0)
        return {
            "soort": "gemeente", "code": f"GM{code}", "naam": gemeente, "gemeentecode": code, "jaar": 2026,
            "brondatum": REFERENCE, "geom": border,
        }  # fmt: skip

    # -- programme ----------------------------------------------------------------------------------------------------

    def _projects(self, areas: list[Any]) -> list[dict[str, Any]]:
        code, gemeente, regio, woonplaats = PLACES[self._provincie]
        closed, double, early = (self._wrong(self._count) for _ in range(3))
        return [
            {
                "uuid": uuid,
                "naam": f"Plan {number - 1 if double[number] else number}",
                "extern_id": str(number),
                "vertrouwelijkheid": "intern_raad" if closed[number] else "openbaar",
                "plantype": _TYPES[self._kind[number]],
                "start_datum": date(2018 + number % 3, 1 + number % 12, 1),
                "eind_datum": date(int(self._first[number]) + (0 if early[number] else 4), 12, 31),
                "gemeentecode": code,
                "gemeente": gemeente,
                "woonplaats": woonplaats,
                "regio": regio,
                "ruimtelijk_plan": f"NL.IMRO.{code}.BP{number:05d}-VA01",
                "opmerkingen": f"Plan nummer {number}, gemaakt voor de meting.",
                "geom": areas[number],
            }
            for number, uuid in enumerate(self._plans)
        ]

    def _milestones(self) -> Iterator[dict[str, Any]]:
        reverse = self._wrong(self._count)
        for number, uuid in enumerate(self._plans):
            begun = date(2021, 1 + number % 12, 1)
            phase = _PHASES[min(len(_PHASES) - 2, self._status[number] // 2)]
            yield {"project_uuid": uuid, "soort": f"fase_{phase}", "gerealiseerd": begun}
            status = _STATUSES[self._status[number]]
            yield {"project_uuid": uuid, "soort": f"status_{status}", "gerealiseerd": begun + timedelta(400)}
            start = date(int(self._first[number]) + (3 if reverse[number] else -1), 3, 1)
            yield {"project_uuid": uuid, "soort": "fase_realisatie", "gepland": start}

    def _houseblocks(self) -> list[dict[str, Any]]:
        size = np.exp(self._rng.normal(2.2, 0.6, len(self._blocks))).astype(int) + 2
        size[self._wrong(len(size))] *= 10
        self._sizes = size.tolist()
        return [
            {
                "uuid": uuid,
                "project_uuid": self._plans[number // BLOCKS],
                "naam": f"Blok {number % BLOCKS + 1}",
                "mutatie": "sloop" if number % (3 * BLOCKS) == 2 else "bouw",
                "aantal": self._sizes[number],
                "in_programmering": True,
            }
            for number, uuid in enumerate(self._blocks)
        ]

    def _breakdowns(self) -> Iterator[dict[str, Any]]:
        too_many, mixed = self._wrong(len(self._blocks)), self._rng.random(len(self._blocks)) < 0.5
        cents = (self._rng.integers(20, 70, len(self._blocks)) * 1_000_000).tolist()
        for number, uuid in enumerate(self._blocks):
            total = self._sizes[number]
            half = total // 2
            parts = (total - half, half) if mixed[number] else (total,)
            for kind, part in zip(("meergezinswoning", "eengezinswoning"), parts):
                yield {"woningblok_uuid": uuid, "kenmerk": "woningtype", "categorie": kind, "aantal": part}
            parts = (total - half, half + (5 if too_many[number] else 0))
            for turn, part in enumerate(parts):
                owner = _OWNERSHIP[(number + turn) % 3]
                price = cents[number] if owner == "koopwoning" else cents[number] // 500
                row = {"woningblok_uuid": uuid, "kenmerk": "eigendom", "categorie": owner, "aantal": part}
                yield {**row, "prijs_min": price, "prijs_max": price}

    def _phasing(self) -> Iterator[dict[str, Any]]:
        lost = self._wrong(len(self._blocks))
        for number, uuid in enumerate(self._blocks):
            plan, total = number // BLOCKS, self._sizes[number]
            year = int(self._first[plan])
            parts = (total - total // 3, total // 3) if number % 2 else (total,)
            for turn, part in enumerate(parts):
                day = date(year + turn, 1 + number % 12, 15)
                count = part - 1 if lost[number] and turn == 0 else part
                yield {"woningblok_uuid": uuid, "datum": day, "aantal": count, "gerealiseerd": day < REFERENCE}

    def _properties(self) -> Iterator[dict[str, Any]]:
        for naam, value in _VALUES[self._provincie].items():
            own = self._eigenschappen[self._eigenschappen["naam"] == naam].iloc[0]
            column, empty = {"getal": "getal"}.get(own["soort"], "tekst"), self._wrong(self._count)
            for number, uuid in enumerate(self._plans):
                if not empty[number]:
                    yield {"eigenschap_uuid": own["uuid"], "project_uuid": uuid, column: value}


_VALUES: dict[str, dict[str, Any]] = {
    "Zuid-Holland": {
        "Opdrachtgever type": "Woningcorporatie",
        "Categorie planlijst": "1b kansrijke plannen",
        "Aantal studentenwoningen": 3.0,
        "Verhuurder type": "Woningcorporatie",
        "Warmtevoorziening": "Warmtenet",
    },
    "Gelderland": {
        "Opdrachtgever type": "Gemeente",
        "Verhuurder type": "Woningbouwcorporatie",
        "Realisatiekans": "80%",
        "Aantal nultredenwoningen": 3.0,
        "Sleutelproject": "Nee",
    },
}


def _uuid(kind: int, number: int) -> str:
    scattered = (number * 0x9E3779B97F4A7C15 + kind) & 0xFFFFFFFFFFFFFFFF
    return str(UUID(int=(scattered << 64) | (kind << 48) | number, version=4))


def _parcel(number: int, geom: Any) -> dict[str, Any]:
    return {
        "identificatie": f"{number + 10_000_000_000_000}",
        "aanduiding": f"TDM00-A-{number}",
        "akr_gemeentecode": "TDM00",
        "sectie": "A",
        "perceelnummer": number,
        "brondatum": REFERENCE,
        "geom": geom,
    }
