"""Name and code of every plan, as a list to choose from; read when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Optional

from diwi_qgis.gui.session import RegisterSession


class PlanNames(Mapping[str, str]):
    """Text by uuid, in order of name. As it was when it was read: take a new one when plans changed."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._known: Optional[dict[str, str]] = None
        self._mothers: dict[str, str] = {}

    def __getitem__(self, uuid: str) -> str:
        return self._names[uuid]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def possible_above(self, uuid: str) -> dict[str, str]:
        """The plans that a plan may be part of: not itself, and none that is (in steps) part of it."""
        return {each: name for each, name in self._names.items() if uuid not in self._line(each)}

    def _line(self, uuid: str) -> set[str]:
        """A plan and all above it."""
        line: set[str] = set()
        while uuid and uuid not in line:
            line.add(uuid)
            uuid = self._mothers.get(uuid, "")
        return line

    @property
    def _names(self) -> dict[str, str]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, str]:
        if self._session.address is None:
            return {}
        with self._session.read() as register:
            plans = register.read("project", ["uuid", "naam", "code", "hoofdplan_uuid"], geometry=False)
        plans = plans.sort_values("naam", key=lambda names: names.str.casefold(), kind="stable")
        below = plans[plans["hoofdplan_uuid"].notna()]
        self._mothers = dict(zip(below["uuid"], below["hoofdplan_uuid"]))
        return {uuid: f"{naam} ({code})" for uuid, naam, code in zip(plans["uuid"], plans["naam"], plans["code"])}
