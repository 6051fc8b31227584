"""The label of a field in a form: says what must be filled in, and what is wrong with what is."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QLabel

from diwi_qgis.gui.page.warning import SIGN, warning_colour
from diwi_qgis.model.schema import Column
from diwi_qgis.translation import tr


class FieldLabel(QLabel):
    """Name of a column, for the editor that it stands beside."""

    def __init__(self, column: Column, editor: Any, remark: str = "") -> None:
        self._text = " ".join(filter(None, (column.label, remark))) + (" *" if column.required else "")
        super().__init__(self._text)
        self._help, self._editor, self._closed = column.help, editor, ""
        self.setToolTip("\n".join(filter(None, (column.help, tr("Must be filled in.") if column.required else ""))))
        self.setBuddy(editor)
        self.setWordWrap(True)

    def close(self, reason: str) -> None:
        """Grey the editor out and say why; empty: it is open."""
        self._closed = reason
        self._editor.setEnabled(not reason)
        self._editor.setAccessibleDescription(reason or self._help)
        self.mark("")

    def mark(self, reason: str) -> None:
        """Say why the value cannot stay; empty: it can."""
        self.setText(f"{SIGN} {self._text}" if reason else self._text)
        palette = self.parentWidget().palette() if self.parentWidget() else self.palette()
        if reason:
            palette.setColor(self.foregroundRole(), warning_colour(palette))
        self.setPalette(palette)
        self._editor.setToolTip("\n".join(filter(None, (reason, self._closed, self._help))))
