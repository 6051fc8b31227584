"""The few differences between the QGIS versions that the plugin runs on."""

from __future__ import annotations

from qgis.core import Qgis, QgsField
from qgis.PyQt import QtCore

#: Name of the type in Qt's QMetaType (QGIS 3.38 and later) and in the QVariant of before.
_TYPES = {"text": ("QString", "String"), "real": ("Double", "Double"), "boolean": ("Bool", "Bool")}
_SINCE_METATYPE = 33800


def field(name: str, kind: str) -> QgsField:
    """A field of a layer; `kind` is ``text``, ``real`` or ``boolean``."""
    metatype, variant = _TYPES[kind]
    if Qgis.QGIS_VERSION_INT >= _SINCE_METATYPE:
        return QgsField(name, getattr(QtCore.QMetaType.Type, metatype))
    return QgsField(name, getattr(QtCore.QVariant, variant))
