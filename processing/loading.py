"""What the algorithms have in common that bring a register of others in: from a file, and (`fetching`) from a service."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, SKIP_INVALID, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.load import Geladen
    from diwi_qgis.sources.reading import Gelezen
    from diwi_qgis.store import Register

LAYER, MODE, SOURCE_DATE = "LAYER", "MODE", "SOURCE_DATE"
UPDATE, REPLACE = 0, 1

#: From here on the progress bar is about storing; before, about reading.
STORING = 0.5


class SourceAlgorithm(DiwiAlgorithm):
    """Put what was read from elsewhere in the register, and tell what that changed."""

    GROUP_ID = "sources"

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Sources")

    def add_mode(self) -> None:
        """What happens to what is there, and to what cannot be used."""
        self.addParameter(
            QgsProcessingParameterEnum(
                MODE,
                tr("What is already in the register"),
                options=[tr("Update: add, change, keep the rest"), tr("Replace all")],
                defaultValue=UPDATE,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                SKIP_INVALID, tr("Leave out what cannot be used, and name it"), defaultValue=False
            )
        )

    def add_counts(self, kept: str, complete: str) -> None:
        """The outputs; two of them are called otherwise for a file than for a service."""
        for name, title in (
            ("TOTAL", tr("Rows in the register")),
            ("ADDED", tr("Added")),
            ("CHANGED", tr("Changed")),
            ("UNCHANGED", tr("Unchanged")),
            ("VANISHED", tr("Removed")),
            ("KEPT", kept),
            ("REFUSED", tr("Left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", complete))
        self.addOutput(QgsProcessingOutputString(SOURCE_DATE, tr("Source date")))

    def store(
        self,
        register: Register,
        gelezen: Gelezen,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: FeedbackProgress,
        within: Any = None,
    ) -> Geladen:
        """Put it in the register (see `sources.load.load`) and say so."""
        from diwi_qgis.sources.load import load

        outcome = load(
            register,
            gelezen,
            replace=self.parameterAsEnum(parameters, MODE, context) == REPLACE,
            skip_invalid=self.parameterAsBoolean(parameters, SKIP_INVALID, context),
            progress=progress.part(STORING, 1.0),
            within=within,
        )
        for warning in outcome.warnings:
            progress.warn(warning)
        progress.say(_summary(outcome))
        return outcome

    @staticmethod
    def counts(outcome: Geladen, gelezen: Gelezen) -> dict[str, Any]:
        """The values of the outputs of `add_counts`."""
        return {
            "TOTAL": outcome.totaal,
            "ADDED": len(outcome.toegevoegd),
            "CHANGED": len(outcome.gewijzigd),
            "UNCHANGED": outcome.ongewijzigd,
            "VANISHED": len(outcome.verdwenen),
            "KEPT": outcome.gebleven,
            "REFUSED": len(gelezen.refused),
            "COMPLETE": outcome.complete,
            SOURCE_DATE: gelezen.source_date.isoformat(),
        }


class LoadAlgorithm(SourceAlgorithm):
    """Read a file with `read`, put it in the register, tell what changed."""

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFile(
                INPUT,
                tr("File (GeoPackage, GeoJSON, GML, Shapefile, File Geodatabase)"),
                fileFilter=tr("Vector files (*.gpkg *.json *.geojson *.gml *.xml *.shp *.gdb *.fgb);;All files (*)"),
            )
        )
        self.addParameter(
            QgsProcessingParameterString(LAYER, tr("Layer (empty: recognised by its attributes)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                SOURCE_DATE,
                tr("Source date (empty: that of the file)"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            )
        )
        self.add_mode()
        self.add_counts(tr("Not in the file, kept"), tr("The file is the whole answer of the service"))

    def read(
        self,
        path: Path,
        layer: str,
        source_date: Optional[date],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Progress,
    ) -> Gelezen:
        """Read the file."""
        raise NotImplementedError

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely")
        from diwi_qgis.store import open_register

        # as in QGIS' own notation of a layer: file.gpkg|layername=perceel
        file, _, layer = self.parameterAsString(parameters, INPUT, context).partition("|layername=")
        layer = self.parameterAsString(parameters, LAYER, context) or layer
        moment = self.parameterAsDateTime(parameters, SOURCE_DATE, context)
        day = moment.date().toPyDate() if moment.isValid() else None
        with open_register(self.register_address(parameters, context), write=True) as register:
            gelezen = self.read(Path(file), layer, day, parameters, context, progress.part(0.0, STORING))
            outcome = self.store(register, gelezen, parameters, context, progress)
        return self.counts(outcome, gelezen)


def _summary(outcome: Geladen) -> Text:
    counts = {
        "added": len(outcome.toegevoegd),
        "changed": len(outcome.gewijzigd),
        "same": outcome.ongewijzigd,
        "gone": len(outcome.verdwenen),
        "kept": outcome.gebleven,
        "total": outcome.totaal,
    }
    return Text(
        "{added} toegevoegd, {changed} gewijzigd, {same} ongewijzigd, {gone} verwijderd, {kept} niet geleverd en "
        "gebleven; nu {total} in het register.",
        "{added} added, {changed} changed, {same} unchanged, {gone} removed, {kept} not delivered and kept; now {total} in "
        "the register.",
    ).fill(**counts)
