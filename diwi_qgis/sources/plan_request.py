"""What is asked of `plan_areas`, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Regel:
    """One line of what is asked: a plan, and designations in a text, or a geometry (points or a contour, EPSG:28992).

    `plan` is a code, extern_id or name. `naam` is the name for a plan to be made; then `plan` is its extern_id. `waar`
    is where it stood, for messages ("rij 3").
    """

    plan: str
    tekst: str = ""
    geom: Any = None
    naam: str = ""
    waar: str = ""


@dataclass(frozen=True)
class Wens:
    """How: make plans that do not exist yet, with which dates; the share from which a parcel under a contour counts.

    `skip_invalid`: leave out the parcels and plans that cannot be used, and name them, instead of refusing everything.
    """

    create: bool = False
    start_datum: Optional[date] = None
    eind_datum: Optional[date] = None
    min_share: float = 0.5
    skip_invalid: bool = False


@dataclass(frozen=True)
class Kwestie:
    """Something that is wrong with a plan or parcel (`soort` is its code), or that is only to be looked at (`warning`)."""

    soort: str
    plan: str
    perceel: str
    text: Text
    warning: bool = False

    @property
    def line(self) -> Text:
        """All of it in one line: plan, parcel and what there is to say."""
        about = " ".join(part for part in (f"'{self.plan}'" if self.plan else "", self.perceel) if part)
        return Text(f"{about}: {self.text.nl}", f"{about}: {self.text.en}") if about else self.text
