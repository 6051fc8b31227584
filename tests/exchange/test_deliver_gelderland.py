"""The delivery to Gelderland: the province's geodatabase to the letter, and ids that stay."""

from __future__ import annotations

import json
import zipfile
from datetime import date

import pytest
from delivery_world import DAY, add_plan, block, change, plan, setting
from osgeo import gdal, ogr

from diwi_qgis.errors import DeliveryError, MissingLibraryError
from diwi_qgis.exchange.delivery.deliver import deliver
from diwi_qgis.exchange.delivery.gelderland import plan_id, row_id, umbrella_id
from diwi_qgis.exchange.delivery.gelderland_schema import require_writer
from diwi_qgis.exchange.delivery.receipt import DeliveryRefusedError
from diwi_qgis.model.profiles import geodatabase

if not gdal.GetDriverByName("OpenFileGDB").GetMetadataItem("DCAP_CREATE"):
    pytest.skip("this GDAL cannot write file geodatabases", allow_module_level=True)


@pytest.fixture(scope="session")
def _doesburg(tmp_path_factory):
    from diwi_qgis.store import create_register

    path = tmp_path_factory.mktemp("gelderland") / "doesburg.gpkg"
    create_register(
        path,
        gemeentecode="0221",
        gemeente="Doesburg",
        provincie="Gelderland",
        regio="Groene Metropoolregio Arnhem-Nijmegen",
    ).close()
    return path


@pytest.fixture
def doesburg(_doesburg, tmp_path):
    import shutil

    from diwi_qgis.store import open_register

    path = tmp_path / "doesburg.gpkg"
    shutil.copyfile(_doesburg, path)
    with open_register(path, write=True) as register:
        yield register


@pytest.fixture
def output(tmp_path):
    folder = tmp_path / "levering"
    folder.mkdir()
    return folder / "Gelderland.gdb.zip"


def rows(path, layer):
    dataset = gdal.OpenEx(str(path))
    return [feature.items() for feature in dataset.GetLayerByName(layer)]


def described(path):
    """A geodatabase as GDAL reads it, without the fields of area and length that the system keeps itself."""
    dataset = gdal.OpenEx(str(path))
    layers = {}
    for number in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(number)
        definition = layer.GetLayerDefn()
        fields = [definition.GetFieldDefn(at) for at in range(definition.GetFieldCount())]
        reference = layer.GetSpatialRef()
        layers[layer.GetName()] = {
            "geometrie": (layer.GetGeomType(), layer.GetGeometryColumn(), layer.GetFIDColumn()),
            "crs": reference and (reference.GetAuthorityCode(None), reference.ExportToProj4()),
            "precisie": precision(dataset, layer.GetName()),
            "velden": [
                (
                    *(field.GetName(), field.GetType(), field.GetSubType(), field.GetWidth(), field.GetPrecision()),
                    *(field.IsNullable(), field.IsUnique(), field.GetAlternativeName(), field.GetDomainName()),
                    field.GetDefault(),
                )
                for field in fields
                if field.GetName().lower() not in ("shape_length", "shape_area")
            ],
        }
    domains = {name: dataset.GetFieldDomain(name) for name in dataset.GetFieldDomainNames()}
    return {
        "lagen": layers,
        "domeinen": {
            name: (
                *(domain.GetDescription(), domain.GetDomainType(), domain.GetFieldType(), domain.GetFieldSubType()),
                *(domain.GetSplitPolicy(), domain.GetMergePolicy(), list(domain.GetEnumeration().items())),
            )
            for name, domain in domains.items()
        },
        "relaties": {
            name: (
                *(found.GetLeftTableName(), found.GetRightTableName(), found.GetLeftTableFields()),
                *(found.GetRightTableFields(), found.GetCardinality(), found.GetType()),
                *(found.GetForwardPathLabel(), found.GetBackwardPathLabel(), found.GetRelatedTableType()),
            )
            for name in dataset.GetRelationshipNames()
            for found in [dataset.GetRelationship(name)]
        },
    }


def precision(dataset, layer):
    """Scale and tolerance of the coordinates, and the origin of the projected layer."""
    text = dataset.ExecuteSQL(f"GetLayerDefinition {layer}").GetNextFeature().GetField(0)
    if "<XYScale>" not in text:
        return None
    tags = ["XYScale", "XYTolerance", *(["XOrigin", "YOrigin"] if layer == "Planregistratie" else [])]
    return [round(float(text.partition(f"<{tag}>")[2].partition("<")[0]), 9) for tag in tags]


def test_the_geodatabase_is_that_of_the_province_field_by_field_and_domain_by_domain(doesburg, output, cases):
    add_plan(doesburg, blocks=[block()])
    deliver(doesburg, "gelderland", DAY, output)
    template = cases / "diwi" / "Gelderland.gdb.zip"
    ours, theirs = described(output), described(template)
    assert ours["domeinen"] == theirs["domeinen"] and len(ours["domeinen"]) == 16
    assert ours["relaties"] == theirs["relaties"] and len(ours["relaties"]) == 2
    assert list(ours["lagen"]) == list(theirs["lagen"])
    for name in theirs["lagen"]:
        assert ours["lagen"][name] == theirs["lagen"][name]
    system = ("GlobalID", "CreationDate", "Creator", "EditDate", "Editor")
    for layer, number in (("Gemeenten", 338), ("Regiovelden", 198)):
        mine, fixed = (
            [{name: value for name, value in row.items() if name not in system} for row in rows(path, layer)]
            for path in (output, template)
        )
        assert mine == fixed and len(mine) == number


def test_a_plan_with_its_rows(doesburg, output):
    blocks = [
        block(
            12,
            types={"M": 8, "E": 4},
            eigendom=[
                ("huurwoning_woningcorporatie", 5, 70_000),
                ("huurwoning_woningcorporatie", 2, 100_000),
                ("koopwoning", 3, 30_000_000),
            ],
            opleveringen=[(date(2025, 3, 1), 4, True), (date(2027, 3, 1), 8, False)],
        ),
        block(2, "sloop", types={"E": 2}, opleveringen=[(date(2025, 2, 1), 2, True)]),
    ]
    mother = add_plan(doesburg, plan("Masterplan"))
    knelpunten = [{"soort": "Capaciteit overheid", "sinds": date(2024, 1, 1)}, {"soort": "Parkeren"}]
    uuid = add_plan(doesburg, plan(hoofdplan_uuid=mother), blocks, knelpunten=knelpunten)
    result = deliver(doesburg, "gelderland", DAY, output)
    (row,) = [row for row in rows(output, "Planregistratie") if row["plannaam"] == "Molenveld"]
    expected = {
        "GlobalID": plan_id(uuid),
        "Creator": "tester",
        "provincie": "Gelderland",
        "gemeente": "Doesburg",
        "woonplaats": "Doesburg",
        "vertrouwelijkheid": "Openbaar",
        "opdrachtgever_type": "Woningbouwcorporatie",
        "verhuurder_type": "Woningbouwcorporatie",
        "realisatiekans": "80%",
        "oplevering_eerste": 2025,
        "oplevering_laatste": 2027,
        "projectfase": "3. Ontwerp",
        "status_planologisch": "2A. Vastgesteld",
        "knelpunten_meerkeuze": "Ambtelijke capaciteit",
        "toelichting_knelpunten": "Capaciteit overheid; Parkeren",
        "totaal_bouw": 12,
        "totaal_gerealiseerd": 4,
        "totaal_resterend": 8,
        "totaal_sloop": 2,
        "totaal_sloop_gerealiseerd": 2,
        "totaal_sloop_resterend": 0,
        "totaal_netto": 10,
        "totaal_netto_gerealiseerd": 2,
        "totaal_netto_resterend": 8,
        "aantal_huurwoningen_corporatie": 7,
        "aantal_middenhuur_corporatie": 2,
        "Totaal_koop2": 3,
        "Totaal_huur1": 5,
        "Totaal_huur3": 2,
        "Totaal_eigendom_onbekend": 0,
        "overkoeppelende_plan_id": umbrella_id(mother),
        "overkoeppelende_plan_naam": "Masterplan",
    }
    assert {name: row[name] for name in expected} == expected
    types = ("eengezins", "meergezins", "type_onbekend")
    assert sum(row[f"totaal_{kind}_resterend"] for kind in types) == row["totaal_resterend"]
    markets = ("koop", "huur", "koop_huur_onbekend")
    assert sum(row[f"totaal_{kind}_resterend"] for kind in markets) == row["totaal_netto_resterend"]
    details = [each for each in rows(output, "DetailPlanning") if each["parent_globalid"] == plan_id(uuid)]
    assert [(each["jaartal"], each["bouw_gerealiseerd"], each["GlobalID"]) for each in details] == [
        (2025, "Ja", row_id(uuid, 2025, "Ja")),
        (2027, "Nee", row_id(uuid, 2027, "Nee")),
    ]
    cells = [name for name in details[0] if name.startswith(("meergezins", "eengezins", "onbekend"))]
    assert len(cells) == 33
    assert [sum(each[cel] for cel in cells) for each in details] == [4, 8]
    (umbrella,) = rows(output, "Overkoepelendeplannen")
    assert (umbrella["GlobalID"], umbrella["naam"]) == (umbrella_id(mother), "Masterplan")
    assert (umbrella["gemeente"], umbrella["vertrouwelijkheid"]) == ("Doesburg", "Openbaar")
    assert {p.code for p in result.content.problems} >= {"several_bottlenecks"}


def test_ids_are_the_same_in_every_delivery(doesburg, output):
    uuid = add_plan(doesburg, blocks=[block(opleveringen=[(date(2027, 1, 1), 4, False), (date(2028, 1, 1), 6, False)])])
    found = []
    for day in (DAY, date(2026, 6, 1)):
        deliver(doesburg, "gelderland", day, output)
        found.append(
            [row["GlobalID"] for layer in ("Planregistratie", "DetailPlanning") for row in rows(output, layer)]
        )
        change(doesburg, "project", uuid, naam="Andere naam")
    assert found[0] == found[1] and len(set(found[0])) == 3


def test_the_zip_holds_the_geodatabase_as_a_folder(doesburg, output):
    add_plan(doesburg, blocks=[block()])
    deliver(doesburg, "gelderland", DAY, output)
    with zipfile.ZipFile(output) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"Gelderland.gdb"}


def test_every_coded_value_is_one_of_the_domain(doesburg, output):
    for number, phase in enumerate(("concept", "initiatief", "realisatie", "nazorg")):
        add_plan(doesburg, plan(f"Plan {number}"), [block()], [(f"fase_{phase}", DAY), ("status_4B", DAY)])
    add_plan(doesburg, plan("Niets bekend", plantype=None), milestones=[("initiatief_ingediend", DAY)])
    add_plan(doesburg, plan("Klaar", eind_datum=date(2025, 1, 1)), [block()])
    deliver(doesburg, "gelderland", DAY, output)
    domains = geodatabase()["domeinen"]
    for laag in geodatabase()["lagen"][:2]:
        for row in rows(output, laag["naam"]):
            for veld in laag["velden"]:
                assert "domein" not in veld or row[veld["naam"]] in {*domains[veld["domein"]], None}
                assert row[veld["naam"]] is not None or not veld.get("verplicht")
    phases = {row["plannaam"]: row["projectfase"] for row in rows(output, "Planregistratie")}
    assert phases["Plan 0"] == phases["Niets bekend"] == "Onbekend"
    assert (phases["Plan 2"], phases["Klaar"]) == ("5. Realisatie", "7. Afgerond")


def test_what_the_geodatabase_cannot_hold_is_an_error_not_a_loss(doesburg, output):
    add_plan(
        doesburg,
        plan("Lang", ruimtelijk_plan="x" * 255),
        [block()],
        properties={"Opmerkingen basisinformatie": "y" * 1001},
    )
    add_plan(doesburg, plan("Groot"), [block(40_000)])
    add_plan(doesburg, plan("Elders", woonplaats="Parijs"), [block()])
    add_plan(doesburg, plan("Zonder gebied", geom=None), [block()])
    with pytest.raises(DeliveryRefusedError) as error:
        deliver(doesburg, "gelderland", DAY, output)
    assert {(p.plan, p.veld, p.code) for p in error.value.problems if not p.warning} == {
        ("Lang", "opmerkingen_basis", "text_too_long"),
        ("Groot", "onbekend_onbekend", "number_too_large"),
        ("Elders", "woonplaats", "value_not_in_list"),
        ("Zonder gebied", "geometry", "project_does_not_have_geometry"),
    }
    assert not list(output.parent.iterdir())
    result = deliver(doesburg, "gelderland", DAY, output, skip_invalid=True)
    assert len(result.content.skipped) == 4 and rows(output, "Planregistratie") == []


def test_a_municipality_that_gelderland_does_not_know(doesburg, output):
    add_plan(doesburg, plan(gemeente="Testdam"), [block()])
    with pytest.raises(DeliveryRefusedError, match="Testdam"):
        deliver(doesburg, "gelderland", DAY, output)
    setting(doesburg, "levering.gelderland.gemeente", "Doesburg")
    deliver(doesburg, "gelderland", DAY, output)
    assert [row["gemeente"] for row in rows(output, "Planregistratie")] == ["Doesburg"]
    result = deliver(doesburg, "gelderland", DAY, output, vaste_waarden={"gemeente": "Arnhem"})
    assert [row["gemeente"] for row in rows(output, "Planregistratie")] == ["Arnhem"]
    assert any("Arnhem" in note for note in result.facts.as_json()["niet_gecontroleerd"])
    with pytest.raises(DeliveryError, match="gemente"):
        deliver(doesburg, "gelderland", DAY, output, vaste_waarden={"gemente": "Arnhem"})


def test_a_part_of_a_confidential_main_plan_does_not_give_it_away(doesburg, output):
    mother = add_plan(doesburg, plan("Geheim", vertrouwelijkheid="intern_raad"))
    add_plan(doesburg, plan(hoofdplan_uuid=mother), [block()])
    result = deliver(doesburg, "gelderland", DAY, output)
    (row,) = rows(output, "Planregistratie")
    assert row["overkoeppelende_plan_id"] is None and row["overkoeppelende_plan_naam"] is None
    assert rows(output, "Overkoepelendeplannen") == []
    assert "main_plan_not_delivered" in {problem.code for problem in result.content.problems}
    (kept,) = doesburg.read("levering")["inhoud"]
    assert "Geheim" not in kept


def test_plan_areas_keep_a_tenth_of_a_millimetre(doesburg, output):
    uuid = add_plan(doesburg, blocks=[block()])
    deliver(doesburg, "gelderland", DAY, output)
    layer = gdal.OpenEx(str(output))
    feature = layer.GetLayerByName("Planregistratie").GetNextFeature()
    assert feature.GetGeometryRef().GetGeometryType() == ogr.wkbMultiPolygon
    assert feature.GetGeometryRef().Area() == pytest.approx(10_000, abs=0.01)
    (kept,) = doesburg.read("levering")["inhoud"]
    assert json.loads(kept)["plannaam"] == "Molenveld" and uuid


def test_a_driver_that_only_reads_is_told_in_words():
    with pytest.raises(MissingLibraryError, match=r"GDAL 3\.6"):
        require_writer("SXF")
    require_writer()
