"""Processing algorithm: make a new register."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from diwi_qgis.processing.base import CONNECTION, OUTPUT, SCHEMA, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import create_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

MUNICIPALITY_CODE, MUNICIPALITY, PROVINCE, REGION = "MUNICIPALITY_CODE", "MUNICIPALITY", "PROVINCE", "REGION"

#: The twelve provinces, as in the official register of boundaries (Bestuurlijke gebieden).
PROVINCES = (
    "Drenthe",
    "Flevoland",
    "Fryslân",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
)


class CreateRegister(DiwiAlgorithm):
    """A GeoPackage, or a schema in a database, with all tables, code lists and price classes."""

    ID = "createregister"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Create register")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Makes a new plan register for one municipality: a GeoPackage, or a schema in a PostgreSQL database (a connection "
            "of QGIS), with all tables, the standard code lists, price classes per year and, for provinces with a delivery "
            "profile (Gelderland, Zuid-Holland), the custom properties which that province asks for. What exists is never "
            "overwritten. The municipality code is the four-digit CBS code with its leading zeros, for example 0307. In a "
            "database PostGIS must be there (CREATE EXTENSION postgis) and you need the right to make a schema."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters."""
        self.addParameter(QgsProcessingParameterString(MUNICIPALITY_CODE, tr("Municipality code (four digits)")))
        self.addParameter(QgsProcessingParameterString(MUNICIPALITY, tr("Municipality")))
        province = QgsProcessingParameterEnum(PROVINCE, tr("Province"), PROVINCES, usesStaticStrings=True)
        self.addParameter(province)
        self.addParameter(QgsProcessingParameterString(REGION, tr("Region"), optional=True))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("New register"), tr("GeoPackage files (*.gpkg)"), optional=True, createByDefault=False
            )
        )
        self.add_connection(CONNECTION, SCHEMA, tr("New register in a database: connection"))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Make it."""
        progress.check()
        register = create_register(
            self.address_of(
                self.output_path(parameters, OUTPUT, context),
                self.parameterAsConnectionName(parameters, CONNECTION, context),
                self.parameterAsSchema(parameters, SCHEMA, context),
            ),
            gemeentecode=self.parameterAsString(parameters, MUNICIPALITY_CODE, context).strip(),
            gemeente=self.parameterAsString(parameters, MUNICIPALITY, context).strip(),
            provincie=self.parameterAsEnumString(parameters, PROVINCE, context),
            regio=self.parameterAsString(parameters, REGION, context).strip(),
        )
        register.close()
        progress.say(Text(f"Register gemaakt: {register.name}", f"Register made: {register.name}"))
        return {OUTPUT: register.name}
