"""Processing algorithm: copy a whole register between files and databases."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from diwi_qgis.processing.base import OUTPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import copy_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

TO_CONNECTION, TO_SCHEMA, ROWS = "TO_CONNECTION", "TO_DB_SCHEMA", "ROWS"


class CopyRegister(DiwiAlgorithm):
    """Every row as it is, identities, codes and history included."""

    ID = "copyregister"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Copy register")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Copies a whole register between a GeoPackage and a schema in a PostgreSQL database, either way: every row with its "
            "identity, code and version, and the complete history. All is of one moment, also when others write meanwhile. Every "
            "table is read back and compared before the copy is kept; when something goes wrong nothing is left of it. What "
            "exists is never overwritten. The QGIS project in a file is not copied."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Copy"), tr("GeoPackage files (*.gpkg)"), optional=True, createByDefault=False
            )
        )
        self.add_connection(TO_CONNECTION, TO_SCHEMA, tr("Copy in a database: connection"))
        self.addOutput(QgsProcessingOutputNumber(ROWS, tr("Rows copied")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Copy it."""
        target = self.address_of(
            self.output_path(parameters, OUTPUT, context),
            self.parameterAsConnectionName(parameters, TO_CONNECTION, context),
            self.parameterAsSchema(parameters, TO_SCHEMA, context),
        )
        rows = copy_register(self.register_address(parameters, context), target, progress)
        progress.say(
            Text(f"Gekopieerd naar {target}: {rows} rijen, vergeleken.", f"Copied to {target}: {rows} rows, compared.")
        )
        return {OUTPUT: str(target), ROWS: rows}
