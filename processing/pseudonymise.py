"""Processing algorithm: names in old lines of the history make place for pseudonyms."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from diwi_qgis.processing.base import DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.store.retention import pseudonymise
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

NAMES = "NAMES"


class Pseudonymise(DiwiAlgorithm):
    """Never by itself, and only when the register says after how many years."""

    ID = "pseudonymise"
    GROUP_ID = "lookback"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Make old names unrecognisable")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Looking back")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Replaces the names of people in lines of the history that are older than the number of years in setting "
            "'bewaartermijn_namen' by pseudonyms, one for each name. Without that setting nothing is done. What happened and when "
            "stays, and no line goes; it cannot be undone. In a database only a functional manager may do this."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addOutput(QgsProcessingOutputNumber(NAMES, tr("Names replaced")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Replace them."""
        with open_register(self.register_address(parameters, context), write=True) as register:
            count = pseudonymise(register)
        progress.say(Text(f"{count} naam/namen vervangen.", f"{count} name(s) replaced."))
        return {NAMES: count}
