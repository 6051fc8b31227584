"""Processing algorithm: keep a whole register in one file."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterFileDestination

from diwi_qgis.errors import InputError
from diwi_qgis.processing.base import OUTPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import back_up_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr


class BackupRegister(DiwiAlgorithm):
    """All of one moment, with a checksum beside it."""

    ID = "backupregister"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Back up register")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Keeps a whole register, of a file or of a database, in one new file: every row with its identity, code and version, "
            "and the complete history, all of one moment, also when others write meanwhile. The file is itself a register "
            "that can be looked at but not changed; beside it comes a file .sha256 with its checksum. Only who sees everything "
            "can back up a shared register: a part of it would be no backup. What exists is never overwritten."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Backup"), tr("GeoPackage files (*.gpkg)"), createByDefault=False
            )
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Make it."""
        target = self.output_path(parameters, OUTPUT, context)
        if target is None:
            raise InputError("Kies waar de reservekopie komt.", "Choose where the backup goes.")
        back_up_register(self.register_address(parameters, context), target, progress)
        size = target.stat().st_size / 1e6
        progress.say(Text(f"Reservekopie gemaakt: {target} ({size:.0f} MB)", f"Backup made: {target} ({size:.0f} MB)"))
        return {OUTPUT: str(target)}
