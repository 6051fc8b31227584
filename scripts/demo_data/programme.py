"""What is to be built in Duinvoorde: plans with dates, blocks and breakdowns that hang together, and known mistakes."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from demo_data.sites import Site
from demo_data.town import BUURTEN, WIJKEN, Town, wijk_of

PEIL = date(2026, 7, 1)
FASEN = ("1 Concept", "2 Initiatief", "3 Definitie", "4 Ontwerp", "5 Voorbereiding", "6 Realisatie", "7 Nazorg")
PLANTYPE = {
    "uitleg": "Uitbreiding uitleg",
    "transformatie": "Pand Transformatie",
    "herstructurering": "Herstructurering",
    "verdichting": "Verdichting",
}
DENSITY = {"uitleg": 28, "transformatie": 110, "herstructurering": 75, "verdichting": 90}  # dwellings per hectare
STRAATNAMEN = [
    "Zeesterlaan",
    "Helmduin",
    "Kokkelstraat",
    "Strandloper",
    "Vuurtorenweg",
    "Schelpenpad",
    "Jutterskade",
    "Meeuwenhof",
    "Scholekster",
    "Duinroos",
    "Kwelderweg",
    "Lamsoor",
    "Zilverduin",
    "Kompasstraat",
    "Ankerplein",
    "Reddingsboot",
    "Loodsmanhof",
    "Zeeschuim",
    "Wierdijk",
    "Stormvogel",
    "Noordhoek",
    "Zuidermolen",
    "Westerdok",
    "Havenmeester",
    "Visafslag",
    "Netwerkkade",
    "Bakenstraat",
    "Peilschaal",
    "Getijdenplein",
    "Eblaan",
    "Vloedstraat",
    "Branding",
    "Golfslag",
    "Zandbank",
    "Muistraat",
    "Strandwal",
    "Binnenduin",
    "Vuurtorenplein",
    "Boegstraat",
    "Roerplein",
]
SOORTNAMEN = ("", " fase 2", " noord", " zuid", " hof")


@dataclass
class Deel:
    """One row of the workbook: a number to build or to demolish, and how it is divided."""

    soort: str  # Bouw or Sloop
    aantal: int
    oplevering: dict[date, int] = field(default_factory=dict)
    eigendom: dict[str, int] = field(default_factory=dict)
    koop: dict[str, int] = field(default_factory=dict)
    huur_particulier: dict[str, int] = field(default_factory=dict)
    huur_corporatie: dict[str, int] = field(default_factory=dict)
    woningtype: dict[str, int] = field(default_factory=dict)
    fysiek: dict[str, int] = field(default_factory=dict)
    doelgroep: dict[str, int] = field(default_factory=dict)
    grond: dict[str, int] = field(default_factory=dict)
    grootte: dict[str, int] = field(default_factory=dict)


@dataclass
class DemoPlan:
    """One plan: the cells of its project columns, its rows, and the parcels it lies on."""

    nummer: int
    cellen: dict[str, object]
    delen: list[Deel]
    site: Site
    fout: str = ""


def split(rnd: random.Random, total: int, names, weights) -> dict[str, int]:
    """`total` divided over `names`, about by weight, summing exactly; zeros left out."""
    counts = dict.fromkeys(names, 0)
    for name in rnd.choices(names, weights, k=min(total, 40)):
        counts[name] += 1
    scale = total / max(1, sum(counts.values()))
    counts = {name: int(number * scale) for name, number in counts.items()}
    counts[max(counts, key=lambda name: counts[name])] += total - sum(counts.values())
    return {name: number for name, number in counts.items() if number}


def month_later(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def timeline(rnd: random.Random, stage: int) -> list[date]:
    """Start dates of the seven phases and the end, such that phase `stage` runs on the reference date."""
    steps = [rnd.randint(low, high) for low, high in ((4, 8), (5, 9), (6, 10), (14, 19), (14, 20), (12, 16), (8, 12))]
    start = month_later(PEIL, -sum(steps[:stage]) - rnd.randint(1, steps[stage] - 1))
    days = [start]
    for step in steps:
        days.append(month_later(days[-1], step))
    # Deliveries fall on the last day of at most three years; the plan ends after the last of them.
    days[7] = max(days[7], date(month_later(days[5], 6).year + 3, 2, 1))
    return days


def statuses(rnd: random.Random, days: list[date]) -> dict[str, date]:
    first = rnd.choice(("4a Opgenomen in de visie", "4b Niet opgenomen in de visie"))
    found = {first: days[1], "3 In voorbereiding": days[3], "2a Vastgesteld": days[4] - timedelta(days=31)}
    if rnd.random() < 0.2:
        found["2b Vastgesteld uitwerking nodig"] = days[4]
    found["1a Onherroepelijk"] = days[4] + timedelta(days=60)
    return found


def build_part(rnd: random.Random, kind: str, total: int, days: list[date]) -> Deel:
    """A construction row. Delivery between the start of realisation and aftercare, over one to three dates."""
    part = Deel("Bouw", total)
    first = month_later(days[5], 6).year
    moments = [date(year, 12, 31) for year in range(first, first + rnd.choice((1, 1, 2, 3)))]
    part.oplevering = split(rnd, total, moments, [1] * len(moments))
    part.eigendom = split(rnd, total, ["Koopwoning", "Particuliere verhuurder", "Huur woningcorporatie"], [45, 20, 35])
    if rnd.random() < 0.15 and total > 6:
        unknown = total // 4
        largest = max(part.eigendom, key=lambda name: part.eigendom[name])
        part.eigendom[largest] -= min(unknown, part.eigendom[largest])
        part.eigendom = {name: number for name, number in part.eigendom.items() if number}
        part.eigendom["Eigendom type onbekend"] = total - sum(part.eigendom.values())
    if part.eigendom.get("Koopwoning") and rnd.random() < 0.9:
        part.koop = split(rnd, part.eigendom["Koopwoning"], ["275000", "280000-389999.99", "495000"], [40, 42, 18])
    if part.eigendom.get("Particuliere verhuurder"):
        part.huur_particulier = split(rnd, part.eigendom["Particuliere verhuurder"], ["1050", "1350"], [70, 30])
    if part.eigendom.get("Huur woningcorporatie"):
        part.huur_corporatie = split(rnd, part.eigendom["Huur woningcorporatie"], ["645.50", "694-879.99"], [60, 40])
    stacked = {"uitleg": 0.2, "transformatie": 1.0, "herstructurering": 0.45, "verdichting": 0.75}[kind]
    part.woningtype = split(rnd, total, ["Eengezins woning", "Meergezins woning"], [1 - stacked + 1e-9, stacked])
    if rnd.random() < 0.6:
        part.fysiek = split(
            rnd, total, ["Tussenwoning", "Hoekwoning", "Vrijstaand", "Portiekflat"], [40, 20, 8, 60 * stacked + 1]
        )
    if rnd.random() < 0.5:
        part.doelgroep = split(rnd, total, ["Regulier", "Jongeren", "Ouderen"], [60, 15, 25])
    if rnd.random() < 0.4:
        part.grond = {rnd.choice(("Formele toestemming eigenaar", "Intentie medewerking eigenaar")): total}
    if rnd.random() < 0.35:
        part.grootte = split(rnd, total, ["40-65", "65-90", "90-140"], [35, 40, 25])
    return part


def parts(rnd: random.Random, site: Site, hectares: float, days: list[date]) -> list[Deel]:
    """One to four construction rows, and a demolition row where houses stand."""
    total = max(4, round(hectares * DENSITY[site.soort] * rnd.uniform(0.7, 1.35)))
    rows = max(1, min(rnd.choice((1, 2, 2, 3, 4)), total // 4))
    sizes = split(rnd, total, list(range(rows)), [1] * rows)
    found = [build_part(rnd, site.soort, number, days) for number in sizes.values()]
    if site.soort == "herstructurering":
        number = len(site.parcels)
        found.append(
            Deel(
                "Sloop",
                number,
                {date(days[5].year, 12, 31): number},
                {"Huur woningcorporatie": number},
                woningtype={"Eengezins woning": number},
            )
        )
    return found


def make_programme(town: Town, sites: list[Site], seed: int) -> list[DemoPlan]:
    """All plans, with the planted mistakes of content noted in `fout`."""
    rnd = random.Random(seed)
    names = [street + kind for kind in SOORTNAMEN for street in STRAATNAMEN]
    plans = []
    for index, site in enumerate(sites):
        stage = rnd.choices(range(7), (6, 14, 18, 18, 18, 20, 6))[0]
        days = timeline(rnd, stage)
        area = sum(town.parcels[i].geom.area for i in site.parcels)
        buurt = town.parcels[site.parcels[0]].buurt
        hard = statuses_hard(plan_statuses := statuses(rnd, days))
        cells = {
            "Identificatie nr": 1001 + index,
            "Naam": names[index],
            "Eigenaar": rnd.choice(("a.devries@duinvoorde.example", "m.bakker@duinvoorde.example")),
            "Vertrouwelijkheid": rnd.choice(("Extern mede-overheden", "Openbaar"))
            if hard
            else rnd.choice(("Extern woonregio", "Extern mede-overheden")),
            "Plan soort": PLANTYPE[site.soort],
            "In programmering": 1 if rnd.random() < 0.85 else 0,
            "Priorisering": rnd.choice(("1 Laag", "2 Middel", "3 Hoog")),
            "Rol gemeente": rnd.choice(("Opdrachtgever", "Vergunningverlener")),
            "Project status": "Actief",
            "Start project": days[0],
            "Eind project": days[7],
            **dict(zip(FASEN, days)),
            **plan_statuses,
            "Gemeente": "Duinvoorde",
            "Wijk": WIJKEN[wijk_of(buurt)],
            "Buurt": BUURTEN[buurt],
        }
        plans.append(DemoPlan(1001 + index, cells, parts(rnd, site, area / 10_000, days), site))
    plant_mistakes(plans)
    return plans


def statuses_hard(found: dict[str, date]) -> bool:
    return any(name[:2] in ("1a", "1b", "2a", "2b") and day <= PEIL for name, day in found.items())


def plant_mistakes(plans: list[DemoPlan]) -> None:
    """Mistakes of content: formally right, so they are imported, and the quality check has to find them."""
    typo = max((p for p in plans if p.site.soort == "herstructurering"), key=lambda p: p.delen[0].aantal)
    multiply(typo.delen[0], 10)
    typo.fout = "nul te veel"
    soft = [p for p in plans if p.cellen["1a Onherroepelijk"] > PEIL]
    hard = [p for p in plans if p.cellen["1a Onherroepelijk"] <= PEIL and not p.fout]
    hard[0].cellen["Vertrouwelijkheid"], hard[0].fout = "Extern woonregio", "hard plan te vertrouwelijk"
    soft[0].cellen["Vertrouwelijkheid"], soft[0].fout = "Intern ambtelijk", "te vertrouwelijk om te leveren"
    soft[1].cellen["Plan soort"], soft[1].fout = None, "plansoort ontbreekt"
    late = [p for p in hard if not p.fout and min(p.delen[0].oplevering) < PEIL][:3]
    for plan in late:
        plan.fout = "oplevering voorbij, niet gerealiseerd"
    twin = [p for p in plans if not p.fout][:2]
    twin[1].cellen["Naam"], twin[1].fout = twin[0].cellen["Naam"], "dubbele naam"


def multiply(part: Deel, factor: int) -> None:
    """The same part with every number `factor` times as large: a zero too many, everywhere consistent."""
    part.aantal *= factor
    for name, value in vars(part).items():
        if isinstance(value, dict):
            setattr(part, name, {key: number * factor for key, number in value.items()})
