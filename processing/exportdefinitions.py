"""Processing algorithm: the definitions of a register as one file to share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from diwi_qgis.libraries import require
from diwi_qgis.processing.base import OUTPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

NAME, VERSION, PUBLISHER, NOTE, DEFINITIONS = "NAME", "VERSION", "PUBLISHER", "NOTE", "DEFINITIONS"


class ExportDefinitions(DiwiAlgorithm):
    """Code lists, properties and price classes as a definitions package."""

    ID = "exportdefinitions"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Export definitions package")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Import and export")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Writes all code lists, custom properties with their options, price classes and rules for notifications of a register "
            "to one file, so that other municipalities can take them over with 'Import definitions package'. A value that was "
            "replaced by another says so in the file: where the package is taken over, plans that use it follow. No plans, "
            "people or addresses are in it."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(NAME, tr("Name of the package")))
        self.addParameter(QgsProcessingParameterString(VERSION, tr("Version of the package")))
        self.addParameter(QgsProcessingParameterString(PUBLISHER, tr("Who publishes it"), optional=True))
        self.addParameter(QgsProcessingParameterString(NOTE, tr("Note"), multiLine=True, optional=True))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Definitions package"), tr("Definitions packages (*.json)")
            )
        )
        self.addOutput(QgsProcessingOutputNumber(DEFINITIONS, tr("Definitions written")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Write it."""
        require("pandas")
        from diwi_qgis.exchange.definitions.package import ABOUT, package_of, write_package
        from diwi_qgis.exchange.definitions.state import read_state

        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        given = [self.parameterAsString(parameters, name, context).strip() for name in (NAME, VERSION, PUBLISHER)]
        note = self.parameterAsString(parameters, NOTE, context).strip()
        about = dict(zip(ABOUT, (*given, date.today().isoformat(), note)))
        with open_register(self.register_address(parameters, context)) as register:
            package = package_of(read_state(register), about)
        write_package(output, package)
        number = sum(map(len, package.rows.values()))
        progress.say(
            Text("{n:#definitie|definities} in '{file}'.", "{n:#definition|definitions} in '{file}'.").fill(
                n=number, file=output
            )
        )
        return {OUTPUT: str(output), DEFINITIONS: number}
