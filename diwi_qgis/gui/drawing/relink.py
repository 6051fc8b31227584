"""Plans on parcels that changed follow them, where that is certain; what changed is shown in a layer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.gui.running import Run, register_parameters
from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr

ALGORITHM = "diwi:relinkparcels"


class Relink(QObject):
    """One run, for these plans or (none given) for all."""

    def __init__(self, window: Window, plans: Sequence[Plan]) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._codes = ",".join(plan.code for plan in plans if plan.code)
        self._folder = TemporaryDirectory(prefix="diwi")

    def run(self) -> None:
        """In the background."""
        output = str(Path(self._folder.name, "verschillen.gpkg"))
        where = register_parameters(self._session.address)
        asked = {**where, "PLANS": self._codes, "WRITE": True, "OUTPUT": output}
        Run(self, ALGORITHM, asked, self._done, self._failed)

    def _done(self, outputs: dict[str, Any]) -> None:
        differences = QgsVectorLayer(str(outputs["OUTPUT"]), "verschillen", "ogr")
        if differences.isValid() and differences.featureCount():
            shown = differences.materialize(QgsFeatureRequest())
            shown.setName(tr("Parcels that changed under plans"))
            self._session.project.addMapLayer(shown)
        del differences
        remove(self._folder)
        self._session.refresh()
        found, linked, asked = (int(outputs[name]) for name in ("FOUND", "RELINKED", "PROPOSED"))
        if not found:
            self._window.tell(tr("The parcels under the plans did not change."), Qgis.MessageLevel.Info, 8)
        else:
            text = tr(
                "Parcels changed under {0} plans: {1} follow them, {2} need your choice. The layer shows what changed."
            )
            level = Qgis.MessageLevel.Warning if asked else Qgis.MessageLevel.Info
            self._window.tell(text.format(found, linked, asked), level)
        self.deleteLater()

    def _failed(self, reason: str) -> None:
        remove(self._folder)
        if reason:
            self._window.tell(reason)


def remove(folder: TemporaryDirectory[str]) -> None:
    """Away with it; what another program still holds is left to the system."""
    with suppress(OSError):
        folder.cleanup()
