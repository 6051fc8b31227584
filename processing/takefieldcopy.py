"""Processing algorithm: take a register along in one folder, to work in without network."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import REGISTER, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

FOLDER, DOCUMENTS, WHO, COPY = "FOLDER", "DOCUMENTS", "WHO", "COPY"


class TakeFieldCopy(DiwiAlgorithm):
    """Register, cache, QGIS project and documents, and what is needed to bring the work back."""

    ID = "takefieldcopy"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Take field copy along")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes a copy of a register in a new folder, to work in without network: plans, parcels and buildings, the QGIS "
            "project, and the documents when you wish. Others may have the register open meanwhile. The register keeps who "
            "has a copy since when. Work in the copy comes back with 'Bring field copy back' (diwi:mergefieldcopy); until "
            "then everybody can go on, in the office and in the field."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register(database=False)
        self.addParameter(QgsProcessingParameterFolderDestination(FOLDER, tr("New or empty folder for the copy")))
        self.addParameter(QgsProcessingParameterBoolean(DOCUMENTS, tr("With the documents"), defaultValue=True))
        self.addParameter(
            QgsProcessingParameterString(WHO, tr("Who takes it along (empty: who is logged in)"), optional=True)
        )
        self.addOutput(QgsProcessingOutputFile(COPY, tr("Register of the field copy")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Copy and note."""
        require("pandas")
        from diwi_qgis.exchange.fieldcopy.take import take_along

        who = (self.parameterAsString(parameters, WHO, context) or "").strip() or getpass.getuser()
        target = Path(self.parameterAsString(parameters, FOLDER, context))
        register = self.path(parameters, REGISTER, context) or Path()
        made = take_along(register, target, who, self.parameterAsBoolean(parameters, DOCUMENTS, context), progress)
        progress.say(Text(f"Veldkopie gemaakt in {made.path}.", f"Field copy made in {made.path}."))
        return {FOLDER: str(made.path), COPY: str(made.register)}
