"""DIWI's GeoJSON formats become plans; what is wrong is said with feature and path, all of it at once."""

import copy
import json
from datetime import date

import pytest
import shapely

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.geojson.read import read_geojson
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import Oplevering, Verdeling

SQUARE = [
    [[206000.0, 447000.0], [206100.0, 447000.0], [206100.0, 447100.0], [206000.0, 447100.0], [206000.0, 447000.0]]
]


def blok(**changes):
    values = {
        "name": "Blok A",
        "mutatiegegevens": {
            "mutatie_type": "CONSTRUCTION",
            "eigendom_type": "KOOPWONING",
            "woning_type": "EENGEZINSWONING",
            "contract_type": None,
            "status": None,
            "aantal": 12,
        },
        "einddatum": "2027-06-30",
        "grootte": [],
        "waarde": {"laag": 280000, "hoog": 355000.5, "categorie": None},
        "fysiek_voorkomen": [{"fysiek_voorkomen": "Hoekwoning", "aantal": 12}],
        "doelgroep": [{"doelgroep_categorie": "Ouderen", "aantal": 5}, {"doelgroep_categorie": "Student", "aantal": 7}],
        "grondpositie": {
            "GEEN_TOESTEMMING_GRONDEIGENAAR": None,
            "INTENTIE_MEDEWERKING_GRONDEIGENAAR": 0,
            "FORMELE_TOESTEMMING_GRONDEIGENAAR": 12,
        },
        "maatwerk_woningeigenschappen": {"lift": True},
    }
    return put(values, changes)


def put(values, changes):
    """Set values by dotted path; `...` removes the key."""
    values = copy.deepcopy(values)
    for path, value in changes.items():
        *parents, last = path.split("__")
        target = values
        for parent in parents:
            target = target[int(parent) if isinstance(target, list) else parent]
        if value is ...:
            del target[last]
        else:
            target[last] = value
    return values


def feature(**changes):
    values = {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": SQUARE},
        "properties": {
            "projectgegevens": {
                "basisgegevens": {"identificatie_nr": 7, "naam": "Kade"},
                "projectgegevens": {
                    "plan_soort": "VERDICHTING",
                    "in_programmering": True,
                    "prioritering": "3 Hoog",
                    "rol_gemeente": "Grondeigenaar",
                    "status": "ACTIVE",
                    "eigenaar": "an@testdam.nl",
                    "vertrouwelijkheid": "PUBLIC",
                },
                "rollen": {"projectleider": "Jansen", "opdrachtgever": None},
                "projectduur": {"start_project": "2025-01-01", "eind_project": "2028-12-31"},
                "projectfasen": {"_1_CONCEPT": "2025-01-01", "_6_REALIZATION": "2026-09-01"},
                "planologische_planstatus": {"_2A_VASTGESTELD": "2025-10-10", "_1A_ONHERROEPELIJK": None},
                "locatie": {"gemeente": "Testdam", "wijk": "Noord", "buurt": None},
                "maatwerk_projecteigenschappen": {"bouwlagen": 4, "nummer": "007"},
            },
            "woning_blokken": [blok()],
        },
    }
    return put(values, changes)


def collection(*features, **more):
    crs = {"type": "name", "properties": {"name": "EPSG:28992"}}
    return {"type": "FeatureCollection", "name": "plannen", "crs": crs, "features": list(features), **more}


LISTS = RegisterLists.defaults()


@pytest.fixture
def read(tmp_path):
    def read(data, lists=LISTS, **options):
        path = tmp_path / "plannen.geojson"
        path.write_bytes(
            data if isinstance(data, bytes) else (data if isinstance(data, str) else json.dumps(data)).encode()
        )
        return read_geojson(path, lists, **options)

    return read


def one(read, *args, **options):
    found = read(*args, **options)
    assert found.problems == []
    (plan,) = found.plans
    return plan


def problems(found, warnings=False):
    return [(p.code, p.plaats.row, p.plaats.column) for p in found.problems if p.warning is warnings]


P = "projectgegevens -> "


class TestImportFormat:
    def test_everything_arrives_in_our_words_and_units(self, read):
        plan = one(read, collection(feature()))
        assert plan.velden == {
            "naam": "Kade",
            "extern_id": "7",
            "plantype": "verdichting",
            "in_programmering": True,
            "prioriteit": "3 Hoog",
            "rol_gemeente": "Grondeigenaar",
            "eigenaar": "an@testdam.nl",
            "vertrouwelijkheid": "openbaar",
            "start_datum": date(2025, 1, 1),
            "eind_datum": date(2028, 12, 31),
            "gemeente": "Testdam",
            "wijk": "Noord",
        }
        assert plan.status == "ACTIVE"
        assert [(m.soort, m.gepland) for m in plan.mijlpalen] == [
            ("fase_concept", date(2025, 1, 1)),
            ("fase_realisatie", date(2026, 9, 1)),
            ("status_2A", date(2025, 10, 10)),
        ]
        assert plan.eigenschappen == {"projectleider": "Jansen", "bouwlagen": 4.0, "nummer": "007"}
        assert plan.geom.equals_exact(shapely.MultiPolygon([shapely.Polygon(SQUARE[0])]), 0)
        assert plan.plaatsen["wijk"].column == P + "locatie -> wijk"
        (blok,) = plan.woningblokken
        assert (blok.naam, blok.mutatie, blok.aantal, blok.in_programmering) == ("Blok A", "bouw", 12, True)
        assert blok.opleveringen == [Oplevering(date(2027, 6, 30), 12)]
        assert blok.eigenschappen == {"lift": True}
        assert blok.verdelingen == [
            Verdeling("eigendom", "koopwoning", 12, 28000000, 35500050),
            Verdeling("woningtype", "eengezinswoning", 12),
            Verdeling("fysiek_voorkomen", "Hoekwoning", 12),
            Verdeling("doelgroep", "Ouderen", 5),
            Verdeling("doelgroep", "Student", 7),
            Verdeling("grondpositie", "formele_toestemming", 12),
        ]

    def test_words_and_types_follow_the_register(self, read):
        lists = RegisterLists(
            {**LISTS.opties, "prioriteit": {"P1": "3 Hoog"}, "eigenschap:projectleider": {"j": "Jansen"}},
            {
                "projectleider": Eigenschap("projectleider", "project", "categorie", meervoudig=True),
                "bouwlagen": Eigenschap("bouwlagen", "project", "tekst"),
                "nummer": Eigenschap("nummer", "project", "getal"),
                "lift": Eigenschap("lift", "woningblok", "ja_nee"),
            },
        )
        plan = one(read, collection(feature()), lists)
        assert plan.velden["prioriteit"] == "P1"
        assert plan.eigenschappen == {"projectleider": ("j",), "bouwlagen": "4", "nummer": 7.0}
        wrong = read(
            collection(feature(properties__projectgegevens__maatwerk_projecteigenschappen={"nummer": "vier"})), lists
        )
        assert problems(wrong) == [("not_numeric", 1, P + "maatwerk_projecteigenschappen -> nummer")]
        assert wrong.plans == []

    def test_money_is_exact(self, read):
        text = json.dumps(collection(feature())).replace("355000.5", "1123.29").replace("280000", "694.35")
        (verdeling, *_) = one(read, text).woningblokken[0].verdelingen
        assert (verdeling.prijs_min, verdeling.prijs_max) == (69435, 112329)

    @pytest.mark.parametrize(
        ("waarde", "prices"),
        [
            ({"laag": 600000, "hoog": None}, (60000000, None, None)),
            ({"laag": 750.5, "hoog": 750.5}, (75050, 75050, None)),
            ({"laag": 750.5, "hoog": 750.51}, (75050, 75050, None)),
            ({"laag": None, "hoog": None, "categorie": "Middelduur"}, (None, None, "Middelduur")),
            ({"laag": 1, "hoog": 2, "categorie": "name"}, (100, 200, None)),
            (None, (None, None, None)),
        ],
    )
    def test_prices(self, read, waarde, prices):
        plan = one(read, collection(feature(properties__woning_blokken=[blok(waarde=waarde)])))
        verdeling = plan.woningblokken[0].verdelingen[0]
        assert (verdeling.prijs_min, verdeling.prijs_max, verdeling.prijsklasse) == prices

    def test_a_block_without_date_is_delivered_at_the_end_of_the_project(self, read):
        plan = one(read, collection(feature(properties__woning_blokken=[blok(einddatum=None)])))
        assert plan.woningblokken[0].opleveringen == [Oplevering(date(2028, 12, 31), 12)]

    @pytest.mark.parametrize(
        ("change", "code", "path"),
        [
            (
                {"basisgegevens__identificatie_nr": None},
                "no_project_identificationNo",
                "basisgegevens -> identificatie_nr",
            ),
            ({"basisgegevens__identificatie_nr": 1.5}, "not_numeric", "basisgegevens -> identificatie_nr"),
            ({"basisgegevens__naam": ...}, "no_project_name", "basisgegevens -> naam"),
            ({"projectduur__start_project": None}, "no_project_start_date", "projectduur -> start_project"),
            ({"projectduur__eind_project": "31-12-2028"}, "not_date", "projectduur -> eind_project"),
            ({"projectduur__eind_project": "2028-02-30"}, "not_date", "projectduur -> eind_project"),
            ({"projectgegevens__status": "Actief"}, "no_project_status", "projectgegevens -> status"),
            ({"projectgegevens__status": ...}, "no_project_status", "projectgegevens -> status"),
            ({"projectgegevens__eigenaar": ...}, "project_owner_unknown", "projectgegevens -> eigenaar"),
            (
                {"projectgegevens__vertrouwelijkheid": ...},
                "no_project_confidentiality",
                "projectgegevens -> vertrouwelijkheid",
            ),
            (
                {"projectgegevens__vertrouwelijkheid": "Openbaar"},
                "no_project_confidentiality",
                "projectgegevens -> vertrouwelijkheid",
            ),
            ({"projectgegevens__plan_soort": "VERDICHT"}, "invalid_plan_type", "projectgegevens -> plan_soort"),
            ({"projectgegevens__in_programmering": "ja"}, "not_boolean", "projectgegevens -> in_programmering"),
            ({"projectgegevens__projectleider": "x"}, "feature_error", "projectgegevens -> projectleider"),
            ({"projectfasen__Concept": "2025-01-01"}, "feature_error", "projectfasen -> Concept"),
            ({"locatie": ["Testdam"]}, "feature_error", "locatie"),
            ({"maatwerk_projecteigenschappen__x": {}}, "feature_error", "maatwerk_projecteigenschappen -> x"),
        ],
    )
    def test_a_problem_names_its_place(self, read, change, code, path):
        change = {f"properties__projectgegevens__{key}": value for key, value in change.items()}
        found = read(collection(feature(), feature(**change)))
        assert problems(found) == [(code, 2, P + path)]
        assert len(found.plans) == 1
        assert all(problem.expected.nl and problem.expected.en for problem in found.problems)

    @pytest.mark.parametrize(
        ("change", "code", "path"),
        [
            ({"name": ""}, "no_houseblock_name", "name"),
            ({"naam": "x"}, "feature_error", "naam"),
            ({"mutatiegegevens__mutatie_type": "Bouw"}, "no_houseblock_mutation", "mutatiegegevens -> mutatie_type"),
            ({"mutatiegegevens__mutatie_type": None}, "no_houseblock_mutation", "mutatiegegevens -> mutatie_type"),
            ({"mutatiegegevens__eigendom_type": "KOOP"}, "feature_error", "mutatiegegevens -> eigendom_type"),
            ({"grootte": {}}, "feature_error", "grootte"),
            ({"waarde__laag": None}, "invalid_numeric_range", "waarde -> laag"),
            ({"waarde__laag": 400000}, "invalid_numeric_range", "waarde -> laag"),
            ({"waarde__laag": 1.005}, "invalid_numeric_range", "waarde -> laag"),
            ({"waarde__laag": -1}, "invalid_numeric_range", "waarde -> laag"),
            ({"waarde__categorie": "Duur"}, "houseblock_ownership_multiple_types", "waarde -> categorie"),
            ({"doelgroep__0__aantal": 4}, "houseblock_target_group_total", "doelgroep"),
            ({"doelgroep__0__aantal": 6}, "houseblock_target_group_total", "doelgroep"),
            ({"fysiek_voorkomen__0__aantal": 1}, "houseblock_physical_appearance_total", "fysiek_voorkomen"),
            (
                {"grondpositie__GEEN_TOESTEMMING_GRONDEIGENAAR": 1},
                "houseblock_ground_position_total",
                "grondpositie",
            ),
            ({"doelgroep__0__doelgroep_categorie": None, "doelgroep__1__aantal": 12},
             "unknown_property_value", "doelgroep[1] -> doelgroep_categorie"),
        ],
    )  # fmt: skip
    def test_a_problem_in_a_block_names_its_place(self, read, change, code, path):
        found = read(collection(feature(properties__woning_blokken=[blok(), blok(**change)])))
        assert problems(found) == [(code, 1, "woning_blokken[2] -> " + path)]
        assert found.plans == []

    @pytest.mark.parametrize("aantal", [0, -3, None, 2.5, "veel"])
    def test_the_number_of_dwellings_must_be_one(self, read, aantal):
        change = {"mutatiegegevens__aantal": aantal, "doelgroep": [], "fysiek_voorkomen": [], "grondpositie": {}}
        found = read(collection(feature(properties__woning_blokken=[blok(**change)])))
        assert ("houseblock_housing_number", 1, "woning_blokken[1] -> mutatiegegevens -> aantal") in problems(found)

    def test_all_problems_are_told_at_once(self, read):
        path = "properties__projectgegevens__"
        found = read(
            collection(
                feature(**{path + "basisgegevens__naam": None, path + "projectduur__start_project": None}),
                feature(**{path + "projectgegevens__status": None}),
            )
        )
        assert [(code, row) for code, row, _ in problems(found)] == [
            ("no_project_name", 1),
            ("no_project_start_date", 1),
            ("no_project_status", 2),
        ]

    def test_what_has_no_place_is_said_and_not_dropped_in_silence(self, read):
        changes = {"grootte": [{"laag": 80}], "mutatiegegevens__eigendom_type": None, "mutatiegegevens__status": "NEW"}
        found = read(collection(feature(properties__woning_blokken=[blok(**changes)])))
        assert len(found.plans) == 1
        assert sorted(path for _, _, path in problems(found, warnings=True)) == [
            "woning_blokken[1] -> grootte",
            "woning_blokken[1] -> mutatiegegevens -> status",
            "woning_blokken[1] -> waarde",
        ]


class TestFilesOfDiwi:
    def test_the_template_holds_no_plans(self, cases):
        found = read_geojson(cases / "diwi" / "geojson_import_template.geojson", LISTS)
        assert found.plans == []
        assert problems(found) == []
        assert problems(found, warnings=True) == [("empty_feature", 1, "")]

    def test_the_old_example_lacks_two_fields_and_is_told_so(self, cases):
        found = read_geojson(cases / "diwi" / "geojson_import_example.geojson", LISTS)
        assert problems(found) == [
            ("project_owner_unknown", 1, P + "projectgegevens -> eigenaar"),
            ("no_project_confidentiality", 1, P + "projectgegevens -> vertrouwelijkheid"),
        ]

    def test_the_example_completed_is_read(self, cases, read):
        data = json.loads((cases / "diwi" / "geojson_import_example.geojson").read_text(encoding="utf8"))
        gegevens = data["features"][0]["properties"]["projectgegevens"]["projectgegevens"]
        gegevens.update(eigenaar="an@testdam.nl", vertrouwelijkheid="PRIVATE")
        plan = one(read, data)
        assert (plan.naam, plan.woningblokken[0].aantal, plan.velden["vertrouwelijkheid"]) == (
            "geojson import nr 1",
            1,
            "prive",
        )
        assert plan.geom.geoms[0].exterior.coords[0] == (143360.41703688033158, 456341.827470110787544)

    def test_parcels_instead_of_plans(self, cases):
        for file, algorithm in (("perceel_wfs_ijsselmuiden_epsg28992.json", "diwi:loadparcels"),
                                ("bag_pand_wfs_haarlem_crs84.json", "diwi:loadbuildings")):  # fmt: skip
            with pytest.raises(InputError, match=algorithm):
                read_geojson(cases / "geodata" / file, LISTS)


DIWI_EXPORT = {
    "type": "Feature",
    "properties": {
        "projectgegevens": {
            "diwi_id": "1F0A2F6E-3C1F-4D6B-9B1A-0A1B2C3D4E5F",
            "basisgegevens": {"identificatie_nr": None, "naam": "Kade"},
            "projectgegevens": {
                "plan_soort": "VERDICHTING",
                "prioritering": [],
                "rol_gemeente": ["Opdrachtgever", "Grondeigenaar"],
                "status": "REALIZED",
                "eigenaar": None,
                "vertrouwelijkheid": "Extern mede-overheden",
            },
            "projectduur": {"start_project": "2020-01-01", "eind_project": "2024-12-31"},
            "locatie": {"gemeente": ["Testdam"], "wijk": ["Noord", "Zuid"], "buurt": []},
            "projectfasen": {"Concept": "2020-01-01", "Realisatie": "2022-01-01"},
            "planologische_planstatus": {"1C Onherroepelijk met bw nodig": "2021-05-05"},
            "maatwerk_projecteigenschappen": {"thema": "wonen,water", "hoogte": "12.5"},
        },
        "woning_blokken": [
            {
                "diwi_id": "2f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f",
                "naam": "Blok A",
                "in_programmering": False,
                "einddatum": "2023-10-01",
                "mutatiegegevens": {"mutatie_type": "Sloop", "woning_type": None, "aantal": 20},
                "woning_type": {"meergezinswoning": 12, "eengezinswoning": 3, "onbekend": 5},
                "grootte": {"laag": 50.5, "hoog": 90, "waarde": None},
                "waarde": [
                    {"laag": 280000.0, "hoog": 389999.99, "waarde": None, "eigendom_type": "KOOPWONING",
                     "categorie": None, "aantal": 4},
                    {"laag": None, "hoog": None, "waarde": 712.35, "eigendom_type": "HUURWONING_WONINGCORPORATIE",
                     "categorie": None, "aantal": 6},
                    {"laag": 0, "hoog": 694, "waarde": None, "eigendom_type": "HUURWONING_PARTICULIERE_VERHUURDER",
                     "categorie": "Laag", "aantal": 2},
                ],
                "fysiek_voorkomen": [],
                "doelgroep": [],
                "grondpositie": {"GEEN_TOESTEMMING_GRONDEIGENAAR": 8, "INTENTIE_MEDEWERKING_GRONDEIGENAAR": None,
                                 "FORMELE_TOESTEMMING_GRONDEIGENAAR": None},
                "maatwerk_woningeigenschappen": {},
            }
        ],
    },
    "geometry": {"type": "MultiPolygon", "coordinates": [SQUARE]},
}  # fmt: skip


class TestExportFormat:
    def test_what_diwi_exports_is_read_with_its_ids(self, read):
        found = read(collection(DIWI_EXPORT))
        (plan,) = found.plans
        assert plan.uuid == "1f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f"
        assert plan.velden == {
            "naam": "Kade",
            "plantype": "verdichting",
            "rol_gemeente": "Opdrachtgever",
            "vertrouwelijkheid": "extern_mede_overheden",
            "start_datum": date(2020, 1, 1),
            "eind_datum": date(2024, 12, 31),
            "gemeente": "Testdam",
            "wijk": "Noord, Zuid",
        }
        assert [(m.soort, m.gepland.year) for m in plan.mijlpalen] == [
            ("fase_concept", 2020),
            ("fase_realisatie", 2022),
            ("status_1C", 2021),
        ]
        (blok,) = plan.woningblokken
        assert (blok.uuid[:2], blok.mutatie, blok.aantal, blok.oppervlakte_min, blok.oppervlakte_max) == (
            "2f", "sloop", 20, 50.5, 90.0,
        )  # fmt: skip
        assert blok.opleveringen == [Oplevering(date(2023, 10, 1), 20)]
        assert blok.verdelingen == [
            Verdeling("woningtype", "eengezinswoning", 3),
            Verdeling("woningtype", "meergezinswoning", 12),
            Verdeling("eigendom", "koopwoning", 4, 28000000, 38999999),
            Verdeling("eigendom", "huurwoning_woningcorporatie", 6, 71235, 71235),
            Verdeling("eigendom", "huurwoning_particuliere_verhuurder", 2, 0, 69400),
            Verdeling("grondpositie", "geen_toestemming", 8),
        ]
        assert sorted((p.code, p.plaats.column.split(" -> ")[-1]) for p in found.problems) == [
            ("not_stored", "categorie"),
            ("several_values", "rol_gemeente"),
        ]
        assert all(problem.warning for problem in found.problems)

    def test_price_classes_and_options_of_the_register(self, read):
        lists = RegisterLists(
            {**LISTS.opties, "eigenschap:thema": {"wonen": "Wonen", "water": "Water"}},
            {
                "thema": Eigenschap("thema", "project", "categorie", meervoudig=True),
                "hoogte": Eigenschap("hoogte", "project", "getal"),
            },
            {"huur": ("Laag",), "koop": ()},
        )
        (plan,) = read(collection(DIWI_EXPORT), lists).plans
        assert plan.eigenschappen == {"thema": ("wonen", "water"), "hoogte": 12.5}
        assert (
            Verdeling("eigendom", "huurwoning_particuliere_verhuurder", 2, prijsklasse="Laag")
            in plan.woningblokken[0].verdelingen
        )

    def test_unknown_words_and_keys(self, read):
        data = copy.deepcopy(DIWI_EXPORT)
        data["properties"]["projectgegevens"]["projectgegevens"]["vertrouwelijkheid"] = "PUBLIC"
        data["properties"]["woning_blokken"][0]["name"] = "x"
        assert problems(read(collection(data))) == [
            ("no_project_confidentiality", 1, P + "projectgegevens -> vertrouwelijkheid"),
            ("feature_error", 1, "woning_blokken[1] -> name"),
        ]


def area(**changes):
    return feature(**{f"geometry__{key}": value for key, value in changes.items()})


class TestGeometry:
    def test_no_area_is_allowed(self, read):
        for geometry in (None, {"type": "Polygon", "coordinates": None}):
            found = read(collection(feature(geometry=geometry)))
            assert found.plans[0].geom is None
            assert problems(found) == []

    @pytest.mark.parametrize(
        ("geometry", "why"),
        [
            ({"type": "Point", "coordinates": [206000, 447000]}, "geen vlak"),
            ({"type": "LineString", "coordinates": [[206000, 447000], [206001, 447000]]}, "geen vlak"),
            ({"type": "Blob", "coordinates": [1]}, "onbekend soort"),
            ({"type": "Polygon", "coordinates": [[[206000, 447000], [206001, 447000]]]}, "minstens 4"),
            ({"type": "Polygon", "coordinates": [[["a", 447000]]]}, "geen paar getallen"),
            ({"type": "Polygon", "coordinates": {"x": 1}}, "geen lijst"),
            ({"type": "Polygon", "coordinates": [[[206000, 447000], [206010, 447010], [206010, 447000], [206000, 447010],
                                                   [206000, 447000]]]}, "Self-intersection"),
            ([], "geen object"),
        ],
    )  # fmt: skip
    def test_what_is_no_area_is_refused_by_name(self, read, geometry, why):
        found = read(collection(feature(), feature(geometry=geometry)))
        assert problems(found) == [("geometry_invalid", 2, "geometry")]
        assert why in found.problems[0].message.nl
        assert found.problems[0].plan == "Kade"

    def test_a_repair_is_made_on_request_only(self, read):
        ring = [[206000, 447000], [206010, 447010], [206010, 447000], [206000, 447010], [206000, 447000]]
        found = read(collection(area(coordinates=[ring])), repair=True)
        assert found.plans[0].geom.area == pytest.approx(50)
        assert "50,00 m²" in found.problems[0].message.nl
        assert found.problems[0].warning

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e309", "1e999999999999999999999", "9" * 400])
    def test_numbers_that_are_none(self, read, number):
        text = json.dumps(collection(feature())).replace("206100.0, 447000.0", f"206100.0, {number}")
        found = read(text)
        assert problems(found) == [("geometry_invalid", 1, "geometry")]
        assert "geen eindig getal" in found.problems[0].message.nl
        other = read(json.dumps(collection(feature())).replace('"aantal": 12}', f'"aantal": {number}}}'))
        assert other.plans == []

    def test_rings_are_closed_and_height_is_left(self, read):
        ring = [[206000, 447000, 3], [206010, 447000, 3], [206010, 447010, 3]]
        plan = one(read, collection(area(coordinates=[ring])))
        assert plan.geom.area == 50
        assert not plan.geom.has_z

    def test_collections_keep_their_areas(self, read):
        found = read(
            collection(
                feature(
                    geometry={"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": SQUARE}]}
                )
            )
        )
        assert found.plans[0].geom.area == 10000

    def test_other_systems_come_to_rd(self, read):
        lonlat = [[[6.12, 52.01], [6.13, 52.01], [6.13, 52.02], [6.12, 52.01]]]
        for name in ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4258"):
            crs = {"type": "name", "properties": {"name": name}}
            plan = one(read, collection(area(coordinates=lonlat), crs=crs))
            assert 205000 < plan.geom.bounds[0] < 207000
        found = read(collection(area(coordinates=lonlat), crs=None))
        assert 205000 < found.plans[0].geom.bounds[0] < 207000
        assert [(p.code, p.warning) for p in found.problems] == [("crs_judged", True)]
        geometry_crs = {"type": "name", "properties": {"name": "EPSG:4326"}}
        plan, rd = read(collection(area(coordinates=lonlat, crs=geometry_crs), feature())).plans
        assert 205000 < plan.geom.bounds[0] < 207000
        assert rd.geom.bounds[0] == 206000

    @pytest.mark.parametrize(
        ("crs", "ring", "words"),
        [
            ("EPSG:28992", [[447000, 206000], [447100, 206000], [447100, 206100]], "x en y verwisseld"),
            ("EPSG:4326", [[52.01, 6.12], [52.02, 6.12], [52.02, 6.13]], "breedte- en lengtegraad"),
            ("EPSG:28992", [[6.12, 52.01], [6.13, 52.01], [6.13, 52.02]], "EPSG:4326"),
            ("EPSG:28992", [[0, 0], [1, 0], [1, 1]], "buiten Nederland"),
            ("RD", [[206000, 447000], [206100, 447000], [206100, 447100]], "onbekend coördinatenstelsel"),
        ],
    )
    def test_wrong_systems_are_refused_with_a_proposal(self, read, crs, ring, words):
        data = collection(area(coordinates=[ring]), crs={"type": "name", "properties": {"name": crs}})
        with pytest.raises(InputError) as caught:
            read(data)
        assert words in caught.value.text.nl
        assert "onbekend" in words or "feature 1 (Kade)" in caught.value.text.nl


class TestBadFiles:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "leeg"),
            (b"PK\x03\x04\xff\xfe", "UTF-8"),
            (b'{"type": "FeatureCollection", "features": [', "onvolledig"),
            (b'{"type": "FeatureCollection", "features": [{"type": "Feat', "onvolledig"),
            (b'{"type": "FeatureCollection",\n "features": [}', "regel, teken 2, 15"),
            (b"<html></html>", "regel, teken 1, 1"),
            (b"[" * 100000, "te diep"),
            (b"9" * 5000, "geen"),
            (b"[]", "gevonden: list"),
            (b'{"type": "Feature"}', "gevonden: 'Feature'"),
            (b'{"type": "FeatureCollection"}', "lijst 'features'"),
            (b'{"type": "FeatureCollection", "type": "x"}', "'type' staat twee keer"),
            (b'{"type": "FeatureCollection", "features": [{"properties": {"a": 1}}, 3]}', "geen enkele feature"),
        ],
    )
    def test_one_clear_message(self, read, content, words):
        with pytest.raises(InputError) as caught:
            read(content)
        assert words in caught.value.text.nl
        assert "plannen.geojson" in caught.value.text.nl
        assert "plannen.geojson" in caught.value.text.en

    def test_a_byte_order_mark_is_no_mistake(self, read):
        text = json.dumps(collection(feature()))
        assert len(read(b"\xef\xbb\xbf" + text.encode()).plans) == 1
        assert len(read(text.encode("utf-16")).plans) == 1

    def test_no_file(self, tmp_path):
        with pytest.raises(InputError, match=r"niet\.geojson"):
            read_geojson(tmp_path / "niet.geojson", LISTS)

    def test_features_that_are_none(self, read):
        found = read(collection(feature(), 3, {"type": "Feature", "properties": None}))
        assert problems(found) == [("feature_error", 2, "properties"), ("feature_error", 3, "properties")]
