"""Names in the history of a GeoPackage replaced: its triggers let nobody change it, so they are away for one transaction."""

from __future__ import annotations

from diwi_qgis.model.internal_tables import HISTORIE
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.retention import PSEUDONYM, YEARS, names, replacements
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.store.triggers import append_only

_BEFORE = (
    "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (SELECT waarde FROM instelling WHERE sleutel = {key}) || ' years')"
)

_NEW = "(SELECT nieuw FROM temp.pseudoniem WHERE oud = {value})"


def forget_names(file: GeoPackageFile) -> int:
    """See `Register.forget_names`; to be called within a transaction."""
    before = file.query(sql("SELECT " + _BEFORE + " AS voor", key=literal(YEARS)))[0][0].replace("/", "-")
    file.execute("DROP TABLE IF EXISTS temp.pseudoniem")
    make = "CREATE TEMP TABLE pseudoniem AS SELECT oud, {prefix} || lower(hex(randomblob(5))) AS nieuw FROM ({names})"
    file.execute(sql(make, prefix=literal(PSEUDONYM), names=names(file.dialect, literal(before))))
    triggers = list(append_only(HISTORIE))
    for statement in triggers:
        file.execute(f"DROP TRIGGER {identifier(statement.split(chr(34))[1])}")
    for statement in replacements(
        file.dialect, literal(before), lambda text: f"json_quote({text})", lambda value: sql(_NEW, value=value)
    ):
        file.execute(statement)
    for statement in triggers:
        file.execute(statement)
    (count,) = file.query("SELECT count(*) FROM temp.pseudoniem")[0]
    file.execute("DROP TABLE temp.pseudoniem")
    return int(count)
