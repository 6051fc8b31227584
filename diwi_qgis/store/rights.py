"""What the one who opened a register may do with it: asked of the register in one question, answered by the matrix.

In a GeoPackage, which knows no users, everything is allowed; so it is for the owner of a register in a database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional

from diwi_qgis.model import rights
from diwi_qgis.model.rights import Actie
from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Standing:
    """What counts of a plan: how confidential it is, and whether it is one's own."""

    vertrouwelijkheid: str
    eigen: bool


@dataclass(frozen=True)
class Rights:
    """The rights of one user at one moment. The database enforces them; this is to say so before anybody typed.

    `rol` is None for who may everything (`unlimited`) and for who is no user; `plans` has the plans that were asked about and
    that he sees.
    """

    rol: Optional[str] = None
    unlimited: bool = False
    plans: Mapping[str, Standing] = field(default_factory=dict)

    def may(self, actie: Actie, plan: Optional[str] = None) -> bool:
        """Whether he may; `plan` is a uuid, for actions with a plan."""
        return self.refusal(actie, plan) is None

    def refusal(self, actie: Actie, plan: Optional[str] = None) -> Optional[Text]:
        """Why he may not, as a sentence; None when he may. A plan that he does not see is as one that is not there."""
        if self.unlimited:
            return None
        if not actie.of_plan:
            return rights.refusal(self.rol, actie)
        standing = self.plans.get(plan or "", _UNSEEN)
        why = rights.refusal(self.rol, actie, standing.vertrouwelijkheid, standing.eigen)
        return _NO_SUCH_PLAN if why and self.rol and standing is _UNSEEN else why

    def closed_columns(self, table: str) -> tuple[str, ...]:
        """The columns that he may not change in rows that he may change."""
        return () if self.unlimited else rights.CLOSED_COLUMNS.get(self.rol or "", {}).get(table, ())


_UNSEEN = Standing("prive", eigen=False)

_NO_SUCH_PLAN = Text("Dit plan is er niet (meer) voor u.", "This plan is not there for you (any more).")

#: Of who may everything.
UNLIMITED = Rights(unlimited=True)
