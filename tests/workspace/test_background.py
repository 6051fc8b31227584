"""Background maps: added, stored and opened without a request; shown by ordinary requests to the right addresses."""

from __future__ import annotations

import json
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from diwi_qgis.sources.services import Dienst, background

pytestmark = pytest.mark.slow


@pytest.fixture
def server(qgis_app, tmp_path):
    """A server that answers every request with a red square, and keeps the list of them."""
    from qgis.PyQt.QtGui import QColor, QImage

    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    image.save(str(tmp_path / "tegel.png"))
    tile = (tmp_path / "tegel.png").read_bytes()
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(tile)

        def log_message(self, *arguments):
            pass

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    served.asked = asked
    served.address = f"http://127.0.0.1:{served.server_port}"
    yield served
    served.shutdown()
    served.server_close()


@pytest.fixture
def served_here(server, plans_place, tmp_path):
    """The register, with a file of services that sends every background to the server."""
    from diwi_qgis.store import open_register

    entries = {entry.sleutel: {"adres": f"{server.address}/{entry.sleutel}"} for entry in background()}
    own = tmp_path / "diensten.json"
    own.write_text(json.dumps({"diensten": entries}), encoding="utf8")
    with open_register(plans_place, write=True) as register, register.transaction("test") as write:
        write.insert("instelling", [{"sleutel": "diensten", "waarde": str(own)}])
    return plans_place


def backgrounds(project):
    from diwi_qgis.workspace.background import SERVICE

    return {
        layer.customProperty(SERVICE): layer for layer in project.mapLayers().values() if layer.customProperty(SERVICE)
    }


def render(layer):
    from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(28992))
    settings.setExtent(QgsRectangle(155000, 463000, 155200, 463200))
    settings.setOutputSize(QSize(200, 200))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage().pixelColor(100, 100).name()


def test_building_and_opening_make_no_request(server, served_here, read):
    from diwi_qgis.workspace.build import build_workspace

    build_workspace(served_here)
    build_workspace(served_here)
    project = read(served_here)
    layers = backgrounds(project)
    assert list(layers) and set(layers) == {entry.sleutel for entry in background()}
    assert all(layer.isValid() for layer in layers.values())
    assert server.asked == []


def test_each_is_shown_by_requests_to_its_own_address(server, served_here, read):
    from diwi_qgis.workspace.build import build_workspace

    build_workspace(served_here)
    layers = backgrounds(read(served_here))
    for entry in background():
        server.asked.clear()
        assert render(layers[entry.sleutel]) == "#ff0000"
        assert server.asked and all(path.startswith(f"/{entry.sleutel}") for path in server.asked)
        if entry.soort == "wms":
            assert f"LAYERS={entry.laag}" in server.asked[0].replace("%2C", ",")
            assert "CRS=EPSG:28992" in server.asked[0].replace("%3A", ":")


def test_tiles_are_those_of_the_dutch_scheme(server, qgis_app):
    """Level 14 has 0.21 m a pixel; (155000, 463000), the centre of the scheme, is the corner of four tiles."""
    from diwi_qgis.workspace.background import new_layer

    entry = Dienst("luchtfoto", "Luchtfoto", "wmts", server.address, "Foto", opties={"formaat": "image/jpeg"})
    render(new_layer(entry))
    level, column, row = server.asked[0].removeprefix("/Foto/EPSG:28992/").removesuffix(".jpeg").split("/")
    side = 3440.64 / 2 ** int(level) * 256
    left, top = -285401.92 + int(column) * side, 903401.92 - int(row) * side
    assert left < 155200 and left + side > 155000 and top > 463000 and top - side < 463200


def test_sources_are_named_and_only_the_first_is_visible(qgis_app, project):
    from diwi_qgis.workspace.background import shown_at_first
    from diwi_qgis.workspace.layers import find_layer

    root = project.layerTreeRoot()
    layers = backgrounds(project)
    assert [key for key, layer in layers.items() if root.findLayer(layer).isVisible()] == ["brt"]
    assert shown_at_first(project) is layers["brt"]
    for entry in background():
        rights = layers[entry.sleutel].metadata().rights()
        assert entry.bronvermelding in rights[0] and entry.licentie in rights[0]
        assert layers[entry.sleutel].attribution() == rights[0]
    assert "Kadaster" in find_layer(project, "perceel").attribution()


def test_the_map_window_names_what_it_shows(opened):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextScope

    from diwi_qgis.workspace.layers import find_layer

    label, found = opened.readEntry("CopyrightLabel", "/Label")
    enabled, _ = opened.readBoolEntry("CopyrightLabel", "/Enabled")
    layers = backgrounds(opened)
    scope = QgsExpressionContextScope()
    scope.setVariable(
        "map_layer_ids", [layers[key].id() for key in ("brt", "luchtfoto")] + [find_layer(opened, "mijlpaal").id()]
    )
    context = QgsExpressionContext()
    context.appendScope(scope)
    text = QgsExpression.replaceExpressionText(label, context)
    assert found and enabled
    assert text == "  |  ".join(layers[key].attribution() for key in ("brt", "luchtfoto"))
    assert "Kadaster" in text and "Beeldmateriaal.nl" in text


def test_another_tiling_scheme_is_refused_by_name(qgis_app):
    from diwi_qgis.errors import InputError
    from diwi_qgis.workspace.background import new_layer

    entry = Dienst("eigen", "Eigen", "wmts", "http://127.0.0.1:1", "a", opties={"matrixset": "EPSG:3857"})
    with pytest.raises(InputError, match="eigen"):
        new_layer(entry)


def test_titles_and_addresses_with_signs_of_xml(server, qgis_app):
    from diwi_qgis.workspace.background import new_layer

    entry = Dienst("a", 'Kaart "B&W" <oud>', "wms", f"{server.address}/kaart?map=a&b=100%25", "vlak")
    layer = new_layer(entry)
    assert layer.isValid() and layer.name() == 'Kaart "B&W" <oud>'
    assert render(layer) == "#ff0000"
    assert server.asked[0].startswith("/kaart?map=a&b=100%25&")


def test_a_server_without_an_answer_is_left_out_of_prints(server, served_here, read, tmp_path):
    """Any answer will do, an error too; what does not answer is named, and the project stays as it was."""
    import shapely

    from diwi_qgis.progress import Progress
    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.background import unreachable
    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.factsheet_export import export_factsheets

    class Heard(Progress):
        def __init__(self):
            self.said = []

        def say(self, text):
            self.said.append(text.nl)

    with open_register(served_here, write=True) as register, register.transaction("test") as write:
        inland = shapely.MultiPolygon([shapely.box(155000, 463000, 155100, 463100)])
        plan = {"naam": "Kei", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1), "geom": inland}
        write.insert("project", [plan])
    build_workspace(served_here)
    project = read(served_here)
    layers = list(backgrounds(project).values())
    assert list(unreachable(project, layers)) == []
    assert len(server.asked) == 1

    heard = Heard()
    assert export_factsheets(project, [], tmp_path / "met.pdf", heard) == 3
    assert heard.said == [] and any(path.startswith("/brt/") for path in server.asked)

    server.shutdown()
    server.server_close()
    shown = project.layoutManager().layoutByName("Factsheet").itemById("Kaart")
    assert export_factsheets(project, [], tmp_path / "zonder.pdf", heard) == 3
    assert len(heard.said) == 1 and "BRT-Achtergrondkaart" in heard.said[0]
    assert shown.followVisibilityPreset() and list(unreachable(project, layers)) == layers
