"""The user chooses what becomes of an area that overlaps or sticks out, with the spot shown on the map."""

from __future__ import annotations

from enum import Enum
from typing import Any, Optional

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.drawing.judgement import OUTSIDE_MOTHER, OVERLAP, Bezwaar, Oordeel
from diwi_qgis.gui.drawing.shapes import to_qgis
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.translation import tr

#: Length of `contour_toelichting`.
_REASON = 1000
_SHOWN = 6


class Choice(Enum):
    """What becomes of the area."""

    TRIM = "trim"
    PART = "part"
    KEEP = "keep"
    BACK = "back"


class ChoiceDialog(QDialog):
    """Asks; `choice`, `reason` and `for_all` are the answer. Closing it is `Choice.BACK`, which loses nothing unasked."""

    def __init__(self, parent: Optional[QWidget], oordeel: Oordeel, back: str, more: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("diwiChoiceDialog")
        self.setWindowTitle(tr("This plan area cannot stay as it is without a choice"))
        self._oordeel = oordeel
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self._what())
        trimmed, mother = oordeel.trimmed, oordeel.possible_mother
        self._add(layout, Choice.TRIM, self._trim_text(trimmed), trimmed is not None)
        if any(bezwaar.regel == OVERLAP for bezwaar in oordeel.bezwaren):
            text = (
                tr("Make it part (deelplan) of {0}").format(mother) if mother else tr("Make it part of the other plan")
            )
            self._add(
                layout, Choice.PART, text, mother is not None, tr("It is part of a plan already, or the other is new.")
            )
        self._add(layout, Choice.KEEP, tr("Keep it like this, because:"), True)
        self._reason = QLineEdit(self)
        self._reason.setObjectName("diwiChoiceReason")
        self._reason.setAccessibleName(tr("Reason to keep the area like this"))
        self._reason.setPlaceholderText(tr("Reason; it is recorded with the plan"))
        self._reason.setMaxLength(_REASON)
        self._reason.textEdited.connect(self._explaining)
        layout.addWidget(self._reason)
        self._add(layout, Choice.BACK, back, True)
        self._all = QCheckBox(tr("The same for the other {0} plans").format(more), self)
        self._all.setObjectName("diwiChoiceForAll")
        self._all.setVisible(more > 0)
        layout.addWidget(self._all)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        self._buttons.setObjectName("diwiChoiceButtons")
        self._buttons.accepted.connect(self.accept)
        layout.addWidget(self._buttons)
        first = self._group.button(0) if trimmed is not None else self._group.buttons()[-1]
        first.setChecked(True)
        self._group.buttonToggled.connect(self._changed)
        self._changed()

    @property
    def choice(self) -> Choice:
        """What was chosen; `Choice.BACK` when the dialog was closed."""
        if self.result() != QDialog.DialogCode.Accepted:
            return Choice.BACK
        return list(Choice)[self._group.checkedId()]

    @property
    def reason(self) -> str:
        """Why it is kept."""
        return self._reason.text().strip()

    @property
    def for_all(self) -> bool:
        """Whether the other plans in this edit get the same treatment."""
        return self._all.isChecked()

    def possible(self, oordeel: Oordeel) -> bool:
        """Whether the answer can be carried out for another plan too."""
        needed = {Choice.TRIM: oordeel.trimmed, Choice.PART: oordeel.possible_mother}
        return needed.get(self.choice, oordeel) is not None

    def _add(self, layout: QVBoxLayout, choice: Choice, text: str, possible: bool, why_not: str = "") -> None:
        button = QRadioButton(text, self)
        button.setObjectName(f"diwiChoice_{choice.value}")
        button.setAccessibleName(text)
        button.setEnabled(possible)
        button.setToolTip("" if possible else why_not)
        self._group.addButton(button, list(Choice).index(choice))
        layout.addWidget(button)

    def _what(self) -> QLabel:
        bezwaren = self._oordeel.bezwaren
        lines = [tr("Plan {0}:").format(self._oordeel.plan), *(f"•  {_line(bezwaar)}" for bezwaar in bezwaren[:_SHOWN])]
        if len(bezwaren) > _SHOWN:
            lines.append(tr("•  and {0} more").format(len(bezwaren) - _SHOWN))
        lines += [
            tr("The area of plan {0} is invalid; it was compared by its repaired shape.").format(other)
            for other in self._oordeel.ongeldig
        ]
        label = QLabel("\n".join(lines), self)
        label.setObjectName("diwiChoiceWhat")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(420)
        return label

    def _trim_text(self, trimmed: Any) -> str:
        if trimmed is None:
            return tr("Cut it off: nothing would be left")
        area = self._oordeel.plan.area
        text = tr("Cut {0} off this plan").format(square_metres(area.area - trimmed.area))
        parts = len(trimmed.geoms)
        if parts > max(1, len(getattr(area, "geoms", [area]))):
            text += " " + tr("(it falls apart into {0} parts)").format(parts)
        return text

    def _explaining(self) -> None:
        self._group.button(list(Choice).index(Choice.KEEP)).setChecked(True)
        self._changed()

    def _changed(self, *_: object) -> None:
        keeps = self._group.checkedId() == list(Choice).index(Choice.KEEP)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not keeps or bool(self.reason))


def ask(canvas: QgsMapCanvas, oordeel: Oordeel, back: str, more: int = 0) -> ChoiceDialog:
    """Show the dialog with the spots on the map; the dialog comes back answered."""
    dialog = ChoiceDialog(canvas.window(), oordeel, back, more)
    colour = dialog.palette().color(QPalette.ColorRole.Highlight)
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setColor(colour)
    colour.setAlpha(110)
    band.setFillColor(colour)
    band.setWidth(2)
    for bezwaar in oordeel.bezwaren:
        band.addGeometry(to_qgis(bezwaar.geom), None)
    try:
        dialog.exec()
    finally:
        canvas.scene().removeItem(band)
    return dialog


def _line(bezwaar: Bezwaar) -> str:
    size = square_metres(bezwaar.area)
    if bezwaar.regel == OVERLAP:
        return tr("{0} lies in plan {1}").format(size, bezwaar.ander)
    if bezwaar.regel == OUTSIDE_MOTHER:
        return tr("{0} lies outside its main plan {1}").format(size, bezwaar.ander)
    return tr("{0} lies outside the municipality").format(size)
