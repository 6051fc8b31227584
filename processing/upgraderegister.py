"""Processing algorithm: bring a register up to date with this version of the plugin."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputFile, QgsProcessingOutputNumber

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import upgrade_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

SCHEMA, BACKUP = "SCHEMA", "BACKUP"


class UpgradeRegister(DiwiAlgorithm):
    """All steps or none, after a copy was made."""

    ID = "upgraderegister"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Upgrade register")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Brings a register that was made by an older version of the plugin up to date. Of a file a copy of the old one is "
            "kept beside it; in a database all steps are one transaction, and the log first names views of others that look at "
            "the register. When a step fails nothing is changed. A register that is up to date is left alone; one made by a "
            "newer version of the plugin is refused."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addOutput(QgsProcessingOutputNumber(SCHEMA, tr("Schema version")))
        self.addOutput(QgsProcessingOutputFile(BACKUP, tr("Copy of the old register")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Upgrade it."""
        done = upgrade_register(self.register_address(parameters, context), progress)
        if done.before == done.after:
            progress.say(Text(f"Schema {done.after} is actueel.", f"Schema {done.after} is up to date."))
        elif done.backup is None:
            progress.say(
                Text(
                    f"Bijgewerkt van schema {done.before} naar {done.after}.",
                    f"Upgraded from schema {done.before} to {done.after}.",
                )
            )
        else:
            progress.say(
                Text(
                    f"Bijgewerkt van schema {done.before} naar {done.after}; kopie: {done.backup}",
                    f"Upgraded from schema {done.before} to {done.after}; copy: {done.backup}",
                )
            )
        return {SCHEMA: done.after, BACKUP: str(done.backup or "")}
