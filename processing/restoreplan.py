"""Processing algorithm: put back a deleted plan, or an earlier version of a plan."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.restoring import find_plan, restore_plan
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

PLAN, MOMENT, UUID, ROWS = "PLAN", "MOMENT", "UUID", "ROWS"


class RestorePlan(DiwiAlgorithm):
    """As a new change: nothing of the history goes."""

    ID = "restoreplan"
    GROUP_ID = "lookback"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Put back plan")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Looking back")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Puts back a deleted plan with everything below it, with the code that it had; or, when a moment is given, makes a "
            "plan what it was then. It is a new change, which can be undone in the history of the plan. Whose an existing plan is, "
            "how confidential it is, its permits, messages and tasks stay as they are. When something is in the way it is named, "
            "and nothing is changed."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(PLAN, tr("Plan code (or uuid)")))
        self.add_moment(MOMENT, tr("As it was at (empty: a deleted plan as it was last)"))
        self.addOutput(QgsProcessingOutputString(UUID, tr("Plan (uuid)")))
        self.addOutput(QgsProcessingOutputNumber(ROWS, tr("Rows put back")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Put it back."""
        with open_register(self.register_address(parameters, context), write=True) as register:
            uuid = find_plan(register, self.parameterAsString(parameters, PLAN, context).strip())
            done = restore_plan(register, uuid, self.moment(parameters, MOMENT, context))
        when = f"{done.moment.astimezone():%d-%m-%Y %H:%M:%S}"
        progress.say(
            Text(
                f"Plan '{done.naam}' is zoals op {when}: {done.back} rij(en) terug, {done.gone} weg, {done.changed} gewijzigd.",
                f"Plan '{done.naam}' is as on {when}: {done.back} row(s) back, {done.gone} gone, {done.changed} changed.",
            )
        )
        return {UUID: uuid, ROWS: done.back + done.gone + done.changed}
