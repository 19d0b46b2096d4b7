"""What files are made from besides case studies, as fingerprints: another origin, and they are made anew."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from whrin_site.model.addresses import CASE_FILES
from whrin_site.render.templates import without_block
from whrin_site.tools.fingerprint import fingerprint
from whrin_site.tools.program import with_program

FRAME = "base.html"
"""The template of what stands around the main part of a page."""

ASKED_FOR = ("parts/notes.html", "parts/picture.html")
"""The templates that no other names, since the program asks for them while it reads texts (`Press.part`)."""

_TEMPLATES = "templates/"
_REFERENCE = re.compile(r"\{%[-+]?\s*(?:from|import|include|extends)\b(.*?)[-+]?%\}", re.DOTALL)
_WRITTEN_OUT = re.compile(r"""\s*(["'])([^"']+)\1\s*(?:(?:import|as|ignore|with|without)\b.*)?""", re.DOTALL)


class Origins:
    """The origins among some sources: templates, static files, and all content but the case studies."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        self._sources = sources
        self._pages: dict[str, str] = {}
        self._frames: dict[str, str] = {}
        self._mains: dict[str, str] = {}

    @cached_property
    def all(self) -> str:
        """The program and all sources."""
        return with_program(self._sources, self._besides())

    @cached_property
    def content(self) -> str:
        """The program and the content."""
        return with_program(self._sources, (path for path in self._besides() if path.startswith("content/")))

    def page(self, template: str) -> str:
        """The program, the content, what is static, and the templates that make a page, with its frame."""
        if template not in self._pages:
            self._pages[template] = fingerprint([self._others(template), self._source(template)])
        return self._pages[template]

    def frame(self, template: str) -> str:
        """The same, without what stands in the main block of that template itself."""
        if template not in self._frames:
            frame = without_block(self._source(template), "main")
            self._frames[template] = fingerprint([self._others(template), frame])
        return self._frames[template]

    def main(self, template: str) -> str:
        """The program, the content, and the templates that make the main part of a page: not its frame."""
        if template not in self._mains:
            used = with_program(self._sources, self._used(template))
            self._mains[template] = fingerprint([self.content, used])
        return self._mains[template]

    def _others(self, template: str) -> str:
        """All that makes a page but this template."""
        used = self._used(template, FRAME) - {f"{_TEMPLATES}{template}"}
        return fingerprint([self._no_templates, with_program(self._sources, used)])

    @cached_property
    def _no_templates(self) -> str:
        paths = (path for path in self._besides() if not path.startswith(_TEMPLATES))
        return with_program(self._sources, paths)

    def _source(self, template: str) -> str:
        return self._sources.get(f"{_TEMPLATES}{template}", b"").decode(errors="replace")

    def _besides(self) -> Iterator[str]:
        return (path for path in self._sources if not CASE_FILES.fullmatch(path))

    def _used(self, *templates: str) -> set[str]:
        """Return the paths of these templates and of all that they refer to; the frame only if it is named.

        Where one is computed, it may be any.
        """
        found, waiting = set[str](), [*templates, *ASKED_FOR]
        while waiting:
            path = f"{_TEMPLATES}{waiting.pop()}"
            if path not in found:
                found.add(path)
                referred = references(self._sources.get(path, b""))
                if None in referred:
                    return {path for path in self._sources if path.startswith(_TEMPLATES)}
                waiting += (name for name in referred if name and name != FRAME)
        return found


def references(template: bytes) -> list[str | None]:
    """Return the names of the templates that one refers to, None for a name that is computed."""
    tags = _REFERENCE.findall(template.decode(errors="replace"))
    return [name[2] if (name := _WRITTEN_OUT.fullmatch(tag)) else None for tag in tags]


NOWHERE = Origins({})
"""The origins of what is printed once and not remembered."""
