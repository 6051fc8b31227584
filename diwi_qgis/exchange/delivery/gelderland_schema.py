"""An empty geodatabase as the province of Gelderland defines it, made from our own description of it.

`resources/profielen/gelderland_geodatabase.json` says which layers, fields, domains, relationships and fixed rows; the
province's file is not needed and not copied. The column GlobalID is of type GUID: in a column of type GlobalID GDAL
replaces every value by a new one, and the ids of a plan must be the same in every delivery. GDAL reads both the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional
from uuid import UUID, uuid5

from osgeo import gdal, ogr, osr

from diwi_qgis.errors import DeliveryError, MissingLibraryError
from diwi_qgis.model.profiles import geodatabase
from diwi_qgis.rules.crosstable import CELLEN, TYPEN

#: Namespace of all ids that are derived, fixed for good.
NAMESPACE = UUID("5b0c5a52-6c0f-5d0e-9a55-0a1d2f3b4c5d")

_TYPES = {
    "String": (ogr.OFTString, ogr.OFSTNone),
    "GUID": (ogr.OFTString, ogr.OFSTNone),
    "GlobalID": (ogr.OFTString, ogr.OFSTNone),
    "Date": (ogr.OFTDateTime, ogr.OFSTNone),
    "SmallInteger": (ogr.OFTInteger, ogr.OFSTInt16),
    "Integer": (ogr.OFTInteger, ogr.OFSTNone),
    "Double": (ogr.OFTReal, ogr.OFSTNone),
}


def require_writer(name: str = "OpenFileGDB") -> None:
    """Raise MissingLibraryError unless GDAL's driver can make file geodatabases (GDAL 3.6 and newer)."""
    driver = gdal.GetDriverByName(name)
    if driver is None or driver.GetMetadataItem("DCAP_CREATE") != "YES":
        raise MissingLibraryError(
            f"Een File Geodatabase schrijven kan vanaf GDAL 3.6; deze QGIS heeft GDAL {gdal.__version__}. Gebruik een nieuwere "
            "QGIS (3.28 of hoger) voor de aanlevering aan Gelderland. De overige functies werken wel.",
            f"Writing a File Geodatabase needs GDAL 3.6; this QGIS has GDAL {gdal.__version__}. Use a newer QGIS (3.28 or "
            "later) for the delivery to Gelderland. Everything else keeps working.",
        )


def guid(*parts: str) -> str:
    """A GUID in braces, the same for the same parts always."""
    return braces(str(uuid5(NAMESPACE, "/".join(parts))))


def braces(uuid: str) -> str:
    """A UUID as ArcGIS writes it."""
    return "{" + uuid.upper() + "}"


def create_geodatabase(folder: Path) -> None:
    """Make the empty geodatabase `folder` (``*.gdb``) with its fixed rows (places, labels of the regions)."""
    schema = geodatabase()
    dataset = gdal.GetDriverByName("OpenFileGDB").Create(str(folder), 0, 0, 0, gdal.GDT_Unknown)
    if dataset is None:
        raise DeliveryError(
            f"'{folder}' kan niet worden gemaakt: {gdal.GetLastErrorMsg()}",
            f"'{folder}' cannot be made: {gdal.GetLastErrorMsg()}",
        )
    for name, codes in schema["domeinen"].items():
        # ArcGIS keeps the order of the codes; the description stays empty as in the template.
        domain = ogr.CreateCodedFieldDomain(name, "", ogr.OFTString, ogr.OFSTNone, codes)
        _made(dataset.AddFieldDomain(domain), name)
    for laag in schema["lagen"]:
        _create_layer(dataset, laag, schema["precisie"])
    _fixed_rows(dataset, schema)
    dataset = None
    # GDAL before 3.13 refuses relationships on a geodatabase that was not closed since it was made.
    dataset = gdal.OpenEx(str(folder), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for relatie in schema["relaties"]:
        relationship = gdal.Relationship(relatie["naam"], relatie["van"], relatie["naar"], gdal.GRC_ONE_TO_MANY)
        relationship.SetLeftTableFields([relatie["sleutel"]])
        relationship.SetRightTableFields([relatie["verwijzing"]])
        relationship.SetType(gdal.GRT_ASSOCIATION)
        relationship.SetForwardPathLabel(relatie["vooruit"])
        relationship.SetBackwardPathLabel(relatie["terug"])
        relationship.SetRelatedTableType("feature")
        _made(dataset.AddRelationship(relationship), relatie["naam"])


def _made(done: bool, name: str) -> None:
    if not done:
        raise DeliveryError(
            f"De geodatabase kan niet worden gemaakt: '{name}' {gdal.GetLastErrorMsg()}",
            f"The geodatabase cannot be made: '{name}' {gdal.GetLastErrorMsg()}",
        )


def _create_layer(dataset: gdal.Dataset, laag: Mapping[str, Any], precision: Mapping[str, float]) -> None:
    own_types = [
        f"{veld['naam']}=esriFieldTypeGUID" for veld in laag["velden"] if veld["soort"] in ("GUID", "GlobalID")
    ]
    options = ["COLUMN_TYPES=" + ",".join(own_types)]
    reference: Optional[osr.SpatialReference] = None
    kind = ogr.wkbNone
    if laag["geometrie"]:
        kind = ogr.wkbMultiPolygon
        options += [f"GEOMETRY_NAME={laag['geometrie']}", "CREATE_SHAPE_AREA_AND_LENGTH_FIELDS=YES"]
        options += [f"{key}={value}" for key, value in precision.items()]
    if laag["epsg"]:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(laag["epsg"])
    layer = dataset.CreateLayer(laag["naam"], reference, kind, options)
    _made(layer is not None, laag["naam"])
    for veld in laag["velden"]:
        type_, subtype = _TYPES[veld["soort"]]
        definition = ogr.FieldDefn(veld["naam"], type_)
        definition.SetSubType(subtype)
        definition.SetWidth(veld.get("breedte", 0))
        definition.SetNullable(not veld.get("verplicht", False))
        # ArcGIS stores no alias that differs from the name in capitals only, and so GDAL reads none.
        if veld["alias"].casefold() not in ("", veld["naam"].casefold()):
            definition.SetAlternativeName(veld["alias"])
        if "domein" in veld:
            definition.SetDomainName(veld["domein"])
        _made(layer.CreateField(definition, False) == ogr.OGRERR_NONE, veld["naam"])


def _fixed_rows(dataset: gdal.Dataset, schema: Mapping[str, Any]) -> None:
    places = Rows(dataset.GetLayerByName("Gemeenten"))
    for row in schema["gemeenten"]:
        values = dict(zip(schema["gemeenten_kolommen"], row))
        places.add({"GlobalID": guid("gemeenten", *row), **values})
    labels = Rows(dataset.GetLayerByName("Regiovelden"))
    for regio in schema["regios"]:
        for cel in CELLEN:
            values = {"regionaam": regio, "veldnaam": cel, "alternativetekst": cell_label(cel)}
            labels.add({"GlobalID": guid("regiovelden", regio, cel), **values})


def cell_label(cel: str) -> str:
    """The province's label of a cell, e.g. ``Meergezins tot betaalbaarheidsgrens``."""
    kind, _, klasse = cel.partition("_")
    text = geodatabase()["regioteksten"][klasse]
    if klasse == "onbekend" and kind in TYPEN:
        return str(text)
    return f"{kind.capitalize()} {text}"


#: What `SetField` comes to after it has looked at the kinds of its arguments, which takes longer than the setting.
_SETTERS = {int: ogr.Feature.SetFieldInteger64, str: ogr.Feature.SetFieldString}


class Rows:
    """Adds features to a layer. Fields are set by number: by name GDAL's Python searches all of them for every value.

    `defaults` are the values of fields that a row does not give.
    """

    def __init__(self, layer: ogr.Layer, defaults: Optional[Mapping[str, Any]] = None) -> None:
        self._layer = layer
        self._definition = layer.GetLayerDefn()
        count = self._definition.GetFieldCount()
        self._index = {self._definition.GetFieldDefn(at).GetName(): at for at in range(count)}
        self._start = ogr.Feature(self._definition)
        self._set(self._start, defaults or {})

    def add(self, values: Mapping[str, Any], wkb: Optional[bytes] = None) -> None:
        """Add one; raises DeliveryError when the geodatabase refuses it (GDAL only returns a code)."""
        feature = self._start.Clone()
        self._set(feature, values)
        if wkb is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        if self._layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            shown = values.get("plannaam") or values.get("naam") or values.get("GlobalID")
            raise DeliveryError(
                f"Laag {self._layer.GetName()}: '{shown}' is geweigerd: {gdal.GetLastErrorMsg()}",
                f"Layer {self._layer.GetName()}: '{shown}' was refused: {gdal.GetLastErrorMsg()}",
            )

    def _set(self, feature: ogr.Feature, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if value is not None:
                _SETTERS.get(type(value), ogr.Feature.SetField)(feature, self._index[name], value)
