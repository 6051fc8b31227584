"""Three ways into a register, with one face: our own store, bare GDAL, and editing a layer in QGIS.

Each has insert, update and delete, takes plain Python values (WKT for geometry) and raises `Refused` with what the user
would read.
"""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid5

import shapely
from osgeo import gdal, ogr

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import TABLES
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import PostgisAddress, open_register

# Tests need no certainty against power cuts; without it GDAL and QGIS wait for the disk after every statement.
gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")

SQUARE = "MULTIPOLYGON (((155000 463000, 155100 463000, 155100 463100, 155000 463100, 155000 463000)))"
MOVED = "MULTIPOLYGON (((155500 463000, 155600 463000, 155600 463100, 155500 463100, 155500 463000)))"


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The database said no."""


def name_uuid(name: str) -> str:
    """A fixed version-4-looking uuid for a name, so that the same story gives the same rows with every writer."""
    text = str(uuid5(UUID(int=0), name))
    return f"{text[:14]}4{text[15:19]}a{text[20:]}"


def is_file(place):
    """Whether a register is a GeoPackage."""
    return not isinstance(place, PostgisAddress)


def gdal_source(place):
    """A register as GDAL opens it."""
    if is_file(place):
        return str(place)
    return (
        "PG:"
        + " ".join(f"{name}='{value}'" for name, value in place.parameters.items())
        + f" active_schema={place.schema}"
    )


def qgis_layer(place, table):
    """A table as QGIS opens it."""
    from qgis.core import QgsDataSourceUri, QgsVectorLayer

    if is_file(place):
        return QgsVectorLayer(f"{place}|layername={table}", table, "ogr")
    uri, given = QgsDataSourceUri(), place.parameters
    uri.setConnection(given["host"], given["port"], given["dbname"], given["user"], "")
    # Of a column for any kind of geometry QGIS shows one kind only, without the rows that have none: here as a plain table.
    uri.setDataSource(place.schema, table, "geom" if model_table(table).geometry == "MultiPolygon" else None, "", "fid")
    return QgsVectorLayer(uri.uri(False), table, "postgres")


class Ours:
    def __init__(self, path):
        self.path = path

    def _write(self, what):
        try:
            with open_register(self.path, write=True) as register, register.transaction(user="jan") as write:
                return what(write)
        except RegisterError as error:
            raise Refused(str(error)) from error

    def insert(self, table, **row):
        row = {name: shapely.from_wkt(value) if name == "geom" else value for name, value in row.items()}
        return self._write(lambda write: write.insert(table, [row]))[0]

    def update(self, table, which, /, **changes):
        changes = {name: shapely.from_wkt(value) if name == "geom" else value for name, value in changes.items()}
        self._write(lambda write: write.update(table, [{"uuid": which, **changes}]))

    def delete(self, table, which, /):
        self._write(lambda write: write.delete(table, [which]))


class Gdal:
    """GDAL as any script uses it: foreign keys off, no transaction, no user."""

    def __init__(self, path):
        self.path = path

    def _layer(self, table):
        self._dataset = gdal.OpenEx(gdal_source(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        return self._dataset.GetLayerByName(table)

    def _find(self, layer, uuid):
        layer.SetAttributeFilter(f"uuid = '{uuid}'")
        found = layer.GetNextFeature()
        layer.SetAttributeFilter(None)
        layer.ResetReading()
        return found

    def _checked(self, what):
        gdal.ErrorReset()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            code = what()
        except RuntimeError as error:
            raise Refused(str(error)) from error
        finally:
            gdal.PopErrorHandler()
            self._dataset = None
        if code:
            raise Refused(gdal.GetLastErrorMsg())

    def _fill(self, feature, values):
        for name, value in values.items():
            if name == "geom":
                feature.SetGeometry(ogr.CreateGeometryFromWkt(value))
            elif value is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, value.isoformat() if isinstance(value, date) else value)

    def insert(self, table, **row):
        layer = self._layer(table)
        feature = ogr.Feature(layer.GetLayerDefn())
        self._fill(feature, row)
        fid = []

        def create():
            code = layer.CreateFeature(feature)
            fid.append(feature.GetFID())
            return code

        self._checked(create)
        return self._layer(table).GetFeature(fid[0]).GetField("uuid")

    def update(self, table, which, /, **changes):
        layer = self._layer(table)
        feature = self._find(layer, which)
        self._fill(feature, changes)
        self._checked(lambda: layer.SetFeature(feature))

    def delete(self, table, which, /):
        layer = self._layer(table)
        fid = self._find(layer, which).GetFID()
        self._checked(lambda: layer.DeleteFeature(fid))


class Qgis:
    """A layer put in edit mode, changed and saved, as a user does."""

    def __init__(self, path):
        self.path = path

    def _layer(self, table):
        layer = qgis_layer(self.path, table)
        assert layer.isValid()
        layer.startEditing()
        return layer

    @staticmethod
    def _value(value):
        from qgis.PyQt.QtCore import QDate

        return QDate(value.year, value.month, value.day) if isinstance(value, date) else value

    @staticmethod
    def _commit(layer):
        done = layer.commitChanges()
        errors = layer.commitErrors()
        if not done:
            layer.rollBack()
            raise Refused("; ".join(errors))

    def _find(self, layer, uuid):
        from qgis.core import QgsFeatureRequest

        return next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"uuid = '{uuid}'")))

    def insert(self, table, **row):
        from qgis.core import QgsGeometry, QgsVectorLayerUtils

        layer = self._layer(table)
        geometry = QgsGeometry.fromWkt(row.pop("geom")) if "geom" in row else QgsGeometry()
        values = {layer.fields().indexFromName(name): self._value(value) for name, value in row.items()}
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, geometry, values))
        before = set(layer.dataProvider().uniqueValues(layer.fields().indexFromName("uuid")))
        self._commit(layer)
        (uuid,) = {feature["uuid"] for feature in layer.getFeatures()} - before
        return uuid

    def update(self, table, which, /, **changes):
        from qgis.core import QgsGeometry

        layer = self._layer(table)
        feature = self._find(layer, which)
        if "geom" in changes:
            layer.changeGeometry(feature.id(), QgsGeometry.fromWkt(changes.pop("geom")))
        for name, value in changes.items():
            layer.changeAttributeValue(feature.id(), layer.fields().indexFromName(name), self._value(value))
        self._commit(layer)

    def delete(self, table, which, /):
        layer = self._layer(table)
        layer.deleteFeature(self._find(layer, which).id())
        self._commit(layer)


WRITERS = (Ours, Gdal, Qgis)

#: Tables in which a new register has rows.
SEEDED = {"codelijst", "instelling", "prijsklasse", "eigenschap"}


def behind_the_triggers(place, table, statement):
    """Change a table as if nobody did it, which no client can."""
    with open_register(place, write=True) as register:
        if is_file(place):
            before, after = ("UPDATE sessie SET bezig = 1", "UPDATE sessie SET bezig = 0")
        else:
            before, after = (f"ALTER TABLE {table} {word} TRIGGER USER" for word in ("DISABLE", "ENABLE"))
        for each in (before, statement, after):
            register._file.execute(each)


def plan(writer, name="Havenkwartier", **more):
    """A plan with all that is required; gives its uuid."""
    row = {"naam": name, "vertrouwelijkheid": "intern_ambtelijk", "start_datum": date(2024, 1, 1)}
    row.update(eind_datum=date(2034, 1, 1), geom=SQUARE)
    return writer.insert("project", **{**row, **more})


def block(writer, project, aantal=10, **more):
    """A block of a plan; gives its uuid."""
    return writer.insert(
        "woningblok", **{"project_uuid": project, "naam": "Blok", "mutatie": "bouw", "aantal": aantal, **more}
    )


def milestone(writer, project, soort, **more):
    """A milestone of a plan; gives its uuid."""
    return writer.insert("mijlpaal", project_uuid=project, soort=soort, **more)


def rows(path, table):
    """All rows of a table as dicts, geometry as WKT."""
    with open_register(path) as register:
        return _rows(register, table)


def _rows(register, table):
    frame = register.read(table)
    if "geom" in frame:
        frame["geom"] = [None if shape is None else shape.wkt for shape in frame["geom"]]
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def row(path, table, uuid):
    """One row."""
    (found,) = [row for row in rows(path, table) if row["uuid"] == uuid]
    return found


def history(path, table=None, uuid=None):
    """History lines, the row itself as a dict."""
    return [
        {**line, "rij": json.loads(line["rij"])}
        for line in rows(path, "historie")
        if table in (None, line["tabel"]) and uuid in (None, line["uuid"]) and line["tabel"] not in SEEDED
    ]


def state(path):
    """Everything that must be the same whoever wrote it: not keys, moments and users."""
    ignored = {"fid", "aangemaakt", "gewijzigd", "aangemaakt_door", "gewijzigd_door", "tijd", "gebruiker"}
    found = {}
    with open_register(path) as register:
        for table in TABLES:
            # An empty table is not worth a whole frame.
            if table.name not in SEEDED and register._file.query(f"SELECT 1 FROM {table.name} LIMIT 1"):
                found[table.name] = [
                    {key: value for key, value in row.items() if key not in ignored}
                    for row in _rows(register, table.name)
                ]
    found["historie"] = [
        {**line, "rij": {key: value for key, value in json.loads(line["rij"]).items() if key not in ignored}}
        for line in found["historie"]
        if line["tabel"] not in SEEDED
    ]
    return found
