"""The groups that own plans together, and their members."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from diwi_qgis.gui.people.pane import Pane, Table, Ticks
from diwi_qgis.gui.people.words import Proposal, of_group, role
from diwi_qgis.store.people import People
from diwi_qgis.translation import tr


class GroupsPane(Pane):
    """Choose a group and tick its members, or add one."""

    NAME = "groepen"

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Groups"))
        self.list = Table("groepenLijst", tr("Groups"), (tr("Group"), tr("Plans"), tr("Members")), self)
        self.naam = QLineEdit(self)
        self.naam.setObjectName("groepNaam")
        self.naam.setAccessibleName(tr("Name of the group"))
        self.naam.setPlaceholderText(tr("Name of the group"))
        self.members = Ticks("leden", tr("Members"), self)
        self.new = QPushButton(tr("New group"), self)
        self.new.setObjectName("groepNieuw")
        right = QVBoxLayout()
        for widget in (self.naam, QLabel(tr("Members"), self), self.members, self.new):
            right.addWidget(widget)
        self.lay_out(self.list, right)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.new.clicked.connect(self._start_anew)
        self.naam.textChanged.connect(self.look_again)
        self.members.ticked.connect(self.look_again)

    def show_people(self, people: People) -> None:
        """See `Pane`."""
        self.people = people
        self.list.fill((group, self._texts(group, logins)) for group, logins in people.members.items())
        self._chosen()

    def _texts(self, group: str, logins: frozenset[str]) -> tuple[str, ...]:
        names = sorted(self.people.users[login].naam for login in logins)
        return group, str(len(self.people.owned_by(group))), ", ".join(names)

    @property
    def _group(self) -> str:
        return next(iter(self.list.keys()), "")

    def _start_anew(self, _checked: bool = False) -> None:
        self.list.clearSelection()
        self._chosen()
        self.naam.setFocus()

    def _chosen(self) -> None:
        group = self._group
        self.naam.setReadOnly(bool(group))
        self.naam.setText(group)
        users = self.people.users.values()
        rows = [(user.login, f"{user.naam} ({role(user.rol)})") for user in users]
        self.members.fill(rows, self.people.members.get(group, frozenset()))
        self.look_again()

    def proposal(self) -> Proposal:
        """See `Pane`."""
        name = self.naam.text().strip()
        if not (name or self.members.keys()):
            return Proposal()
        return of_group(self.people, name, not self._group, self.members.keys())

    def step(self) -> tuple[str, dict[str, Any]]:
        """See `Pane`."""
        return "diwi:setgroup", {"NAME": self.naam.text().strip(), "MEMBERS": ",".join(sorted(self.members.keys()))}
