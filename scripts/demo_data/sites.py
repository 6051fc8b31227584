"""Where the plans of Duinvoorde lie: groups of neighbouring parcels, no parcel used twice."""

from __future__ import annotations

import random
from dataclasses import dataclass

import shapely

from demo_data.town import Parcel, Town


@dataclass
class Site:
    """Parcels of one plan (indexes into the town), and what kind of development they suit."""

    parcels: list[int]
    soort: str  # uitleg, transformatie, herstructurering, verdichting


def make_sites(town: Town, count: int, seed: int) -> list[Site]:
    """`count` sites; some of them border each other, some have more than one part."""
    rnd = random.Random(seed)
    tree = shapely.STRtree([parcel.geom for parcel in town.parcels])
    used: set[int] = set()
    sites: list[Site] = []
    wanted = {"land": ("uitleg", 14), "complex": ("transformatie", 16), "groot": ("verdichting", 22)}
    for soort, (use, number) in wanted.items():
        sites += _grow(rnd, town, tree, used, soort, use, number)
    sites += _grow(rnd, town, tree, used, "wonen", "herstructurering", count - len(sites))
    rnd.shuffle(sites)
    return sites


def _grow(rnd, town, tree, used, soort, use, number) -> list[Site]:
    """Sites that start at a random parcel and take in neighbours of the same kind."""
    starts = [i for i, parcel in enumerate(town.parcels) if parcel.soort == soort]
    rnd.shuffle(starts)
    sites: list[Site] = []
    for start in starts:
        if len(sites) == number:
            break
        if start in used:
            continue
        size = {"land": rnd.randint(1, 4), "groot": rnd.randint(1, 3), "wonen": rnd.randint(2, 11)}.get(soort, 1)
        group = [start]
        while len(group) < size:
            free = [n for n in _neighbours(town.parcels, tree, group, soort) if n not in used and n not in group]
            if not free:
                break
            group.append(rnd.choice(sorted(free)))
        used.update(group)
        sites.append(Site(sorted(group), use))
    return sites


def _neighbours(parcels: list[Parcel], tree, group, soort) -> set[int]:
    """Parcels of the same kind and block (fields: any) that share a border line with the group."""
    found = set()
    for index in group:
        for other in tree.query(parcels[index].geom, predicate="touches"):
            same = parcels[other].soort == soort and parcels[other].block == parcels[index].block
            if same and shapely.length(shapely.intersection(parcels[index].geom, parcels[other].geom)) > 1:
                found.add(int(other))
    return found
