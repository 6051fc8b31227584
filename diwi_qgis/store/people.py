"""Users, groups, and which groups own a plan: what a functional manager keeps, in either engine.

Logins of a database are made by the administrator of the server: they are the municipality's own accounts, and we never see
a password. A user may be listed before his login is there (`Register.login_is_missing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.store.register import Register
from diwi_qgis.store.writing import Writer

if TYPE_CHECKING:
    import pandas

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


def set_owners(register: Register, plans: Iterable[str], groups: Iterable[str]) -> None:
    """Let exactly these groups (by name) own each of these plans (by code or uuid), all in one transaction.

    Raises InputError for a plan or group that is not there.
    """
    with register.transaction() as write:
        known = _by_name(register, "groep", "naam")
        wanted = {_known(known, name, "groep", "group") for name in groups}
        codes = _by_name(register, "plancode", "code", "project_uuid")
        for plan in plans:
            uuid = codes.get(plan) or (plan if plan in codes.values() else None)
            if uuid is None:
                raise InputError(f"Plan '{plan}' is er niet.", f"There is no plan '{plan}'.")
            _exactly(register, write, "project_groep", ("project_uuid", uuid), ("groep_uuid", wanted))


@dataclass(frozen=True)
class User:
    """A user as he is listed; `login_missing`: the server does not have that login (yet)."""

    login: str
    naam: str
    rol: str
    email: str
    actief: bool
    login_missing: bool = False


@dataclass(frozen=True)
class People:
    """Who is who in a register: what a functional manager looks at before he changes it.

    `users` by login, `members` (logins) by name of group, `owners` (names of groups) by plan code. `plans` has the name of
    each plan by code; empty for one that whoever asks does not see.
    """

    users: Mapping[str, User]
    members: Mapping[str, frozenset[str]]
    owners: Mapping[str, frozenset[str]]
    plans: Mapping[str, str]

    def owned_by(self, group: str) -> list[str]:
        """Codes of the plans that a group owns."""
        return [code for code, groups in self.owners.items() if group in groups]

    def groups_of(self, login: str) -> list[str]:
        """Names of the groups that somebody belongs to."""
        return [group for group, logins in self.members.items() if login in logins]


def read_people(register: Register) -> People:
    """Everybody with a login, all groups, and who owns which plan. Raises RegisterError."""
    frames = register.read_many(("gebruiker", "groep", "groep_lid", "project_groep", "plancode"))
    people, groups = (_rows(frames[table]) for table in ("gebruiker", "groep"))
    missing = set(missing_logins(register))
    users = {
        row["inlognaam"]: User(
            row["inlognaam"], row["naam"], row["rol"], row["email"] or "", row["actief"], row["inlognaam"] in missing
        )
        for row in sorted(people, key=lambda row: row["naam"].casefold())
        if row["inlognaam"]
    }
    logins = {row["uuid"]: row["inlognaam"] for row in people if row["inlognaam"]}
    names = {row["uuid"]: row["naam"] for row in sorted(groups, key=lambda row: row["naam"].casefold())}
    codes = {row["project_uuid"]: row["code"] for row in _rows(frames["plancode"]) if row["project_uuid"]}
    seen = register.read("project", columns=["uuid", "naam"], geometry=False)
    titles = dict(zip(seen["uuid"], seen["naam"]))
    return People(
        users,
        _linked(frames["groep_lid"], ("groep_uuid", names), ("gebruiker_uuid", logins)),
        _linked(frames["project_groep"], ("project_uuid", codes), ("groep_uuid", names)),
        {code: titles.get(uuid, "") for uuid, code in sorted(codes.items(), key=lambda pair: pair[1])},
    )


def _rows(frame: pandas.DataFrame) -> list[Row]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def _linked(
    frame: pandas.DataFrame, one: tuple[str, Mapping[str, str]], others: tuple[str, Mapping[str, str]]
) -> dict[str, frozenset[str]]:
    """For every name of `one`, the names of `others` that rows link it to."""
    (column, names), (other, wanted) = one, others
    found: dict[str, set[str]] = {name: set() for name in names.values()}
    for left, right in zip(frame[column], frame[other]):
        if left in names and right in wanted:
            found[names[left]].add(wanted[right])
    return {name: frozenset(linked) for name, linked in found.items()}


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
