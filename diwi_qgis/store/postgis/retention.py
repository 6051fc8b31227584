"""Names in the history of a PostgreSQL register replaced, by a function that only a functional manager can use.

It takes the number of years out of the settings itself. Nobody has the right to change the history: the function gives it to the
owner, in whose name it runs, for as long as it runs.
"""

from __future__ import annotations

from diwi_qgis.model.rights import Actie
from diwi_qgis.store.postgis.dialect import PostgisDialect
from diwi_qgis.store.retention import PSEUDONYM, YEARS, names, replacements
from diwi_qgis.store.sql import literal, sql

#: The function, with the types of its arguments.
FUNCTION = "pseudonimiseer()"

_BODY = """DECLARE
  jaren integer := (SELECT waarde::integer FROM instelling WHERE sleutel = {years} AND waarde ~ '^[1-9][0-9]?$');
  voor timestamptz := statement_timestamp() - make_interval(years => jaren);
  kaart jsonb;
BEGIN
  IF NOT (pg_has_role(session_user, current_user, 'USAGE') OR ik_mag({may})) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = {refusal};
  END IF;
  IF jaren IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'instelling.waarde: geen bewaartermijn ingesteld / no retention period set';
  END IF;
  SELECT jsonb_object_agg(oud, {prefix} || left(replace(gen_random_uuid()::text, '-', ''), 10)) INTO kaart FROM ({names}) AS oude;
  IF kaart IS NULL THEN RETURN 0; END IF;
  ALTER TABLE historie DISABLE TRIGGER historie_before_update;
  GRANT UPDATE ON historie TO CURRENT_USER;
  {replacements};
  REVOKE UPDATE ON historie FROM CURRENT_USER;
  ALTER TABLE historie ENABLE TRIGGER historie_before_update;
  RETURN (SELECT count(*) FROM jsonb_object_keys(kaart));
END"""


def function() -> tuple[str, str, str, str]:
    """(name with arguments, what it returns, language and kind, body)"""
    dialect = PostgisDialect()
    label = Actie.NAMEN.label
    statements = replacements(
        dialect, "voor", lambda text: f"to_json({text})::text", lambda value: f"(kaart ->> {value})"
    )
    body = sql(
        _BODY,
        years=literal(YEARS),
        may=literal(Actie.NAMEN.value),
        refusal=literal(f"historie: u mag niet {label.nl} / you may not {label.en}"),
        prefix=literal(PSEUDONYM),
        names=names(dialect, "voor"),
        replacements=";\n  ".join(statements),
    )
    return FUNCTION, "integer", "plpgsql", body
