"""`diwi:factsheets`: one A4 per plan, together in a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from diwi_qgis.processing.base import OUTPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr
from diwi_qgis.workspace.factsheet_export import export_factsheets, project_to_print

PLANS = "PLANS"


class FactSheets(DiwiAlgorithm):
    """The atlas of the project, exported."""

    ID = "factsheets"
    GROUP_ID = "reports"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Fact sheets of plans (PDF)")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Reports")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes one A4 per plan to a PDF, by name: map, phase, status, confidentiality, the numbers of dwellings, the "
            "programme and the milestones as they stand today. Give plan codes, divided by commas, for some of the plans; "
            "leave them empty for all. The print layout 'Factsheet' of the register's project is used, with "
            "your changes in it (a logo, for instance). A sheet shows nothing of other plans, but confidential "
            "plans get a sheet too: mind who gets the file."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """Projects and layouts belong to the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(PLANS, tr("Plan codes (empty: all plans)"), optional=True))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Fact sheets"), tr("PDF files (*.pdf)")))
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Export the atlas."""
        register = self.register_address(parameters, context)
        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        given = self.parameterAsString(parameters, PLANS, context) or ""
        codes = [code.strip() for code in given.split(",") if code.strip()]
        open_register(register).close()
        with project_to_print(register, context.project()) as project:
            pages = export_factsheets(project, codes, output, progress)
        progress.say(Text(f"{pages} factsheet(s) in {output}.", f"{pages} fact sheet(s) in {output}."))
        return {OUTPUT: str(output), "PAGES": pages}
