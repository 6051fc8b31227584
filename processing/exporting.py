"""What the two algorithms that write all plans to a file for DIWI have in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import OUTPUT, REFERENCE_DATE, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.plan import Plan
    from diwi_qgis.exchange.problems import Problem
    from diwi_qgis.store import Register

#: How many reasons for which DIWI will refuse a plan the log shows.
_LOGGED = 50


class ExportAlgorithm(DiwiAlgorithm):
    """All plans in one file; the log tells which of them DIWI will refuse. A subclass writes the file in `write`."""

    GROUP_ID = "exchange"
    LIBRARIES: tuple[str, ...] = ("pandas", "shapely")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def file_label(self) -> str:
        """Name of the file parameter."""
        raise NotImplementedError

    def file_filter(self) -> str:
        """Kind of file that is written."""
        raise NotImplementedError

    def write(
        self, register: Register, output: Path, reference_date: date, progress: FeedbackProgress
    ) -> tuple[list[Plan], list[Problem]]:
        """Write the file; the plans in it, and DIWI's reasons to refuse them."""
        raise NotImplementedError

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_reference_date()
        self.add_known_at()
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, self.file_label(), self.file_filter()))
        self.addOutput(QgsProcessingOutputNumber("PLANS", tr("Plans written")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED_BY_DIWI", tr("Reasons for DIWI to refuse the file")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Write the file and tell what DIWI will say of it."""
        require(*self.LIBRARIES)
        today = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date().toPyDate()
        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        with self.opened(parameters, context, progress) as register:
            plans, reasons = self.write(register, output, today, progress)
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
