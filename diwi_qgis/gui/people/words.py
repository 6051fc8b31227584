"""What a change of people, groups or owners means, in words, before it is stored. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Optional

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.rights import OWNERS
from diwi_qgis.store.people import People, User
from diwi_qgis.translation import tr

#: Plans that a sentence names before it says how many more there are.
_NAMED = 5


@dataclass(frozen=True)
class Proposal:
    """What would be stored, line by line (none: nothing), and what is still in the way (empty: nothing is)."""

    lines: list[str] = field(default_factory=list)
    refusal: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be stored."""
        return bool(self.lines) and not self.refusal


def role(code: str) -> str:
    """The label of a role."""
    return codelijst("rol").waarde(code).label


def of_user(people: People, before: Optional[User], after: User) -> Proposal:
    """A new user, or another name, address, role or state of one."""
    if not (after.login and after.naam):
        return Proposal(refusal=tr("A person needs a login and a name."))
    if before is None and after.login in people.users:
        return Proposal(refusal=tr("There is somebody with login '{login}' already.").format(login=after.login))
    lines = [tr("New: {name} ({login}), {role}.").format(name=after.naam, login=after.login, role=role(after.rol))]
    return Proposal(lines if before is None else list(_changed(before, after)), _cannot_own(people, after))


def _changed(before: User, after: User) -> Iterator[str]:
    old_new = (
        (tr("Name"), before.naam, after.naam),
        (tr("E-mail"), before.email or tr("none"), after.email or tr("none")),
        (tr("Role"), role(before.rol), role(after.rol)),
    )
    for label, old, new in old_new:
        if old != new:
            yield f"{before.naam}: {label}: {old} → {new}."
    if before.actief and not after.actief:
        yield tr("{name} is removed: sees nothing from that moment on, also in a QGIS that is open.").format(
            name=before.naam
        )
    if after.actief and not before.actief:
        yield tr("{name} gets access again, as {role}.").format(name=before.naam, role=role(after.rol))


def _cannot_own(people: People, user: User) -> str:
    if user.rol in OWNERS:
        return ""
    owning = [group for group in people.groups_of(user.login) if people.owned_by(group)]
    if not owning:
        return ""
    text = tr(
        "As '{role}' one owns no plans, and {name} is in group '{group}', which does. Take {name} out of it first."
    )
    return text.format(role=role(user.rol), name=user.naam, group=owning[0])


def of_group(people: People, name: str, new: bool, logins: frozenset[str]) -> Proposal:
    """A new group, or other members of one."""
    if not name:
        return Proposal(refusal=tr("A group needs a name."))
    if "," in name:
        return Proposal(refusal=tr("The name of a group has no comma."))
    if new and name in people.members:
        return Proposal(refusal=tr("There is a group '{group}' already.").format(group=name))
    before, owned = people.members.get(name, frozenset()), people.owned_by(name)
    lines = [tr("New group: {group}.").format(group=name)] if new else []
    for login in sorted(logins - before):
        lines.append(tr("In: {name}.").format(name=people.users[login].naam) + _plans_then(owned, gains=True))
    for login in sorted(before - logins):
        lines.append(tr("Out: {name}.").format(name=people.users[login].naam) + _plans_then(owned, gains=False))
    return Proposal(lines, _wrong_members(people, name, logins) if owned else "")


def _plans_then(owned: list[str], gains: bool) -> str:
    if not owned:
        return ""
    text = tr("May change from then on: {plans}.") if gains else tr("Loses at once the rights of an owner on: {plans}.")
    return " " + text.format(plans=_named(owned))


def _wrong_members(people: People, group: str, logins: Iterable[str]) -> str:
    wrong = [people.users[login] for login in sorted(logins) if people.users[login].rol not in OWNERS]
    if not wrong:
        return ""
    text = tr("Group '{group}' owns plans, and {name} is '{role}', who owns none. Take {name} out of it.")
    return text.format(group=group, name=wrong[0].naam, role=role(wrong[0].rol))


def of_owners(people: People, codes: Iterable[str], groups: frozenset[str]) -> Proposal:
    """Other groups that own plans."""
    lines = [
        f"{titled(people, code)}: {_listed(people.owners[code])} → {_listed(groups)}."
        for code in codes
        if people.owners.get(code, frozenset()) != groups
    ]
    if lines and not groups:
        lines.append(tr("Nobody owns them then; a private plan is seen by nobody until it has an owner again."))
    wrong = (_wrong_members(people, group, people.members[group]) for group in sorted(groups))
    return Proposal(lines, next(filter(None, wrong), "") if lines else "")


def titled(people: People, code: str) -> str:
    """A plan by its name and code; by its code alone for who does not see it."""
    return f"{people.plans[code]} ({code})" if people.plans.get(code) else code


def _listed(groups: Iterable[str]) -> str:
    return ", ".join(sorted(groups)) or tr("nobody")


def _named(codes: list[str]) -> str:
    more = [tr("and {0} more").format(len(codes) - _NAMED)] if len(codes) > _NAMED else []
    return ", ".join([*codes[:_NAMED], *more])
