"""The people of the register: who they are, in which role, whether they have access."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from diwi_qgis.gui.people.pane import Pane, Table
from diwi_qgis.gui.people.words import Proposal, of_user, role
from diwi_qgis.model.rights import GEBRUIKER, ROLLEN
from diwi_qgis.store.people import People, User
from diwi_qgis.translation import tr


class UsersPane(Pane):
    """Choose somebody to change him, or add one."""

    NAME = "mensen"

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("People"))
        headers = (tr("Name"), tr("Role"), tr("Access"), tr("Login"), tr("Groups"))
        self.list = Table("mensenLijst", tr("People"), headers, self)
        self.login, self.naam, self.email = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.rol = QComboBox(self)
        for code in ROLLEN:
            self.rol.addItem(role(code), code)
        self.actief = QCheckBox(tr("Has access"), self)
        self.actief.setToolTip(tr("Who has none sees nothing, from the moment that it is stored"))
        self.new = QPushButton(tr("New person"), self)
        form = QFormLayout()
        for name, label, widget in (
            ("inlognaam", tr("Login"), self.login),
            ("naam", tr("Name"), self.naam),
            ("email", tr("E-mail"), self.email),
            ("rol", tr("Role"), self.rol),
            ("actief", "", self.actief),
            ("nieuw", "", self.new),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(label or widget.text())
            form.addRow(label, widget)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch()
        self.lay_out(self.list, right)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.new.clicked.connect(self._start_anew)
        for field in (self.login, self.naam, self.email):
            field.textChanged.connect(self.look_again)
        self.rol.currentIndexChanged.connect(self.look_again)
        self.actief.toggled.connect(self.look_again)

    def show_people(self, people: People) -> None:
        """See `Pane`."""
        self.people = people
        self.list.fill((user.login, _texts(people, user)) for user in people.users.values())
        self._chosen()

    @property
    def _before(self) -> Optional[User]:
        return self.people.users.get(next(iter(self.list.keys()), ""))

    @property
    def _after(self) -> User:
        texts = (self.login.text().strip(), self.naam.text().strip())
        return User(*texts, self.rol.currentData(), self.email.text().strip(), self.actief.isChecked())

    def _start_anew(self, _checked: bool = False) -> None:
        self.list.clearSelection()
        self._chosen()
        self.login.setFocus()

    def _chosen(self) -> None:
        user = self._before or User("", "", GEBRUIKER, "", True)
        self.login.setReadOnly(bool(user.login))
        self.login.setToolTip(
            tr("A login never changes; add a new person for another one.")
            if user.login
            else tr(
                "The name with which this person logs in to the database, as the administrator of the server made it."
            )
        )
        for field, text in ((self.login, user.login), (self.naam, user.naam), (self.email, user.email)):
            field.setText(text)
        self.rol.setCurrentIndex(self.rol.findData(user.rol))
        self.actief.setChecked(user.actief)
        self.look_again()

    def proposal(self) -> Proposal:
        """See `Pane`."""
        after = self._after
        if self._before is None and not (after.login or after.naam):
            return Proposal()
        return of_user(self.people, self._before, after)

    def step(self) -> tuple[str, dict[str, Any]]:
        """See `Pane`."""
        user = self._after
        names = {"LOGIN": user.login, "NAME": user.naam, "EMAIL": user.email}
        return "diwi:setuser", {**names, "ROLE": user.rol, "ACTIVE": user.actief}


def _texts(people: People, user: User) -> tuple[str, ...]:
    access = tr("yes") if user.actief else tr("removed")
    if user.actief and user.login_missing:
        access = tr("no login on the server yet")
    return user.naam, role(user.rol), access, user.login, ", ".join(people.groups_of(user.login))
