"""Places by name: the recorded answers of PDOK's Locatieserver, from a server on loopback."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from ogc_server import Reply, Server

from diwi_qgis.sources import services
from diwi_qgis.sources.http import Web
from diwi_qgis.sources.http_faults import ServiceError
from diwi_qgis.sources.locatieserver import PATIENCE, Treffer, lookup, suggest


class Locatieserver(Server):
    """Answers per endpoint."""

    def __init__(self, **answers):
        super().__init__()
        self.answers = answers

    def reply(self, path):
        return Reply(
            self.answers[urlsplit(path).path.strip("/")], 200, {"Content-Type": "application/json;charset=UTF-8"}
        )


def docs(*found):
    return json.dumps({"response": {"numFound": len(found), "docs": list(found)}}).encode()


def ask(server, function, *args):
    entry = replace(services.service("locatieserver"), sjabloon=server.url)
    with Web(patience=PATIENCE) as web:
        return function(web, entry, *args)


def test_a_recorded_address_is_suggested_and_found_with_its_parcel(cases):
    recorded = {
        name: (cases / "geodata" / f"locatieserver_{name}_adres_amersfoort.json").read_bytes()
        for name in ("suggest", "lookup")
    }
    with Locatieserver(**recorded) as server:
        found = ask(server, suggest, "  Lijsterstraat   20 ")
        place = ask(server, lookup, found[0].id)
    assert found == [Treffer("Lijsterstraat 20, 3815DT Amersfoort", "adres", "adr-fb6a9e8075bd7e25281db1d21fb17982")]
    assert place.percelen == ("AMF00-A-6864",) and place.gemeentecode == "0307"
    assert place.punt == (155990.61, 464256.19) and place.extent == (*place.punt, *place.punt)
    asked = [parse_qs(urlsplit(path).query) for path in server.asked]
    assert asked[0]["q"] == ["Lijsterstraat 20"] and asked[0]["fq"][0].startswith("type:(adres OR perceel")
    assert asked[1]["id"] == [found[0].id]


def test_a_parcel_comes_with_its_extent_and_is_its_own_parcel():
    doc = {
        "id": "pcl-1",
        "type": "perceel",
        "weergavenaam": "LLS00-B-10",
        "geometrie_rd": "POLYGON((160000 500000,160100 500000,160100 500050,160000 500000))",
        "centroide_rd": "POINT(160060 500020)",
    }
    with Locatieserver(lookup=docs(doc)) as server:
        place = ask(server, lookup, "pcl-1")
    assert place.percelen == ("LLS00-B-10",) and place.extent == (160000, 500000, 160100, 500050)
    assert place.punt == (160060, 500020)


@pytest.mark.parametrize("where", [None, "POINT(5.4 52.1)", "POINT(464256 155990)", "POINT(", "POINT EMPTY"])
def test_a_place_that_is_nowhere_in_rd_is_not_flown_to(where):
    doc = {"id": "x", "type": "adres", "weergavenaam": "Nergens 1", "centroide_rd": where}
    with Locatieserver(lookup=docs(doc)) as server:
        assert ask(server, lookup, "x") is None


def test_nothing_is_asked_for_an_empty_text_and_nothing_found_is_nothing():
    with Locatieserver(suggest=docs(), lookup=docs()) as server:
        assert ask(server, suggest, "   ") == [] and server.asked == []
        assert ask(server, suggest, "xyz") == []
        assert ask(server, lookup, "weg") is None


@pytest.mark.parametrize(
    "answer", [b"{}", b'{"response": {"docs": {}}}', b'{"response": {"docs": [1]}}', b'{"response": 1}']
)
def test_another_answer_than_expected_is_told(answer):
    with Locatieserver(suggest=answer) as server, pytest.raises(ServiceError, match="onleesbaar"):
        ask(server, suggest, "dam")
