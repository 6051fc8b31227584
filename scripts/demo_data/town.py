"""The ground of Duinvoorde: a contiguous fabric of parcels that share their vertices exactly, with buildings.

Everything is laid out in a flat grid of whole metres, noded once, and then bent by one smooth function whose outcome is
rounded to millimetres per node. So two neighbours always have the same vertices, whatever the bend.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field

import shapely
from shapely.geometry import Polygon, box

COLUMNS, ROWS = 18, 14  # blocks of streets
BLOCK_W, BLOCK_H, STREET, RIVER = 100, 60, 12, 40
RIVER_ROW = 7  # the strip below this row of blocks is water
RING = 600  # farmland around the town
ORIGIN = (66_000.0, 468_000.0)
WIJKEN = ("Binnenstad", "Oosterwijk", "Duinrand")
BUURTEN = (
    "Marktkwartier",
    "Havenkwartier",
    "Bloemenbuurt",
    "Vogelbuurt",
    "Zeeheldenbuurt",
    "Schildersbuurt",
    "Buitengebied",
)


@dataclass
class Parcel:
    """One parcel: `soort` tells what lies there, `block` (column, row) in which block of the town."""

    soort: str
    flat: Polygon
    geom: Polygon = None
    number: int = 0
    sectie: str = "A"
    block: tuple[int, int] | None = None
    buurt: int = 6


@dataclass
class Town:
    """Everything on the ground."""

    parcels: list[Parcel] = field(default_factory=list)
    buildings: list[tuple[Polygon, int, str, int]] = field(default_factory=list)  # geometry, year, use, dwellings


def bend(u: float, v: float) -> tuple[float, float]:
    """From the flat grid to RD: turned 12 degrees, and gently curved so that no street is quite straight."""
    u2 = u + 22 * math.sin(v / 260) + 9 * math.sin(u / 140)
    v2 = v + 30 * math.sin(u / 420) + 7 * math.cos(v / 110)
    angle = math.radians(12)
    x = ORIGIN[0] + u2 * math.cos(angle) - v2 * math.sin(angle)
    y = ORIGIN[1] + u2 * math.sin(angle) + v2 * math.cos(angle)
    return round(x, 3), round(y, 3)


def bend_polygon(polygon: Polygon) -> Polygon:
    """The polygon in RD, vertex by vertex."""
    shell = [bend(u, v) for u, v in polygon.exterior.coords]
    holes = [[bend(u, v) for u, v in ring.coords] for ring in polygon.interiors]
    return Polygon(shell, holes)


def left(column: int) -> int:
    return STREET + column * (BLOCK_W + STREET)


def bottom(row: int) -> int:
    return STREET + row * (BLOCK_H + STREET) + (RIVER - STREET if row >= RIVER_ROW else 0)


WIDTH, HEIGHT = left(COLUMNS), bottom(ROWS)


def buurt_of(column: int, row: int) -> int:
    return (0 if column < 9 else 1) if row < 5 else (2 if column < 9 else 3) if row < 10 else (4 if column < 9 else 5)


def wijk_of(buurt: int) -> int:
    return {0: 0, 1: 0, 2: 1, 3: 1}.get(buurt, 2)


def block_parcels(rnd: random.Random, column: int, row: int) -> list[Parcel]:
    """A block is a row of houses back to back, four large lots, or one complex."""
    x, y = left(column), bottom(row)
    kind = rnd.choices(("wonen", "groot", "complex"), (80, 12, 8))[0]
    across, deep = {"wonen": (10, 2), "groot": (2, 2), "complex": (1, 1)}[kind]
    w, h = BLOCK_W // across, BLOCK_H // deep
    return [
        Parcel(kind, box(x + i * w, y + j * h, x + (i + 1) * w, y + (j + 1) * h), block=(column, row))
        for j in range(deep)
        for i in range(across)
    ]


def street_parcels() -> list[Parcel]:
    """Strips between the blocks, cut at every crossing; one strip is the river."""
    xs = sorted({0, WIDTH} | {left(c) for c in range(COLUMNS)} | {left(c) + BLOCK_W for c in range(COLUMNS)})
    found = []
    for row in range(ROWS + 1):
        top = bottom(row) if row < ROWS else HEIGHT
        low = bottom(row - 1) + BLOCK_H if row else 0
        kind = "water" if row == RIVER_ROW else "weg"
        if kind == "water":
            found.append(Parcel("water", box(0, low, WIDTH, top)))
            continue
        found += [Parcel("weg", box(a, low, b, top)) for a, b in zip(xs, xs[1:])]
    for column in range(COLUMNS + 1):
        a = left(column - 1) + BLOCK_W if column else 0
        b = left(column) if column < COLUMNS else WIDTH
        found += [Parcel("weg", box(a, bottom(row), b, bottom(row) + BLOCK_H)) for row in range(ROWS)]
    return found


def farmland(rnd: random.Random) -> list[Parcel]:
    """A ring of fields around the town."""
    found = []
    bands = ((-RING, -RING, WIDTH + RING, 0), (-RING, HEIGHT, WIDTH + RING, HEIGHT + RING))
    for x0, y0, x1, y1 in bands:
        x = x0
        while x < x1:
            wide = min(rnd.choice((110, 140, 180)), x1 - x)
            wide = x1 - x if x1 - x - wide < 60 else wide
            middle = y0 + rnd.choice((240, 300, 360))
            found += [Parcel("land", box(x, y0, x + wide, middle)), Parcel("land", box(x, middle, x + wide, y1))]
            x += wide
    for x0, x1 in ((-RING, 0), (WIDTH, WIDTH + RING)):
        y = 0
        while y < HEIGHT:
            high = min(rnd.choice((90, 120, 150)), HEIGHT - y)
            high = HEIGHT - y if HEIGHT - y - high < 50 else high
            middle = x0 + rnd.choice((240, 300, 360))
            found += [Parcel("land", box(x0, y, middle, y + high)), Parcel("land", box(middle, y, x1, y + high))]
            y += high
    return found


def node(parcels: list[Parcel]) -> list[Parcel]:
    """Give every parcel the corner points of its neighbours on its own border, and bend the whole."""
    lines = shapely.unary_union([parcel.flat.exterior for parcel in parcels])
    faces = list(shapely.polygonize(shapely.get_parts(lines).tolist()).geoms)
    tree = shapely.STRtree([parcel.flat for parcel in parcels])
    points, owners = tree.query([face.representative_point() for face in faces], predicate="within")
    for face, owner in zip(points, owners):
        parcels[owner].flat = faces[face]
        parcels[owner].geom = bend_polygon(faces[face])
    return [parcel for parcel in parcels if parcel.geom is not None]


def buildings_on(rnd: random.Random, parcel: Parcel) -> list[tuple[Polygon, int, str, int]]:
    """Houses and sheds on small lots, larger buildings on large ones."""
    x0, y0, x1, y1 = parcel.flat.bounds
    if parcel.soort == "wonen":
        front = y0 + 3 if parcel.block and y0 == bottom(parcel.block[1]) else y1 - 13
        year = 1925 + 5 * rnd.randrange(18)
        found = [(box(x0, front, x1, front + 10), year, "woonfunctie", 1)]
        if rnd.random() < 0.45:
            back = y1 - 4 if front < (y0 + y1) / 2 else y0 + 1
            found.append((box(x0 + 1, back, x0 + 4, back + 3), year + 10, "", 0))
        return found
    if parcel.soort == "groot" and rnd.random() < 0.8:
        return [(box(x0 + 8, y0 + 6, x1 - 8, y1 - 6), 1960 + rnd.randrange(50), "winkelfunctie,kantoorfunctie", 0)]
    if parcel.soort == "complex":
        use = rnd.choice(("kantoorfunctie", "industriefunctie", "onderwijsfunctie"))
        return [(box(x0 + 12, y0 + 10, x1 - 12, y1 - 10), 1955 + rnd.randrange(45), use, 0)]
    return []


def make_town(seed: int) -> Town:
    """Parcels numbered per section (A–G by neighbourhood), with their buildings."""
    rnd = random.Random(seed)
    parcels = [p for row in range(ROWS) for column in range(COLUMNS) for p in block_parcels(rnd, column, row)]
    parcels += street_parcels() + farmland(rnd)
    town = Town(node(parcels))
    counters = [0] * 7
    for parcel in town.parcels:
        centre = parcel.flat.representative_point()
        inside = 0 < centre.x < WIDTH and 0 < centre.y < HEIGHT
        column = min(COLUMNS - 1, max(0, int(centre.x // (BLOCK_W + STREET))))
        row = max((r for r in range(ROWS) if bottom(r) - STREET <= centre.y), default=0)
        parcel.buurt = buurt_of(column, row) if inside else 6
        parcel.sectie = "ABCDEFG"[parcel.buurt]
        counters[parcel.buurt] += 1
        parcel.number = 100 + counters[parcel.buurt]
        town.buildings += [(bend_polygon(g), year, use, n) for g, year, use, n in buildings_on(rnd, parcel)]
    return town
