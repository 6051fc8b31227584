"""What the two algorithms that take plans in from a file have in common: parameters, report, log, outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
)

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, REFERENCE_DATE, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.intake import ImportResult
    from diwi_qgis.store import Register

CREATE_MISSING = "CREATE_MISSING"

#: How many problems the log shows; the report has them all.
_LOGGED = 50


@dataclass(frozen=True)
class Request:
    """What the user asked for."""

    source: Path
    reference_date: Optional[date]
    create_missing: bool
    parameters: dict[str, Any]
    context: QgsProcessingContext


class ImportAlgorithm(DiwiAlgorithm):
    """All plans of a file or none. A subclass says what file, and reads it in `take`."""

    GROUP_ID = "exchange"
    LIBRARIES: tuple[str, ...] = ("pandas", "shapely")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def file_label(self) -> str:
        """Name of the file parameter."""
        raise NotImplementedError

    def file_filter(self) -> str:
        """Kinds of file that are read."""
        raise NotImplementedError

    def add_own(self) -> None:
        """Declare what only this format has."""

    def take(self, register: Register, request: Request, progress: FeedbackProgress) -> ImportResult:
        """Read the file and store it, or say why not."""
        raise NotImplementedError

    def write_own(self, result: ImportResult, request: Request, progress: FeedbackProgress) -> dict[str, Any]:
        """Write what only this format has, also when the file was refused; returns those outputs."""
        return {}

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterFile(INPUT, self.file_label(), fileFilter=self.file_filter()))
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
        self.add_own()
        self.add_report()
        for name, title in (
            ("PROJECTS", tr("Plans in the file")),
            ("BLOCKS", tr("Blocks in the file")),
            ("ADDED", tr("Plans added")),
            ("CHANGED", tr("Plans changed")),
            ("UNCHANGED", tr("Plans unchanged")),
            ("WARNINGS", tr("Warnings")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import and report; refused aloud, after the report, when anything was wrong."""
        report = self.output_path(parameters, REPORT, context)
        require(*self.LIBRARIES, *(["jinja2"] if report else []))
        from diwi_qgis.exchange.save_report import Soort
        from diwi_qgis.reports.import_report import write_import_report
        from diwi_qgis.store import open_register

        request = self.request(parameters, context)
        with open_register(self.register_address(parameters, context), write=True) as register:
            result = self.take(register, request, progress)
        outputs = self.write_own(result, request, progress)
        if report:
            write_import_report(report, result.file, result.problems, result.saved)
            progress.say(Text(f"Rapport: {report}", f"Report: {report}"))
            outputs[REPORT] = str(report)
        _tell(result, progress)
        saved = result.stored()
        progress.say(saved.summary)
        return {
            **outputs,
            "PROJECTS": result.plannen,
            "BLOCKS": result.blokken,
            "ADDED": saved.count(Soort.NIEUW),
            "CHANGED": saved.count(Soort.GEWIJZIGD),
            "UNCHANGED": saved.count(Soort.ONGEWIJZIGD),
            "WARNINGS": len(result.warnings),
        }

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Request:
        """The parameters, read; a subclass may refuse them here, before any work is done."""
        moment = self.parameterAsDateTime(parameters, REFERENCE_DATE, context)
        return Request(
            Path(self.parameterAsFile(parameters, INPUT, context)),
            moment.date().toPyDate() if moment.isValid() else None,
            self.parameterAsBoolean(parameters, CREATE_MISSING, context),
            parameters,
            context,
        )


def _tell(result: ImportResult, progress: FeedbackProgress) -> None:
    ordered = [*result.errors, *result.warnings]
    for problem in ordered[:_LOGGED]:
        progress.warn(problem.line)
    if len(ordered) > _LOGGED:
        rest = len(ordered) - _LOGGED
        progress.warn(Text(f"… en nog {rest}; zie het rapport.", f"… and {rest} more; see the report."))
