"""Addresses of services: what we ship, and what a functional manager puts in its place."""

import json

import pytest

from diwi_qgis.errors import InputError
from diwi_qgis.sources import services


def own(folder, **entries):
    path = folder / "diensten.json"
    path.write_text(json.dumps({"diensten": entries}), encoding="utf8")
    return path


def test_every_shipped_service_can_be_shown_with_its_source():
    known = services.services()
    assert {"percelen_wfs", "percelen_ogc", "panden_wfs", "gemeenten_wfs", "buurten_wfs", "locatieserver"} <= set(known)
    for entry in known.values():
        assert entry.adres.startswith("https://") and "{" not in entry.adres
        assert entry.bronvermelding and entry.licentie and entry.herkomst and entry.datum
        assert entry.laag or entry.soort == "locatieserver"


def test_backgrounds_are_maps_and_registers_are_not():
    backgrounds = services.background()
    assert backgrounds[0].sleutel == "brt"
    assert all(entry.soort in ("wms", "wmts") for entry in backgrounds)
    assert all(entry.opties["matrixset"] == "EPSG:28992" for entry in backgrounds if entry.soort == "wmts")


def test_a_service_per_year_is_asked_for_a_year():
    areas = services.service("buurten_wfs")
    assert areas.of_year(2026).adres == areas.adres.replace(str(areas.jaar), "2026")
    assert areas.of_year(0) is areas
    assert services.service("percelen_wfs").of_year(2026).adres == services.service("percelen_wfs").adres


def test_an_own_file_says_only_what_differs_and_may_add(tmp_path):
    path = own(
        tmp_path,
        percelen_wfs={"adres": "https://geo.example.nl/percelen/"},
        luchtfoto_gemeente={
            "titel": "Onze luchtfoto",
            "soort": "wms",
            "adres": "https://geo.example.nl/foto",
            "achtergrond": True,
        },
    )
    moved = services.service("percelen_wfs", path)
    assert moved.adres == "https://geo.example.nl/percelen"
    assert moved.laag == services.service("percelen_wfs").laag
    assert services.background(path)[-1].titel == "Onze luchtfoto"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"adres": "ftp://x"}, "geen webadres"),
        ({"soort": "wmsc"}, "soort 'wmsc' bestaat niet"),
        ({"adres": ""}, "adres ontbreekt"),
        ({"url": "https://x"}, "onbekend gegeven url"),
        ({"laag": 3}, "laag heeft een waarde van de verkeerde soort"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file(tmp_path, entry, said):
    path = own(tmp_path, percelen_wfs=entry)
    with pytest.raises(InputError) as error:
        services.services(path)
    assert "percelen_wfs" in error.value.text.nl and str(path) in error.value.text.nl and said in error.value.text.nl


@pytest.mark.parametrize("content", ["{", "[]", '{"diensten": []}', '{"diensten": {"a": 1}}'])
def test_a_file_that_is_no_list_of_services_is_named(tmp_path, content):
    path = tmp_path / "diensten.json"
    path.write_text(content, encoding="utf8")
    with pytest.raises(InputError, match=r"diensten\.json"):
        services.services(path)


def test_an_unknown_service_lists_the_known_ones():
    with pytest.raises(InputError, match="percelen_wfs"):
        services.service("percelen")


def test_the_register_decides_before_the_organisation(tmp_path):
    register = tmp_path / "register.gpkg"
    assert services.own_file(register, None) is None
    assert services.own_file(register, " ", "/org/diensten.json").as_posix().endswith("/org/diensten.json")
    assert services.own_file(register, "diensten.json", "/org/diensten.json") == tmp_path / "diensten.json"
