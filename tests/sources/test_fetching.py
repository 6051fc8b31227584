"""Registers from services: all pages or not called complete, on real servers and on servers that lie."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import ogc_mapserver
import ogc_qgisserver
import pytest
import shapely
from ogc_mapserver import MapServer, write_grid
from ogc_server import Reply, Server, collection
from source_files import Stop, fabric, ogc, wfs

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.sources import features, services
from diwi_qgis.sources import wfs as wfs_client
from diwi_qgis.sources.fetching import Waar, fetch_boundaries, fetch_buildings, fetch_parcels, municipality
from diwi_qgis.sources.http import Patience, Web
from diwi_qgis.sources.http_faults import ServiceError

HURRY = Patience(connect=2, read=20, whole=30, attempts=2, pause=0.05)
EVERYWHERE = Waar(shapely.box(100_000, 400_000, 200_000, 500_000))


def dienst(name, url):
    return replace(services.service(name), sjabloon=url)


def fetch(server, name="percelen_wfs", waar=EVERYWHERE, progress=None, how=fetch_parcels):
    with Web(progress, patience=HURRY) as web:
        return how(web, dienst(name, server.url), waar, progress)


def question(path):
    return {name.lower(): values[0] for name, values in parse_qs(urlsplit(path).query).items()}


# -- the engine behind PDOK's WFS ----------------------------------------------------------------------------------

needs_mapserver = pytest.mark.skipif(ogc_mapserver.BINARY is None, reason="MapServer (mapserver-bin) is not installed")


@pytest.fixture(scope="module")
def grid(tmp_path_factory):
    return write_grid(tmp_path_factory.mktemp("grid") / "percelen.gpkg", 60, 45)  # 2,700: three pages


@needs_mapserver
def test_mapserver_is_paged_to_the_end(grid, tmp_path):
    with MapServer(tmp_path, grid) as server:
        gelezen = fetch(server)
    assert len(gelezen.rows) == 2700 and gelezen.cut_off is None and gelezen.warnings == []
    assert [question(path)["startindex"] for path in server.asked] == ["0", "1000", "2000"]
    assert gelezen.rows["identificatie"].is_unique
    assert shapely.union_all(gelezen.rows["geom"].to_numpy()).equals(shapely.box(150_000, 450_000, 151_200, 450_900))


@needs_mapserver
def test_doesburg_is_the_same_from_a_service_as_from_its_file(cases, tmp_path):
    from diwi_qgis.sources.parcels import read_parcels

    file = cases / "geodata" / "doesburg.gpkg"
    with MapServer(tmp_path, file) as server:
        fetched = fetch(server, waar=Waar(shapely.box(190_000, 430_000, 230_000, 470_000)))
    from_file = read_parcels(file, "perceel", fetched.source_date)
    assert len(fetched.rows) == 4528 and fetched.cut_off is None
    one, other = (rows.sort_values("identificatie", ignore_index=True) for rows in (fetched.rows, from_file.rows))
    assert one.drop(columns="geom").equals(other.drop(columns="geom"))
    assert shapely.equals(one["geom"].to_numpy(), other["geom"].to_numpy()).all()


@needs_mapserver
def test_only_what_meets_the_area_is_kept(grid, tmp_path):
    triangle = shapely.Polygon([(150_010, 450_010), (150_090, 450_010), (150_010, 450_090)])
    with MapServer(tmp_path, grid) as server:
        gelezen = fetch(server, waar=Waar(triangle))
    assert 0 < len(gelezen.rows) < 25  # there are 25 in its box
    assert shapely.intersects(triangle, gelezen.rows["geom"].to_numpy()).all()


@needs_mapserver
def test_mapserver_with_a_lower_limit_of_its_own_loses_nothing(grid, tmp_path):
    with MapServer(tmp_path, grid, limit=700) as server:
        assert len(fetch(server).rows) == 2700


@needs_mapserver
def test_an_extent_with_too_many_is_split_and_borders_are_counted_once(grid, tmp_path, monkeypatch):
    monkeypatch.setattr(wfs_client, "FARTHEST", 1000)
    with MapServer(tmp_path, grid, farthest=1000) as server:
        gelezen = fetch(server)
        boxes = {question(path)["bbox"] for path in server.asked}
    assert len(gelezen.rows) == 2700 and gelezen.cut_off is None and gelezen.warnings == []
    assert len(boxes) > 4


@pytest.mark.slow
@needs_mapserver
def test_a_front_that_refuses_sooner_than_it_says_is_split_too(grid, tmp_path):
    """The client would page to 50,000; this front refuses at 1,500 with 400 and "scraping"."""
    with MapServer(tmp_path, grid, farthest=1500) as server:
        gelezen = fetch(server)
    assert len(gelezen.rows) == 2700 and gelezen.cut_off is None


@needs_mapserver
def test_cancel_leaves_nothing_asked_afterwards(grid, tmp_path):
    with MapServer(tmp_path, grid) as server, pytest.raises(Cancelled):
        fetch(server, progress=Stop(after=6))
    assert len(server.asked) < 3


@needs_mapserver
def test_municipal_areas_are_asked_by_an_ogc_filter(grid, tmp_path):
    """MapServer knows no CQL_FILTER; here the filter picks a parcel by number, as `gemeentecode` picks areas."""
    entry = replace(services.service("percelen_wfs"), opties={"gemeente": "sectie"})
    assert Waar(gemeentecode="0307").filters(entry) == {"sectie": "GM0307"}
    with MapServer(tmp_path, grid) as server, Web(patience=HURRY) as web:
        entry = replace(entry, sjabloon=server.url)
        pages = list(wfs_client.pages(web, entry, None, {"perceelnummer": "17"}))
        none = list(wfs_client.pages(web, entry, None, {"sectie": "GM0307"}))
    assert [f["properties"]["identificatieLokaalID"] for page in pages for f in page.features] == ["89000000000016"]
    assert not any(page.features for page in none)


# -- OGC API Features with cursors, as GoKoala ---------------------------------------------------------------------


class Cursors(Server):
    """Keeps what comes next per cursor, has no numbers, gives the system in a header; `size` per page at most."""

    def __init__(self, features_, size=5, members=None):
        super().__init__()
        self.features, self.size, self.members = features_, size, members or {}
        self.cursors = {}

    def reply(self, path):
        asked = question(path)
        start = self.cursors[asked["cursor"]] if "cursor" in asked else 0
        size = min(self.size, int(asked.get("limit", 10)))
        links = [{"rel": "self", "href": path, "type": "application/geo+json"}]
        if start + size < len(self.features):
            cursor = f"c{len(self.cursors)}"
            self.cursors[cursor] = start + size
            following = f"?cursor={cursor}&limit={size}"
            links += [
                {"rel": "next", "href": f"{following}&f=html", "type": "text/html"},
                {"rel": "next", "href": following, "type": "application/geo+json"},
            ]
        page = {
            "type": "FeatureCollection",
            "links": links,
            "features": self.features[start : start + size],
            **self.members,
        }
        headers = {
            "Content-Type": "application/geo+json",
            "Content-Crs": "<http://www.opengis.net/def/crs/EPSG/0/28992>",
        }
        return Reply(json.dumps(page).encode(), 200, headers)


def parcels(maker=ogc, **more):
    return [{**maker(number, shape, **more), "id": f"uuid-{number}"} for number, shape in fabric().items()]


def test_cursors_are_followed_to_the_end():
    with Cursors(parcels()) as server:
        gelezen = fetch(server, "percelen_ogc")
    assert len(gelezen.rows) == 14 and gelezen.cut_off is None
    assert server.asked[0].startswith("/collections/perceel/items?limit=1000&crs=")
    assert len(server.asked) == 3 and "f=html" not in "".join(server.asked)


def test_both_notations_give_the_same_rows():
    with Cursors(parcels()) as server:
        by_ogc = fetch(server, "percelen_ogc").rows
    with Paged(parcels(wfs)) as server:
        by_wfs = fetch(server).rows
    for name in by_ogc.columns:
        assert list(by_ogc[name]) == list(by_wfs[name]), name


def test_a_count_that_is_given_is_compared():
    with Cursors(parcels(), members={"numberMatched": 20}) as server:
        gelezen = fetch(server, "percelen_ogc")
    assert "noemt er 20 en gaf er 14" in gelezen.cut_off.nl


class Circle(Server):
    def reply(self, path):
        link = {"rel": "next", "href": "/b" if path.startswith("/a") else "/a"}
        return Reply(collection([{**ogc(2, fabric()[2]), "id": f"{len(self.asked)}"}], links=[link]))


class Endless(Server):
    """A next page for ever, each with something new."""

    def reply(self, path):
        shape = fabric()[2]
        made = [{**ogc(2, shape), "id": f"{len(self.asked)}-{n}"} for n in range(50)]
        return Reply(collection(made, links=[{"rel": "next", "href": f"/p{len(self.asked)}"}]))


class Hollow(Server):
    """Empty pages that point at one another."""

    def reply(self, path):
        return Reply(collection([], links=[{"rel": "next", "href": f"/p{len(self.asked)}"}]))


@pytest.mark.parametrize(("server", "said"), [(Circle, "kring"), (Endless, "geen einde"), (Hollow, "dezelfde pagina")])
def test_pages_without_end_are_stopped(server, said, monkeypatch):
    monkeypatch.setattr(features, "MOST", 500)
    with server() as running, pytest.raises(ServiceError, match=said):
        fetch(running, "percelen_ogc")
    assert len(running.asked) < 15


# -- WFS that lies -------------------------------------------------------------------------------------------------


class Paged(Server):
    """A WFS out of memory; `stated` is the number it claims, `size` its page, `deaf` ignores startIndex."""

    def __init__(self, features_, stated=None, size=1000, deaf=False, **members):
        super().__init__()
        self.features, self.size, self.deaf, self.members = features_, size, deaf, members
        self.stated = len(features_) if stated is None else stated

    def reply(self, path):
        asked = question(path)
        start = 0 if self.deaf else int(asked["startindex"])
        page = self.features[start : start + min(self.size, int(asked["count"]))]
        members = {} if self.stated < 0 else {"numberMatched": self.stated}
        return Reply(collection(page, **members, **self.members))


def test_fewer_than_stated_is_not_called_complete():
    with Paged(parcels(wfs), stated=20) as server:
        gelezen = fetch(server)
    assert len(gelezen.rows) == 14 and "noemt er 20 en gaf er 14" in gelezen.cut_off.nl


def test_more_than_stated_is_read_on_and_told():
    with Paged(parcels(wfs), stated=8, size=5) as server:
        gelezen = fetch(server)
    assert len(gelezen.rows) == 14 and "noemt er 8 en gaf er 14" in gelezen.cut_off.nl


def test_without_a_number_only_an_empty_page_is_the_end():
    with Paged(parcels(wfs), stated=-1, size=5) as server:
        gelezen = fetch(server)
    assert len(gelezen.rows) == 14 and gelezen.cut_off is None and len(server.asked) == 4


def test_a_service_that_does_not_page_is_found_out():
    with Paged(parcels(wfs), size=5, deaf=True) as server, pytest.raises(ServiceError, match="steeds dezelfde pagina"):
        fetch(server)


def test_too_many_in_one_spot_end():
    with Paged(parcels(wfs), stated=60_000) as server, pytest.raises(ServiceError, match="op één plek"):
        fetch(server, waar=Waar(shapely.box(155_000, 463_000, 155_050, 463_050)))
    assert len(server.asked) < 20


def test_an_empty_area_is_told_and_never_taken_for_the_truth():
    with Paged([]) as server, pytest.raises(InputError, match="geen percelen"):
        fetch(server)


@pytest.mark.parametrize(
    "body",
    [
        b'{"type": "FeatureCollection"}',
        b'{"type": "FeatureCollection", "features": {}}',
        b'{"type": "FeatureCollection", "features": [1]}',
        b'{"features": []}',
        collection([{"type": "Feature", "properties": None, "geometry": None}]),
        collection([{**wfs(1, fabric()[2]), "geometry": {"type": "Polygon", "coordinates": [[["a", 1]]]}}]),
        collection([{**wfs(1, fabric()[2]), "geometry": {"type": "Polygon", "coordinates": [[[1, 1], [2, 2]]]}}]),
        collection([{**wfs(1, fabric()[2]), "geometry": {"type": "Polygon"}}]),
    ],
)
def test_an_answer_that_is_no_collection_is_told(body):
    class Wrong(Server):
        def reply(self, path):
            return Reply(body)

    with Wrong() as server, pytest.raises(ServiceError, match="onleesbaar"):
        fetch(server)


def test_another_layer_than_asked_is_told_with_its_attributes():
    street = [{"type": "Feature", "properties": {"straat": "x"}, "geometry": None}]
    with Paged(street) as server, pytest.raises(ServiceError, match="het heeft de gegevens straat"):
        fetch(server)


def test_swapped_axes_are_refused():
    swapped = [{**f, "geometry": shapely.geometry.mapping(shapely.transform(shapely.geometry.shape(f["geometry"]), lambda p: p[:, ::-1]))} for f in parcels(wfs)]  # fmt: skip
    with Paged(swapped) as server, pytest.raises(InputError, match="past niet bij de coördinaten"):
        fetch(server)


def test_degrees_without_a_name_come_out_in_rd(cases):
    """A service that ignores ``crs`` and answers in WGS 84, as OGC API does by default."""
    text = (cases / "geodata" / "bag_pand_wfs_haarlem_crs84.json").read_bytes()

    class Recorded(Server):
        def reply(self, path):
            return Reply(text)

    haarlem = Waar(shapely.box(100_000, 480_000, 110_000, 495_000))
    with Recorded() as server:
        gelezen = fetch(server, "panden_ogc", haarlem, how=fetch_buildings)
    assert len(gelezen.rows) == len(json.loads(text)["features"])
    assert shapely.within(shapely.union_all(gelezen.rows["geom"].to_numpy()), haarlem.area)


@pytest.mark.parametrize(
    "name",
    ["perceel_wfs_lelystad_epsg3857", "perceel_wfs_ijsselmuiden_epsg28992", "perceel_wfs_v4_amersfoort_epsg3857"],
)
def test_recorded_answers_of_the_kadaster_are_read_from_a_service_as_from_a_file(cases, name):
    from diwi_qgis.sources.parcels import read_parcels

    path = cases / "geodata" / f"{name}.json"

    class Recorded(Server):
        def reply(self, asked):
            return Reply(path.read_bytes() if question(asked)["startindex"] == "0" else collection([]))

    with Recorded() as server:
        fetched = fetch(server, waar=Waar(shapely.box(0, 300_000, 300_000, 630_000)))
    from_file = read_parcels(path, source_date=fetched.source_date)
    assert fetched.rows.reset_index(drop=True).equals(from_file.rows.reset_index(drop=True))


# -- boundaries ----------------------------------------------------------------------------------------------------


def area(shape, **properties):
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shape)}


class Areas(Server):
    """Municipalities, districts and neighbourhoods; land and water of one district apart, without ids."""

    def reply(self, path):
        if "gemeentegebied" in path:
            got = [area(shapely.box(150_000, 450_000, 152_000, 452_000), identificatie="GM9999", code="9999", naam="Testdam", ligt_in_provincie_naam="Utrecht")]  # fmt: skip
        else:
            got = [
                area(shapely.box(150_000, 450_000, 151_000, 452_000), wijkcode="WK999901", wijknaam="Oost", gemeentecode="GM9999", water="NEE"),
                area(shapely.box(151_000, 450_000, 152_000, 452_000), wijkcode="WK999901", wijknaam="Oost", gemeentecode="GM9999", water="JA"),
            ]  # fmt: skip
        return Reply(collection(got))


def test_boundaries_of_several_services_become_one_table_with_their_years():
    with Areas() as server, Web(patience=HURRY) as web:
        entries = [dienst("gemeenten_ogc", server.url), dienst("wijken_ogc", server.url).of_year(2025)]
        gelezen = fetch_boundaries(web, entries, Waar(gemeentecode="9999"))
    rows = gelezen.rows.set_index("code")
    assert list(rows.index) == ["GM9999", "WK999901"] and set(rows["gemeentecode"]) == {"9999"}
    assert rows.loc["WK999901", "jaar"] == 2025 and rows.loc["GM9999", "jaar"] == gelezen.source_date.year
    assert rows.loc["WK999901", "geom"].area == 4_000_000
    assert [question(path).get("identificatie") or question(path).get("gemeentecode") for path in server.asked] == [
        "GM9999"
    ] * 2


def test_the_municipality_is_that_of_the_register_in_its_latest_year(register):
    with pytest.raises(InputError, match="diwi:fetchboundaries"):
        municipality(register)
    old, new = shapely.box(0, 400_000, 1, 400_001), shapely.box(0, 400_000, 2, 400_002)
    row = {"soort": "gemeente", "code": "GM9999", "naam": "Testdam", "gemeentecode": "9999", "brondatum": "2026-01-01"}
    from datetime import date

    row["brondatum"] = date(2026, 1, 1)
    with register.transaction() as write:
        write.insert("gebied", [{**row, "jaar": 2026, "geom": new}, {**row, "jaar": 0, "geom": old}])
    assert municipality(register).area == new.area


# -- QGIS Server: OGC API Features with offsets ----------------------------------------------------------------------


@pytest.mark.skipif(ogc_qgisserver.BINARY is None, reason="QGIS Server (qgis-server) is not installed")
def test_qgis_server_is_paged_to_the_end_in_rd(grid, tmp_path, qgis_app):
    """It knows RD by an older name, and loses the escapes of our parameters in its links to the next page."""
    project = ogc_qgisserver.write_project(tmp_path / "percelen.qgs", grid)
    with ogc_qgisserver.QgisServer(project) as server, Web(patience=HURRY) as web:
        entry = replace(
            dienst("percelen_ogc", server.url),
            opties={"stelsel": "http://www.opengis.net/def/crs/EPSG/9.6.2/28992"},
        )
        gelezen = fetch_parcels(web, entry, EVERYWHERE)
    assert len(gelezen.rows) == 2700 and gelezen.cut_off is None
    assert gelezen.rows["identificatie"].is_unique
    assert shapely.union_all(gelezen.rows["geom"].to_numpy()).equals(shapely.box(150_000, 450_000, 151_200, 450_900))
