"""How the programme of a plan is divided over its two parts: proposed by area, corrected by people, sums that stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.gui.inputs import steady
from diwi_qgis.model.tables import table
from diwi_qgis.sources.split_plan import BlokDeling
from diwi_qgis.translation import tr


class DivideDialog(QDialog):
    """`naam` and `counts` are the answer."""

    def __init__(
        self, parent: Optional[QWidget], plan: str, naam: str, areas: Sequence[Any], blokken: list[BlokDeling]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diwiDivideDialog")
        self.setWindowTitle(tr("Split plan {0}").format(plan))
        self.resize(760, 440)
        self._blokken = blokken
        self._spins: list[QSpinBox] = []
        self._firsts: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self._text(tr(
            "The first part keeps code, agreements, actions and permits. The new part gets a code of its own and a copy of "
            "milestones, bottlenecks, documents, groups and custom properties. Dwellings are divided by area; correct where "
            "you know better. The split is stored at once."
        )))  # fmt: skip
        form = QFormLayout()
        self._naam = QLineEdit(naam, self)
        self._naam.setObjectName("diwiDivideName")
        self._naam.setAccessibleName(tr("Name of the new part"))
        self._naam.setMaxLength(table("project").column("naam").length or 0)
        self._naam.textChanged.connect(self._changed)
        form.addRow(tr("Name of the new part"), self._naam)
        layout.addLayout(form)
        layout.addWidget(self._grid(areas), 1)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.setObjectName("diwiDivideButtons")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Split"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)
        steady(self)
        self._changed()

    @property
    def naam(self) -> str:
        """Name of the new plan."""
        return self._naam.text().strip()

    @property
    def counts(self) -> dict[str, tuple[int, int]]:
        """Per block (uuid) the dwellings of the first part and of the new one."""
        return {blok.uuid: (blok.aantal - spin.value(), spin.value()) for blok, spin in zip(self._blokken, self._spins)}

    def _grid(self, areas: Sequence[Any]) -> QScrollArea:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        headings = (tr("Block"), tr("Kind"), tr("Dwellings"), tr("First part"), tr("New part"))
        for column, text in enumerate(headings):
            grid.addWidget(QLabel(f"<b>{text}</b>", inner), 0, column)
        grid.addWidget(self._text(tr("Area")), 1, 0)
        sizes = (sum(area.area for area in areas), *(area.area for area in areas))
        for column, size in enumerate(sizes, start=2):
            grid.addWidget(self._number(square_metres(size)), 1, column)
        for row, blok in enumerate(self._blokken, start=2):
            for column, text in enumerate((blok.naam, tr("demolition") if blok.mutatie == "sloop" else tr("new"))):
                label = QLabel(text, inner)
                label.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(label, row, column)
            grid.addWidget(self._number(str(blok.aantal)), row, 2)
            first = self._number("")
            grid.addWidget(first, row, 3)
            spin = QSpinBox(inner)
            spin.setObjectName(f"diwiDivide_{blok.uuid}")
            spin.setAccessibleName(tr("Dwellings of block {0} in the new part").format(blok.naam))
            spin.setRange(0, blok.aantal)
            spin.setValue(blok.counts[1])
            spin.valueChanged.connect(self._changed)
            grid.addWidget(spin, row, 4)
            self._firsts.append(first)
            self._spins.append(spin)
        last = len(self._blokken) + 2
        grid.addWidget(self._text(f"<b>{tr('Net')}</b>"), last, 0)
        self._nets = [self._number("") for _ in range(3)]
        for column, label in enumerate(self._nets, start=2):
            grid.addWidget(label, last, column)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(last + 1, 1)
        scroll = QScrollArea(self)
        scroll.setObjectName("diwiDivideScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        return scroll

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _number(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _changed(self, *_: object) -> None:
        net = [0, 0]
        for blok, spin, label in zip(self._blokken, self._spins, self._firsts):
            first = blok.aantal - spin.value()
            label.setText(str(first))
            sign = -1 if blok.mutatie == "sloop" else 1
            net = [net[0] + sign * first, net[1] + sign * spin.value()]
        for label, value in zip(self._nets, (sum(net), *net)):
            label.setText(f"<b>{value}</b>")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.naam))
