"""The conflicts of a plan's page, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.conflict_dialog import ConflictDialog, in_words
from diwi_qgis.gui.page.checks import name_of
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.rules.merging import Conflict
from diwi_qgis.translation import tr


class PlanConflicts(ConflictDialog):
    """See `ConflictDialog`."""

    def __init__(
        self, draft: PlanDraft, conflicts: Sequence[Conflict], lists: RegisterLists, parent: Optional[QWidget] = None
    ) -> None:
        lines = []
        for conflict in conflicts:
            base = draft.base[conflict.table].get(conflict.uuid)
            called = name_of(conflict.table, base or conflict.mine or conflict.theirs, draft, lists)
            lines.append(in_words(conflict, called, base or {}, lists))
        text = tr("Since you opened this plan, somebody else stored other values. Choose for each what is to stand.")
        super().__init__(conflicts, lines, text, tr("Back to the page"), parent)
