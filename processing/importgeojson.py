"""`diwi:importgeojson`: plans out of DIWI's GeoJSON formats, or our own, into a register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
)

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, REFERENCE_DATE, REGISTER, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.geojson.intake import GeoJsonImport

CREATE_MISSING, REPAIR = "CREATE_MISSING", "REPAIR"

#: How many problems the log shows; the report has them all.
_LOGGED = 50


class ImportGeoJson(DiwiAlgorithm):
    """A GeoJSON file of plans, all or nothing."""

    ID = "importgeojson"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Import plans from GeoJSON")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Reads plans with their programme and plan areas from a GeoJSON file: in DIWI's import format, as DIWI exports "
            "it (which DIWI itself cannot read back), or as 'Export plans to GeoJSON' writes it. Areas come to RD New; a "
            "missing, wrong or swapped reference system stops the import and the likely one is named. Everything in the "
            "file is checked first: with any error nothing is stored, and the log and the report name every problem by "
            "feature and field. Plans that are already in the register (same uuid or identification number) are updated, "
            "and the report says what changed. Create missing: unknown options, custom properties and users are made."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFile(
                INPUT, tr("GeoJSON file"), fileFilter=tr("GeoJSON files (*.geojson *.json);;All files (*)")
            )
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                REFERENCE_DATE,
                tr("Reference date, to check the project status (empty: not checked)"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                CREATE_MISSING, tr("Create missing options, custom properties and users"), defaultValue=False
            )
        )
        repair = QgsProcessingParameterBoolean(
            REPAIR, tr("Accept repairs of plan areas that change their size"), defaultValue=False
        )
        repair.setFlags(repair.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(repair)
        self.add_report()
        for name, title in (
            ("ADDED", tr("Plans added")),
            ("CHANGED", tr("Plans changed")),
            ("UNCHANGED", tr("Plans unchanged")),
            ("WARNINGS", tr("Warnings")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        report = self.output_path(parameters, REPORT, context)
        require("pandas", "shapely", *(["jinja2"] if report else []))
        from diwi_qgis.exchange.geojson.intake import import_geojson
        from diwi_qgis.exchange.save_report import Soort
        from diwi_qgis.reports.import_report import write_import_report
        from diwi_qgis.store import open_register

        path = Path(self.parameterAsFile(parameters, INPUT, context))
        moment = self.parameterAsDateTime(parameters, REFERENCE_DATE, context)
        with open_register(self.parameterAsFile(parameters, REGISTER, context), write=True) as register:
            result = import_geojson(
                register,
                path,
                reference_date=moment.date().toPyDate() if moment.isValid() else None,
                create_missing=self.parameterAsBoolean(parameters, CREATE_MISSING, context),
                repair=self.parameterAsBoolean(parameters, REPAIR, context),
                progress=progress,
            )
        if report:
            write_import_report(report, result.file, result.problems, result.saved)
        _tell(result, progress)
        saved = result.stored()
        progress.say(saved.summary)
        return {
            "ADDED": saved.count(Soort.NIEUW),
            "CHANGED": saved.count(Soort.GEWIJZIGD),
            "UNCHANGED": saved.count(Soort.ONGEWIJZIGD),
            "WARNINGS": len(result.warnings),
            REPORT: str(report) if report else None,
        }


def _tell(result: GeoJsonImport, progress: FeedbackProgress) -> None:
    ordered = [*result.errors, *result.warnings]
    for problem in ordered[:_LOGGED]:
        progress.warn(problem.line)
    if len(ordered) > _LOGGED:
        rest = len(ordered) - _LOGGED
        progress.warn(Text(f"… en nog {rest}; zie het rapport.", f"… and {rest} more; see the report."))
