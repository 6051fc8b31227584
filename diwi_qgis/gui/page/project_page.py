"""The dock "Plan": the page of the chosen plan."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QWidget

from diwi_qgis.gui.page.dock_part import DockPart
from diwi_qgis.translation import tr


class ProjectPage(DockPart):
    """On the right, beside the map."""

    NAME = "diwiPlan"
    PICTURE = "plan"
    SIZE = QSize(440, 560)  # three columns of a breakdown beside each other

    def title(self) -> str:
        """See `DockPart`."""
        return tr("Plan")

    def tooltip(self) -> str:
        """See `DockPart`."""
        return tr("Show or hide the page of the chosen plan")

    def make(self) -> QWidget:
        """See `DockPart`."""
        from diwi_qgis.gui.page.page import PlanPage

        return PlanPage(self.window.session, self.window.iface.mapCanvas(), self.dock)
