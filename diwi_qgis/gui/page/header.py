"""Top of the page: which plan this is, where it stands, and how many dwellings, by the one definition (docs/cijfers.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QAction,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.plan_draft import PlanDraft, Row
from diwi_qgis.libraries import require
from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr

#: Letters of the main plan's name that a narrow page has room for.
_LONGEST = 34

#: Figures shown: name in `rules.figures.CIJFERS`.
FIGURES = ("bouw", "sloop", "netto", "netto_gerealiseerd", "netto_resterend")


def figure_labels() -> dict[str, tuple[str, str]]:
    """Label and explanation of every figure."""
    return {
        "bouw": (tr("Gross"), tr("Dwellings to be built, and built")),
        "sloop": (tr("Demolition"), tr("Dwellings to be demolished, and demolished")),
        "netto": (tr("Net"), tr("Gross minus demolition")),
        "netto_gerealiseerd": (tr("Realised"), tr("Net, delivered up to today")),
        "netto_resterend": (tr("Remaining"), tr("Net, not yet delivered")),
    }


def figures_of(draft: PlanDraft, peildatum: date) -> dict[str, int]:
    """The figures of a plan as it is on the page."""
    require("pandas")
    import pandas as pd

    from diwi_qgis.rules.figures import dwellings, parts

    def frame(name: str, columns: tuple[str, ...]) -> pd.DataFrame:
        return pd.DataFrame(draft.rows(name), columns=list(columns))

    project = frame("project", ("uuid", "eind_datum"))
    blocks = frame("woningblok", ("uuid", "project_uuid", "mutatie", "in_programmering", "aantal"))
    deliveries = frame("oplevering", ("woningblok_uuid", "datum", "aantal", "gerealiseerd"))
    deliveries = deliveries[deliveries["datum"].notna()].assign(aantal=lambda rows: rows["aantal"].fillna(0))
    row = dwellings(parts(project, blocks, deliveries, peildatum), per=()).iloc[0]
    return {name: int(row[name]) for name in FIGURES}


class Header(QWidget):
    """Name, state and figures of a plan, and the way to its main plan and sub-plans."""

    planAsked = pyqtSignal(str)  #: uuid of a plan to go to

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("planKop")
        self.name = self._label("planNaam")
        font = self.name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.name.setFont(font)
        self.state = self._label("planStaat")
        self._figures = QWidget(self)
        grid = QGridLayout(self._figures)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(6)
        self.values: dict[str, QLabel] = {}
        for place, (name, (label, tip)) in enumerate(figure_labels().items()):
            title, value = self._label(f"label_{name}"), self._label(f"cijfer_{name}")
            title.setText(label)
            value.setFont(_bold(value))
            for label_of, row in ((title, 0), (value, 1)):
                label_of.setToolTip(tip)
                label_of.setWordWrap(False)
                grid.addWidget(label_of, row, place)
            value.setAccessibleName(label)
            self.values[name] = value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 0)
        layout.setSpacing(2)
        self.main_plan, self.sub_plans = self._button("naarHoofdplan"), self._button("naarDeelplan")
        self.sub_plans.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sub_plans.setMenu(QMenu(self.sub_plans))
        self.sub_plans.menu().triggered.connect(self._asked)
        self.main_plan.clicked.connect(self._main_plan_asked)
        self._kin = QWidget(self)
        line = QHBoxLayout(self._kin)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.main_plan)
        line.addWidget(self.sub_plans)
        line.addStretch()
        for widget in (self.name, self.state, self._kin, self._figures):
            layout.addWidget(widget)
        self.show_kin((), ())

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def show_kin(self, main_plans: Sequence[Row], sub_plans: Sequence[Row]) -> None:
        """The plan that this one is part of (none or one), and the plans that are part of it."""
        for row in main_plans:
            self.main_plan.setText("↑ " + _shortened(f"{row['naam']} ({row['code']})"))
            self.main_plan.setToolTip(tr("Go to the main plan {name}").format(name=row["naam"]))
            self.main_plan.setProperty("plan", row["uuid"])
        self.sub_plans.setText(tr("Sub-plans: {number}").format(number=len(sub_plans)))
        self.sub_plans.setToolTip(tr("Go to one of the plans that are part of this one"))
        self.sub_plans.menu().clear()
        for row in sub_plans:
            self.sub_plans.menu().addAction(f"{row['naam']} ({row['code']})").setData(row["uuid"])
        for button, shown in ((self.main_plan, main_plans), (self.sub_plans, sub_plans)):
            button.setAccessibleName(button.toolTip())
            button.setVisible(bool(shown))
        self._kin.setVisible(bool(main_plans) or bool(sub_plans))

    def _main_plan_asked(self, _checked: bool = False) -> None:
        self.planAsked.emit(self.main_plan.property("plan"))

    def _asked(self, action: QAction) -> None:
        self.planAsked.emit(action.data())

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists) -> None:
        """Show a plan, or that none is chosen."""
        self._figures.setVisible(draft is not None)
        if draft is None:
            self.show_kin((), ())
            self.name.setText(tr("No plan chosen"))
            self.state.setText(tr("Choose a plan on the map or in the table of plans."))
            for value in self.values.values():
                value.clear()
            return
        plan = draft.project
        self.name.setText(plan["naam"] or tr("(no name)"))
        words = [plan["code"] or ""]
        for name in ("fase", "planstatus", "vertrouwelijkheid"):
            words.append(lists.label(name, plan[name]) if plan[name] else tr("{name} unknown").format(name=name))
        self.state.setText(" · ".join(filter(None, words)))
        for name, figure in figures_of(draft, date.today()).items():
            self.values[name].setText(number(figure, language=locale()))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _bold(label: QLabel) -> QFont:
    font = label.font()
    font.setBold(True)
    return font
