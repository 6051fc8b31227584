"""Processing algorithm: make the QGIS project of a register."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr
from diwi_qgis.workspace.build import build_workspace
from diwi_qgis.workspace.stored import project_uri

RESET, PROJECT = "RESET", "PROJECT"


class CreateWorkspace(DiwiAlgorithm):
    """Layers, forms, styles and editing settings, in the register itself."""

    ID = "createworkspace"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Create QGIS project")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes the QGIS project of a register and keeps it in the register: layers in groups, forms with their lists and "
            "rules, relations, styles, snapping and bookmarks. When there is one already it is brought up to date: new layers, "
            "fields and list values are added, and what you changed yourself (styles, forms, names, layers of your own) "
            "stays. Choose 'Start anew' to throw your changes away. The project that is open now is not touched. On a server "
            "the owner of the register and the functional manager may do this."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """Projects and layers belong to the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterBoolean(RESET, tr("Start anew (your changes are lost)"), defaultValue=False)
        )
        self.addOutput(QgsProcessingOutputString(PROJECT, tr("Project")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Make it and store it."""
        register = self.register_address(parameters, context)
        build_workspace(register, reset=self.parameterAsBoolean(parameters, RESET, context))
        progress.say(Text(f"QGIS-project bewaard in {register}", f"QGIS project stored in {register}"))
        return {PROJECT: project_uri(register)}
