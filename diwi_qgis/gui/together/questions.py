"""What others changed too while a layer was being edited, asked of whoever is about to save it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.conflict_dialog import ConflictDialog, in_words
from diwi_qgis.gui.page.values import show, show_moment
from diwi_qgis.gui.together.layer_merge import Meeting, Unknown
from diwi_qgis.gui.window import Window
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict, Key, Row, Side
from diwi_qgis.translation import tr

#: So many rows are named with who changed them and when; more would leave no room for the choices.
_SIGNED = 3

_NAMES = ("naam", "titel", "soort", "onderwerp", "categorie", "datum")


class Questions:
    """Asks by a dialog; called with the rows and the conflicts, gives the choices, None for not saving."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def __call__(self, meeting: Meeting, conflicts: list[Conflict]) -> Optional[Mapping[Key, Side]]:
        """See `layer_merge.Ask`."""
        with self._window.session.read() as register:
            lists = RegisterLists.read(register)
            hands = register.last_hands(meeting.table, list(meeting.fids))
        lines, signed = [], {}
        for conflict in conflicts:
            row = _known_row(meeting, conflict.uuid)
            who, hand = _called(meeting.table, row, lists), hands.get(conflict.uuid)
            lines.append(in_words(_sayable(conflict), who, row, lists))
            if hand is not None:
                signed[who] = f"{who}: {hand.user or tr('somebody else')}, {show_moment(hand.when)}"
        text = tr(
            "While you were editing, somebody else stored other values. Choose for each what is to stand. Nothing was saved yet."
        )
        text = "\n".join([text, *list(signed.values())[:_SIGNED]])
        dialog = ConflictDialog(conflicts, lines, text, tr("Go on editing"), self._window.iface.mainWindow())
        return dialog.choices if dialog.exec() else None


def _known_row(meeting: Meeting, uuid: str) -> Row:
    found = meeting.theirs.get(uuid) or meeting.base.get(uuid) or {}
    return {name: value for name, value in found.items() if not isinstance(value, Unknown)}


def _sayable(conflict: Conflict) -> Conflict:
    """What it was is left empty where nobody knows."""
    if not isinstance(conflict.base, Unknown):
        return conflict
    return Conflict(conflict.table, conflict.uuid, conflict.column, None, conflict.mine, conflict.theirs)


def _called(name: str, row: Row, lists: RegisterLists) -> str:
    """What people call a row: "Plan Havenkwartier"."""
    table = model_table(name)
    called = next((each for each in _NAMES if row.get(each)), None)
    return table.label if called is None else f"{table.label} {show(table.column(called), row[called], row, lists)}"
