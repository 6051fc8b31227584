"""“Report a problem”: a text with what a developer needs to know, to look over and send oneself. Nothing is sent by us.

It says versions and where in the window it was asked, and no names of people, files or folders.
"""

from __future__ import annotations

import platform
from configparser import ConfigParser
from typing import Optional
from urllib.parse import quote

from osgeo import gdal
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QT_VERSION_STR, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.paths import resource
from diwi_qgis.translation import locale, tr
from diwi_qgis.workspace.layers import find_register

#: The manual, in the repository.
MANUAL = "blob/main/docs/handleiding.md"

#: A mail address in a link may not be longer, some mail programs cut it.
_LONGEST_MAIL = 1800


def about_us() -> dict[str, str]:
    """What metadata.txt says of the plugin: version, homepage, tracker, email, …"""
    parser = ConfigParser(interpolation=None)
    folder = resource().parent
    parser.read([folder / "metadata.txt"], encoding="utf8")
    return dict(parser["general"])


def problem_text(context: str) -> str:
    """The prefilled text; `context` says where in the window it was asked."""
    about = about_us()
    lines = (
        tr("What did you do?"),
        "",
        tr("What happened, and what did you expect?"),
        "",
        "---",
        f"{about['name']}: {about['version']}",
        f"QGIS: {Qgis.QGIS_VERSION}",
        f"Qt: {QT_VERSION_STR}",
        f"GDAL: {gdal.__version__}",
        f"Python: {platform.python_version()}",
        f"{tr('System')}: {platform.system()} {platform.release()}",
        f"{tr('Language')}: {locale()}",
        f"{tr('Register schema')}: {SCHEMA_VERSION} ({_register()})",
        f"{tr('Where')}: {context}",
    )
    return "\n".join(lines)


def _register() -> str:
    """Whether a register is open; not which."""
    return tr("a register is open") if find_register(QgsProject.instance()) else tr("no register is open")


class ReportProblem(QDialog):
    """The text, to change, copy or mail, beside links to manual and known problems."""

    def __init__(self, context: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("diwiMeldProbleem")
        self.setWindowTitle(tr("Report a problem"))
        about = about_us()
        explain = QLabel(
            tr(
                "Nothing is sent by itself. Add what happened, look over what stands here, then copy it or open it in your "
                "mail program. It holds no names of people, files or folders."
            ),
            self,
        )
        explain.setWordWrap(True)
        self.text = QPlainTextEdit(problem_text(context), self)
        self.text.setObjectName("probleemtekst")
        self.text.setAccessibleName(tr("Text of the report"))
        links = QLabel(
            f'<a href="{about["repository"]}/{MANUAL}">{tr("Manual")}</a> · '
            f'<a href="{about["tracker"]}">{tr("Forum and known problems")}</a>',
            self,
        )
        links.setObjectName("koppelingen")
        links.setAccessibleName(tr("Manual, forum and known problems"))
        links.setOpenExternalLinks(True)
        links.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        for name, words, slot in (
            ("kopieren", tr("Copy to clipboard"), self.copy),
            ("mailen", tr("Open in mail program"), self.mail),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (explain, self.text, links, buttons):
            layout.addWidget(widget)
        self.resize(520, 420)

    def copy(self) -> None:
        """The text to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def mail(self) -> None:
        """A new message with the text in the user's own mail program."""
        QDesktopServices.openUrl(self.mail_link())

    def mail_link(self) -> QUrl:
        """The message as a link; a text too long for one is cut, the clipboard has all of it."""
        about = about_us()
        body = quote(self.text.toPlainText()[:_LONGEST_MAIL])
        return QUrl(f"mailto:{about['email']}?subject={quote(about['name'] + ': ' + tr('problem'))}&body={body}")


def problem_button(parent: QWidget, context: str) -> QToolButton:
    """A small button for a dock or dialog of ours that opens the report; `context` is the title of that dock or dialog."""
    button = _ProblemButton(parent)
    button.context = context
    return button


class _ProblemButton(QToolButton):
    context = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("meldProbleem")
        self.setText(tr("Report a problem"))
        self.setToolTip(tr("Write down what went wrong; nothing is sent by itself"))
        self.setAccessibleName(tr("Report a problem"))
        self.setAutoRaise(True)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        ReportProblem(self.context, self.window()).exec()
