"""Processing algorithm: a user of the register and his role."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.people import set_user
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

LOGIN, NAME, EMAIL, ROLE, ACTIVE, USER = "LOGIN", "NAME", "EMAIL", "ROLE", "ACTIVE", "USER"


class SetUser(DiwiAlgorithm):
    """One user: added, or changed when there is one with that login."""

    ID = "setuser"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Add or change user")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Adds a user of the register with a role, or changes the one with that login. What a role may do is in "
            "docs/rechten.md; a shared register in PostgreSQL enforces it. The login itself is made by the administrator of the "
            "server; it has its rights from the moment that both are there. Who is made inactive sees nothing from then on, "
            "also in a QGIS that is open."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterString(LOGIN, tr("Login in the database")))
        self.addParameter(QgsProcessingParameterString(NAME, tr("Name")))
        self.addParameter(QgsProcessingParameterString(EMAIL, tr("E-mail"), optional=True))
        roles = codelijst("rol").codes
        self.addParameter(
            QgsProcessingParameterEnum(ROLE, tr("Role"), list(roles), defaultValue="gebruiker", usesStaticStrings=True)
        )
        self.addParameter(QgsProcessingParameterBoolean(ACTIVE, tr("Active"), defaultValue=True))
        self.addOutput(QgsProcessingOutputString(USER, tr("Identity of the user")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Store it, and say what the login still lacks."""
        login = self.parameterAsString(parameters, LOGIN, context).strip()
        with open_register(self.register_address(parameters, context), write=True) as register:
            user = set_user(
                register,
                login,
                self.parameterAsString(parameters, NAME, context).strip(),
                self.parameterAsString(parameters, ROLE, context),
                self.parameterAsString(parameters, EMAIL, context).strip() or None,
                self.parameterAsBoolean(parameters, ACTIVE, context),
            )
            if register.login_is_missing(login):
                progress.warn(
                    Text(
                        f"Op de server is nog geen login '{login}'; laat de beheerder van de server die maken.",
                        f"There is no login '{login}' on the server yet; have the administrator of the server make it.",
                    )
                )
        return {USER: user}
