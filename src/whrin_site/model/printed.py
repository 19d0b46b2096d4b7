"""What is to be printed: documents in HTML, complete but for the fonts that they name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What a leaflet is to be about: a country or some case studies (ids), in a language or in each one."""

    language: str | None = None
    country: str | None = None
    cases: tuple[str, ...] = ()


EVERYTHING = Choice()
"""Every leaflet, in every language."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A sheet of two sides, published under a path: the same in more words and in fewer, most words first."""

    path: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages to read, published under a path, and under another one as sheets to fold and staple."""

    path: str
    booklet: str
    html: str
