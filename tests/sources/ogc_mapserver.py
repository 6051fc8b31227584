"""A real MapServer, the engine behind PDOK's WFS, behind a front that refuses to page on as PDOK's does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from ogc_server import Reply, Server
from osgeo import gdal, ogr, osr

BINARY = next((path for path in ("/usr/bin/mapserv", "/usr/lib/cgi-bin/mapserv") if Path(path).exists()), None)

SCRAPING = (
    '<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception>'
    "<ows:ExceptionText>Invalid request: startIndex too high, scraping is not allowed</ows:ExceptionText>"
    "</ows:Exception></ows:ExceptionReport>"
)

_CONF = 'CONFIG ENV "MS_MAP_PATTERN" "." END MAPS END END'
_MAP = """
MAP
  NAME "kadastralekaart" SIZE 600 400 EXTENT 0 300000 300000 630000 UNITS METERS
  PROJECTION "init=epsg:28992" END
  WEB METADATA
    "ows_title" "percelen" "ows_enable_request" "*" "ows_srs" "EPSG:28992 EPSG:4326"
    "ows_onlineresource" "http://127.0.0.1/"
    "wfs_getfeature_formatlist" "gml,geojson" "wfs_maxfeatures" "{limit}" "wfs_compute_number_matched" "true"
    "wfs_namespace_uri" "http://kadastralekaart.example" "wfs_namespace_prefix" "kadastralekaart"
  END END
  OUTPUTFORMAT
    NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json" FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=simple"
  END
  OUTPUTFORMAT NAME "gml" DRIVER "OGR/GML" MIMETYPE "application/gml+xml" FORMATOPTION "STORAGE=memory" END
  LAYER
    NAME "Perceel" TYPE POLYGON STATUS ON TEMPLATE "void"
    CONNECTIONTYPE OGR CONNECTION "{file}" DATA "perceel"
    PROJECTION "init=epsg:28992" END
    METADATA
      "ows_title" "Perceel" "ows_featureid" "identificatieLokaalID" "gml_featureid" "identificatieLokaalID"
      "gml_include_items" "all" "gml_types" "auto" "wfs_srs" "EPSG:28992" "wfs_use_default_extent_for_getfeature" "false"
    END
  END
END
"""


class MapServer(Server):
    """``with MapServer(folder, parcels.gpkg) as server``: WFS at `server.url`."""

    def __init__(self, folder: Path, file: Path, limit: int = 1000, farthest: int = 50_000) -> None:
        super().__init__()
        self.farthest = farthest
        (folder / "mapserver.conf").write_text(_CONF)
        (folder / "percelen.map").write_text(_MAP.format(file=file, limit=limit))
        self._files = {
            "MAPSERVER_CONFIG_FILE": str(folder / "mapserver.conf"),
            "MS_MAPFILE": str(folder / "percelen.map"),
        }

    def reply(self, path: str) -> Reply:
        """What MapServer answers, unless it is asked to start too far."""
        parts = urlsplit(path)
        asked = {name.lower(): values[0] for name, values in parse_qs(parts.query).items()}
        if int(asked.get("startindex", 0)) > self.farthest:
            return Reply(SCRAPING.encode(), 400, {"Content-Type": "text/xml"})
        environment = {**os.environ, **self._files, "REQUEST_METHOD": "GET", "QUERY_STRING": parts.query}
        done = subprocess.run([str(BINARY)], env=environment, stdout=subprocess.PIPE, check=True)
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode("latin1").split("\r\n") if ": " in line)
        status = int(headers.pop("Status", "200").split()[0])
        return Reply(body, status, headers)


def write_grid(path: Path, columns: int, rows: int, points: int = 4, size: float = 20.0) -> Path:
    """Parcels of `size` m in a grid with the attributes of PDOK's WFS; `points` vertices on the upper side of each."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(28992)
    file = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = file.CreateLayer("perceel", system, ogr.wkbPolygon)
    texts = (
        "identificatieLokaalID", "beginGeldigheid", "statusHistorieWaarde", "kadastraleGemeenteWaarde", "sectie",
        "AKRKadastraleGemeenteCodeWaarde", "soortGrootteWaarde",
    )  # fmt: skip
    for name in texts:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("perceelnummer", ogr.OFTInteger))
    layer.CreateField(ogr.FieldDefn("kadastraleGrootteWaarde", ogr.OFTReal))
    layer.StartTransaction()
    for row in range(rows):
        for column in range(columns):
            number = row * columns + column
            west, south = 150_000 + column * size, 450_000 + row * size
            top = [(west + size - size * step / points, south + size) for step in range(points + 1)]
            ring = [(west, south), (west + size, south), *top, (west, south)]
            feature = ogr.Feature(layer.GetLayerDefn())
            values = (
                f"{89_000_000_000_000 + number}",
                "2016/02/16 17:38:46+00",
                "Geldig",
                "Testdam",
                "A",
                "TST00",
                "Vastgesteld",
            )
            for name, value in zip(texts, values):
                feature[name] = value
            feature["perceelnummer"] = number % 90_000 + 1
            feature["kadastraleGrootteWaarde"] = size * size
            feature.SetGeometry(
                ogr.CreateGeometryFromWkt("POLYGON((" + ",".join(f"{x:.3f} {y:.3f}" for x, y in ring) + "))")
            )
            layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path
