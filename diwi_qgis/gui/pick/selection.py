"""The parcels that were picked: which, their area together, and the way back. Knows geometry, no widgets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Optional

from qgis.core import QgsGeometry

from diwi_qgis.errors import InputError


@dataclass(frozen=True)
class Perceel:
    """A parcel of the register as it is now. `geometry` is in EPSG:28992."""

    identificatie: str
    aanduiding: str
    brondatum: Optional[date]
    geometry: QgsGeometry = field(compare=False)


@dataclass(frozen=True)
class _State:
    percelen: Mapping[str, Perceel]
    area: QgsGeometry


_NOTHING = _State({}, QgsGeometry())


class Picked:
    """The picked parcels in the order in which they were picked, and their union, kept up to date at every step.

    The union has only vertices of the parcels. One parcel more is one union of two areas; what takes parcels away makes the
    union again from the parcels, so that nothing adds up.
    """

    def __init__(self) -> None:
        self._state = _NOTHING
        self._before: list[_State] = []

    def __len__(self) -> int:
        return len(self._state.percelen)

    def __contains__(self, identificatie: object) -> bool:
        return identificatie in self._state.percelen

    @property
    def percelen(self) -> Collection[Perceel]:
        """The parcels."""
        return self._state.percelen.values()

    @property
    def area(self) -> QgsGeometry:
        """Their union: a valid MultiPolygon, null when there are none. Not to be changed."""
        return self._state.area

    @property
    def square_metres(self) -> float:
        """Area of the union (m²)."""
        return self._state.area.area() if self._state.percelen else 0.0

    @property
    def oldest(self) -> Optional[date]:
        """The oldest source date of the parcels."""
        return min((perceel.brondatum for perceel in self.percelen if perceel.brondatum), default=None)

    def add(self, percelen: Iterable[Perceel]) -> bool:
        """Pick these too; False when all of them were picked already. Raises InputError as `union_of` does."""
        new = {perceel.identificatie: perceel for perceel in percelen if perceel.identificatie not in self}
        if new:
            known = [self.area] if len(self) else []
            area = union_of(known + [perceel.geometry for perceel in new.values()], new.values())
            self._step(_State({**self._state.percelen, **new}, area))
        return bool(new)

    def remove(self, identificaties: Iterable[str]) -> bool:
        """Leave these out; False when none of them was picked. Raises InputError as `union_of` does."""
        gone = set(identificaties)
        rest = {key: perceel for key, perceel in self._state.percelen.items() if key not in gone}
        changed = len(rest) != len(self)
        if changed:
            area = union_of([perceel.geometry for perceel in rest.values()], rest.values())
            self._step(_State(rest, area))
        return changed

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self._before:
            return False
        self._state = self._before.pop()
        return True

    def clear(self) -> None:
        """Start anew, without a way back."""
        self._state = _NOTHING
        self._before = []

    def _step(self, state: _State) -> None:
        self._before.append(self._state)
        self._state = state


def union_of(areas: list[QgsGeometry], percelen: Iterable[Perceel] = ()) -> QgsGeometry:
    """The union of areas as a MultiPolygon; null without areas.

    Raises InputError, naming the invalid ones among `percelen`, when there is none.
    """
    if not areas:
        return QgsGeometry()
    # two by `combine`: a third of the time of `unaryUnion`, and a click is always two
    union = areas[0].combine(areas[1]) if len(areas) == 2 else QgsGeometry.unaryUnion(areas)
    if union.isNull() or not union.convertToMultiType():
        wrong = [perceel.aanduiding for perceel in percelen if not perceel.geometry.isGeosValid()]
        names = ", ".join(wrong) or "?"
        raise InputError(
            f"Van deze percelen is geen gebied te maken; ongeldig: {names}. Haal de percelen opnieuw op.",
            f"These parcels do not make an area; invalid: {names}. Load the parcels again.",
        )
    return union
