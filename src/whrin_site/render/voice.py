"""Words, addresses and the pages that are there, in the language of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whrin_site.model import addresses
from whrin_site.model.site import Site, Tongue
from whrin_site.render.views import Spoken
from whrin_site.tools.typography import set_type
from whrin_site.tools.urls import relative

_OF_OUR_OWN = tuple(map(addresses.text, ("about", "data", "reading-safely")))


def spoken_of(tongue: Tongue) -> Spoken:
    """Return a language as the attributes `lang` and `dir` of a page."""
    return Spoken(tongue.tag, tongue.direction)


@dataclass(frozen=True)
class Voice:
    """Speaks one language of a site."""

    site: Site
    tongue: Tongue

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
        if values:
            return set_type(self.tongue.words.text(message).format_map(values), self.language)
        if message not in self._said:
            self._said[message] = set_type(self.tongue.words.text(message).format_map({}), self.language)
        return self._said[message]

    @cached_property
    def _said(self) -> dict[str, str]:
        """The messages said so far that need no values."""
        return {}

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
        return relative(page, target)

    def absolute(self, path: str) -> str | None:
        """Return the full address of a path, when the site knows its own."""
        base = self.site.library.site.record.base_url
        return f"{base.rstrip('/')}/{path}" if base else None

    @property
    def ages(self) -> Mapping[str, str]:
        """How a copy tells its age of `{n}` months, by CLDR plural category."""
        return self.tongue.words.forms("This copy is {n} month old.", "This copy is {n} months old.")

    @property
    def publishers(self) -> str:
        """Who published the paper, in the language of the page."""
        return ", ".join(self.plain(name) for name in self.site.library.site.record.paper.publishers)

    def has(self, target: str) -> bool:
        """Tell whether a page is there: a site may do without a glossary and pages of its own words."""
        if target == addresses.GLOSSARY:
            return bool(self.site.library.vocabulary["glossary"])
        page = target.partition("#")[0]
        texts = {addresses.text(text.id) for text in self.site.pages[self.language]}
        return page in texts or page not in _OF_OUR_OWN
