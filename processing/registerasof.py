"""Processing algorithm: a register as it was known at a moment, as a file to look at."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from diwi_qgis.errors import InputError
from diwi_qgis.processing.base import KNOWN_AT, OUTPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import take_snapshot
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

ROWS = "ROWS"


class RegisterAsOf(DiwiAlgorithm):
    """A snapshot: nothing can be changed in it."""

    ID = "registerasof"
    GROUP_ID = "lookback"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Register as it was known")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Looking back")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes a GeoPackage with the register as it was known at a moment, to look at: plans with everything below them, "
            "lists and settings. Nothing can be changed in it, by whatever program. Parcels, buildings and boundaries are those "
            "of now; findings are left out, as is the history. Of a register in a database it has the plans that you may see now "
            "and might see then."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_moment(KNOWN_AT, tr("As known at"), optional=False)
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Snapshot"), tr("GeoPackage files (*.gpkg)"))
        )
        self.addOutput(QgsProcessingOutputNumber(ROWS, tr("Rows written")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Make it."""
        known_at = self.moment(parameters, KNOWN_AT, context)
        target = self.output_path(parameters, OUTPUT, context)
        if known_at is None or target is None:
            raise InputError(
                "Geef een moment en een bestand voor de momentopname op.", "Give a moment and a file for the snapshot."
            )
        rows = take_snapshot(self.register_address(parameters, context), known_at, target, progress=progress)
        progress.say(Text(f"Momentopname {target}: {rows} rijen.", f"Snapshot {target}: {rows} rows."))
        return {OUTPUT: str(target), ROWS: rows}
