"""What every renderer prints with: a language, its templates, and the frame of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.site import ShownCase, Site, Tongue
from whrin_site.render.dates import day
from whrin_site.render.templates import Codes, environment, render, told
from whrin_site.render.views import Alternate, CaseCard, Link, Page, Spoken
from whrin_site.render.ways import FOOTER, MENU
from whrin_site.tools.messages import N_
from whrin_site.tools.typography import set_type
from whrin_site.tools.urls import relative

File = tuple[str, bytes]

_OF_OUR_OWN = tuple(map(addresses.text, ("about", "data", "reading-safely")))


def spoken_of(tongue: Tongue) -> Spoken:
    """Return a language as the attributes `lang` and `dir` of a page."""
    return Spoken(tongue.tag, tongue.direction)


@dataclass(frozen=True)
class Press:
    """Prints the pages of one language. `made` are the editions that pages may link to, and their bytes.

    `context` is a fingerprint of all that pages are made from besides case studies and editions.
    """

    site: Site
    tongue: Tongue
    sources: Mapping[str, bytes]
    codes: Codes
    made: Mapping[str, int] = field(default_factory=dict)
    schema: Mapping[str, Any] = field(default_factory=dict)
    context: str = ""

    @cached_property
    def env(self) -> Environment:
        return environment(self.sources, self.tongue, self.codes)

    @cached_property
    def cases(self) -> Mapping[str, ShownCase]:
        """The case studies in the language of the page, by id."""
        return {case.id: case for case in self.site.cases[self.language]}

    @cached_property
    def cards(self) -> dict[tuple[str, str, str | None], CaseCard]:
        """The cards made so far, by id, address and remark."""
        return {}

    @property
    def language(self) -> str:
        return self.tongue.id

    @property
    def spoken(self) -> Spoken:
        return spoken_of(self.tongue)

    def speaks(self, language: str) -> Spoken | None:
        """Return the attributes of words in this language, or None when the page speaks it anyway."""
        if language == self.language:
            return None
        return spoken_of(self.site.tongues[language])

    def says(self, message: str, **values: object) -> str:
        """Return an interface message in the language of the page, set in its typography."""
        return set_type(self.tongue.words.text(message).format_map(values), self.language)

    def counts(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return an interface message in the plural form for `n`."""
        message = self.tongue.words.count(singular, plural, n)
        return set_type(message.format_map({"n": n, **values}), self.language)

    def picks(self, words: Mapping[str, str]) -> tuple[str, Spoken | None]:
        """Return words of ours in the page's language, or in the first one that has them."""
        if self.language in words:
            return set_type(words[self.language], self.language), None
        shown = next(name for name in self.site.library.languages if name in words)
        return words[shown], self.speaks(shown)

    def sets(self, text: str) -> str:
        """Return words in the language of the page, such as a title, set in its typography."""
        return set_type(text, self.language)

    def plain(self, words: Mapping[str, str]) -> str:
        """Return the same words where no language can be marked, such as in a title."""
        return self.picks(words)[0]

    def url(self, page: str, target: str) -> str:
        """Return the address of a page of this language as seen from another one."""
        return relative(f"{self.language}/{page}", f"{self.language}/{target}")

    def download(self, page: str, path: str, label: str) -> Link | None:
        """Return the link to an edition with its kind and size, if it was made."""
        if path not in self.made:
            return None
        kind, kilobytes = path.rpartition(".")[2].upper(), max(1, round(self.made[path] / 1000))
        size = self.says("{n} KB", n=kilobytes)
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

    def page(
        self,
        page: str,
        template: str,
        view: object,
        *,
        title: str,
        description: str,
        kind: str = "website",
        noindex: bool = False,
        json_ld: Markup | None = None,
        own_script: str | None = None,
        of_paper: bool = False,
    ) -> File:
        """Return the file of a page of this language, framed.

        `own_script` is one that other pages lack; `of_paper` tells that the words are the position paper's.
        """
        path = addresses.within(self.language, page)
        frame = replace(
            self._frame(path, page, title, description, kind, noindex, json_ld), of_paper=of_paper
        )
        if own_script:
            frame = replace(frame, own_script=relative(path, own_script))
        return path, render(self.env, template, page=frame, view=view).encode()

    def _frame(
        self,
        path: str,
        page: str,
        title: str,
        description: str,
        kind: str,
        noindex: bool,
        json_ld: Markup | None,
    ) -> Page:
        site = self.site.library.site.record
        tab = (title, self.plain(site.name))
        return Page(
            spoken=self.spoken,
            title=title,
            tab=" · ".join(tab if site.titles == "words" else reversed(tab)),
            is_open=site.titles == "words",
            description=description,
            noindex=noindex or self.tongue.is_draft,
            kind=kind,
            site_name=self.plain(site.name),
            site_title=self.plain(site.title),
            home=Link(self.says("Home"), self.url(page, addresses.START), page == addresses.START),
            menu=self._menu(page),
            footer=self._footer(page),
            alternates=self._alternates(path, page),
            canonical=self.absolute(path),
            style=relative(path, addresses.STYLE),
            script=relative(path, addresses.SCRIPT),
            icon=relative(path, addresses.ICON),
            leave=relative(path, addresses.LEAVE),
            leave_icon=relative(path, addresses.LEAVE_ICON),
            leave_online=site.leave_to,
            feed=self.url(page, addresses.feed()),
            glossary=self.url(page, addresses.GLOSSARY) if self.has(addresses.GLOSSARY) else None,
            edition=day(site.edition, self.language),
            warn_after_months=site.warn_after_months,
            ages=self.ages,
            is_draft=self.tongue.is_draft,
            independent=site.imprint == "independent",
            report_to=site.report_to,
            publishers=self.publishers,
            source_url=site.paper.source_url,
            json_ld=json_ld,
        )

    @property
    def ages(self) -> Mapping[str, str]:
        """How a copy tells its age of `{n}` months, by CLDR plural category."""
        return self.tongue.words.forms("This copy is {n} month old.", "This copy is {n} months old.")

    def absolute(self, path: str) -> str | None:
        """Return the full address of a path, when the site knows its own."""
        base = self.site.library.site.record.base_url
        return f"{base.rstrip('/')}/{path}" if base else None

    @property
    def publishers(self) -> str:
        """Who published the paper, in the language of the page."""
        return ", ".join(self.plain(name) for name in self.site.library.site.record.paper.publishers)

    def _menu(self, page: str) -> tuple[Link, ...]:
        return tuple(
            Link(self.says(label), self.url(page, target), page == target)
            for label, target in MENU
            if self.has(target)
        )

    def _footer(self, page: str) -> tuple[Link, ...]:
        return tuple(
            Link(self.says(label), self.url(page, target)) for label, target in FOOTER if self.has(target)
        )

    def has(self, target: str) -> bool:
        """Tell whether a page is there: a site may do without a glossary and pages of its own words."""
        if target == addresses.GLOSSARY:
            return bool(self.site.library.vocabulary["glossary"])
        page = target.partition("#")[0]
        texts = {addresses.text(text.id) for text in self.site.pages[self.language]}
        return page in texts or page not in _OF_OUR_OWN

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
