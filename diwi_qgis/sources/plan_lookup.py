"""The plans of a register by whatever people call them: code, number of origin or name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional


class Plans:
    """Plans by position: those of the register first, then those that are to be made (uuid None until then)."""

    def __init__(self, projects: Any) -> None:
        self.uuids: list[Optional[str]] = projects["uuid"].tolist()
        self._namen: list[str] = projects["naam"].tolist()
        self._codes: list[str] = projects["code"].tolist()
        self._extern: list[Optional[str]] = projects["extern_id"].tolist()
        self._geoms: list[Any] = projects["geom"].tolist()
        place = {uuid: number for number, uuid in enumerate(self.uuids)}
        self._mother: list[Optional[int]] = [place.get(uuid) for uuid in projects["hoofdplan_uuid"].tolist()]
        self._index: list[dict[str, list[int]]] = [{}, {}, {}]
        for number in range(len(self.uuids)):
            self._remember(number)

    def find(self, text: str) -> list[int]:
        """Positions of the plans called so: by code, else by extern_id, else by name; more than one is ambiguous."""
        for names in self._index:
            if _plain(text) in names:
                return names[_plain(text)]
        return []

    def add(self, naam: str, extern_id: Optional[str]) -> int:
        """A plan to be made."""
        self.uuids.append(None)
        self._namen.append(naam)
        self._codes.append("")
        self._extern.append(extern_id)
        self._geoms.append(None)
        self._mother.append(None)
        self._remember(len(self.uuids) - 1)
        return len(self.uuids) - 1

    def naam(self, plan: int) -> str:
        """Name, for messages."""
        return self._namen[plan]

    def code(self, plan: int) -> str:
        """Plan code; empty for a plan to be made."""
        return self._codes[plan]

    def extern_id(self, plan: int) -> Optional[str]:
        """Number in the system of origin."""
        return self._extern[plan]

    def geometries(self) -> Any:
        """The areas as they stand, repaired where invalid, so that they can be compared; None where there is none."""
        import numpy
        import shapely

        from diwi_qgis.rules.repair import to_multipolygon

        areas = numpy.empty(len(self._geoms), dtype=object)
        areas[:] = self._geoms
        for position in numpy.flatnonzero(~shapely.is_valid(areas) & ~shapely.is_missing(areas)):
            areas[position] = to_multipolygon(areas[position]).geom
        return areas

    def area_before(self, plan: int) -> float:
        """Area (m²) as it stands."""
        return 0.0 if self._geoms[plan] is None else float(self._geoms[plan].area)

    def mother(self, plan: int) -> Optional[int]:
        """Position of the mother plan; None without one."""
        return self._mother[plan]

    def drawn(self) -> list[Any]:
        """The areas exactly as they stand in the register; None where there is none."""
        return list(self._geoms)

    def kin(self, a: int, b: int) -> bool:
        """Whether one is part of the other."""
        return a in self._line(b) or b in self._line(a)

    def kin_of(self, group: Iterable[int]) -> set[int]:
        """The plans in the group with all their mothers and all their parts."""
        members = set(group)
        above = {mother for member in members for mother in self._line(member)}
        return above | {plan for plan in range(len(self.uuids)) if not members.isdisjoint(self._line(plan))}

    def depth(self, plan: int) -> int:
        """0 for a plan without mother plan, 1 for its parts, and so on."""
        return len(self._line(plan)) - 1

    def _line(self, plan: int) -> list[int]:
        """The plan and its mothers, nearest first."""
        line, current = [plan], self._mother[plan]
        while current is not None and current not in line:
            line.append(current)
            current = self._mother[current]
        return line

    def _remember(self, number: int) -> None:
        for names, text in zip(self._index, (self._codes[number], self._extern[number], self._namen[number])):
            if text:
                names.setdefault(_plain(text), []).append(number)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
