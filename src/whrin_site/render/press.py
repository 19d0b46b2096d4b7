"""What every renderer prints with: a language, its templates, and the frame of a page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Required, TypedDict, Unpack

from jinja2 import Environment
from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.files import Files, kilobytes
from whrin_site.model.pieces import Ends, Pieces
from whrin_site.model.site import ShownCase, Tongue
from whrin_site.render.frame_views import Page, Surroundings
from whrin_site.render.framing import Framed
from whrin_site.render.origins import NOWHERE, Origins
from whrin_site.render.surroundings import LED_TO, surroundings
from whrin_site.render.templates import environment, render, told
from whrin_site.render.views import Alternate, CaseCard, Link
from whrin_site.render.voice import Voice, spoken_of
from whrin_site.tools.messages import N_
from whrin_site.tools.urls import relative

File = tuple[str, bytes]

Schema = Callable[[], Mapping[str, Any]]
"""Gives the JSON Schema of a case study, by which the form asks."""


def no_schema() -> Mapping[str, Any]:
    """Return a schema of nothing, for pages that have no form."""
    return {}


class Keys(NamedTuple):
    """Fingerprints of all that the frame of a page and its main part are made from."""

    frame: str
    main: str


class About(TypedDict, total=False):
    """What the frame of a page says of it.

    `own_script` is one that other pages lack; `of_paper` tells that the words are the position paper's.
    """

    title: Required[str]
    description: Required[str]
    kind: str
    noindex: bool
    json_ld: Markup | None
    own_script: str
    of_paper: bool


@dataclass(frozen=True)
class Press(Voice):
    """Prints the pages of one language. `made` are the editions that pages may link to.

    `origins` tell what pages are made from besides case studies and editions.
    """

    sources: Mapping[str, bytes]
    made: Files = field(default_factory=lambda: Files({}))
    schema: Schema = no_schema
    origins: Origins = NOWHERE

    @cached_property
    def env(self) -> Environment:
        return environment(self.sources, self.tongue)

    @cached_property
    def cases(self) -> Mapping[str, ShownCase]:
        """The case studies in the language of the page, by id."""
        return {case.id: case for case in self.site.cases[self.language]}

    @cached_property
    def cards(self) -> dict[tuple[str, str, str | None], CaseCard]:
        """The cards made so far, by id, address and remark."""
        return {}

    def download(self, page: str, path: str, label: str) -> Link | None:
        """Return the link to an edition with its kind and size, if it was made."""
        if path not in self.made:
            return None
        kind = path.rpartition(".")[2].upper()
        size = self.says("{n} KB", n=kilobytes(self.made.leaf(path)))
        url = relative(addresses.within(self.language, page), path)
        return Link(self.sets(label), url, note=f"{kind}, {size}")

    def shared_url(self, page: str, path: str) -> str | None:
        """Return the address of a file for all languages, or None where it cannot be seen from here."""
        return relative(f"{self.language}/{page}", path)

    def part(self, template: str, macro: str, *values: object) -> Markup:
        """Return what a macro of a template makes of these values."""
        with told():
            made = getattr(self.env.get_template(template).module, macro)(*values)
        return Markup(made)

    def page(self, page: str, template: str, view: object, **about: Unpack[About]) -> File:
        """Return the file of a page of this language, framed."""
        path = addresses.within(self.language, page)
        return path, render(self.env, template, page=self._frame(page, about), view=view).encode()

    def pieces(
        self,
        page: str,
        template: str,
        keys: Keys,
        view: Callable[[], object],
        within: Callable[[], Iterable[tuple[str, bytes]]] = tuple,
        **about: Unpack[About],
    ) -> Pieces:
        """Return such a page in pieces, its view to be made for the main part.

        `within` gives the parts that its next build may want, once the main part is made.
        """
        framed = Framed(self.env, template, self._frame(page, about))

        def frame() -> Ends:
            before, after = framed.frame()
            return before.encode(), after.encode()

        items = ((keys.main, view),)
        return Pieces(frame, items, lambda view: framed.main(view()).encode(), b"", keys.frame, within)

    def _frame(self, page: str, about: About) -> Page:
        path, site = addresses.within(self.language, page), self.site.library.site.record
        around, script = self._around(page), about.get("own_script")
        tab = (about["title"], around.site_name)
        return Page(
            around=around,
            title=about["title"],
            tab=" · ".join(tab if site.titles == "words" else reversed(tab)),
            is_open=site.titles == "words",
            description=about["description"],
            noindex=about.get("noindex", False) or self.tongue.is_draft,
            kind=about.get("kind", "website"),
            alternates=self._alternates(path, page),
            canonical=self.absolute(path),
            json_ld=about.get("json_ld"),
            of_paper=about.get("of_paper", False),
            own_script=relative(path, script) if script else None,
        )

    def _around(self, page: str) -> Surroundings:
        """Return what is around a page: the same for all pages of a folder to which nothing there leads."""
        folder = page.rpartition("/")[0]
        key = page if page in LED_TO else f"{folder}/"
        if key not in self._surroundings:
            self._surroundings[key] = surroundings(self, page)
        return self._surroundings[key]

    @cached_property
    def _surroundings(self) -> dict[str, Surroundings]:
        return {}

    def _alternates(self, path: str, page: str) -> tuple[Alternate, ...]:
        return tuple(
            Alternate(
                language=tongue.id,
                name=tongue.name,
                label=_invitation(tongue),
                url=relative(path, f"{tongue.id}/{page}"),
                absolute=self.absolute(f"{tongue.id}/{page}"),
                spoken=spoken_of(tongue),
            )
            for tongue in self.site.tongues.values()
        )


def _invitation(tongue: Tongue) -> str:
    """Return the words that invite to another language, or just its name where it has none yet."""
    # Translators: say this of your own language, in your own language.
    message = N_("Read this page in English")
    is_there = tongue.id == "en" or tongue.words.knows(message)
    return tongue.words.text(message) if is_there else tongue.name
