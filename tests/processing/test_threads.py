"""Our algorithms in threads of their own, several at a time, while the user takes layers of the register away and back."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from shapely import box

pytestmark = [pytest.mark.qgis, pytest.mark.slow, pytest.mark.alone]

TIMES = 3
DAY = {"REFERENCE_DATE": "2026-07-01"}
#: Every algorithm that may run in a thread and needs a register only; `OUT` is a file of its own.
RUNS = {
    "checkquality": {"REPORT": "OUT.html", **DAY},
    "exportexcel": {"OUTPUT": "OUT.xlsx", **DAY},
    "exportgeojson": {"OUTPUT": "OUT.geojson", **DAY},
    "writetemplate": {"OUTPUT": "OUT.xlsx"},
    "snapplanstoparcels": {"REPORT": "OUT.html"},
    "upgraderegister": {},
}


@pytest.fixture
def provider(qgis_processing):
    from qgis.core import QgsApplication

    from diwi_qgis.processing.provider import DiwiProvider

    registry = QgsApplication.processingRegistry()
    registry.addProvider(DiwiProvider())
    yield
    registry.removeProvider("diwi")


@pytest.fixture
def filled(register_path):
    from diwi_qgis.store import open_register

    years = {"start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}
    parcel = {"akr_gemeentecode": "TST00", "sectie": "A", "brondatum": date(2026, 1, 1)}
    with open_register(register_path, write=True) as register, register.transaction("jan") as write:
        areas = [box(150_000 + 100 * n, 450_000, 150_100 + 100 * n, 450_100) for n in range(20)]
        plans = [
            {"naam": f"Plan {n}", "vertrouwelijkheid": "openbaar", "geom": area, **years}
            for n, area in enumerate(areas)
        ]
        for uuid in write.insert("project", plans):
            write.insert("woningblok", [{"project_uuid": uuid, "naam": "A", "mutatie": "bouw", "aantal": 20}])
        write.insert(
            "perceel",
            [{**parcel, "identificatie": f"{n:014d}", "aanduiding": f"TST00-A-{n + 1}", "perceelnummer": n + 1, "geom": area}
             for n, area in enumerate(areas)],
        )  # fmt: skip
    return register_path


def test_algorithms_run_in_threads_while_layers_come_and_go(filled, provider, tmp_path):
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgorithm,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtTest import QTest

    ended, kept = [], []
    for number in range(TIMES):
        for name, parameters in RUNS.items():
            place = tmp_path / f"{name}{number}"
            place.mkdir()
            copy = shutil.copyfile(filled, place / "register.gpkg")
            algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"diwi:{name}")
            assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
            given = {key: value.replace("OUT", str(place / "out")) for key, value in parameters.items()}
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
            task = QgsProcessingAlgRunnerTask(algorithm, {"REGISTER": str(copy), **given}, context, feedback)
            task.executed.connect(
                lambda ok, _, name=name, log=feedback: ended.append((name, ok, "" if ok else log.textLog()))
            )
            kept += [context, feedback, algorithm]
            QgsApplication.taskManager().addTask(task)
    wanted, rounds = TIMES * len(RUNS), 0
    while len(ended) < wanted and rounds < 3000:
        layers = [QgsVectorLayer(f"{filled}|layername={table}", table, "ogr") for table in ("project", "perceel")]
        QgsProject.instance().addMapLayers(layers)
        QTest.qWait(20)
        QgsProject.instance().removeAllMapLayers()
        rounds += 1
    for name, ok, said in ended:
        assert ok, f"{name}\n{said}"
    assert sorted((name, ok) for name, ok, _ in ended) == sorted((name, True) for name in RUNS for _ in range(TIMES)), (
        ended
    )
