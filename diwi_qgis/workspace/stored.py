"""The QGIS project that a register carries in itself."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from qgis.core import QgsApplication, QgsPathResolver, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtCore import QBuffer, QIODevice, QUrl, QUrlQuery

from diwi_qgis.errors import RegisterError
from diwi_qgis.workspace.form_relations import known_when_read

#: Name of our project among those in the GeoPackage.
NAME = "DIWI"


def project_uri(register: Path) -> str:
    """Address of the project, as QGIS reads and writes it."""
    url = QUrl(_storage(register))
    query = QUrlQuery()
    query.addQueryItem("projectName", NAME)
    url.setQuery(query)
    return _text(url)


def has_project(register: Path) -> bool:
    """Whether the register has our project."""
    storage = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage")
    return NAME in storage.listProjects(_text(_storage(register)))


def read_project(project: QgsProject, register: Path) -> None:
    """Read the stored project into `project`, with its layers on this file. Raises RegisterError.

    Sources are relative, but with the name of the file. A renamed register would lose its layers (and the window of QGIS
    would ask the user about each), and a renamed copy beside its original would show, and change, the original: so the name
    is replaced while reading.
    """
    text = _stored_text(register)
    before = _first(r'<register type="QString">([^<]+)<', text) or register.name
    processor = QgsPathResolver.setPathPreprocessor(lambda source: _renamed(source, before, register.name))
    try:
        with known_when_read(project, set(re.findall(r'<attributeEditorRelation[^>]* relation="([^"]+)"', text))):
            _read(project, register)
    finally:
        QgsPathResolver.removePathPreprocessor(processor)
    project.writeEntry("diwi", "register", register.name)


def _stored_text(register: Path) -> str:
    """The project as it is kept: the text in its archive."""
    storage = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    if not storage.readProject(project_uri(register), buffer, QgsReadWriteContext()):
        raise _unreadable(register, "")
    try:
        with ZipFile(BytesIO(buffer.data().data())) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".qgs"))
            return archive.read(name).decode("utf8")
    except (BadZipFile, StopIteration, UnicodeDecodeError) as error:
        raise _unreadable(register, str(error)) from error


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return unescape(found[1]) if found else ""


def _renamed(source: str, old: str, new: str) -> str:
    """A source of a layer ("./file" or "./file|layername=…") with the new name of the file, when it is that file."""
    path, bar, rest = source.partition("|")
    return f"./{new}{bar}{rest}" if path == f"./{old}" else source


def _read(project: QgsProject, register: Path) -> None:
    if not project.read(project_uri(register)):
        raise _unreadable(register, project.error())


def _unreadable(register: Path, reason: str) -> RegisterError:
    return RegisterError(
        f"Het QGIS-project in register '{register}' kan niet worden gelezen: {reason}. Maak het opnieuw met "
        "'QGIS-project maken' (diwi:createworkspace).",
        f"The QGIS project in register '{register}' cannot be read: {reason}. Make it anew with "
        "'Create QGIS project' (diwi:createworkspace).",
    )


def write_project(project: QgsProject, register: Path) -> None:
    """Store the project in the register. Raises RegisterError."""
    project.writeEntry("diwi", "register", register.name)
    if not project.write(project_uri(register)):
        raise RegisterError(
            f"Het QGIS-project kan niet in register '{register}' worden bewaard: {project.error()}",
            f"The QGIS project cannot be stored in register '{register}': {project.error()}",
        )


def _storage(register: Path) -> QUrl:
    url = QUrl()
    url.setScheme("geopackage")
    url.setPath(register.as_posix())
    return url


def _text(url: QUrl) -> str:
    return url.toEncoded().data().decode()
