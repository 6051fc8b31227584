"""`diwi:exportexcel`: the plans of a register as a workbook that DIWI can import and that we read back without loss."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import OUTPUT, REFERENCE_DATE, REGISTER, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

#: How many reasons for which DIWI will refuse a plan the log shows.
_LOGGED = 50


class ExportExcel(DiwiAlgorithm):
    """All plans in one workbook."""

    ID = "exportexcel"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Export plans to Excel")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes all plans of the register to one workbook in the layout of DIWI's Excel template, so that DIWI can "
            "import it. What that layout cannot say (plan areas, agreements, breakdowns that are not complete, …) "
            "travels on a hidden sheet: 'Import Excel workbook' restores the whole register from the workbook, custom "
            "properties and options included. You may edit the first sheet, sort and remove rows and add new ones: what "
            "stands there wins. The reference date decides on the project status. The file holds confidential plans too, "
            "and everything of them on hidden sheet 'DIWI-QGIS': mind who gets it. The log tells which plans DIWI will refuse, and why."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_reference_date()
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Excel file"), tr("Excel workbooks (*.xlsx)"))
        )
        self.addOutput(QgsProcessingOutputNumber("PLANS", tr("Plans written")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED_BY_DIWI", tr("Reasons for DIWI to refuse the file")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely", "openpyxl")
        from diwi_qgis.exchange.definities import Definities
        from diwi_qgis.exchange.excel.export import export_excel
        from diwi_qgis.exchange.excel.intake import refused_by_diwi
        from diwi_qgis.exchange.lists import RegisterLists
        from diwi_qgis.store import open_register

        today = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date().toPyDate()
        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        with open_register(self.parameterAsFile(parameters, REGISTER, context)) as register:
            plans = export_excel(register, output, reference_date=today, progress=progress.part(0.0, 0.8))
            lists, definities = RegisterLists.read(register), Definities.read(register)
        reasons = refused_by_diwi(plans, definities, lists, today)
        for problem in reasons[:_LOGGED]:
            progress.warn(problem.line)
        progress.say(
            Text(
                f"{len(plans)} plan(nen) geschreven in {output.name}; {len(reasons)} reden(en) waarom DIWI het bestand "
                f"zou weigeren.",
                f"{len(plans)} plan(s) written to {output.name}; {len(reasons)} reason(s) for DIWI to refuse the file.",
            )
        )
        return {OUTPUT: str(output), "PLANS": len(plans), "REFUSED_BY_DIWI": len(reasons)}
