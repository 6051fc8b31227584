"""Users, groups, and which groups own a plan: what a functional manager keeps, in either engine.

Logins of a database are made by the administrator of the server: they are the municipality's own accounts, and we never see
a password. A user may be listed before his login is there (`Register.login_is_missing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.store.register import Register
from diwi_qgis.store.writing import Writer

Row = dict[str, Any]


def set_user(
    register: Register, inlognaam: str, naam: str, rol: str, email: Optional[str] = None, actief: bool = True
) -> str:
    """Add a user, or change the one with that login; gives the uuid. Who is made inactive sees nothing from then on.

    Raises InputError for a role that is none, RegisterError when the register refuses (a role that cannot own plans in a
    group that does; no right to change users).
    """
    if rol not in codelijst("rol").codes:
        known = ", ".join(codelijst("rol").codes)
        raise InputError(f"'{rol}' is geen rol; kies uit {known}.", f"'{rol}' is no role; choose one of {known}.")
    row = {"naam": naam, "inlognaam": inlognaam, "rol": rol, "email": email, "actief": actief}
    with register.transaction() as write:
        found = _by_name(register, "gebruiker", "inlognaam").get(inlognaam)
        if found is None:
            return write.insert("gebruiker", [row])[0]
        write.update("gebruiker", [{**row, "uuid": found}])
        return found


def set_group(register: Register, naam: str, logins: Iterable[str]) -> str:
    """Make a group of exactly these users, whether there was one of that name or not; gives its uuid.

    Raises InputError for a login that no user has.
    """
    with register.transaction() as write:
        users = _by_name(register, "gebruiker", "inlognaam")
        members = {_known(users, login, "gebruiker", "user") for login in logins}
        group = _by_name(register, "groep", "naam").get(naam)
        if group is None:
            group = write.insert("groep", [{"naam": naam}])[0]
        _exactly(register, write, "groep_lid", ("groep_uuid", group), ("gebruiker_uuid", members))
    return group


def set_owners(register: Register, plan: str, groups: Iterable[str]) -> None:
    """Let exactly these groups (by name) own a plan (by code or uuid). Raises InputError for a plan or group that is not there."""
    with register.transaction() as write:
        known = _by_name(register, "groep", "naam")
        wanted = {_known(known, name, "groep", "group") for name in groups}
        plans = _by_name(register, "plancode", "code", "project_uuid")
        uuid = plans.get(plan) or (plan if plan in plans.values() else None)
        if uuid is None:
            raise InputError(f"Plan '{plan}' is er niet.", f"There is no plan '{plan}'.")
        _exactly(register, write, "project_groep", ("project_uuid", uuid), ("groep_uuid", wanted))


def missing_logins(register: Register) -> list[str]:
    """The logins of users in use that the server does not have."""
    users = register.read("gebruiker", columns=["inlognaam", "actief"], geometry=False)
    logins = users["inlognaam"][users["actief"].fillna(False)].dropna()
    return [login for login in logins if register.login_is_missing(login)]


def _by_name(register: Register, table: str, name: str, value: str = "uuid") -> dict[str, str]:
    rows = register.read(table, columns=[name, value], geometry=False)
    return {key: found for key, found in zip(rows[name], rows[value]) if key is not None}


def _known(found: dict[str, str], name: str, nl: str, en: str) -> str:
    if name not in found:
        raise InputError(f"Er is geen {nl} '{name}' in dit register.", f"There is no {en} '{name}' in this register.")
    return found[name]


def _exactly(register: Register, write: Writer, table: str, of: tuple[str, str], others: tuple[str, set[str]]) -> None:
    """Have the rows of a table that link one row to others be these: new ones first, so that nobody is without for a moment."""
    (column, one), (other, wanted) = of, others
    rows = register.read(table, columns=["uuid", column, other], geometry=False)
    rows = rows[rows[column] == one]
    there = dict(zip(rows[other], rows["uuid"]))
    write.insert(table, [{column: one, other: each} for each in sorted(wanted - set(there))])
    write.delete(table, [uuid for each, uuid in there.items() if each not in wanted])
