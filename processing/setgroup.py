"""Processing algorithm: a group of users that owns plans together."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputString, QgsProcessingParameterString

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.people import set_group
from diwi_qgis.translation import tr

NAME, MEMBERS, GROUP = "NAME", "MEMBERS", "GROUP"


class SetGroup(DiwiAlgorithm):
    """One group with exactly these members."""

    ID = "setgroup"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Set members of group")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes a group of exactly these users, whether there is one of that name already or not. The members of a group may "
            "change the plans that it owns; who is taken out has lost that at once, also in a QGIS that is open. A group that "
            "owns plans has only chief users, users and externals as members."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(NAME, tr("Name of the group")))
        self.addParameter(
            QgsProcessingParameterString(MEMBERS, tr("Logins of its members, separated by commas"), optional=True)
        )
        self.addOutput(QgsProcessingOutputString(GROUP, tr("Identity of the group")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Store it."""
        members = self.names(parameters, MEMBERS, context)
        with open_register(self.register_address(parameters, context), write=True) as register:
            return {GROUP: set_group(register, self.parameterAsString(parameters, NAME, context).strip(), members)}
