"""Processing algorithm: make a register out of a backup."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from diwi_qgis.errors import InputError
from diwi_qgis.processing.base import CONNECTION, INPUT, OUTPUT, SCHEMA, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register, restore_register
from diwi_qgis.store.address import Address
from diwi_qgis.store.people import missing_logins
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr


class RestoreRegister(DiwiAlgorithm):
    """At a place where there is none, compared before it is kept."""

    ID = "restoreregister"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Restore register")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes a register out of a backup, as a new file or in a new schema of a database, whichever it came from. What "
            "exists is never overwritten: move a damaged register away first, or choose another name or schema. The backup "
            "is checked (checksum, damage, version) and stays as it is; what was made of it is compared with it, whole, before "
            "it is kept. A backup of an older version of the plugin is brought up to date on the way."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters."""
        self.addParameter(QgsProcessingParameterFile(INPUT, tr("Backup"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Restored register"), tr("GeoPackage files (*.gpkg)"), optional=True, createByDefault=False
            )
        )
        self.add_connection(CONNECTION, SCHEMA, tr("Restored register in a database: connection"))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Make it, and say what a server still lacks."""
        backup = self.path(parameters, INPUT, context)
        if backup is None:
            raise InputError("Kies een reservekopie.", "Choose a backup.")
        target = self.address_of(
            self.output_path(parameters, OUTPUT, context),
            self.parameterAsConnectionName(parameters, CONNECTION, context),
            self.parameterAsSchema(parameters, SCHEMA, context),
        )
        restore_register(backup, target, progress)
        progress.say(Text(f"Teruggezet en vergeleken: {target}", f"Restored and compared: {target}"))
        _tell_of_logins(target, progress)
        return {OUTPUT: str(target)}


def _tell_of_logins(target: Address, progress: FeedbackProgress) -> None:
    with open_register(target) as register:
        absent = ", ".join(missing_logins(register))
    if absent:
        progress.warn(
            Text(
                f"Deze gebruikers hebben op de server nog geen login; laat de beheerder van de server die maken: {absent}",
                f"These users have no login on the server yet; have the administrator of the server make it: {absent}",
            )
        )
