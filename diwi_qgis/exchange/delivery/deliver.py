"""Deliver plans to a province: content from the register, one file, one report, one receipt; all or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import DeliveryError
from diwi_qgis.exchange.delivery.content import TABLES, Content, compile_content
from diwi_qgis.exchange.delivery.receipt import DeliveryRefusedError, Difference, Facts, difference, plan_rows
from diwi_qgis.exchange.last_check import LastCheck, last_check
from diwi_qgis.model.profiles import Profiel, load_profile
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.crosstable import METHODEN, PER_BLOK
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register


@dataclass
class Delivered:
    """What a delivery did: the file, its hash, the round in the register (empty: none was kept), and all that can be said of it."""

    path: Path
    sha256: str
    ronde_uuid: str
    facts: Facts

    @property
    def content(self) -> Content:
        """What was delivered."""
        return self.facts.content


def deliver(
    register: Register,
    profiel: str,
    peildatum: date,
    output: Path,
    skip_invalid: bool = False,
    methode: str = PER_BLOK,
    naam: Optional[str] = None,
    vaste_waarden: Optional[Mapping[str, str]] = None,
    progress: Optional[Progress] = None,
    user: Optional[str] = None,
) -> Delivered:
    """Deliver the plans of a register, open for writing, to the province of `profiel` as they stand on `peildatum`.

    `vaste_waarden` gives fields of the province a fixed value for all plans, over the settings of the register. Writes
    `output` and the receipt in the register; of a register as it was known at a moment no receipt is kept. Raises
    `DeliveryRefusedError`, which carries all problems, when plans have errors and `skip_invalid` is off. On any error or cancel
    neither file nor receipt remains; what `output` held before stays.
    """
    progress = silent(progress)
    profile = load_profile(profiel)
    if methode not in METHODEN:
        raise DeliveryError(
            f"Methode '{methode}' bestaat niet; verwacht: {', '.join(METHODEN)}.",
            f"Method '{methode}' does not exist; expected: {', '.join(METHODEN)}.",
        )
    fixed = _fixed_values(register, profile, vaste_waarden or {})
    write = _writer(profile)
    frames = {table: register.read(table, columns, geometry=columns is None) for table, columns in TABLES.items()}
    progress.check(0.2)
    content = compile_content(frames, profile, peildatum, methode, fixed, progress.part(0.2, 0.5))
    check = last_check(register)
    not_checked = content.notes + _quality_notes(register, content, check)
    if content.errors and not skip_invalid:
        raise DeliveryRefusedError(Facts(content, Difference(), not_checked, check, refused=True))
    rows = plan_rows(content)
    facts = Facts(content, difference(register, content, rows), not_checked, check)
    output.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".levering-", dir=output.parent) as folder:
        made = Path(folder) / output.name
        write(content, made, progress.part(0.5, 0.85))
        sha256 = hashlib.sha256(made.read_bytes()).hexdigest()
        if register.known_at is not None:
            ronde = ""
            made.replace(output)
        else:
            receipt = _round(naam or f"{profile.label} {peildatum:%Y-%m-%d}", peildatum, output, sha256, facts)
            with register.transaction(user=user) as into:
                (ronde,) = into.insert("leveringsronde", [receipt])
                into.insert("levering", [{**row, "leveringsronde_uuid": ronde} for row in rows])
                progress.check(0.95)
                made.replace(output)
    progress.set(1.0)
    return Delivered(output, sha256, ronde, facts)


def _round(naam: str, peildatum: date, output: Path, sha256: str, facts: Facts) -> dict[str, Any]:
    """The receipt, as a row of `leveringsronde`."""
    content = facts.content
    return {
        "naam": naam,
        "profiel": content.profiel.naam,
        "peildatum": peildatum,
        "bestand": output.name,
        "sha256": sha256,
        "aantal_plannen": len(content.plannen),
        "aantal_rijen": content.rijen,
        "aantal_overgeslagen": len(content.skipped),
        "ontvangstbewijs": json.dumps(facts.as_json(), ensure_ascii=False),
    }


def _fixed_values(register: Register, profile: Profiel, given: Mapping[str, str]) -> dict[str, str]:
    """Fixed values by field: those of the settings (``levering.<profiel>.<veld>``), and over them those given now."""
    fields = {veld.naam for veld in profile.velden}
    unknown = [name for name in given if name not in fields]
    if unknown:
        raise DeliveryError(
            f"{profile.label} kent geen veld '{unknown[0]}'; verwacht: {', '.join(sorted(fields))}.",
            f"{profile.label} has no field '{unknown[0]}'; expected: {', '.join(sorted(fields))}.",
        )
    settings = {name: register.setting(f"levering.{profile.naam}.{name}") for name in fields}
    return {**{name: value for name, value in settings.items() if value}, **given}


def _writer(profile: Profiel) -> Callable[[Content, Path, Progress], None]:
    if profile.naam == "gelderland":
        from diwi_qgis.exchange.delivery.gelderland import write_gelderland
        from diwi_qgis.exchange.delivery.gelderland_schema import require_writer

        require_writer()
        return write_gelderland
    from diwi_qgis.exchange.delivery.zuidholland import write_zuid_holland

    return write_zuid_holland


def _quality_notes(register: Register, content: Content, check: Optional[LastCheck]) -> list[Text]:
    """What the last quality check says about the plans delivered; not checked is never the same as good."""
    if register.known_at is not None:
        return [
            Text(
                "Kwaliteitscontrole: niet gecontroleerd; de bevindingen van toen zijn niet bewaard.",
                "Quality check: not checked; the findings of then were not kept.",
            )
        ]
    if check is None:
        return [
            Text(
                "Kwaliteitscontrole: niet gecontroleerd, dit register is nog nooit gecontroleerd.",
                "Quality check: not checked, this register was never checked.",
            )
        ]
    if check.peildatum != content.peildatum:
        return [
            Text(
                f"Kwaliteitscontrole: niet gecontroleerd op deze peildatum; de laatste controle gold {check.peildatum}.",
                f"Quality check: not checked at this reference date; the last check was for {check.peildatum}.",
            )
        ]
    notes = []
    if check.niet_gecontroleerd:
        names = "; ".join(check.niet_gecontroleerd)
        number = len(check.niet_gecontroleerd)
        notes.append(
            Text(
                f"Kwaliteitscontrole: {number} van de {check.regels} regels niet (geheel) gecontroleerd: {names}.",
                f"Quality check: {number} of {check.regels} rules not (wholly) checked: {names}.",
            )
        )
    count = _open_errors(register, content)
    if count:
        notes.append(
            Text(
                f"Kwaliteitscontrole: {count} niet-geaccepteerde fout(en) bij de geleverde plannen.",
                f"Quality check: {count} error(s) not accepted among the plans delivered.",
            )
        )
    return notes


def _open_errors(register: Register, content: Content) -> int:
    """Errors at the plans delivered that nobody accepted."""
    findings = register.read(
        "bevinding", columns=["project_uuid", "ander_uuid", "ernst", "geaccepteerd"], geometry=False
    )
    delivered = {plan.uuid for plan in content.plannen}
    about = findings["project_uuid"].isin(delivered) | findings["ander_uuid"].isin(delivered)
    refused = about & ~findings["geaccepteerd"].fillna(False).astype(bool)
    return int((refused & (findings["ernst"] == "fout")).sum())
