"""Looking back, comparing, putting back and forgetting names, run as Processing runs them."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from datetime import date, datetime, timedelta, timezone

import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from diwi_qgis.errors import RegisterError
from diwi_qgis.processing.checkquality import CheckQuality
from diwi_qgis.processing.comparemoments import CompareMoments
from diwi_qgis.processing.deliverzuidholland import DeliverZuidHolland
from diwi_qgis.processing.exportgeojson import ExportGeoJson
from diwi_qgis.processing.pseudonymise import Pseudonymise
from diwi_qgis.processing.registerasof import RegisterAsOf
from diwi_qgis.processing.restoreplan import RestorePlan
from diwi_qgis.store import open_register
from diwi_qgis.store.retention import YEARS

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1), "in_programmering": True}
DAY = "2027-01-01"


class Log(QgsProcessingFeedback):
    """Keeps what was said."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, text):
        self.lines.append(text)


def box(x):
    return shapely.multipolygons([shapely.box(x, 463000, x + 100, 463100)])


@pytest.fixture
def story(register_path):
    """A register with two plans then; now one was renamed and grew, one was deleted, and one came."""
    with open_register(register_path, write=True) as register:
        with register.transaction("anna") as write:
            a, b = write.insert(
                "project",
                [{**PLAN, "naam": "Haven", "geom": box(155000)}, {**PLAN, "naam": "Station", "geom": box(156000)}],
            )
            blocks = write.insert(
                "woningblok", [{"project_uuid": uuid, "naam": "Blok", "aantal": 10} for uuid in (a, b)]
            )
        time.sleep(0.005)
        then = datetime.now(timezone.utc)
        time.sleep(0.005)
        with register.transaction("bert") as write:
            write.update("project", [{"uuid": a, "naam": "Havenkwartier"}])
            write.update("woningblok", [{"uuid": blocks[0], "aantal": 16}])
            write.delete("project", [b])
            write.insert("project", [{**PLAN, "naam": "Molen"}])
        codes = dict(zip(register.read("plancode")["project_uuid"], register.read("plancode")["code"]))
    return {"path": str(register_path), "then": then.isoformat(timespec="milliseconds"), "a": a, "b": b, "codes": codes}


def names(path, **more):
    with open_register(path, **more) as register:
        return sorted(register.read("project")["naam"])


def test_a_snapshot_shows_the_register_of_then_and_lets_nobody_change_it(run_algorithm, story, tmp_path):
    target = tmp_path / "toen.gpkg"
    outputs = run_algorithm(RegisterAsOf, {"REGISTER": story["path"], "KNOWN_AT": story["then"], "OUTPUT": str(target)})
    assert outputs["ROWS"] > 200 and names(target) == ["Haven", "Station"]
    with open_register(target, write=True) as register:
        assert register.snapshot_mark.van == story["path"]
        assert register.snapshot_mark.known_at == datetime.fromisoformat(story["then"])
        assert len(register.read("plancode")) == 2 and register.read("historie").empty
        with pytest.raises(RegisterError, match="alleen om te bekijken"), register.transaction():
            pass
    for statement in (
        "UPDATE codelijst SET label = 'x'",
        "DELETE FROM woningblok",
        "INSERT INTO groep (naam) VALUES ('x')",
    ):
        with closing(sqlite3.connect(target)) as file, pytest.raises(sqlite3.IntegrityError, match="momentopname"):
            file.execute(statement)
    layer = QgsVectorLayer(f"{target}|layername=project", "plannen", "ogr")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("naam"), "Anders")
    assert not layer.commitChanges() and "momentopname" in " ".join(layer.commitErrors())
    layer.rollBack()
    del layer
    with pytest.raises(QgsProcessingException, match=r"bestaat al|exists already"):
        run_algorithm(RegisterAsOf, {"REGISTER": story["path"], "KNOWN_AT": story["then"], "OUTPUT": str(target)})
    with pytest.raises(QgsProcessingException, match=r"was er nog niet|was not there yet"):
        run_algorithm(
            RegisterAsOf,
            {"REGISTER": story["path"], "KNOWN_AT": "2001-01-01T00:00:00", "OUTPUT": str(tmp_path / "niet.gpkg")},
        )
    assert not (tmp_path / "niet.gpkg").exists()


def test_moments_are_those_of_the_clock_on_the_wall(run_algorithm, story, tmp_path):
    local = QDateTime.fromString(story["then"].split("+")[0] + "Z", "yyyy-MM-ddTHH:mm:ss.zzzt").toLocalTime()
    outputs = run_algorithm(
        RegisterAsOf, {"REGISTER": story["path"], "KNOWN_AT": local, "OUTPUT": str(tmp_path / "toen.gpkg")}
    )
    assert names(outputs["OUTPUT"]) == ["Haven", "Station"]


def test_the_difference_counts_plans_and_dwellings(run_algorithm, story, tmp_path):
    target, log = tmp_path / "verschil.gpkg", Log()
    outputs = run_algorithm(
        CompareMoments,
        {"REGISTER": story["path"], "FIRST": story["then"], "REFERENCE_DATE": DAY, "OUTPUT": str(target)},
        log,
    )
    assert [outputs[name] for name in ("NEW", "GONE", "CHANGED", "SAME", "NET")] == [1, 1, 1, 0, -4]
    assert json.loads(outputs["TOTALS"])["bouw"] == {"voor": 20, "na": 16, "verschil": -4}
    assert any("1 nieuw, 1 vervallen, 1 gewijzigd" in line or "1 new, 1 gone, 1 changed" in line for line in log.lines)
    assert any("20 → 16 (-4)" in line for line in log.lines)
    layer = QgsVectorLayer(str(target), "verschil", "ogr")
    rows = {
        row["naam"]: (row["wat"], row["velden"], row["netto_verschil"], not row.geometry().isEmpty())
        for row in layer.getFeatures()
    }
    del layer
    assert rows == {
        "Molen": ("nieuw", "", 0, False),
        "Station": ("vervallen", "", -10, True),
        "Havenkwartier": ("gewijzigd", "Projectnaam, Woningblok", 6, True),
    }
    same = run_algorithm(
        CompareMoments,
        {"REGISTER": story["path"], "FIRST": story["then"], "SECOND": story["then"], "REFERENCE_DATE": DAY},
    )
    assert (same["SAME"], same["NEW"], same["NET"]) == (2, 0, 0)


def test_a_plan_comes_back_by_its_code(run_algorithm, story):
    code = story["codes"][story["b"]]
    outputs = run_algorithm(RestorePlan, {"REGISTER": story["path"], "PLAN": code})
    assert outputs == {"UUID": story["b"], "ROWS": 2}
    assert names(story["path"]) == ["Havenkwartier", "Molen", "Station"]
    back = run_algorithm(RestorePlan, {"REGISTER": story["path"], "PLAN": story["a"], "MOMENT": story["then"]})
    assert back["ROWS"] == 2 and names(story["path"]) == ["Haven", "Molen", "Station"]
    with pytest.raises(QgsProcessingException, match=r"niet verwijderd|not deleted"):
        run_algorithm(RestorePlan, {"REGISTER": story["path"], "PLAN": code})


def test_what_reads_plans_reads_those_of_then_when_asked(run_algorithm, story, tmp_path):
    of = {"REGISTER": story["path"], "REFERENCE_DATE": DAY, "KNOWN_AT": story["then"]}
    before = _content(story["path"])
    exported = run_algorithm(ExportGeoJson, {**of, "OUTPUT": str(tmp_path / "toen.geojson")})
    assert exported["PLANS"] == 2
    log = Log()
    checked = run_algorithm(CheckQuality, {**of, "REPORT": str(tmp_path / "toen.html")}, log)
    assert checked["NEW"] > 0 and "Station" in (tmp_path / "toen.html").read_text(encoding="utf8")
    assert any("zoals bekend op" in line or "as it was known" in line for line in log.lines)
    delivered = run_algorithm(
        DeliverZuidHolland, {**of, "SKIP_INVALID": True, "OUTPUT": str(tmp_path / "toen-levering.json")}
    )
    assert delivered["PLANS"] + delivered["SKIPPED"] + delivered["LEFT_OUT"] == 2
    assert _content(story["path"]) == before, "nothing was kept: no findings, no receipt"


def _content(path):
    with closing(sqlite3.connect(path)) as file:
        return [
            file.execute(f"SELECT count(*) FROM {name}").fetchone()
            for name in ("historie", "bevinding", "leveringsronde")
        ]


def test_names_are_replaced_only_when_the_register_says_so(run_algorithm, register_path):
    of = {"REGISTER": str(register_path)}
    with pytest.raises(QgsProcessingException, match=r"bewaartermijn|retention"):
        run_algorithm(Pseudonymise, of)
    old = datetime.now(timezone.utc) - timedelta(days=800)
    with open_register(register_path, write=True) as register:
        with register.transaction() as write:
            write.insert("instelling", [{"sleutel": YEARS, "waarde": "2"}])
        row = f"'project', 'x', 'U', '{old:%Y-%m-%dT%H:%M:%S}.000Z', 'anna', '{{\"uuid\":\"x\"}}'"
        register.connection.execute(f"INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij) VALUES ({row})")
    assert run_algorithm(Pseudonymise, of)["NAMES"] == 1
    assert run_algorithm(Pseudonymise, of)["NAMES"] == 0
