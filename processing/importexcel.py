"""`diwi:importexcel`: plans from a workbook into the register, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterFileDestination

from diwi_qgis.errors import DiwiError, InputError
from diwi_qgis.processing.base import FeedbackProgress
from diwi_qgis.processing.importing import ImportAlgorithm, Request
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.intake import ImportResult
    from diwi_qgis.store import Register

MARKED_COPY = "MARKED_COPY"


class ImportExcel(ImportAlgorithm):
    """A filled template, or what DIWI exports."""

    ID = "importexcel"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Import Excel workbook")

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

    def file_label(self) -> str:
        """See `ImportAlgorithm.file_label`."""
        return tr("Workbook (.xlsx)")

    def file_filter(self) -> str:
        """See `ImportAlgorithm.file_filter`."""
        return tr("Excel workbooks (*.xlsx);;All files (*)")

    def add_own(self) -> None:
        """Where the marked copy goes."""
        self.addParameter(
            QgsProcessingParameterFileDestination(
                MARKED_COPY,
                tr("Marked copy of the workbook, when there are problems"),
                tr("Excel workbook (*.xlsx)"),
                optional=True,
                createByDefault=False,
            )
        )

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Request:
        """The marked copy may not take the place of the workbook."""
        request = super().request(parameters, context)
        marked = self.output_path(parameters, MARKED_COPY, context)
        if marked and marked.resolve() == request.source.resolve():
            raise InputError(
                "De gemarkeerde kopie mag niet de werkmap zelf zijn.", "The marked copy cannot be the workbook itself."
            )
        return request

    def take(self, register: Register, request: Request, progress: FeedbackProgress) -> ImportResult:
        """Read the workbook and store it."""
        from diwi_qgis.exchange.excel.intake import import_workbook

        return import_workbook(
            register,
            request.source,
            reference_date=request.reference_date,
            create_missing=request.create_missing,
            progress=progress,
        )

    def write_own(self, result: ImportResult, request: Request, progress: FeedbackProgress) -> dict[str, Any]:
        """Write the marked copy, when there is something to mark; else the report says why there is none."""
        from diwi_qgis.exchange.excel.marked import not_made, write_marked_copy

        marked = self.output_path(request.parameters, MARKED_COPY, request.context)
        if not marked or not result.problems:
            return {}
        try:
            write_marked_copy(request.source, result.problems, marked)
        except DiwiError as reason:
            result.problems.append(not_made(reason.text))
            return {}
        progress.say(Text(f"Gemarkeerde kopie: {marked}", f"Marked copy: {marked}"))
        return {MARKED_COPY: str(marked)}
