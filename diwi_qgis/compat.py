"""The few differences between the QGIS versions that the plugin runs on."""

from __future__ import annotations

from enum import Enum
from typing import Any

from qgis.core import Qgis, QgsField, QgsLocatorResult, QgsTextFormat, QgsVectorLayer
from qgis.PyQt import QtCore

#: Name of the type in Qt's QMetaType (QGIS 3.38 and later) and in the QVariant of before.
_TYPES = {
    "text": ("QString", "String"),
    "integer": ("Int", "Int"),
    "real": ("Double", "Double"),
    "boolean": ("Bool", "Bool"),
}
_SINCE_METATYPE = 33800
_SINCE_SPLIT_POLICY = 33000


def field(name: str, kind: str) -> QgsField:
    """A field of a layer; `kind` is ``text``, ``integer``, ``real`` or ``boolean``."""
    metatype, variant = _TYPES[kind]
    if Qgis.QGIS_VERSION_INT >= _SINCE_METATYPE:
        return QgsField(name, getattr(QtCore.QMetaType.Type, metatype))
    return QgsField(name, getattr(QtCore.QVariant, variant))


class Copied(Enum):
    """What a split half or a copy gets in a field, where it does not get the value of its original."""

    DEFAULT = "DefaultValue"
    NOTHING = "UnsetField"


def set_split_policy(layer: QgsVectorLayer, index: int, copied: Copied) -> None:
    """Tell a field what a split half gets (QGIS 3.30 and later); before, only the database sees to it."""
    if Qgis.QGIS_VERSION_INT >= _SINCE_SPLIT_POLICY:
        layer.setFieldSplitPolicy(index, getattr(Qgis.FieldDomainSplitPolicy, copied.value))


def set_duplicate_policy(layer: QgsVectorLayer, index: int, copied: Copied) -> None:
    """Tell a field what a copy gets (QGIS 3.38 and later)."""
    if Qgis.QGIS_VERSION_INT >= _SINCE_METATYPE:
        layer.setFieldDuplicatePolicy(index, getattr(Qgis.FieldDuplicatePolicy, copied.value))


def set_text_format(item: Any, text: QgsTextFormat) -> None:
    """Give a label of a layout or a part of a legend its letters (only a font and its colour before 3.24 and 3.30)."""
    if hasattr(item, "setTextFormat"):
        item.setTextFormat(text)
    else:
        item.setFont(text.toQFont())
        if hasattr(item, "setFontColor"):
            item.setFontColor(text.color())


def result_data(result: QgsLocatorResult) -> Any:
    """The data of a result of the search box: read by a method before QGIS 3.34, a property since."""
    return result.getUserData() if hasattr(result, "getUserData") else result.userData
