"""What one may do with the plan on the page, by table and field, in words that are there before anybody types."""

from __future__ import annotations

from dataclasses import dataclass

from diwi_qgis.gui.session_rights import why_closed
from diwi_qgis.model.rights import NIVEAUS, Actie, allowed
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.store.rights import UNLIMITED, Rights
from diwi_qgis.translation import locale, tr


@dataclass(frozen=True)
class PlanRights:
    """The rights of who looks at the page on its plan (uuid). Every answer is a reason why not; empty: it may be done."""

    rights: Rights = UNLIMITED
    plan: str = ""

    def why_not_do(self, actie: Actie) -> str:
        """For an action of the permission matrix."""
        refusal = self.rights.refusal(actie, self.plan)
        return refusal.language(locale()) if refusal else ""

    def why_not_add(self, table: str) -> str:
        """For a new row of a table below the plan."""
        return self.why_not_do(TABLE_RIGHTS[table].add or Actie.WIJZIGEN)

    def why_not_remove(self, table: str) -> str:
        """For taking a row of a table below the plan away."""
        return self.why_not_do(TABLE_RIGHTS[table].remove or Actie.WIJZIGEN)

    def why_not_change(self, table: str, column: str = "") -> str:
        """For a value in a row of a table; without column for the table as a whole."""
        reason = self.why_not_do(TABLE_RIGHTS[table].change or Actie.WIJZIGEN)
        if reason or column not in self.rights.closed_columns(table):
            return reason
        return why_closed(self.rights)

    def closed_levels(self) -> dict[str, str]:
        """The levels of confidentiality that one may not give the plan, with the reason: one would not see it any more."""
        standing = self.rights.plans.get(self.plan)
        if self.rights.unlimited or standing is None:
            return {}
        reason = tr("You would not see this plan any more yourself.")
        hidden = (each for each in NIVEAUS if not allowed(self.rights.rol, Actie.BEKIJKEN, each, standing.eigen))
        return dict.fromkeys(hidden, reason)
