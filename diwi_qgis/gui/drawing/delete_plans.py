"""Plans deleted with all that is part of them, after asking: QGIS' own delete is refused for a plan that has a programme."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QMessageBox

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.gui.taking_back import OfferToTakeBack
from diwi_qgis.gui.window import Window
from diwi_qgis.reports.html import dutch_number
from diwi_qgis.store.acts import Kind
from diwi_qgis.translation import tr

#: Plans that the question names before it says how many more there are.
_NAMED = 10


def delete_plans(window: Window, plans: Sequence[Plan]) -> None:
    """Ask, and delete in one transaction, which can be taken back right after."""
    try:
        question = _question(window, plans)
        if question.exec() != QMessageBox.StandardButton.Ok:
            return
        names = _names(plans)
        with window.session.write() as write, write.act(Kind.DELETE, plans[0].uuid, ", ".join(names)):
            write.delete("project", [plan.uuid for plan in plans])
    except DiwiError as error:
        window.refuse(error)
        return
    OfferToTakeBack(window, tr("Deleted: {0}").format(", ".join(names)), plans[0].uuid)


def _names(plans: Sequence[Plan]) -> list[str]:
    more = [tr("and {0} more").format(len(plans) - _NAMED)] if len(plans) > _NAMED else []
    return [*map(str, plans[:_NAMED]), *more]


def _question(window: Window, plans: Sequence[Plan]) -> QMessageBox:
    with window.session.read() as register:
        blocks = register.read("woningblok", ["project_uuid", "aantal"], geometry=False)
    theirs = blocks[blocks["project_uuid"].isin([plan.uuid for plan in plans])]
    names = [f"• {name}" for name in _names(plans)]
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        tr("Delete plan"),
        tr(
            "Delete {0} plan(s) with {1} block(s) of {2} dwellings, and their milestones, agreements and documents?"
        ).format(len(plans), len(theirs), dutch_number(int(theirs["aantal"].sum()))),
        QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
        window.iface.mainWindow(),
    )
    box.setObjectName("diwiDeletePlans")
    box.setInformativeText(
        "\n".join(
            [*names, "", tr("Their plan codes are never given to other plans; the history of the register keeps them.")]
        )
    )
    box.button(QMessageBox.StandardButton.Ok).setText(tr("Delete"))
    box.button(QMessageBox.StandardButton.Cancel).setText(tr("Cancel"))
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box
