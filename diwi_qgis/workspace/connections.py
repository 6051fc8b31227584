"""Connections that the user keeps in QGIS, as addresses of registers. Passwords pass through memory only."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsProviderConnectionException, QgsProviderRegistry

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.store import PostgisAddress
from diwi_qgis.store.address import DEFAULT_SCHEMA


def postgis_address(connection: str, schema: str = "") -> PostgisAddress:
    """The address of a register by the name of a PostgreSQL connection in QGIS (by service, authentication or name).

    Raises InputError when QGIS has no such connection, or cannot open its store of passwords.
    """
    require("psycopg2")
    from psycopg2.extensions import parse_dsn

    uri = QgsDataSourceUri(_stored_uri(connection))
    parameters = parse_dsn(uri.connectionInfo(True))
    # What QGIS cannot read of an authentication it leaves out without a word.
    if uri.authConfigId() and not {"user", "password", "sslcert"} & set(parameters):
        raise InputError(
            f"Het wachtwoord van verbinding '{connection}' kan niet uit QGIS worden gelezen (authenticatie "
            f"{uri.authConfigId()}). Ontgrendel de authenticatie van QGIS met het hoofdwachtwoord.",
            f"The password of connection '{connection}' cannot be read out of QGIS (authentication {uri.authConfigId()}). "
            "Unlock the authentication of QGIS with its master password.",
        )
    return PostgisAddress(parameters, schema.strip() or DEFAULT_SCHEMA)


def _stored_uri(connection: str) -> str:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    try:
        found = metadata.findConnection(connection) if metadata else None
    except QgsProviderConnectionException:
        found = None
    if found is None:
        raise InputError(
            f"QGIS heeft geen PostgreSQL-verbinding met de naam '{connection}'. Maak haar in het browserpaneel van QGIS.",
            f"QGIS has no PostgreSQL connection of the name '{connection}'. Make it in the browser panel of QGIS.",
        )
    return str(found.uri())
