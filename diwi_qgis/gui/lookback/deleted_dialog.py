"""Plans that were deleted, with a button that puts one back."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.lookback.moments import shown
from diwi_qgis.store.restoring import DeletedPlan
from diwi_qgis.translation import tr


class DeletedPlansDialog(QDialog):
    """Asks for a plan to be put back; who shows the dialog does it."""

    restoreAsked = pyqtSignal(str)  #: uuid

    def __init__(self, plans: Sequence[DeletedPlan], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiVerwijderdePlannen")
        self.setWindowTitle(tr("Deleted plans"))
        self.resize(700, 420)
        self.table = QTreeWidget(self)
        self.table.setObjectName("diwiVerwijderdeTabel")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels([tr("Plan"), tr("Code"), tr("Deleted on"), tr("By")])
        for plan in plans:
            item = QTreeWidgetItem([plan.naam, plan.code, shown(plan.moment), plan.user or tr("unknown")])
            item.setData(0, Qt.ItemDataRole.UserRole, plan.uuid)
            self.table.addTopLevelItem(item)
        for column in range(4):
            self.table.resizeColumnToContents(column)
        words = tr("A plan comes back with everything below it, with the code that it had.")
        what = QLabel(words if plans else tr("No plan was deleted, or all came back."), self)
        what.setObjectName("diwiVerwijderdeUitleg")
        what.setWordWrap(True)
        self.restore = QPushButton(tr("Put back"), self)
        self.restore.setObjectName("diwiZetTerug")
        self.restore.clicked.connect(self._ask)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (what, self.table, buttons):
            layout.addWidget(widget)
        self.table.itemSelectionChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.restore.setEnabled(bool(self.table.selectedItems()))

    def _ask(self) -> None:
        for item in self.table.selectedItems():
            self.restoreAsked.emit(item.data(0, Qt.ItemDataRole.UserRole))
            self.accept()
