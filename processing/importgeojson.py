"""`diwi:importgeojson`: plans out of DIWI's GeoJSON formats, or our own, into a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterDefinition

from diwi_qgis.processing.base import FeedbackProgress
from diwi_qgis.processing.importing import ImportAlgorithm, Request
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.intake import ImportResult
    from diwi_qgis.store import Register

REPAIR = "REPAIR"


class ImportGeoJson(ImportAlgorithm):
    """A GeoJSON file of plans, all or nothing."""

    ID = "importgeojson"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Import plans from GeoJSON")

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

    def file_label(self) -> str:
        """See `ImportAlgorithm.file_label`."""
        return tr("GeoJSON file")

    def file_filter(self) -> str:
        """See `ImportAlgorithm.file_filter`."""
        return tr("GeoJSON files (*.geojson *.json);;All files (*)")

    def add_own(self) -> None:
        """Whether repairs that change an area are accepted."""
        repair = QgsProcessingParameterBoolean(
            REPAIR, tr("Accept repairs of plan areas that change their size"), defaultValue=False
        )
        repair.setFlags(repair.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(repair)

    def take(self, register: Register, request: Request, progress: FeedbackProgress) -> ImportResult:
        """Read the file and store it."""
        from diwi_qgis.exchange.geojson.intake import import_geojson

        return import_geojson(
            register,
            request.source,
            reference_date=request.reference_date,
            create_missing=request.create_missing,
            repair=self.parameterAsBoolean(request.parameters, REPAIR, request.context),
            progress=progress,
        )
