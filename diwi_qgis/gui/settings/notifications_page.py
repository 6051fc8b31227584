"""Rules for notifications: on or off, how long before, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Optional

from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QWidget

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.model.notifications import MELDREGELS, ONTVANGERS, Keuze, Meldregel, read_choice, write_choice
from diwi_qgis.translation import locale, tr


class NotificationsPage(SettingsPage):
    """One line per rule."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Notifications")
        self.about = tr(
            "About what colleagues are told. The rules are kept with the register and travel in a definitions package; sending "
            "notifications comes in a later version."
        )
        super().__init__(parent)
        self._showing = False
        self._lines: list[tuple[Meldregel, QCheckBox, Optional[QSpinBox], QComboBox]] = []
        table = QGridLayout()
        for number, rule in enumerate(MELDREGELS):
            table_line = self._line(rule)
            self._lines.append(table_line)
            for place, widget in enumerate(table_line[1:]):
                if widget is not None:
                    table.addWidget(widget, number, place)
        table.setColumnStretch(3, 1)
        self.column.addLayout(table)
        self.column.addStretch(1)
        steady(self)

    def _line(self, rule: Meldregel) -> tuple[Meldregel, QCheckBox, Optional[QSpinBox], QComboBox]:
        label = rule.label.language(locale())
        tick = QCheckBox(label, self)
        tick.setObjectName(f"melding_{rule.naam}")
        tick.toggled.connect(self._changed)
        spin = None
        if rule.drempel is not None:
            spin = QSpinBox(self)
            spin.setRange(1, 120)
            spin.setSuffix(f" {rule.eenheid.language(locale())}")
            spin.setObjectName(f"drempel_{rule.naam}")
            spin.setAccessibleName(f"{label}: {rule.eenheid.language(locale())}")
            spin.valueChanged.connect(self._changed)
        to = QComboBox(self)
        to.setObjectName(f"aan_{rule.naam}")
        to.setAccessibleName(tr("{rule}: to whom").format(rule=label))
        for key, words in ONTVANGERS.items():
            to.addItem(words.language(locale()), key)
        to.currentIndexChanged.connect(self._changed)
        return rule, tick, spin, to

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        if self.draft is None:
            return
        self._showing = True
        for rule, tick, spin, to in self._lines:
            choice = read_choice(rule, self.draft.setting(rule.sleutel))
            tick.setChecked(choice.actief)
            to.setCurrentIndex(to.findData(choice.aan))
            to.setEnabled(choice.actief)
            if spin is not None:
                spin.setValue(choice.drempel or 1)
                spin.setEnabled(choice.actief)
        self._showing = False

    def _changed(self, *_: Any) -> None:
        if self._showing or self.draft is None:
            return
        with self.draft.step(("instelling", "melding")):
            for rule, tick, spin, to in self._lines:
                before = read_choice(rule, self.draft.setting(rule.sleutel))
                now = Keuze(tick.isChecked(), before.drempel, to.currentData())
                now = replace(now, drempel=spin.value()) if spin is not None else now
                if now != before:
                    self.draft.set_setting(rule.sleutel, write_choice(now))
        self.edited.emit()
