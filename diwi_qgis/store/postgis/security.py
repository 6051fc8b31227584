"""Rights as statements: the functions, triggers and policies of `access` and `rights`, in an order in which they can be made."""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.store.postgis import access, grants, past, retention, rights
from diwi_qgis.store.sql import identifier, literal, sql

#: Drops every policy in a schema that is one of ours: the functions that they call can be made anew then.
_DROP = """DO $diwi$
DECLARE
  gevonden record;
BEGIN
  FOR gevonden IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = {schema} AND policyname IN ({names}) LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', gevonden.policyname, {schema}, gevonden.tablename);
  END LOOP;
END $diwi$"""


def function_statements(schema: str) -> Iterator[str]:
    """Functions and triggers. Those that only say what somebody may, or look rights up, run as the owner of the register."""
    for name, returns, kind, body in rights.functions():
        yield _function(name, returns, kind, body, schema, as_owner=name != "eigen_werk()")
    for name, returns, kind, body in (*access.helpers(), retention.function()):
        yield _function(name, returns, kind, body, schema, as_owner=True)
    name, returns, kind, body = past.function()
    yield _function(name, returns, kind, body, schema, as_owner=True, settings="SET enable_seqscan = off ")
    for name, returns, kind, body in grants.functions(schema):
        yield _function(name, returns, kind, body, schema, as_owner=True)
    for name, body in access.trigger_functions():
        # Rows are looked up by index, whatever size the tables had when the session made its plans.
        yield _function(
            f"{name}()", "trigger", "plpgsql", body, schema, as_owner=True, settings="SET enable_seqscan = off "
        )
    for name, body in rights.guards():
        yield _function(f"{name}()", "trigger", "plpgsql", body, schema, as_owner=name == rights.STAYS_SEEN)
    yield from access.trigger_statements()
    yield from rights.guard_statements()
    yield from grants.trigger_statements()


def policy_statements() -> Iterator[str]:
    """Row-level security."""
    yield from rights.policy_statements()


def drop_policies(schema: str) -> str:
    """The statement that takes our policies away."""
    names = ", ".join(literal(name) for name in sorted({name for _, name, _ in rights.policies()}))
    return sql(_DROP, schema=literal(schema), names=names)


def _function(name: str, returns: str, kind: str, body: str, schema: str, as_owner: bool, settings: str = "") -> str:
    called, _, arguments = name.partition("(")
    return (
        f"CREATE FUNCTION {identifier(called)}({arguments} RETURNS {returns} LANGUAGE {kind} "
        f"{'SECURITY DEFINER ' if as_owner else ''}SET search_path = {identifier(schema)}, pg_temp {settings}AS $diwi$\n{body}\n$diwi$"
    )
