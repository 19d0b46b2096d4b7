"""Places on a world map: the Equal Earth projection, which gives every country its true share of the land."""

from math import asin, cos, radians, sin, sqrt

# Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018, equations 1 to 3.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2

WIDTH, HEIGHT = 592, 312
"""The size of the picture, in its own units: all land but Antarctica."""

_RADIUS = 132.8
_GREENWICH, _EQUATOR = 260, 168.7  # where they stand in the picture


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a place (degrees, north and east) stands in the picture, from its left and top edge."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    power = square**3
    narrowing = _M * (_A1 + 3 * _A2 * square + power * (7 * _A3 + 9 * _A4 * square))
    x = radians(longitude) * cos(theta) / narrowing
    y = theta * (_A1 + _A2 * square + power * (_A3 + _A4 * square))
    return _GREENWICH + x * _RADIUS, _EQUATOR - y * _RADIUS
