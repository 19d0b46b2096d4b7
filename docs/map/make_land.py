#!/usr/bin/env python3
"""Make templates/parts/land.svg out of Natural Earth's land (GeoJSON): once, or when the picture changes.

.venv/bin/python docs/map/make_land.py ne_110m_land.geojson
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from whrin_site.tools.equal_earth import HEIGHT, project

Point = tuple[int, int]

_SMALLEST = 6.0  # square units: what is smaller would be a speck
_NEAR = 0.6  # units: what lies nearer to the straight line makes no difference
_GRAIN = 2  # whole steps in a unit
_TARGET = Path(__file__).parents[2] / "templates" / "parts" / "land.svg"


def main(source: Path) -> None:
    """Write the path of all land that the picture shows."""
    rings = (simplified(list(drawn(ring))) for ring in outer_rings(json.loads(source.read_bytes())))
    path = "".join(as_path(ring) for ring in rings if area(ring) >= _SMALLEST * _GRAIN**2)
    _TARGET.write_text(f'<path class="map__land" transform="scale({1 / _GRAIN})" d="{path}"/>\n')
    sys.stdout.write(f"{len(path)} characters\n")


def outer_rings(land: dict) -> Iterator[list[list[float]]]:
    """Yield the outlines of all land; lakes are left out."""
    shapes = [feature["geometry"] for feature in land["features"]]
    for shape in shapes:
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            yield polygon[0]


def drawn(ring: list[list[float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of an outline in the picture; across the date line it goes on beyond the edge."""
    turned, before, longitudes = 0, ring[0][0], []
    for longitude, _ in ring:
        turned += 360 * ((longitude - before < -180) - (longitude - before > 180))
        before = longitude
        longitudes.append(longitude + turned)
    home = 360 * round(sum(longitudes) / len(longitudes) / 360)
    return (project(point[1], longitude - home) for point, longitude in zip(ring, longitudes, strict=True))


def simplified(points: list[tuple[float, float]]) -> list[Point]:
    """Return the outline without the points that make no difference (Ramer, Douglas and Peucker)."""
    kept = [points[0], *between(points), points[-1]]
    found = [(round(x * _GRAIN), round(y * _GRAIN)) for x, y in kept]
    return [point for point, before in zip(found, [None, *found], strict=False) if point != before]


def between(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return which of the points between the first and the last one the line needs."""
    if len(points) < 3:
        return []
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    far, at = max(
        (
            abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
            if length
            else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5,
            number,
        )
        for number, (x, y) in enumerate(points[1:-1], start=1)
    )
    if far < _NEAR:
        return []
    return [*between(points[: at + 1]), points[at], *between(points[at:])]


def area(ring: list[Point]) -> float:
    """Return the area of an outline (Gauss's shoelace formula); nothing for land below the picture."""
    if min(y for _, y in ring) >= HEIGHT * _GRAIN:
        return 0
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2


def as_path(ring: list[Point]) -> str:
    """Return an outline as the commands of an SVG path, each step from the one before."""
    (x, y), *rest = ring
    steps = []
    for to_x, to_y in rest[:-1]:
        steps.append(f"{to_x - x} {to_y - y}".replace(" -", "-"))
        x, y = to_x, to_y
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
