"""Dialog "People and rights": each change is shown before it is stored, by the algorithm that does it, in one transaction."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.people.groups_pane import GroupsPane
from diwi_qgis.gui.people.owners_pane import OwnersPane
from diwi_qgis.gui.people.pane import Pane
from diwi_qgis.gui.people.roles_pane import RolesPane
from diwi_qgis.gui.people.users_pane import UsersPane
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.gui.running import Outputs, Run, register_parameters
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.store.people import People, read_people
from diwi_qgis.translation import locale, tr


class PeopleDialog(QDialog):
    """People, groups, owners of plans, and what each role may do."""

    def __init__(self, session: RegisterSession, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("diwiMensenRechten")
        self.setWindowTitle(tr("People and rights"))
        self._session = session
        self.panes: tuple[Pane, ...] = (UsersPane(self), GroupsPane(self), OwnersPane(self))
        self.roles = RolesPane(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("mensenTabs")
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        for pane in self.panes:
            self.tabs.addTab(pane, pane.accessibleName())
            pane.storeAsked.connect(self._store)
        self.tabs.addTab(self.roles, self.roles.accessibleName())
        self.word = QLabel(self)
        self.word.setObjectName("mensenMelding")
        self.word.setWordWrap(True)
        self.word.setTextFormat(Qt.TextFormat.PlainText)
        self.word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.resize(1060, 600)
        self._read()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(problem_button(self, self.windowTitle()))
        line.addStretch()
        line.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.word)
        layout.addLayout(line)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field would press the first of them
        steady(self)
        in_reading_order(self)

    # -- reading ----------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            with self._session.read() as register:
                people = read_people(register)
        except DiwiError as error:
            self._refused(error.text.language(locale()))
            return
        for pane in self.panes:
            pane.show_people(people)
        self._say(_still_empty(people))

    # -- storing ----------------------------------------------------------------------------------------------------

    def _store(self, algorithm: str, parameters: dict[str, Any]) -> None:
        self._busy(True)
        where = register_parameters(self._session.address)
        Run(self, algorithm, {**parameters, **where}, self._stored, self._refused)

    def _stored(self, _outputs: Outputs) -> None:
        self._busy(False)
        self._session.refresh()  # what one sees oneself may be other rows now
        self._read()
        self._say(tr("Stored. It holds from this moment on, also where QGIS is open."))

    def _refused(self, reason: str) -> None:
        self._busy(False)
        self._say(f"{SIGN} {tr('Nothing was stored.')} {reason}" if reason else "")

    def reject(self) -> None:
        """Not while something is being stored: what becomes of it is told here."""
        if self.tabs.isEnabled():
            super().reject()

    def _busy(self, busy: bool) -> None:
        self.tabs.setEnabled(not busy)

    def _say(self, text: str) -> None:
        self.word.setText(text)
        self.word.setVisible(bool(text))


def _still_empty(people: People) -> str:
    """What to begin with in a register in which nobody is listed yet."""
    if not people.users:
        return tr("Nobody is listed yet. Begin with the people who have a login on the server.")
    if not people.members:
        return tr("There are no groups yet. A plan of a single person gets a group by itself; make one for a team.")
    return "" if people.plans else tr("The register has no plans yet.")
