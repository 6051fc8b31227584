"""What forms need to know of a register: its code lists, price classes and settings. Read without pandas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Optional

from qgis.core import NULL, QgsVectorLayer

from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layers import new_layer

#: (code, label, whether it may still be chosen)
Value = tuple[str, str, bool]


class Lists:
    """Lists and settings of one register, each read once."""

    def __init__(self, register: Address) -> None:
        self._register = register

    def values(self, lijst: str) -> list[Value]:
        """The values of a code list in its own order."""
        return self._codes.get(lijst, [])

    def setting(self, key: str) -> Optional[str]:
        """A setting of the register; None when it is empty or not there."""
        return self._settings.get(key) or None

    @cached_property
    def price_classes(self) -> list[Value]:
        """The names of the price classes of the municipality and of the nation, once each, by their lowest bound."""
        names: dict[str, bool] = {}
        for row in sorted(self._rows("prijsklasse"), key=lambda row: (row["markt"], row["minimum"])):
            if row["stelsel"] in ("gemeente", "landelijk"):
                names[row["klasse"]] = names.get(row["klasse"], False) or row["actief"]
        return [(name, name, active) for name, active in names.items()]

    @cached_property
    def _codes(self) -> dict[str, list[Value]]:
        lists: dict[str, list[Value]] = {}
        for row in sorted(self._rows("codelijst"), key=lambda row: (row["volgorde"], row["label"])):
            lists.setdefault(row["lijst"], []).append((row["code"], row["label"], row["actief"]))
        return lists

    @cached_property
    def _settings(self) -> dict[str, Optional[str]]:
        return {row["sleutel"]: row["waarde"] for row in self._rows("instelling")}

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        layer: QgsVectorLayer = new_layer(self._register, table, table)
        for feature in layer.getFeatures():
            yield {name: None if value == NULL else value for name, value in feature.attributeMap().items()}
