"""The pages of one language without the others, for a library that has a file for each."""

from dataclasses import dataclass, replace

from whrin_site.model import addresses
from whrin_site.model.search import SearchDocument
from whrin_site.model.shelf import Shelf
from whrin_site.render import FORMS, assets, data, search_documents, signposts
from whrin_site.render.frame_views import Page
from whrin_site.render.press import About, Press
from whrin_site.render.sheets import printed
from whrin_site.render.views import Alternate
from whrin_site.tools.locales import three_letters


@dataclass(frozen=True)
class LonePress(Press):
    """Prints pages that know of no other language, and that a library may search.

    Drafts ask search engines of the web to leave them out; Kiwix would do so too.
    """

    def _frame(self, page: str, about: About) -> Page:
        return replace(super()._frame(page, about), noindex=False)

    def _alternates(self, path: str, page: str) -> tuple[Alternate, ...]:  # noqa: ARG002 -- none on any page
        return ()


def shelf(press: LonePress) -> Shelf:
    """Return the pages of a language and all that they need, but for the search."""
    files = {**dict(assets.render(press.sources)), **printed(data.render(press.site, press.sources))}
    for form in FORMS:
        files |= printed(form(press))
    shared = dict(signposts.render({press.language: press}))
    files[addresses.LEAVE] = shared[addresses.LEAVE]
    record = press.site.library.site.record
    return Shelf(
        path=addresses.library_file(press.language),
        language=press.language,
        code=three_letters(press.language),
        title=press.plain(record.name),
        description=press.says("Case studies and a position paper"),
        creator=press.publishers,
        main=addresses.within(press.language, addresses.START),
        files=files,
    )


def documents(press: LonePress) -> tuple[SearchDocument, ...]:
    """Return what the search of these pages is to know."""
    return tuple(search_documents.documents(press))
