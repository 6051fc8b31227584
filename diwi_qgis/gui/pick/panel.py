"""The panel beside the map while parcels are picked: what is picked, and what to do with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Optional, cast

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QFont, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QCheckBox,
    QDockWidget,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QShortcut,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.pick.selection import Perceel
from diwi_qgis.gui.pick.tool import Shape
from diwi_qgis.gui.window import icon, why_not
from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr

_MANY_DWELLINGS = 99_999
_UNKNOWN = -1
_HECTARE = 10_000.0


@dataclass(frozen=True)
class GekozenPlan:
    """The plan that is looked at: what it would become when the picked parcels were added. `area` in m²."""

    naam: str
    area: float
    aantal: Optional[int]


@dataclass(frozen=True)
class Stand:
    """What the panel shows. `area` in m²; `warning` is a sentence, or empty, as is why one may not make or change a plan."""

    percelen: Collection[Perceel]
    area: float
    plan: Optional[GekozenPlan]
    warning: str
    closed_new: str = ""
    closed_plan: str = ""


class PickPanel(QDockWidget):
    """Shows a `Stand`; tells what the user wants."""

    shapeChosen = pyqtSignal(Shape)
    partAllowed = pyqtSignal(bool)  #: parcels of another plan may be picked, for a part of that plan
    removed = pyqtSignal(list)  #: `identificatie` of parcels to leave out
    shown = pyqtSignal(str)  #: `identificatie` of a parcel to look at
    closed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Pick parcels"), parent)
        self.setObjectName("diwiPickPanel")
        self.new_plan = self._action("diwiPickNew", tr("New plan…"), "plan_new")
        self.extend = self._action("diwiPickExtend", tr("Add to chosen plan"), "plan_extend")
        self.replace = self._action("diwiPickReplace", tr("Replace plan area"), "plan_replace")
        self.cancel = self._action("diwiPickCancel", tr("Cancel"), "cancel")
        self._figures: dict[str, QLabel] = {}
        self._stand = Stand((), 0.0, None, "")
        self._build()
        steady(self)

    def show_stand(self, stand: Stand) -> None:
        """Show what is picked."""
        if _programme(stand.plan) != _programme(self._stand.plan):
            self._dwellings.setValue(_programme(stand.plan)[1] or _UNKNOWN)
        self._stand = stand
        self._figures["count"].setText(number(len(stand.percelen), language=locale()))
        self._figures["area"].setText(_area(stand.area))
        for widget in (self._label("plan"), self._figures["plan"]):
            widget.setVisible(stand.plan is not None)
        if stand.plan is not None:
            self._figures["plan"].setText(_area(stand.plan.area))
            self._label("plan").setText(tr("'{plan}' with these").format(plan=_short(stand.plan.naam)))
        self._warning.setText(stand.warning)
        self._warning.setVisible(bool(stand.warning))
        self._show_density()
        self._show_list()
        self._show_actions()

    def show_hover(self, text: str) -> None:
        """Say what is under the mouse."""
        self._hover.setText(text or self._group.checkedAction().toolTip().splitlines()[0])

    @property
    def choices(self) -> list[QAction]:
        """What can be done with the picked parcels now, the most likely first."""
        return [action for action in (self.new_plan, self.extend, self.replace) if action.isEnabled()]

    @property
    def part_allowed(self) -> bool:
        """Whether parcels of another plan may be picked, for a part of that plan."""
        return self._part.isChecked()

    def start_anew(self) -> None:
        """Forget what was ticked for the last plan."""
        self._part.setChecked(False)
        self._dwellings.setValue(_UNKNOWN)
        self._stand = Stand((), 0.0, None, "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the panel is cancelling."""
        super().closeEvent(event)
        self.closed.emit()

    # -- building -------------------------------------------------------------------------------------------------

    def _action(self, name: str, text: str, picture: str) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setObjectName(name)
        return action

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("diwiPickInside")
        layout = QVBoxLayout(inside)
        layout.addLayout(self._shapes())
        self._hover = self._words("diwiPickHover", tr("Under the mouse"))
        self._warning = self._words("diwiPickWarning", tr("Attention"))
        self._warning.setFrameShape(QFrame.Shape.StyledPanel)
        self._warning.setVisible(False)
        self._part = QCheckBox(tr("Part of another plan"))
        self._part.setObjectName("diwiPickPart")
        self._part.setToolTip(tr("Pick parcels of another plan too; the new plan becomes a part (deelplan) of it."))
        self._part.toggled.connect(self.partAllowed)
        self._list = self._designations()
        for widget in (self._hover, self._warning):
            layout.addWidget(widget)
        layout.addLayout(self._form())
        layout.addWidget(self._part)
        layout.addWidget(self._list, 1)
        scroll = _UpAndDown()
        scroll.setObjectName("diwiPickScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QWidget()
        whole.setObjectName("diwiPickWhole")
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        outer.addLayout(self._buttons())
        self.setWidget(whole)
        self.show_hover("")

    def _shapes(self) -> QHBoxLayout:
        row, self._group = QHBoxLayout(), QActionGroup(self)
        for shape, text, help_text in (
            (Shape.RECTANGLE, tr("Click or box"), tr("Click a parcel, or drag a box around parcels")),
            (Shape.LASSO, tr("Lasso"), tr("Drag a line around parcels")),
            (Shape.LINE, tr("Line"), tr("Click a line across parcels; right click, double click or Enter ends it")),
        ):
            action = self._action(f"diwiPick{shape.name.title()}", text, f"pick_{shape.value}")
            modifiers = tr("Shift adds, Ctrl leaves out, Esc takes the last step back.")
            action.setToolTip(f"{help_text}\n{modifiers}")
            action.setCheckable(True)
            action.setChecked(shape is Shape.RECTANGLE)
            action.setData(shape)
            self._group.addAction(action)
            row.addWidget(_button(action))
        self._group.triggered.connect(self._chosen)
        return row

    def _chosen(self, action: QAction) -> None:
        self.show_hover("")
        self.shapeChosen.emit(action.data())

    def _words(self, name: str, spoken: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setAccessibleName(spoken)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of plans are the users' own
        label.setWordWrap(True)
        return label

    def _form(self) -> QFormLayout:
        self._rows = QFormLayout()
        for key, text in (("count", tr("Parcels")), ("area", tr("Area")), ("plan", tr("Chosen plan"))):
            self._figures[key] = self._figure(key)
            label = self._words(f"diwiPick{key.title()}Label", text)
            label.setText(text)
            self._rows.addRow(label, self._figures[key])
        self._dwellings = QSpinBox()
        self._dwellings.setObjectName("diwiPickDwellings")
        self._dwellings.setRange(_UNKNOWN, _MANY_DWELLINGS)
        self._dwellings.setSpecialValueText(tr("unknown"))
        self._dwellings.setValue(_UNKNOWN)
        self._dwellings.setAccessibleName(tr("Dwellings to be built"))
        self._dwellings.setToolTip(tr("To see how dense the plan becomes; it is not stored."))
        self._dwellings.valueChanged.connect(self._show_density)
        self._rows.addRow(tr("Dwellings to be built"), self._dwellings)
        self._figures["density"] = self._figure("density")
        self._rows.addRow(tr("Dwellings per hectare"), self._figures["density"])
        return self._rows

    def _figure(self, key: str) -> QLabel:
        label = QLabel("–")
        label.setObjectName(f"diwiPick{key.title()}")
        bold = QFont(label.font())
        bold.setBold(True)
        label.setFont(bold)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _label(self, key: str) -> QLabel:
        return cast(QLabel, self._rows.labelForField(self._figures[key]))

    def _designations(self) -> QListWidget:
        found = QListWidget()
        found.setObjectName("diwiPickList")
        found.setAccessibleName(tr("Picked parcels"))
        found.setToolTip(tr("Double click zooms to a parcel; Delete leaves the selected ones out."))
        found.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        found.setMinimumHeight(80)
        found.setUniformItemSizes(True)
        found.itemActivated.connect(self._activated)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), found)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._leave_out)
        return found

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(9, 0, 9, 9)
        for action in (self.new_plan, self.extend, self.replace, self.cancel):
            button = _button(action)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        return column

    # -- showing --------------------------------------------------------------------------------------------------

    def _show_density(self) -> None:
        area = self._stand.plan.area if self._stand.plan is not None else self._stand.area
        known = self._dwellings.value() != _UNKNOWN and area > 0
        text = number(self._dwellings.value() / (area / _HECTARE), 1, locale()) if known else "–"
        self._figures["density"].setText(text)

    def _show_list(self) -> None:
        self._list.clear()
        for perceel in self._stand.percelen:
            item = QListWidgetItem(perceel.aanduiding)
            item.setData(Qt.ItemDataRole.UserRole, perceel.identificatie)
            self._list.addItem(item)
        self._list.scrollToBottom()

    def _show_actions(self) -> None:
        picked, plan = bool(self._stand.percelen), self._stand.plan
        none_picked, none_chosen = tr("no parcel is picked yet"), tr("no plan is selected; select one on the map first")
        for action, needs_plan, help_text in (
            (self.new_plan, False, tr("A new plan on the picked parcels; its form opens")),
            (self.extend, True, tr("The picked parcels are added to the area of the selected plan")),
            (self.replace, True, tr("The picked parcels become the area of the selected plan")),
        ):
            reason = none_picked if not picked else none_chosen if needs_plan and plan is None else ""
            closed = self._stand.closed_plan if needs_plan else self._stand.closed_new
            why_not(action, help_text, closed or reason)
        self.extend.setText(
            tr("Add to chosen plan") if plan is None else tr("Add to '{plan}'").format(plan=_short(plan.naam))
        )

    def _activated(self, item: QListWidgetItem) -> None:
        self.shown.emit(item.data(Qt.ItemDataRole.UserRole))

    def _leave_out(self) -> None:
        self.removed.emit([item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()])


class _UpAndDown(QScrollArea):
    """Scrolls up and down only: as wide as what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """See `QWidget.minimumSizeHint`."""
        inside = self.widget().minimumSizeHint().width() if self.widget() is not None else 0
        return QSize(inside + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When what is in it needs more room, so does this; a scroll area by itself does not pass that on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"{action.objectName()}Button")
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _area(square_metres: float) -> str:
    """1.234 m² (0,12 ha)."""
    return f"{number(square_metres, 0, locale())} m² ({number(square_metres / _HECTARE, 2, locale())} ha)"


def _programme(plan: Optional[GekozenPlan]) -> tuple[str, Optional[int]]:
    return ("", None) if plan is None else (plan.naam, plan.aantal)


def _short(naam: str, length: int = 28) -> str:
    return naam if len(naam) <= length else f"{naam[: length - 1]}…"
