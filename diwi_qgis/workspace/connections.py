"""Connections that the user keeps in QGIS, as addresses of registers, and addresses as QGIS takes them.

The one place where a connection string of QGIS is put together or taken apart. Passwords pass through memory only: what
a layer or a project carries names a service or an authentication of QGIS, at most a user. A password that QGIS keeps with
a connection, or that somebody typed, is remembered here and in QGIS' own memory until QGIS is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from qgis.core import (
    QgsCredentials,
    QgsDataSourceUri,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from diwi_qgis.errors import InputError, SignInError
from diwi_qgis.libraries import require
from diwi_qgis.store import PostgisAddress
from diwi_qgis.store.address import DEFAULT_SCHEMA, Address
from diwi_qgis.translation import locale

Result = TypeVar("Result")
Where = TypeVar("Where", bound=Address)

#: (user, password) by connection string without them, for as long as QGIS runs.
_REMEMBERED: dict[str, tuple[str, str]] = {}


def connection_names() -> list[str]:
    """The names of the PostgreSQL connections that QGIS keeps, by alphabet."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    return sorted(metadata.connections(), key=str.casefold) if metadata else []


def postgis_address(connection: str, schema: str = "") -> PostgisAddress:
    """The address of a register by the name of a PostgreSQL connection in QGIS (by service, authentication or name).

    Raises InputError when QGIS has no such connection, or cannot open its store of passwords.
    """
    uri = QgsDataSourceUri(_stored_uri(connection))
    address = _address(uri, schema, connection)
    if "password" in address.parameters and not address.authcfg:
        _remember(address, _realm(address))
    return address


def layer_address(uri: QgsDataSourceUri) -> PostgisAddress:
    """The address of the register that a layer with this source reads. Raises InputError as `postgis_address`."""
    return _address(uri, uri.schema(), uri.database() or uri.service())


def connection_to(address: PostgisAddress) -> str:
    """The name of a connection of QGIS that leads to where this register is; the connection string when there is none.

    `postgis_address` takes either.
    """
    for name in connection_names():
        try:
            if postgis_address(name, address.schema) == address:
                return name
        except InputError:  # its password cannot be read: then this is not the one in use
            continue
    return layer_uri(address).connectionInfo(False)


def layer_uri(address: PostgisAddress) -> QgsDataSourceUri:
    """A source of QGIS that leads to the database, without table, and without a password."""
    given = address.public
    ssl = QgsDataSourceUri.decodeSslMode(given.get("sslmode", "prefer"))
    who = (given.get("dbname", ""), given.get("user", ""), "", ssl, address.authcfg)
    uri = QgsDataSourceUri()
    if "service" in given:
        uri.setConnection(given["service"], *who)
    else:
        uri.setConnection(given.get("host", ""), given.get("port", ""), *who)
    return uri


def nameless(uri: QgsDataSourceUri) -> QgsDataSourceUri:
    """The same without who logs in."""
    copy = QgsDataSourceUri(uri.uri(False))
    copy.setUsername("")
    copy.setPassword("")
    return copy


def signed_in(address: Where, use: Callable[[Where], Result]) -> Result:
    """What `use` gives of the address. Where the server wants another name or password, QGIS asks its user for them, and `use`
    is tried again; what worked is remembered.

    Only in the main thread. Raises what `use` raises; SignInError when the user gave none, or when name and password are in
    an authentication of QGIS, which is where they must be changed.
    """
    asked: Any = address
    while True:
        try:
            result = use(asked)
        except SignInError as error:
            if not isinstance(asked, PostgisAddress) or asked.authcfg:
                raise
            asked = _asked(asked, error)
        else:
            break
    if isinstance(address, PostgisAddress) and asked is not address:
        _remember(asked, _realm(address), _realm(asked))
    return result


def remembered(address: PostgisAddress) -> PostgisAddress:
    """The address with the name and password that are remembered for it."""
    if "password" in address.parameters:
        return address
    user, password = _REMEMBERED.get(_realm(address), ("", ""))
    known = {name: value for name, value in (("user", user), ("password", password)) if value}
    return PostgisAddress({**address.parameters, **known}, address.schema, address.authcfg)


def _asked(address: PostgisAddress, error: SignInError) -> PostgisAddress:
    """The address with what QGIS knows from before, or its user gives."""
    user = address.parameters.get("user", "")
    why = error.text.language(locale())
    given, user, password = QgsCredentials.instance().get(_realm(address), user, "", why)
    if not given:
        raise error
    secret = {"password": password, **({"user": user} if user else {})}
    return PostgisAddress({**address.parameters, **secret}, address.schema)


def _remember(address: PostgisAddress, *realms: str) -> None:
    """Keep name and password until QGIS is closed, for us and for the layers of QGIS."""
    user, password = (address.parameters.get(name, "") for name in ("user", "password"))
    for realm in realms:
        _REMEMBERED[realm] = user, password
        QgsCredentials.instance().put(realm, user, password)


def _address(uri: QgsDataSourceUri, schema: str, name: str) -> PostgisAddress:
    require("psycopg2")
    from psycopg2.extensions import parse_dsn

    parameters = parse_dsn(uri.connectionInfo(True))
    # What QGIS cannot read of an authentication it leaves out without a word.
    if uri.authConfigId() and not {"user", "password", "sslcert"} & set(parameters):
        raise InputError(
            f"Het wachtwoord van verbinding '{name}' kan niet uit QGIS worden gelezen (authenticatie "
            f"{uri.authConfigId()}). Ontgrendel de authenticatie van QGIS met het hoofdwachtwoord.",
            f"The password of connection '{name}' cannot be read out of QGIS (authentication {uri.authConfigId()}). "
            "Unlock the authentication of QGIS with its master password.",
        )
    return remembered(PostgisAddress(parameters, schema.strip() or DEFAULT_SCHEMA, uri.authConfigId()))


def _realm(address: PostgisAddress) -> str:
    """What QGIS calls the place that a password is for."""
    return layer_uri(address).connectionInfo(False)


def _stored_uri(connection: str) -> str:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    try:
        found = metadata.findConnection(connection) if metadata else None
    except QgsProviderConnectionException:
        found = None
    if found is not None:
        return str(found.uri())
    if QgsDataSourceUri(connection).database() or QgsDataSourceUri(connection).service():
        return connection
    raise InputError(
        f"QGIS heeft geen PostgreSQL-verbinding met de naam '{connection}'. Maak haar in het browserpaneel van QGIS.",
        f"QGIS has no PostgreSQL connection of the name '{connection}'. Make it in the browser panel of QGIS.",
    )
