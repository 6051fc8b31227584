"""GeoJSON in and out as a user runs it, on real registers."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.geojson.intake import import_geojson, refused_by_diwi
from diwi_qgis.exchange.geojson.write import write_geojson
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.save import save
from diwi_qgis.store import create_register, open_register

pytestmark = pytest.mark.qgis
TODAY = date(2026, 11, 24)


def run(run_algorithm, name, parameters, feedback=None):
    from diwi_qgis.processing import exportgeojson, importgeojson

    classes = {"export": exportgeojson.ExportGeoJson, "import": importgeojson.ImportGeoJson}
    return run_algorithm(classes[name], {key: str(value) for key, value in parameters.items()}, feedback)


def diwi_feature(nummer=1, naam="Kade", aantal=10, x=206000, **gegevens):
    """A feature as a municipality would hand it in."""
    ring = [[x, 447000], [x + 50, 447000], [x + 50, 447050], [x, 447050], [x, 447000]]
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "projectgegevens": {
                "basisgegevens": {"identificatie_nr": nummer, "naam": naam},
                "projectgegevens": {
                    "status": "ACTIVE",
                    "eigenaar": "an@testdam.nl",
                    "vertrouwelijkheid": "PUBLIC",
                    **gegevens,
                },
                "projectduur": {"start_project": "2025-01-01", "eind_project": "2028-12-31"},
                "projectfasen": {"_1_CONCEPT": "2025-01-01"},
                "maatwerk_projecteigenschappen": {"Thema": "wonen"},
            },
            "woning_blokken": [
                {
                    "name": "Blok A",
                    "mutatiegegevens": {
                        "mutatie_type": "CONSTRUCTION",
                        "eigendom_type": "KOOPWONING",
                        "aantal": aantal,
                    },
                    "waarde": {"laag": 280000.5, "hoog": 300000},
                    "doelgroep": [{"doelgroep_categorie": "Starters", "aantal": aantal}],
                }
            ],
        },
    }


@pytest.fixture
def file(tmp_path):
    """Writes features to a file in RD; gives its path."""

    def file(*features, crs="EPSG:28992", name="plannen.geojson"):
        path = tmp_path / name
        root = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": crs}}, "features": features}
        path.write_text(json.dumps(root), encoding="utf8")
        return path

    return file


def sha(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


class TestImport:
    def test_a_file_of_diwi(self, run_algorithm, register_path, file, tmp_path):
        parameters = {"REGISTER": register_path, "INPUT": file(diwi_feature(), diwi_feature(2, "Hof", 5, x=207000))}
        report = tmp_path / "rapport.html"
        out = run(
            run_algorithm,
            "import",
            {**parameters, "CREATE_MISSING": True, "REFERENCE_DATE": "2026-11-24", "REPORT": report},
        )
        assert (out["ADDED"], out["CHANGED"], out["UNCHANGED"]) == (2, 0, 0)
        assert "Kade" in report.read_text(encoding="utf8")
        with open_register(register_path) as register:
            projects = register.read("project")
            assert sorted(projects["naam"]) == ["Hof", "Kade"]
            assert projects["aantal_bouw"].sum() == 15
            assert set(projects["fase"]) == {"concept"}
            assert set(projects["contour_herkomst"]) == {"ingelezen"}
            verdeling = register.read("verdeling")
            assert set(verdeling["prijs_min"].dropna()) == {28000050}
            assert set(verdeling["categorie"]) == {"koopwoning", "Starters"}
        again = run(run_algorithm, "import", parameters)
        assert (again["ADDED"], again["CHANGED"], again["UNCHANGED"]) == (0, 0, 2)

    def test_importing_a_changed_file_updates(self, run_algorithm, register_path, file):
        parameters = {"REGISTER": register_path, "CREATE_MISSING": True}
        run(run_algorithm, "import", {**parameters, "INPUT": file(diwi_feature())})
        out = run(run_algorithm, "import", {**parameters, "INPUT": file(diwi_feature(naam="Kade Noord", aantal=12))})
        assert (out["ADDED"], out["CHANGED"]) == (0, 1)
        with open_register(register_path) as register:
            (row,) = register.read("project").to_dict("records")
            assert (row["naam"], row["aantal_bouw"]) == ("Kade Noord", 12)

    def test_a_file_with_mistakes_is_refused_whole(self, run_algorithm, register_path, file, tmp_path):
        before = sha(register_path)
        report = tmp_path / "rapport.html"
        bad = diwi_feature(2, "Hof", vertrouwelijkheid="Openbaar", plan_soort="x")
        feedback = QgsProcessingFeedback()
        with pytest.raises(QgsProcessingException) as caught:
            run(
                run_algorithm,
                "import",
                {
                    "REGISTER": register_path,
                    "INPUT": file(diwi_feature(), bad),
                    "CREATE_MISSING": True,
                    "REPORT": report,
                },
                feedback,
            )
        assert "plannen.geojson" in str(caught.value)
        assert "feature 2: projectgegevens -> projectgegevens -> plan_soort (Hof)" in feedback.textLog()
        text = report.read_text(encoding="utf8")
        assert "2: projectgegevens -&gt; projectgegevens -&gt; vertrouwelijkheid" in text
        assert sha(register_path) == before

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda f: f(diwi_feature(), diwi_feature(1, "Hof")), "identificatie"),
            (lambda f: f(diwi_feature(x=447000)), "feature 1 (Kade)"),
            (lambda f: f(diwi_feature(), crs="EPSG:4326"), "EPSG:28992"),
            (lambda f: f({"type": "Feature", "properties": {"bouwjaar": 1990}}), "diwi:loadbuildings"),
        ],
    )
    def test_bad_files_leave_the_register_as_it_was(self, run_algorithm, register_path, file, make, words):
        before = sha(register_path)
        with pytest.raises(QgsProcessingException) as caught:
            run(run_algorithm, "import", {"REGISTER": register_path, "INPUT": make(file), "CREATE_MISSING": True})
        assert words in str(caught.value)
        assert sha(register_path) == before

    def test_unknown_words_need_permission(self, run_algorithm, register_path, file):
        feedback = QgsProcessingFeedback()
        with pytest.raises(QgsProcessingException):
            run(run_algorithm, "import", {"REGISTER": register_path, "INPUT": file(diwi_feature())}, feedback)
        assert "Thema" in feedback.textLog()
        assert "Starters" in feedback.textLog()

    def test_cancel(self, run_algorithm, register_path, file):
        before = sha(register_path)
        feedback = QgsProcessingFeedback()
        feedback.cancel()
        parameters = {"REGISTER": register_path, "INPUT": file(diwi_feature()), "CREATE_MISSING": True}
        assert run(run_algorithm, "import", parameters, feedback)["ADDED"] is None
        assert sha(register_path) == before


def filled(register):
    """A plan with what DIWI's format can and cannot say."""
    plan = Plan(
        {
            "naam": "Kade",
            "extern_id": "K-1",
            "vertrouwelijkheid": "openbaar",
            "start_datum": date(2025, 1, 1),
            "eind_datum": date(2028, 12, 31),
        },
        mijlpalen=[Mijlpaal("start_bouw", gepland=date(2027, 1, 1))],
        woningblokken=[
            Woningblok(
                "Blok A",
                "bouw",
                10,
                verdelingen=[Verdeling("eigendom", "koopwoning", 4), Verdeling("woningtype", "meergezinswoning", 10)],
                opleveringen=[Oplevering(date(2027, 6, 1), 6, True), Oplevering(date(2028, 6, 1), 4)],
            )
        ],
        overig={"knelpunt": [{"soort": "Stikstof"}]},
    )
    save(register, [plan], RegisterLists.read(register))
    return register


class TestExport:
    def test_out_and_in_gives_the_same_register(
        self, run_algorithm, register, register_path, _empty_register, tmp_path
    ):
        before = strategies.content(filled(register))
        register.close()
        output, copy = tmp_path / "uit.geojson", tmp_path / "kopie.gpkg"
        parameters = {"REGISTER": register_path, "OUTPUT": output, "REFERENCE_DATE": "2026-11-24"}
        feedback = QgsProcessingFeedback()
        out = run(run_algorithm, "export", parameters, feedback)
        assert out["PLANS"] == 1
        assert out["REFUSED_BY_DIWI"] == 1
        assert "eigenaar" in feedback.textLog()  # DIWI wants an owner, this register has none
        shutil.copyfile(_empty_register, copy)
        run(run_algorithm, "import", {"REGISTER": copy, "INPUT": output, "CREATE_MISSING": True})
        with open_register(copy) as second:
            assert strategies.content(second) == before

    def test_registers_made_separately_give_the_same_file(self, run_algorithm, tmp_path):
        files = []
        for number in (1, 2):
            path, output = tmp_path / f"{number}.gpkg", tmp_path / f"{number}.geojson"
            create_register(path, gemeentecode="9999", gemeente="Testdam", provincie="Zuid-Holland").close()
            if files:
                run(run_algorithm, "import", {"REGISTER": path, "INPUT": files[0], "CREATE_MISSING": True})
            else:
                with open_register(path, write=True) as register:
                    filled(register)
            run(run_algorithm, "export", {"REGISTER": path, "OUTPUT": output, "REFERENCE_DATE": "2026-11-24"})
            files.append(output)
        assert files[0].read_bytes() == files[1].read_bytes()

    def test_a_complete_plan_is_one_that_diwi_takes(self, register):
        (plan,) = load_plans(filled(register))
        plan.velden["eigenaar"] = "an@testdam.nl"
        assert refused_by_diwi([plan], RegisterLists.read(register), TODAY) == []


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans=strategies.registers())
def test_any_register_comes_back_identical_through_geojson(fresh, tmp_path, plans):
    first, second = fresh(), fresh()
    strategies.fill(first, plans)
    file = tmp_path / "uit.geojson"
    write_geojson(file, load_plans(first), TODAY, Definities.read(first))
    result = import_geojson(second, file, create_missing=True)
    assert result.errors == []
    assert strategies.content(second) == strategies.content(first)
    third = tmp_path / "weer.geojson"
    write_geojson(third, load_plans(second), TODAY, Definities.read(second))
    assert third.read_bytes() == file.read_bytes()
