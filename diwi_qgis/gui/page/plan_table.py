"""The dock "Plannen": the table of all plans."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QWidget

from diwi_qgis.gui.page.dock_part import DockPart
from diwi_qgis.translation import tr


class PlanTable(DockPart):
    """Below the map."""

    NAME = "diwiPlannen"
    PICTURE = "plannen"
    AREA = Qt.DockWidgetArea.BottomDockWidgetArea
    SIZE = QSize(700, 260)

    def title(self) -> str:
        """See `DockPart`."""
        return tr("Plans")

    def tooltip(self) -> str:
        """See `DockPart`."""
        return tr("Show or hide the table of all plans")

    def make(self) -> QWidget:
        """See `DockPart`."""
        from diwi_qgis.gui.page.plan_table_widget import PlanTableWidget

        return PlanTableWidget(self.window.session, self.window.iface.mapCanvas(), self.dock)
