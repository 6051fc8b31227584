"""Rules on fields that must be filled in: for a delivery to a province, or because the municipality wants it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Optional

from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, not_checked, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas as pd

    from diwi_qgis.model.profiles import Profiel, Veld

THEME = Text("Velden", "Fields")


@rule(
    "verplicht_veld",
    THEME,
    FOUT,
    Text("Verplicht veld voor de aanlevering ontbreekt", "Obligatory field for delivery is missing"),
    why=Text(
        "De provincie weigert een plan waarvan een verplicht veld leeg is of een waarde heeft die zij niet kent. "
        "Gecontroleerd worden de plannen die open genoeg zijn om te leveren.",
        "The province refuses a plan with an obligatory field that is empty or has a value it does not know. Checked are the "
        "plans that are open enough to be delivered.",
    ),
    remedy=Text("Vul het genoemde veld van het plan in.", "Fill in the plan's field that is named."),
)
def obligatory(context: Context) -> Iterator[Hits]:
    """Per delivery profile, deliverable plans whose obligatory fields have no value that the province knows."""
    if not context.profiles:
        raise NotCheckedError("er is geen aanlevering gekozen", "no delivery was chosen")
    for profile in context.profiles:
        plans = _deliverable(context, profile)
        for veld in profile.velden:
            if not veld.verplicht:
                continue
            value = _value(context, plans, veld)
            if value is None:
                source = veld.bron[0]
                yield not_checked(
                    plans,
                    Text(
                        f"veld {veld.naam} van {profile.label} (uit {source})",
                        f"field {veld.naam} of {profile.label} (from {source})",
                    ),
                )
                continue
            yield from _field_hits(plans, profile, veld, value)
        if profile.geometrie_verplicht and "geom" in plans.columns:
            missing = plans[plans["geom"].isna()]
            yield _field_hit(missing, profile, "plangebied", Text("een plangebied", "a plan area"))


@rule(
    "maatwerk_verplicht",
    THEME,
    WAARSCHUWING,
    Text("Verplichte maatwerkeigenschap ontbreekt", "Mandatory custom property is missing"),
    why=Text(
        "De gemeente heeft deze eigenschap verplicht gemaakt, omdat overzichten ervan afhangen.",
        "The municipality made this property mandatory, because overviews depend on it.",
    ),
    remedy=Text("Vul de eigenschap in bij het plan of blok.", "Fill in the property of the plan or block."),
    needs=("project", "eigenschap"),
)
def mandatory_property(context: Context) -> Iterator[Hits]:
    """Plans or blocks without a value of a mandatory active property."""
    properties = context.frame("eigenschap")
    wanted = properties[properties["verplicht"].fillna(False) & properties["actief"].fillna(True)]
    if wanted.empty:
        raise NotCheckedError("geen maatwerkeigenschap is verplicht", "no custom property is mandatory")
    for uuid, naam, level in zip(wanted["uuid"], wanted["naam"], wanted["object"]):
        if level == "woningblok" and not context.has("woningblok"):
            continue
        objects = context.plans if level == "project" else context.blocks
        filled = _property_values(context, uuid, f"{level}_uuid")
        yield Hits(
            objects[~objects.index.isin(filled.index)].assign(sleutel=naam, eigenschap=naam),
            Text("{onderwerp}: '{eigenschap}' is niet ingevuld.", "{onderwerp}: '{eigenschap}' is not filled in."),
            Text("een waarde", "a value"),
        )


def _deliverable(context: Context, profile: Profiel) -> pd.DataFrame:
    """The plans that a delivery at the reference date would hold."""
    from diwi_qgis.model.codelists import codelijst

    plans = context.plans
    kept = {waarde.code for waarde in codelijst("planstatus").waarden if not waarde.aanleveren}
    open_enough = plans["vertrouwelijkheid"].map(profile.deelbaar).astype(bool)
    plans = plans[open_enough & ~plans["peilstatus"].isin(kept)]
    return plans if profile.toekomstige_plannen else plans[plans["start_datum"] <= context.today]


def _value(context: Context, plans: pd.DataFrame, veld: Veld) -> Optional[pd.Series]:
    """The field's value per plan, from the first source that has one; None when a source is not known here."""
    import pandas as pd

    value = pd.Series(None, index=plans.index, dtype=object)
    for source in veld.bron:
        found = _source(context, plans, source)
        if found is None:
            return None
        value = value.where(_filled(value), found)
    return value


def _source(context: Context, plans: pd.DataFrame, source: str) -> Optional[pd.Series]:
    import pandas as pd

    kind, _, name = source.partition(".")
    if kind == "project":
        return plans["project_uuid" if name == "uuid" else name].astype(object)
    if kind == "stand":
        return plans[{"fase": "peilfase", "planstatus": "peilstatus"}[name]].astype(object)
    if kind in ("profiel", "peildatum"):  # always known
        return pd.Series(source, index=plans.index, dtype=object)
    if kind == "instelling" and context.has("instelling"):
        settings = context.frame("instelling").set_index("sleutel")["waarde"]
        return pd.Series(settings.get(name), index=plans.index, dtype=object)
    if kind == "eigenschap":
        uuids = _property_uuids(context, name)
        values = pd.concat([_property_values(context, uuid, "project_uuid") for uuid in uuids]) if uuids else None
        return pd.Series(None, index=plans.index, dtype=object) if values is None else values.reindex(plans.index)
    return None


def _field_hits(plans: pd.DataFrame, profile: Profiel, veld: Veld, value: pd.Series) -> Iterator[Hits]:
    words = profile.codes.get(veld.codes, {}) if veld.codes else {}
    known = set(words) if veld.codes else set(veld.opties) | set(veld.vertaling)
    empty = ~_filled(value)
    if "" not in words:  # "" stands for no code at all
        yield _field_hit(plans[empty], profile, veld.naam, Text("een waarde", "a value"), _where(veld))
    if known and veld.soort == "keuze" and veld.overig is None:
        foreign = ~empty & ~value.isin(known)
        options = ", ".join(sorted(known)[:8])
        expected = Text(f"een van: {options} …", f"one of: {options} …")
        yield _field_hit(plans[foreign].assign(waarde=value[foreign]), profile, veld.naam, expected, _where(veld))


def _field_hit(rows: pd.DataFrame, profile: Profiel, naam: str, expected: Text, where: str = "") -> Hits:
    where = f" ({where})" if where else ""
    rows = rows.assign(sleutel=f"{profile.naam}:{naam}")
    if "waarde" not in rows.columns:
        message = Text(
            f"{{plan}}: veld '{naam}'{where} is leeg; {profile.label} eist het.",
            f"{{plan}}: field '{naam}'{where} is empty; {profile.label} demands it.",
        )
        return Hits(rows, message, expected)
    message = Text(
        f"{{plan}}: veld '{naam}'{where} heeft waarde '{{waarde}}', die {profile.label} niet kent.",
        f"{{plan}}: field '{naam}'{where} has value '{{waarde}}', which {profile.label} does not know.",
    )
    return Hits(rows, message, expected, value="{waarde}")


def _where(veld: Veld) -> str:
    """The field of the plan in which the value is to be filled in, in the words of the form."""
    from diwi_qgis.model.tables import table

    kind, _, name = veld.bron[0].partition(".")
    if kind == "project" and name != "uuid":
        return table("project").column(name).label
    return {"eigenschap": name, "stand": f"{name}, uit de mijlpalen"}.get(kind, "")


def _filled(value: pd.Series) -> pd.Series:
    return value.notna() & (value.astype(str).str.strip() != "")


def _property_uuids(context: Context, naam: str) -> list[str]:
    if not context.has("eigenschap"):
        return []
    properties = context.frame("eigenschap")
    return list(properties.loc[(properties["naam"] == naam) & (properties["object"] == "project"), "uuid"])


def _property_values(context: Context, uuid: str, owner: str) -> pd.Series:
    """The filled values of one custom property by the uuid of plan or block; of several the first."""
    import pandas as pd

    if not context.has("eigenschap_waarde"):
        return pd.Series(dtype=object)
    rows = context.frame("eigenschap_waarde")
    rows = rows[(rows["eigenschap_uuid"] == uuid) & rows[owner].notna()]
    value = rows["tekst"].astype(object)
    for column in ("getal", "ja_nee"):
        value = value.where(_filled(value), rows[column].astype(object))
    values = pd.Series(value.to_numpy(), index=rows[owner].to_numpy())
    values = values[_filled(values)]
    return values[~values.index.duplicated()]
