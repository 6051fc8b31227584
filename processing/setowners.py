"""Processing algorithm: which groups own a plan."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.people import set_owners
from diwi_qgis.translation import tr

PLAN, GROUPS = "PLAN", "GROUPS"


class SetOwners(DiwiAlgorithm):
    """One plan, owned by exactly these groups."""

    ID = "setowners"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Set owner groups of plan")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Has exactly these groups own a plan: their members may see and change it, however confidential it is. A functional "
            "manager does so by the code of the plan, without seeing it."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(PLAN, tr("Code of the plan")))
        self.addParameter(
            QgsProcessingParameterString(GROUPS, tr("Names of groups, separated by commas"), optional=True)
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Store it."""
        plan = self.parameterAsString(parameters, PLAN, context).strip()
        with open_register(self.register_address(parameters, context), write=True) as register:
            set_owners(register, plan, self.names(parameters, GROUPS, context))
        return {}
