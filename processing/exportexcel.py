"""`diwi:exportexcel`: the plans of a register as a workbook that DIWI can import and that we read back without loss."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diwi_qgis.processing.base import FeedbackProgress
from diwi_qgis.processing.exporting import ExportAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.plan import Plan
    from diwi_qgis.exchange.problems import Problem
    from diwi_qgis.store import Register


class ExportExcel(ExportAlgorithm):
    """All plans in one workbook."""

    ID = "exportexcel"
    LIBRARIES = ("openpyxl", *ExportAlgorithm.LIBRARIES)

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Export plans to Excel")

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

    def file_label(self) -> str:
        """See `ExportAlgorithm.file_label`."""
        return tr("Excel file")

    def file_filter(self) -> str:
        """See `ExportAlgorithm.file_filter`."""
        return tr("Excel workbooks (*.xlsx)")

    def write(
        self, register: Register, output: Path, reference_date: date, progress: FeedbackProgress
    ) -> tuple[list[Plan], list[Problem]]:
        """Write the workbook."""
        from diwi_qgis.exchange.definities import Definities
        from diwi_qgis.exchange.excel.export import export_excel
        from diwi_qgis.exchange.excel.intake import refused_by_diwi
        from diwi_qgis.exchange.lists import RegisterLists

        plans = export_excel(register, output, reference_date=reference_date, progress=progress.part(0.0, 0.8))
        lists, definities = RegisterLists.read(register), Definities.read(register)
        return plans, refused_by_diwi(plans, definities, lists, reference_date)
