"""What a role may see and change, out of the permission matrix: to look at, for the matrix is the same in every register."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.people.words import role
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.rights import (
    CLOSED_COLUMNS,
    GENERAL_RIGHTS,
    NIVEAUS,
    PLAN_RIGHTS,
    ROLLEN,
    Actie,
    allowed,
)
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.translation import locale, tr


class RolesPane(QWidget):
    """Choose a role: per level of confidentiality what it may do with plans, and what with the register."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("rollen")
        self.setAccessibleName(tr("What a role may do"))
        self.rol = QComboBox(self)
        self.rol.setObjectName("rolKeuze")
        self.rol.setAccessibleName(tr("Role"))
        for code in ROLLEN:
            self.rol.addItem(role(code), code)
        self.plans = _table("rolPlannen", tr("With a plan"), len(PLAN_RIGHTS), len(NIVEAUS))
        self.plans.setVerticalHeaderLabels([_capital(actie) for actie in PLAN_RIGHTS])
        levels = codelijst("vertrouwelijkheid")
        self.plans.setHorizontalHeaderLabels(
            [levels.waarde(each).label.replace(" ", "\n").replace("-", "-\n") for each in NIVEAUS]
        )
        self.plans.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.register = QLabel(self)
        self.register.setObjectName("rolRegister")
        self.closed = QLabel(self)
        self.closed.setObjectName("rolDicht")
        choice = QHBoxLayout()
        label = QLabel(tr("Role"), self)
        label.setBuddy(self.rol)
        choice.addWidget(label)
        choice.addWidget(self.rol)
        choice.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(choice)
        layout.addWidget(QLabel(tr("With plans, by how confidential they are:"), self))
        layout.addWidget(self.plans)
        for text in (self.register, self.closed):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(text)
        layout.addStretch()
        self.rol.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self, *_: object) -> None:
        rol = self.rol.currentData()
        for row, actie in enumerate(PLAN_RIGHTS):
            for column, level in enumerate(NIVEAUS):
                own, others = (allowed(rol, actie, level, eigen) for eigen in (True, False))
                item = QTableWidgetItem(_cell(own, others))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(f"{_capital(actie)}: {item.text()}")
                self.plans.setItem(row, column, item)
        may = [_capital(actie) for actie, roles in GENERAL_RIGHTS.items() if rol in roles]
        not_may = [_capital(actie) for actie, roles in GENERAL_RIGHTS.items() if rol not in roles]
        yes = tr("May: {list}.").format(list="; ".join(may) or tr("nothing"))
        no = tr("May not: {list}.").format(list="; ".join(not_may) or tr("nothing"))
        self.register.setText(f"{tr('With the register:')}\n{yes}\n{no}")
        names = [
            model_table(table).column(name).label
            for table, columns in CLOSED_COLUMNS.get(rol, {}).items()
            for name in columns
        ]
        self.closed.setText(
            tr("Fields of a plan that stay closed: {list}.").format(list=", ".join(names)) if names else ""
        )
        self.closed.setVisible(bool(names))


def _table(name: str, title: str, rows: int, columns: int) -> QTableWidget:
    table = QTableWidget(rows, columns)
    table.setObjectName(name)
    table.setAccessibleName(title)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    header_lines, line = 3, table.fontMetrics().lineSpacing()
    table.horizontalHeader().setFixedHeight(header_lines * line + 8)
    table.setFixedHeight((header_lines * line + 8) + rows * table.verticalHeader().defaultSectionSize() + 4)
    return table


def _cell(own: bool, others: bool) -> str:
    if own and others:
        return tr("all")
    return tr("own") if own else tr("of others") if others else "–"


def _capital(actie: Actie) -> str:
    text = actie.label.language(locale())
    return text[0].upper() + text[1:]
