"""Plan codes in PostgreSQL. `model.plancode` is the definition; a test holds the two together."""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.plancode import CANDIDATES, CROCKFORD, ISO7064
from diwi_qgis.store.sql import literal, sql

_CHECK = """CREATE FUNCTION plancode_controle(tekst text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  product integer := 36;
BEGIN
  -- ISO 7064 mod 37,36
  FOR plaats IN 1..length(tekst) LOOP
    product := ((product + strpos({digits}, substr(tekst, plaats, 1)) - 2) % 36 + 1) * 2 % 37;
  END LOOP;
  RETURN substr({digits}, 1 + (37 - product) % 36, 1);
END $$"""

_CANDIDATE = """CREATE FUNCTION plancode_kandidaat(gemeente text, plan text, begin integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  getal bigint := ('x' || substr(replace(plan, '-', ''), begin, 8))::bit(32)::bigint >> 2;
  midden text := '';
BEGIN
  FOR plaats IN 0..5 LOOP
    midden := midden || substr({crockford}, 1 + ((getal >> (25 - 5 * plaats)) & 31)::integer, 1);
  END LOOP;
  RETURN gemeente || '-' || midden || '-' || plancode_controle(gemeente || midden);
END $$"""

_SOUND = """CREATE FUNCTION plancode_deugt(tekst text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT tekst ~ '^[0-9]{{4}}-[0-9A-HJKMNP-TV-Z]{{6}}-[0-9A-Z]([.][0-9]{{2,}})?$' COLLATE "C"
    AND substr(tekst, 13, 1) = plancode_controle(substr(tekst, 1, 4) || substr(tekst, 6, 6))
$$"""

#: The row of the mother is held until the end of the transaction: two parts made at once do not get one number.
_NEW = """CREATE FUNCTION nieuwe_plancode(gegeven text, hoofdplan text, gemeente text, plan text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  basis text;
  kandidaat text;
  nummer integer;
  plaats integer;
BEGIN
  IF gegeven IS NOT NULL AND plancode_deugt(gegeven) THEN
    IF NOT EXISTS (SELECT 1 FROM plancode AS p WHERE p.code = gegeven AND p.project_uuid <> plan) THEN
      RETURN gegeven;
    END IF;
  END IF;
  IF hoofdplan IS NOT NULL THEN
    SELECT substr(p.code, 1, 13) INTO basis FROM project AS p WHERE p.uuid = hoofdplan FOR NO KEY UPDATE;
    IF basis IS NOT NULL THEN
      SELECT 1 + coalesce(max(substr(p.code, 15)::integer), 0) INTO nummer FROM plancode AS p
        WHERE substr(p.code, 1, 13) = basis AND length(p.code) > 13;
      RETURN basis || '.' || CASE WHEN nummer < 10 THEN '0' ELSE '' END || nummer;
    END IF;
  END IF;
  IF gemeente IS NULL OR gemeente !~ '^[0-9]{{4}}$' THEN
    SELECT waarde INTO gemeente FROM instelling WHERE sleutel = 'gemeentecode';
  END IF;
  FOREACH plaats IN ARRAY ARRAY[{candidates}] LOOP
    kandidaat := plancode_kandidaat(gemeente, plan, plaats);
    IF NOT EXISTS (SELECT 1 FROM plancode AS p WHERE p.code = kandidaat) THEN
      RETURN kandidaat;
    END IF;
  END LOOP;
  RETURN NULL;
END $$"""


def code_functions() -> Iterator[str]:
    """The functions that give codes: `nieuwe_plancode` is NULL when all candidates of the plan's uuid are taken."""
    candidates = ", ".join(str(start) for start in CANDIDATES)
    yield sql(_CHECK, digits=literal(ISO7064))
    yield sql(_CANDIDATE, crockford=literal(CROCKFORD))
    yield sql(_SOUND)
    yield sql(_NEW, candidates=candidates)
