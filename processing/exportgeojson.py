"""`diwi:exportgeojson`: the plans of a register as GeoJSON that DIWI can import and that we read back without loss."""

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


class ExportGeoJson(DiwiAlgorithm):
    """All plans in one GeoJSON file."""

    ID = "exportgeojson"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Export plans to GeoJSON")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes all plans of the register, with programme and plan areas, to one GeoJSON file in DIWI's import format "
            "(RD New). What that format cannot say travels beside it, where DIWI does not look: 'Import plans from "
            "GeoJSON' restores the whole register from it, custom properties and options included. A block of several "
            "ownership types, house types or delivery dates is written as several DIWI blocks with the same totals. The "
            "reference date decides on the project status. The log tells which plans DIWI will refuse, and why. The file "
            "holds confidential plans too: mind who gets it."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_reference_date()
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("GeoJSON file"), tr("GeoJSON files (*.geojson)"))
        )
        self.addOutput(QgsProcessingOutputNumber("PLANS", tr("Plans written")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED_BY_DIWI", tr("Reasons for DIWI to refuse the file")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely")
        from diwi_qgis.exchange.definities import Definities
        from diwi_qgis.exchange.geojson.intake import refused_by_diwi
        from diwi_qgis.exchange.geojson.write import write_geojson
        from diwi_qgis.exchange.lists import RegisterLists
        from diwi_qgis.exchange.load import load_plans
        from diwi_qgis.store import open_register

        today = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date().toPyDate()
        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        with open_register(self.parameterAsFile(parameters, REGISTER, context)) as register:
            plans, lists, definities = load_plans(register), RegisterLists.read(register), Definities.read(register)
        progress.check(0.3)
        write_geojson(output, plans, today, definities, progress.part(0.3, 0.7))
        reasons = refused_by_diwi(plans, lists, today)
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
