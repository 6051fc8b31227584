"""What the three algorithms that load a register from a file have in common."""

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
from diwi_qgis.processing.base import INPUT, REGISTER, SKIP_INVALID, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.reading import Gelezen

LAYER, MODE, SOURCE_DATE = "LAYER", "MODE", "SOURCE_DATE"
UPDATE, REPLACE = 0, 1


class LoadAlgorithm(DiwiAlgorithm):
    """Read a file with `read`, put it in the register, tell what changed."""

    GROUP_ID = "sources"

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Sources")

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
            QgsProcessingParameterEnum(
                MODE,
                tr("What is already in the register"),
                options=[tr("Update: add, change, keep the rest"), tr("Replace all")],
                defaultValue=UPDATE,
            )
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                SOURCE_DATE,
                tr("Source date (empty: that of the file)"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                SKIP_INVALID, tr("Leave out what cannot be used, and name it"), defaultValue=False
            )
        )
        for name, title in (
            ("TOTAL", tr("Rows in the register")),
            ("ADDED", tr("Added")),
            ("CHANGED", tr("Changed")),
            ("UNCHANGED", tr("Unchanged")),
            ("VANISHED", tr("Removed")),
            ("KEPT", tr("Not in the file, kept")),
            ("REFUSED", tr("Left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", tr("The file is the whole answer of the service")))
        self.addOutput(QgsProcessingOutputString(SOURCE_DATE, tr("Source date")))

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
        from diwi_qgis.sources.load import load
        from diwi_qgis.store import open_register

        # as in QGIS' own notation of a layer: file.gpkg|layername=perceel
        file, _, layer = self.parameterAsString(parameters, INPUT, context).partition("|layername=")
        layer = self.parameterAsString(parameters, LAYER, context) or layer
        moment = self.parameterAsDateTime(parameters, SOURCE_DATE, context)
        day = moment.date().toPyDate() if moment.isValid() else None
        register_path = self.parameterAsFile(parameters, REGISTER, context)
        with open_register(register_path, write=True) as register:
            gelezen = self.read(Path(file), layer, day, parameters, context, progress.part(0.0, 0.4))
            outcome = load(
                register,
                gelezen,
                replace=self.parameterAsEnum(parameters, MODE, context) == REPLACE,
                skip_invalid=self.parameterAsBoolean(parameters, SKIP_INVALID, context),
                progress=progress.part(0.4, 1.0),
            )
        for warning in outcome.warnings:
            progress.warn(warning)
        progress.say(_summary(outcome))
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


def _summary(outcome: Any) -> Text:
    counts = {
        "added": len(outcome.toegevoegd),
        "changed": len(outcome.gewijzigd),
        "same": outcome.ongewijzigd,
        "gone": len(outcome.verdwenen),
        "kept": outcome.gebleven,
        "total": outcome.totaal,
    }
    return Text(
        "{added} toegevoegd, {changed} gewijzigd, {same} ongewijzigd, {gone} verwijderd, {kept} niet in het bestand en "
        "gebleven; nu {total} in het register.",
        "{added} added, {changed} changed, {same} unchanged, {gone} removed, {kept} not in the file and kept; now "
        "{total} in the register.",
    ).fill(**counts)
