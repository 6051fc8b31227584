"""Whose plans are whose: the groups that own a plan may change it, however confidential it is."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QVBoxLayout, QWidget

from diwi_qgis.gui.people.pane import Pane, Table, Ticks
from diwi_qgis.gui.people.words import Proposal, of_owners
from diwi_qgis.store.people import People
from diwi_qgis.translation import tr


class OwnersPane(Pane):
    """Choose plans and tick the groups that own each of them."""

    NAME = "eigenaars"

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Owners of plans"))
        self.search = QLineEdit(self)
        self.search.setObjectName("planZoeken")
        self.search.setAccessibleName(tr("Find a plan by name, code or group"))
        self.search.setPlaceholderText(tr("Find a plan by name, code or group"))
        self.search.setClearButtonEnabled(True)
        self.list = Table("planLijst", tr("Plans"), (tr("Code"), tr("Name"), tr("Owned by")), self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.groups = Ticks("eigenaarGroepen", tr("Groups that own the chosen plans"), self)
        self.hint = QLabel(tr("Groups that own the chosen plans"), self)
        self.hint.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.hint)
        right.addWidget(self.groups)
        self.lay_out(left, right)
        self.search.textChanged.connect(self._filter)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.groups.ticked.connect(self.look_again)

    def show_people(self, people: People) -> None:
        """See `Pane`."""
        self.people = people
        self.list.fill((code, self._texts(code)) for code in people.plans)
        self._filter()
        self._chosen()

    def _texts(self, code: str) -> tuple[str, ...]:
        owners = ", ".join(sorted(self.people.owners.get(code, ()))) or tr("nobody")
        return code, self.people.plans[code] or tr("(not visible to you)"), owners

    def _filter(self, *_: object) -> None:
        wanted = self.search.text().strip().casefold()
        for item in map(self.list.topLevelItem, range(self.list.topLevelItemCount())):
            texts = (item.text(place) for place in range(self.list.columnCount()))
            item.setHidden(not any(wanted in text.casefold() for text in texts))

    @property
    def _plans(self) -> list[str]:
        """The chosen plans that are in sight."""
        return [item.text(0) for item in self.list.selectedItems() if not item.isHidden()]

    def _chosen(self) -> None:
        """Ticked is what all chosen plans have; the rest is taken off those that have it, which the proposal shows."""
        held = [self.people.owners.get(code, frozenset()) for code in self._plans]
        self.groups.fill(
            ((group, group) for group in self.people.members), frozenset.intersection(*held) if held else frozenset()
        )
        self.groups.setEnabled(bool(held))
        self._differ = len(set(held)) > 1
        self._touched = False
        self.look_again()

    def look_again(self, *_: object) -> None:
        """See `Pane`; plans that differ stay so until a group is ticked."""
        if self.sender() is self.groups:
            self._touched = True
        super().look_again()

    def proposal(self) -> Proposal:
        """See `Pane`."""
        plans = self._plans
        if not plans:
            return Proposal(refusal=tr("Choose one or more plans."))
        if self._differ and not self._touched:
            return Proposal(
                refusal=tr("The chosen plans have different owners; tick the groups that are to own all of them.")
            )
        return of_owners(self.people, plans, self.groups.keys())

    def step(self) -> tuple[str, dict[str, Any]]:
        """See `Pane`."""
        return "diwi:setowners", {"PLAN": ",".join(self._plans), "GROUPS": ",".join(sorted(self.groups.keys()))}
