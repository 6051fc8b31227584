"""Processing algorithm: which groups own plans."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.people import set_owners
from diwi_qgis.translation import tr

PLAN, GROUPS = "PLAN", "GROUPS"


class SetOwners(DiwiAlgorithm):
    """Plans, owned by exactly these groups."""

    ID = "setowners"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Set owner groups of plans")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Has exactly these groups own each of these plans: their members may see and change them, however confidential "
            "they are. A functional manager does so by the codes of the plans, without seeing them."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(PLAN, tr("Codes of plans, separated by commas")))
        self.addParameter(
            QgsProcessingParameterString(GROUPS, tr("Names of groups, separated by commas"), optional=True)
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Store it."""
        plans = self.names(parameters, PLAN, context)
        with open_register(self.register_address(parameters, context), write=True) as register:
            set_owners(register, plans, self.names(parameters, GROUPS, context))
        return {}
