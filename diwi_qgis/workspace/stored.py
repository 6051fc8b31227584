"""The QGIS project that a register carries in itself: in its file, or in its schema in the database, as QGIS keeps projects there."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from qgis.core import (
    QgsApplication,
    QgsDataSourceUri,
    QgsPathResolver,
    QgsProject,
    QgsProjectStorage,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice, QUrl, QUrlQuery

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.workspace.connections import layer_uri, nameless
from diwi_qgis.workspace.form_relations import known_when_read

#: Name of our project among those in the same place.
NAME = "DIWI"


def project_uri(register: Address) -> str:
    """Address of the project, as QGIS reads and writes it; without a password."""
    if isinstance(register, PostgisAddress):
        return _encoded(_server_url(register), project=NAME)
    return _encoded(_file_url(register), projectName=NAME)


def has_project(register: Address) -> bool:
    """Whether the register has our project."""
    server = isinstance(register, PostgisAddress)
    folder = _encoded(_server_url(register) if isinstance(register, PostgisAddress) else _file_url(register))
    return NAME in _storage(server).listProjects(folder)


def read_project(project: QgsProject, register: Address) -> None:
    """Read the stored project into `project`, with its layers on this register. Raises RegisterError.

    A renamed file would lose its layers (and the window of QGIS would ask the user about each), and a renamed copy beside
    its original would show, and change, the original. On a server everybody has a connection of his own. So the name of the
    file, or the connection, is replaced in every source while reading.
    """
    text = _stored_text(register)
    before = _first(r'<register type="QString">([^<]+)<', text) or _mark(register)
    relations = set(re.findall(r'<attributeEditorRelation[^>]* relation="([^"]+)"', text))
    processor = QgsPathResolver.setPathPreprocessor(partial(_led_to, register, before))
    try:
        with known_when_read(project, relations):
            if not project.read(project_uri(register)):
                raise _unreadable(register, project.error())
    finally:
        QgsPathResolver.removePathPreprocessor(processor)
    project.writeEntry("diwi", "register", _mark(register))


def write_project(project: QgsProject, register: Address) -> None:
    """Store the project in the register. Raises RegisterError."""
    project.writeEntry("diwi", "register", _mark(register))
    if not project.write(project_uri(register)):
        raise _not_stored(register, project.error())


def _stored_text(register: Address) -> str:
    """The project as it is kept: the text in its archive."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    storage = _storage(isinstance(register, PostgisAddress))
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


# -- the sources of its layers ------------------------------------------------------------------------------------------


def _mark(register: Address) -> str:
    """What the sources of a stored project have of the place of its register: whoever stored it, as whichever user."""
    if isinstance(register, PostgisAddress):
        return nameless(layer_uri(register)).connectionInfo(False)
    return register.name


def _led_to(register: Address, before: str, source: str) -> str:
    """A source on the register as it was marked, led to where that is now, for who opens it; any other as it is."""
    if isinstance(register, PostgisAddress):
        return _reconnected(source, before, layer_uri(register))
    path, bar, rest = source.partition("|")
    return f"./{register.name}{bar}{rest}" if path == f"./{before}" else source


def _reconnected(source: str, before: str, now: QgsDataSourceUri) -> str:
    if " table=" not in source:
        return source
    uri = QgsDataSourceUri(source)
    if nameless(uri).connectionInfo(False) != before:
        return source
    return str(uri.uri(False)).replace(uri.connectionInfo(False), now.connectionInfo(False), 1)


# -- where QGIS keeps it --------------------------------------------------------------------------------------------------


def _storage(server: bool) -> QgsProjectStorage:
    return QgsApplication.projectStorageRegistry().projectStorageFromType("postgresql" if server else "geopackage")


def _file_url(register: Address) -> QUrl:
    url = QUrl()
    url.setScheme("geopackage")
    url.setPath(register.as_posix() if not isinstance(register, PostgisAddress) else "")
    return url


def _server_url(register: PostgisAddress) -> QUrl:
    to = layer_uri(register)
    url = QUrl("postgresql:")
    url.setHost(to.host())
    if to.host() and to.username():
        url.setUserName(to.username())
    if to.port():
        url.setPort(int(to.port()))
    query = QUrlQuery()
    for name, value in (
        ("service", to.service()),
        ("authcfg", to.authConfigId()),
        ("sslmode", QgsDataSourceUri.encodeSslMode(to.sslMode()) if to.sslMode() else ""),
        ("dbname", to.database()),
        ("schema", register.schema),
    ):
        if value:
            query.addQueryItem(name, value)
    url.setQuery(query)
    return url


def _encoded(url: QUrl, **more: str) -> str:
    query = QUrlQuery(url)
    for name, value in more.items():
        query.addQueryItem(name, value)
    if more:
        url.setQuery(query)
    return url.toEncoded().data().decode()


# -- what is said -----------------------------------------------------------------------------------------------------------


def _unreadable(register: Address, reason: str) -> RegisterError:
    return RegisterError(
        f"Het QGIS-project in register '{register}' kan niet worden gelezen: {reason}. Maak het opnieuw met "
        "'QGIS-project maken' (diwi:createworkspace).",
        f"The QGIS project in register '{register}' cannot be read: {reason}. Make it anew with "
        "'Create QGIS project' (diwi:createworkspace).",
    )


def _not_stored(register: Address, reason: str) -> RegisterError:
    nl = f"Het QGIS-project kan niet in register '{register}' worden bewaard: {reason}"
    en = f"The QGIS project cannot be stored in register '{register}': {reason}"
    if isinstance(register, PostgisAddress):
        nl += ". In een gedeeld register mogen de eigenaar en de functioneel beheerder dat"
        en += ". In a shared register its owner and the functional manager may"
    return RegisterError(f"{nl}.", f"{en}.")
