"""`diwi:writetemplate`: the workbook that a municipality fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingParameterFile, QgsProcessingParameterFileDestination

from diwi_qgis.processing.base import CONNECTION, OUTPUT, REGISTER, SCHEMA, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr


class WriteTemplate(DiwiAlgorithm):
    """An empty workbook in DIWI's layout."""

    ID = "writetemplate"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Write Excel template")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Import and export")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes an empty workbook to fill in with plans: the same layout and headers as DIWI's import template, with "
            "lists to choose from, checks on dates and numbers, an explanation at every header, and sheets with help and "
            "with the code lists. With a register its own code lists, price classes and custom properties are in it. "
            "DIWI can read the filled workbook too; it reads the first sheet only."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFile(
                REGISTER, tr("Register whose lists and properties to use"), extension="gpkg", optional=True
            )
        )
        self.add_connection(CONNECTION, SCHEMA, tr("Register in a database: connection"))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Template"), tr("Excel workbook (*.xlsx)")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Write it."""
        from diwi_qgis.exchange.excel.template import write_template
        from diwi_qgis.exchange.lists import RegisterLists
        from diwi_qgis.store import open_register

        target = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        lists = None
        if self.path(parameters, REGISTER, context) or self.parameterAsConnectionName(parameters, CONNECTION, context):
            with open_register(self.register_address(parameters, context)) as register:
                lists = RegisterLists.read(register)
        write_template(target, lists)
        progress.say(Text(f"Sjabloon geschreven: {target}", f"Template written: {target}"))
        return {OUTPUT: str(target)}
