"""Which widget edits a column, and which values it offers."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsEditorWidgetSetup, QgsProject, QgsValueMapFieldFormatter, QgsVectorLayer

from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.workspace.layers import find_layer
from diwi_qgis.workspace.lists import Lists, Value
from diwi_qgis.workspace.relations import relation_id

#: From this length on a text gets more than one line.
_MULTILINE = 1000

_EMPTY, _UNKNOWN, _GONE = "(leeg)", "Onbekend", "(vervallen)"

#: A virtual field of the layer with all lists: the label of a value, and whether it is not used any more.
CHOICE, CHOICE_EXPRESSION = "keuze", f"\"label\" || if(\"actief\", '', ' {_GONE}')"

#: Columns without a list of their own whose values are names all the same.
_PRICE_CLASS = ("verdeling", "prijsklasse")


def widget(
    project: QgsProject, table: str, column: Column, layer: QgsVectorLayer, lists: Lists
) -> QgsEditorWidgetSetup:
    """The widget for a column of a layer."""
    choice = choices(table, column, layer, lists)
    if choice is not None:
        return QgsEditorWidgetSetup("ValueMap", {"map": choice})
    if column.references:
        return _parent(table, column)
    if (table, column.name) == ("verdeling", "categorie"):
        return _category(project)
    if (table, column.name) == ("document", "pad"):
        return QgsEditorWidgetSetup("ExternalResource", _FILE)
    return _plain(column)


def choices(table: str, column: Column, layer: QgsVectorLayer, lists: Lists) -> Optional[list[dict[str, str]]]:
    """Label -> value of each choice for a column, in order; None when its values are not from a list.

    A value that is not used any more is offered only where a row still has it, and says so.
    """
    if column.codelijst:
        values = lists.values(column.codelijst)
    elif (table, column.name) == _PRICE_CLASS:
        values = lists.price_classes
    elif column.kind is Kind.BOOLEAN and not column.required:
        return [{"Ja": "true"}, {"Nee": "false"}, {_UNKNOWN: QgsValueMapFieldFormatter.NULL_VALUE}]
    else:
        return None
    empty = [] if column.required else [{_EMPTY: QgsValueMapFieldFormatter.NULL_VALUE}]
    return empty + [{label: code} for code, label, _ in _offered(values, column.name, layer)]


def _plain(column: Column) -> QgsEditorWidgetSetup:
    """The widget that follows from what a column holds."""
    if column.kind is Kind.BOOLEAN:
        return QgsEditorWidgetSetup("CheckBox", {})
    if column.kind in (Kind.DATE, Kind.TIMESTAMP):
        return _moment(column)
    if column.kind in (Kind.INTEGER, Kind.REAL) and column.minimum is not None:
        return _number(column)
    multiline = column.kind is Kind.TEXT and (column.length or 0) >= _MULTILINE
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": multiline, "UseHtml": False})


def _offered(values: list[Value], column: str, layer: QgsVectorLayer) -> list[Value]:
    active = [value for value in values if value[2]]
    if len(active) == len(values):
        return values
    used = layer.uniqueValues(layer.fields().indexOf(column))
    return active + [(code, f"{label} {_GONE}", False) for code, label, keeps in values if not keeps and code in used]


def _parent(table: str, column: Column) -> QgsEditorWidgetSetup:
    config = {
        "Relation": relation_id(table, column.name),
        "AllowNULL": not column.required,
        "AllowAddFeatures": False,
        "ShowForm": False,
        "ShowOpenFormButton": True,
        "MapIdentification": False,
        "OrderByValue": True,
        "FetchLimitActive": True,
        "FetchLimitNumber": 100,
    }
    return QgsEditorWidgetSetup("RelationReference", config)


def _category(project: QgsProject) -> QgsEditorWidgetSetup:
    """The list depends on another field of the row: no value map can. The table with all lists is a small one.

    The filter does not name the field itself: QGIS would fill the list anew for each change that filling it makes, without
    end (seen in 3.22 and 3.40). So values that are not used any more are in the list, and say so.
    """
    lists = find_layer(project, "codelijst")
    config: dict[str, Any] = {
        "Layer": lists.id() if lists is not None else "",
        "Key": "code",
        "Value": CHOICE,
        "FilterExpression": "\"lijst\" = current_value('kenmerk')",
        "AllowMulti": False,
        "AllowNull": False,
        "NofColumns": 1,
        "OrderByValue": False,
        "UseCompleter": False,
    }
    return QgsEditorWidgetSetup("ValueRelation", config)


def _moment(column: Column) -> QgsEditorWidgetSetup:
    date = column.kind is Kind.DATE
    config = {
        "display_format": "dd-MM-yyyy" if date else "dd-MM-yyyy HH:mm",
        "field_format": "yyyy-MM-dd" if date else "yyyy-MM-dd HH:mm:ss",
        "field_iso_format": not date,
        "calendar_popup": True,
        "allow_null": True,  # also where one is demanded: an empty date would look like today
    }
    return QgsEditorWidgetSetup("DateTime", config)


def _number(column: Column) -> QgsEditorWidgetSetup:
    whole = column.kind is Kind.INTEGER
    config = {
        "Min": column.minimum,
        "Max": column.maximum if column.maximum is not None else _LARGEST,
        "Step": 1 if whole else 0.1,
        "Precision": 0 if whole else 2,
        "Suffix": f" {column.unit}" if column.unit else "",
        "AllowNull": not column.required,
        "Style": "SpinBox",
    }
    return QgsEditorWidgetSetup("Range", config)


#: The widest range of a spin box of whole numbers.
_LARGEST = 2_147_483_647

#: A document is picked or typed as an address. Its path is kept whole: QGIS knows no folder of a project in a GeoPackage.
_FILE = {
    "FileWidget": True,
    "FileWidgetButton": True,
    "FileWidgetFilter": "",
    "StorageMode": 0,
    "RelativeStorage": 0,
    "DocumentViewer": 0,
    "UseLink": True,
    "FullUrl": True,
}
