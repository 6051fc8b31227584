"""Our GeoJSON: DIWI accepts it, it comes back whole, and what somebody changes in DIWI's part wins."""

import copy
import dataclasses
import json
from collections import Counter
from datetime import date

import pytest
import shapely
import strategies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.geojson.import_format import read_import_format
from diwi_qgis.exchange.geojson.nodes import Melder
from diwi_qgis.exchange.geojson.read import read_geojson
from diwi_qgis.exchange.geojson.write import numbers_of, write_geojson
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.validate import validate
from diwi_qgis.model.tables import table
from diwi_qgis.progress import Progress

LISTS = RegisterLists.defaults()
TODAY = date(2026, 11, 24)
IN_FILES = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


def plan(**velden):
    return Plan(
        velden={
            **{column.name: None for column in table("project").user_columns},
            "naam": "Kade",
            "code": "9999-ABCDEF-G",
            "extern_id": "7",
            "eigenaar": "an@testdam.nl",
            "vertrouwelijkheid": "openbaar",
            "start_datum": date(2025, 1, 1),
            "eind_datum": date(2028, 12, 31),
            "gemeente": "Testdam",
            "regio": "Testregio",
            **velden,
        },
        mijlpalen=[
            Mijlpaal("fase_realisatie", gepland=date(2026, 9, 1), gerealiseerd=date(2026, 10, 1), p80=date(2027, 1, 1)),
            Mijlpaal("status_5A", gepland=date(2025, 1, 1)),
            Mijlpaal("status_2A", gepland=date(2025, 10, 10), omschrijving="raad"),
        ],
        woningblokken=[
            Woningblok(
                "Blok A",
                "bouw",
                10,
                in_programmering=True,
                opmerkingen="hoek",
                verdelingen=[
                    Verdeling("eigendom", "koopwoning", 4, 28000000, 28000000, uuid="v1"),
                    Verdeling("eigendom", "huurwoning_woningcorporatie", 6, 69435, uuid="v2"),
                    Verdeling("grootte", "0-50", 3),
                ],
                opleveringen=[Oplevering(date(2027, 6, 30), 10, True, uuid="o1")],
                uuid="b1",
            ),
            Woningblok("Sloop", "sloop", 2, verdelingen=[Verdeling("doelgroep", "Ouderen", 1)], uuid="b2"),
        ],
        eigenschappen={"thema": ("wonen", "water"), "lagen": 4.0},
        overig={"actie": [{"omschrijving": "bellen", "wie": "An", "uiterlijk": None, "gereed": None, "uuid": "a1"}]},
        geom=shapely.MultiPolygon([shapely.box(206000.123456789, 447000.1, 206100.7, 447100)]),
        uuid="3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f",
        volledig=True,
    )


@pytest.fixture
def file(tmp_path):
    return tmp_path / "uit.geojson"


@pytest.fixture
def changed(file):
    """Writes a plan, lets a function change the DIWI part of the file, and reads it back."""

    def changed(original, change, warnings=()):
        write_geojson(file, [copy.deepcopy(original)], TODAY)
        data = json.loads(file.read_text(encoding="utf8"))
        change(data["features"][0])
        file.write_text(json.dumps(data), encoding="utf8")
        found = read_geojson(file, LISTS)
        assert [problem.code for problem in found.problems] == list(warnings)
        return found.plans[0]

    return changed


class TestForDiwi:
    @settings(max_examples=40, **IN_FILES)
    @given(plans=strategies.registers())
    def test_every_register_is_written_in_keys_and_types_that_diwi_knows(self, file, plans):
        write_geojson(file, plans, TODAY)
        data = json.loads(file.read_text(encoding="utf8"), parse_constant=pytest.fail)
        assert data["crs"]["properties"]["name"] == "EPSG:28992"
        for feature, original in zip(data["features"], plans):
            assert set(feature) == {"type", "properties", "geometry", "diwi_qgis"}
            gegevens = feature["properties"]["projectgegevens"]
            assert type(gegevens["basisgegevens"]["identificatie_nr"]) is int
            allowed = {"no_project_name", "project_owner_unknown"}
            melder = Melder(1)
            read_import_format(json.loads(json.dumps(feature["properties"]), parse_float=str), melder, LISTS)
            assert {problem.code for problem in melder.problems} <= allowed  # an owner is what a register may lack
            blokken = feature["properties"]["woning_blokken"]
            total = Counter()
            for blok in blokken:
                total[blok["mutatiegegevens"]["mutatie_type"]] += blok["mutatiegegevens"]["aantal"]
            assert total["CONSTRUCTION"] == sum(b.aantal for b in original.woningblokken if b.mutatie == "bouw")
            assert total["DEMOLITION"] == sum(b.aantal for b in original.woningblokken if b.mutatie == "sloop")
        numbers = [f["properties"]["projectgegevens"]["basisgegevens"]["identificatie_nr"] for f in data["features"]]
        assert len(set(numbers)) == len(numbers)

    def test_a_good_plan_breaks_no_rule_of_diwi(self, file):
        write_geojson(file, [plan()], TODAY)
        data = json.loads(file.read_text(encoding="utf8"))
        del data["features"][0]["diwi_qgis"]
        del data["features"][0]["properties"]["projectgegevens"]["maatwerk_projecteigenschappen"]["lagen"]
        file.write_text(json.dumps(data), encoding="utf8")
        found = read_geojson(file, LISTS)
        assert found.problems == []
        assert [problem.code for problem in validate(found.plans, LISTS, TODAY, False) if not problem.warning] == []
        koop, huur, ouderen, rest = found.plans[0].woningblokken
        assert (koop.naam, koop.aantal) == ("Blok A (1/2)", 4)
        assert koop.verdelingen == [Verdeling("eigendom", "koopwoning", 4, 28000000, 28000000)]
        assert huur.verdelingen == [Verdeling("eigendom", "huurwoning_woningcorporatie", 6, 69435)]
        assert (ouderen.aantal, rest.aantal) == (1, 1)

    @pytest.mark.parametrize(
        ("today", "afgebroken", "status", "eind"),
        [
            (date(2024, 12, 31), None, "NEW", "2028-12-31"),
            (date(2025, 1, 1), None, "ACTIVE", "2028-12-31"),
            (date(2028, 12, 31), None, "ACTIVE", "2028-12-31"),
            (date(2029, 1, 1), None, "REALIZED", "2028-12-31"),
            (date(2026, 1, 1), date(2026, 6, 1), "ACTIVE", "2028-12-31"),
            (date(2026, 6, 1), date(2026, 6, 1), "TERMINATED", "2026-06-01"),
            (date(2026, 6, 1), date(2024, 6, 1), "TERMINATED", "2025-01-02"),
        ],
    )
    def test_the_status_is_that_of_the_reference_date(self, file, today, afgebroken, status, eind):
        original = plan()
        if afgebroken:
            original.mijlpalen.append(Mijlpaal("afgebroken", gerealiseerd=afgebroken))
        write_geojson(file, [original], today)
        data = json.loads(file.read_text(encoding="utf8"))
        gegevens = data["features"][0]["properties"]["projectgegevens"]
        assert (gegevens["projectgegevens"]["status"], gegevens["projectduur"]["eind_project"]) == (status, eind)
        del data["features"][0]["diwi_qgis"]
        file.write_text(json.dumps(data), encoding="utf8")
        codes = {problem.code for problem in validate(read_geojson(file, LISTS).plans, LISTS, today, True)}
        assert not codes & {"project_dates_status_mismatch", "project_dates_error", "houseblock_delivery_date"}
        assert "wrong_project_phase_dates" not in codes

    def test_numbers_are_whole_and_each_its_own(self):
        numbers = numbers_of([plan(extern_id=nr) for nr in ("7", "007", None, "7", "1", "12a", str(2**40), "٣")])
        assert numbers[0] == 7
        assert numbers[4] == 1
        assert len(set(numbers)) == len(numbers)


class TestRoundTrip:
    @settings(max_examples=60, **IN_FILES)
    @given(plans=strategies.registers(), today=strategies.dates)
    def test_plans_come_back_exactly(self, file, plans, today):
        for number, original in enumerate(plans):
            original.velden["code"] = f"9999-{number}"
        write_geojson(file, plans, today, strategies.definities())
        found = read_geojson(file, LISTS)
        assert found.problems == []
        assert [dataclasses.replace(p, plaatsen={}) for p in found.plans] == plans
        assert all(p.volledig for p in found.plans)
        assert [shapely.to_wkb(p.geom) for p in found.plans] == [shapely.to_wkb(p.geom) for p in plans]
        assert found.definities == strategies.definities()

    @settings(max_examples=15, **IN_FILES)
    @given(plans=strategies.registers())
    def test_the_same_plans_give_the_same_bytes(self, file, tmp_path, plans):
        write_geojson(file, plans, TODAY)
        again = tmp_path / "weer.geojson"
        write_geojson(again, read_geojson(file, LISTS).plans, TODAY)
        assert again.read_bytes() == file.read_bytes()

    def test_a_newer_version_of_our_part_is_refused(self, file):
        write_geojson(file, [plan()], TODAY)
        file.write_text(file.read_text(encoding="utf8").replace('"versie": 1', '"versie": 2'), encoding="utf8")
        found = read_geojson(file, LISTS)
        assert [(p.code, p.plaats.column) for p in found.problems] == [("newer_format", "diwi_qgis -> versie")]
        assert found.plans == []

    def test_nonsense_in_our_part_is_told(self, file):
        write_geojson(file, [plan()], TODAY)
        data = json.loads(file.read_text(encoding="utf8"))
        own = data["features"][0]["diwi_qgis"]
        own["velden"].update(naam=3, verzonnen="x")
        del own["woningblokken"][0]["aantal"]
        own["mijlpalen"][0]["gepland"] = "gisteren"
        own["overig"]["actie"] = {}
        file.write_text(json.dumps(data), encoding="utf8")
        assert sorted(p.plaats.column for p in read_geojson(file, LISTS).problems) == [
            "diwi_qgis -> mijlpalen[1] -> gepland",
            "diwi_qgis -> overig -> actie",
            "diwi_qgis -> velden -> naam",
            "diwi_qgis -> velden -> naam",
            "diwi_qgis -> velden -> verzonnen",
            "diwi_qgis -> woningblokken[1] -> aantal",
        ]


class TestChangedByOthers:
    def test_what_is_not_changed_stays_ours(self, changed):
        found = changed(plan(), lambda feature: None)
        assert found == plan()

    def test_fields_dates_and_properties(self, changed):
        def change(feature):
            gegevens = feature["properties"]["projectgegevens"]
            gegevens["basisgegevens"]["naam"] = "Kade Noord"
            gegevens["locatie"]["gemeente"] = None
            gegevens["projectfasen"]["_6_REALIZATION"] = "2026-11-01"
            gegevens["projectfasen"]["_7_AFTERCARE"] = "2028-01-01"
            gegevens["planologische_planstatus"]["_2A_VASTGESTELD"] = None
            gegevens["maatwerk_projecteigenschappen"] = {"lagen": 5}

        expected = plan(naam="Kade Noord", gemeente=None)
        expected.mijlpalen = [
            Mijlpaal("fase_realisatie", gepland=date(2026, 9, 1), gerealiseerd=date(2026, 11, 1), p80=date(2027, 1, 1)),
            Mijlpaal("status_5A", gepland=date(2025, 1, 1)),
            Mijlpaal("fase_nazorg", gepland=date(2028, 1, 1)),
        ]
        expected.eigenschappen["lagen"] = 5.0
        assert changed(plan(), change) == dataclasses.replace(expected, plaatsen={})

    def test_a_part_of_a_split_block(self, changed):
        def change(feature):
            koop, huur = feature["properties"]["woning_blokken"][:2]
            koop["mutatiegegevens"]["aantal"] = 6
            huur["einddatum"] = "2028-01-01"

        blok, sloop = changed(plan(), change).woningblokken
        assert (blok.naam, blok.uuid, blok.aantal, blok.opmerkingen) == ("Blok A", "b1", 12, "hoek")
        assert blok.verdelingen == [
            Verdeling("grootte", "0-50", 3),
            Verdeling("eigendom", "koopwoning", 6, 28000000, 28000000, uuid="v1"),
            Verdeling("eigendom", "huurwoning_woningcorporatie", 6, 69435, uuid="v2"),
        ]
        assert blok.opleveringen == [
            Oplevering(date(2027, 6, 30), 6, True, uuid="o1"),
            Oplevering(date(2028, 1, 1), 6),
        ]
        assert sloop == plan().woningblokken[1]

    def test_blocks_that_go_and_come(self, changed):
        def change(feature):
            blokken = feature["properties"]["woning_blokken"]
            new = copy.deepcopy(blokken[0])
            new["name"] = "Nieuw"
            feature["properties"]["woning_blokken"] = [*blokken[2:], new]

        found = changed(plan(), change)
        assert [(blok.naam, blok.aantal, blok.uuid) for blok in found.woningblokken] == [
            ("Sloop", 2, "b2"),
            ("Nieuw", 4, None),
        ]

    def test_the_area(self, changed):
        ring = [[206000, 447000], [206010, 447000], [206010, 447010], [206000, 447000]]
        found = changed(plan(), lambda f: f.update(geometry={"type": "Polygon", "coordinates": [ring]}))
        assert found.geom.area == 50
        assert found.velden == plan().velden

    def test_the_status(self, changed):
        def abort(feature):
            feature["properties"]["projectgegevens"]["projectgegevens"]["status"] = "TERMINATED"

        assert changed(plan(), abort).status == "TERMINATED"

    def test_a_mistake_is_told(self, file):
        write_geojson(file, [plan(eigenaar=None)], TODAY)
        data = json.loads(file.read_text(encoding="utf8"))
        data["features"][0]["properties"]["projectgegevens"]["projectduur"]["start_project"] = "ooit"
        file.write_text(json.dumps(data), encoding="utf8")
        found = read_geojson(file, LISTS)
        assert [p.code for p in found.problems] == ["not_date"]  # and not the owner, which our own plan lacks too
        assert found.plans == []

    @settings(max_examples=30, **IN_FILES)
    @given(plans=strategies.registers(max_size=2), data=st.data())
    def test_whatever_numbers_are_changed_the_totals_are_those_of_the_diwi_part(self, file, plans, data):
        write_geojson(file, plans, TODAY)
        content = json.loads(file.read_text(encoding="utf8"))
        for feature in content["features"]:
            for blok in feature["properties"]["woning_blokken"]:
                if data.draw(st.booleans()):
                    blok["mutatiegegevens"]["aantal"] += 5
                    blok.update(fysiek_voorkomen=[], doelgroep=[], grondpositie={})
        file.write_text(json.dumps(content), encoding="utf8")
        for feature, found in zip(content["features"], read_geojson(file, LISTS).plans):
            expected = sum(blok["mutatiegegevens"]["aantal"] for blok in feature["properties"]["woning_blokken"])
            assert sum(blok.aantal for blok in found.woningblokken) == expected


class TestFiles:
    def test_a_file_that_cannot_be_written(self, tmp_path):
        with pytest.raises(InputError, match=r"uit\.geojson"):
            write_geojson(tmp_path / "nergens" / "uit.geojson", [plan()], TODAY)

    def test_cancel_leaves_the_old_file(self, file):
        from diwi_qgis.errors import Cancelled

        class Stop(Progress):
            @property
            def cancelled(self):
                return True

        file.write_text("oud", encoding="utf8")
        with pytest.raises(Cancelled):
            write_geojson(file, [plan()], TODAY, progress=Stop())
        assert file.read_text(encoding="utf8") == "oud"
        assert [path.name for path in file.parent.iterdir()] == ["uit.geojson"]

    def test_no_plans_is_a_file_too(self, file):
        write_geojson(file, [], TODAY)
        assert read_geojson(file, LISTS).plans == []
