"""Small real files as the services give them, and a fabric of parcels with a hole, a multipart and a mm grid."""

from __future__ import annotations

import json
from pathlib import Path

import shapely
from osgeo import gdal, ogr, osr

RD = "urn:ogc:def:crs:EPSG::28992"

#: A fabric of 4 × 3 squares of 20 m, with a pond parcel inside the first one, and parcel 13 in two parts.
ORIGIN = (155_000.123, 463_000.457)


def fabric():
    """Parcels by number: 1 has a hole (parcel 14 fills it), 13 has two parts, all share vertices exactly."""
    x0, y0 = ORIGIN

    def square(column, row, width=20):
        return shapely.box(*(round(v, 3) for v in (x0 + 20 * column, y0 + 20 * row,
                                                   x0 + 20 * column + width, y0 + 20 * row + width)))  # fmt: skip

    parcels = {1 + column + 4 * row: square(column, row) for row in range(3) for column in range(4)}
    pond = shapely.box(*(round(v, 3) for v in (x0 + 5, y0 + 5, x0 + 12, y0 + 15)))
    parcels[1] = shapely.difference(parcels[1], pond)
    parcels[14] = pond
    parcels[13] = shapely.MultiPolygon([square(5, 0), square(6, 2)])
    return parcels


def wfs(number, geometry, gemeente="TST00", sectie="A", identificatie=None, **more):
    """A parcel feature of PDOK's WFS v5."""
    properties = {
        "identificatieNamespace": "NL.IMKAD.KadastraalObject",
        "identificatieLokaalID": identificatie or f"0099000{number:03d}0000",
        "beginGeldigheid": "2016/02/16 17:38:46+00",
        "statusHistorieCode": "G",
        "statusHistorieWaarde": "Geldig",
        "kadastraleGemeenteWaarde": "Testdam",
        "sectie": sectie,
        "AKRKadastraleGemeenteCodeWaarde": gemeente,
        "kadastraleGrootteWaarde": round(geometry.area),
        "soortGrootteWaarde": "Vastgesteld",
        "perceelnummer": number,
    }
    return feature(geometry, {**properties, **more})


def ogc(number, geometry, **more):
    """The same parcel as the OGC API gives it: snake_case and MultiPolygon."""
    properties = {
        "identificatie_lokaal_id": f"0099000{number:03d}0000",
        "begin_geldigheid": "2016-02-16T17:38:46Z",
        "status_historie_waarde": "Geldig",
        "kadastrale_gemeente_waarde": "Testdam",
        "sectie": "A",
        "akr_kadastrale_gemeente_code_waarde": "TST00",
        "kadastrale_grootte_waarde": round(geometry.area),
        "soort_grootte_waarde": "Vastgesteld",
        "perceelnummer": number,
    }
    return feature(shapely.MultiPolygon(shapely.get_parts(geometry).tolist()), {**properties, **more})


def feature(geometry, properties):
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(geometry)}


def write_geojson(path: Path, features, crs=RD, **members) -> Path:
    named = {} if crs is None else {"crs": {"type": "name", "properties": {"name": crs}}}
    text = json.dumps({"type": "FeatureCollection", **named, **members, "features": features})
    path.write_text(text, encoding="utf8")
    return path


def parcels_file(path: Path, numbers=None, maker=wfs, **members) -> Path:
    parcels = fabric()
    return write_geojson(path, [maker(n, parcels[n]) for n in (numbers or parcels)], **members)


def write_layers(path: Path, layers, driver="GPKG", epsg=28992) -> Path:
    """Layers: name → list of (WKT or None, properties)."""
    dataset = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    for name, rows in layers.items():
        kind = ogr.CreateGeometryFromWkt(rows[0][0]).GetGeometryType()
        layer = dataset.CreateLayer(name, system, kind)
        for field, value in rows[0][1].items():
            types = {int: ogr.OFTInteger64, float: ogr.OFTReal}
            layer.CreateField(ogr.FieldDefn(field, types.get(type(value), ogr.OFTString)))
        for wkt, values in rows:
            made = ogr.Feature(layer.GetLayerDefn())
            for field, value in values.items():
                if value is not None:
                    made.SetField(field, value)
            made.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            layer.CreateFeature(made)
    dataset = None
    return path


class Stop:
    """Progress of somebody who presses cancel after `after` looks."""

    def __new__(cls, after=0):
        from diwi_qgis.progress import Progress

        class Stopping(Progress):
            looks = 0

            @property
            def cancelled(self):
                type(self).looks += 1
                return type(self).looks > after

        return Stopping()
