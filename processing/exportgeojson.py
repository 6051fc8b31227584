"""`diwi:exportgeojson`: the plans of a register as GeoJSON that DIWI can import and that we read back without loss."""

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


class ExportGeoJson(ExportAlgorithm):
    """All plans in one GeoJSON file."""

    ID = "exportgeojson"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Export plans to GeoJSON")

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

    def file_label(self) -> str:
        """See `ExportAlgorithm.file_label`."""
        return tr("GeoJSON file")

    def file_filter(self) -> str:
        """See `ExportAlgorithm.file_filter`."""
        return tr("GeoJSON files (*.geojson)")

    def write(
        self, register: Register, output: Path, reference_date: date, progress: FeedbackProgress
    ) -> tuple[list[Plan], list[Problem]]:
        """Write the file."""
        from diwi_qgis.exchange.definities import Definities
        from diwi_qgis.exchange.geojson.intake import refused_by_diwi
        from diwi_qgis.exchange.geojson.write import write_geojson
        from diwi_qgis.exchange.lists import RegisterLists
        from diwi_qgis.exchange.load import load_plans

        plans, lists = load_plans(register), RegisterLists.read(register)
        progress.check(0.3)
        write_geojson(output, plans, reference_date, Definities.read(register), progress.part(0.3, 0.7))
        return plans, refused_by_diwi(plans, lists, reference_date)
