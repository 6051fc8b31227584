"""`diwi:importexcel`: plans from a workbook into the register, all or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, REFERENCE_DATE, REGISTER, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.excel.intake import ImportResult

CREATE_MISSING, MARKED_COPY = "CREATE_MISSING", "MARKED_COPY"


class ImportExcel(DiwiAlgorithm):
    """A filled template, or what DIWI exports."""

    ID = "importexcel"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Import Excel workbook")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Reads plans from a workbook (.xlsx) in DIWI's layout: a filled template, or an export of DIWI or of this "
            "plugin. Everything is checked first; if anything is wrong nothing is stored, and the report and the marked "
            "copy of the workbook name every cell, what stands there and what was expected. A plan with an identification "
            "number that the register knows is updated, and the report says what changed; importing the same workbook "
            "twice changes nothing. Without a reference date, whether project status and dates fit is reported as not "
            "checked. Macros are refused and formulas are read by their saved result."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFile(
                INPUT, tr("Workbook (.xlsx)"), fileFilter=tr("Excel workbooks (*.xlsx);;All files (*)")
            )
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                REFERENCE_DATE,
                tr("Reference date for the project status (empty: not checked)"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                CREATE_MISSING, tr("Create missing categories, custom properties and users"), defaultValue=False
            )
        )
        self.add_report()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                MARKED_COPY,
                tr("Marked copy of the workbook, when there are problems"),
                tr("Excel workbook (*.xlsx)"),
                optional=True,
                createByDefault=False,
            )
        )
        for name, title in (
            ("PROJECTS", tr("Plans in the workbook")),
            ("BLOCKS", tr("Blocks in the workbook")),
            ("ADDED", tr("Plans added")),
            ("CHANGED", tr("Plans changed")),
            ("UNCHANGED", tr("Plans unchanged")),
            ("WARNINGS", tr("Warnings")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import, report, and refuse aloud when it was refused."""
        require("openpyxl", "pandas", "shapely", "jinja2")
        from diwi_qgis.exchange.excel.intake import import_workbook
        from diwi_qgis.store import open_register

        source = Path(self.parameterAsFile(parameters, INPUT, context))
        moment = self.parameterAsDateTime(parameters, REFERENCE_DATE, context)
        reference_date: Optional[date] = moment.date().toPyDate() if moment.isValid() else None
        marked = self.output_path(parameters, MARKED_COPY, context)
        if marked and marked.resolve() == source.resolve():
            raise InputError(
                "De gemarkeerde kopie mag niet de werkmap zelf zijn.", "The marked copy cannot be the workbook itself."
            )
        with open_register(self.parameterAsFile(parameters, REGISTER, context), write=True) as register:
            result = import_workbook(
                register,
                source,
                reference_date=reference_date,
                create_missing=self.parameterAsBoolean(parameters, CREATE_MISSING, context),
                progress=progress,
            )
        outputs = self.write_outcome(result, source, self.output_path(parameters, REPORT, context), marked, progress)
        result.raise_if_refused()
        return outputs

    def write_outcome(
        self,
        result: ImportResult,
        source: Path,
        report: Optional[Path],
        marked: Optional[Path],
        progress: FeedbackProgress,
    ) -> dict[str, Any]:
        """Report, marked copy, log and outputs."""
        from diwi_qgis.exchange.excel.marked import write_marked_copy
        from diwi_qgis.exchange.save_report import Soort
        from diwi_qgis.reports.import_report import write_import_report

        outputs: dict[str, Any] = {
            "PROJECTS": result.plannen,
            "BLOCKS": result.blokken,
            "WARNINGS": len(result.warnings),
        }
        if report:
            write_import_report(report, result.file, result.problems, result.saved)
            progress.say(Text(f"Rapport: {report}", f"Report: {report}"))
            outputs[REPORT] = str(report)
        if marked and result.problems:
            write_marked_copy(source, result.problems, marked)
            progress.say(Text(f"Gemarkeerde kopie: {marked}", f"Marked copy: {marked}"))
            outputs[MARKED_COPY] = str(marked)
        for problem in result.warnings:
            progress.warn(problem.message)
        if result.saved:
            progress.say(result.saved.summary)
            for name, soort in (("ADDED", Soort.NIEUW), ("CHANGED", Soort.GEWIJZIGD), ("UNCHANGED", Soort.ONGEWIJZIGD)):
                outputs[name] = result.saved.count(soort)
        return outputs
