"""One question before one looks back: to which moment."""

from __future__ import annotations

from datetime import datetime

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.lookback.moments import MomentEdit, shown
from diwi_qgis.translation import tr


class MomentDialog(QDialog):
    """Accepted, `moment` is what was chosen."""

    def __init__(self, since: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiTerugkijken")
        self.setWindowTitle(tr("Look back"))
        self.setMinimumWidth(420)
        what = QLabel(
            tr(
                "The register as it was known at that moment opens read-only: map, page and table show the plans of then. "
                "It knows of everything since {since}."
            ).format(since=shown(since))
        )
        what.setWordWrap(True)
        self.moment = MomentEdit("diwiTerugkijkenMoment", tr("Moment"), since, self)
        yesterday = self.moment.maximumDateTime().addDays(-1)
        self.moment.setDateTime(max(yesterday, self.moment.minimumDateTime()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Look back"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Moment"), self.moment)
        layout = QVBoxLayout(self)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(buttons)
        steady(self)
