"""The border of the municipality, read once per register."""

from __future__ import annotations

from typing import Any, Optional

from diwi_qgis.gui.session import RegisterSession


class Borders:
    """Of every municipality that was loaded in the register, the latest; forgotten when rows change."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._known: Optional[dict[str, Any]] = None

    def forget(self) -> None:
        """Read again when next asked."""
        self._known = None

    def of(self, gemeentecode: str) -> Any:
        """Border (shapely) of this municipality, or of all together when the code is empty; None when it was not loaded."""
        if self._known is None:
            self._known = self._read()
        return self._known.get(gemeentecode)

    def _read(self) -> dict[str, Any]:
        import shapely

        with self._session.read() as register:
            areas = register.read("gebied", ["soort", "gemeentecode", "jaar", "geom"])
        areas = areas[(areas["soort"] == "gemeente") & areas["geom"].notna()]
        if areas.empty:
            return {}
        last = areas[areas["jaar"] == areas.groupby("gemeentecode")["jaar"].transform("max")]
        borders = {code: shapely.union_all(list(group)) for code, group in last.groupby("gemeentecode")["geom"]}
        return {**borders, "": shapely.union_all(list(borders.values()))}
