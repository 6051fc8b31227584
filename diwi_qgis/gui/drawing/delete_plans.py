"""Plans deleted with all that is part of them, after asking: QGIS' own delete is refused for a plan that has a programme."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QMessageBox

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.gui.taking_back import OfferToTakeBack
from diwi_qgis.gui.window import Window
from diwi_qgis.notation import number
from diwi_qgis.store.acts import Kind
from diwi_qgis.translation import locale, tr

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
    figures = (len(plans), len(theirs), int(theirs["aantal"].sum()))
    names = [f"• {name}" for name in _names(plans)]
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        tr("Delete plan"),
        tr(
            "Delete these plans and all that is part of them? Plans: {0}. Blocks: {1}. Dwellings: {2}. Their milestones, "
            "agreements and documents go too."
        ).format(*(number(figure, language=locale()) for figure in figures)),
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
