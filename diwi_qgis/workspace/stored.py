"""The QGIS project that a register carries in itself."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsPathResolver, QgsProject
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from diwi_qgis.errors import RegisterError

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

    Sources are relative, but with the name of the file. A renamed register would lose its layers, and a renamed copy beside
    its original would show, and change, the original: so the name is replaced while reading.
    """
    stored = _stored_name(register)
    if stored == register.name:
        _read(project, register)
        return
    processor = QgsPathResolver.setPathPreprocessor(lambda source: _renamed(source, stored, register.name))
    try:
        _read(project, register)
    finally:
        QgsPathResolver.removePathPreprocessor(processor)
    project.writeEntry("diwi", "register", register.name)


def _stored_name(register: Path) -> str:
    """The name of the file when the project was stored. Asked of a project that nobody sees: the window of QGIS would ask
    the user about every layer that it cannot find."""
    unseen = QgsProject()
    _read(unseen, register, QgsProject.ReadFlag.FlagDontResolveLayers)
    return unseen.readEntry("diwi", "register")[0]


def _renamed(source: str, old: str, new: str) -> str:
    """A source of a layer ("./file" or "./file|layername=…") with the new name of the file, when it is that file."""
    path, bar, rest = source.partition("|")
    return f"./{new}{bar}{rest}" if path == f"./{old}" else source


def _read(project: QgsProject, register: Path, *flags: QgsProject.ReadFlag) -> None:
    if not project.read(project_uri(register), *flags):
        raise RegisterError(
            f"Het QGIS-project in register '{register}' kan niet worden gelezen: {project.error()}. Maak het opnieuw met "
            "'QGIS-project maken' (diwi:createworkspace).",
            f"The QGIS project in register '{register}' cannot be read: {project.error()}. Make it anew with "
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
    return bytes(url.toEncoded()).decode()
