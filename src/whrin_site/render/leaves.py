"""A long list on several pages: what stands on which, and the ways between them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from whrin_site.model import addresses
from whrin_site.model.pieces import Apart, Pieces
from whrin_site.render.press import Keys, Press
from whrin_site.render.sheets import Sheet, framed_sheet
from whrin_site.render.views import Leaves, Link

PER_PAGE = 40
"""The most case studies on a page, so that an old phone loads and shows it well."""

_NEAR = 2  # pages before and after the one shown to which it links by number


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, the one with this `number`, of a `list` of `count` case studies on pages up to the `last`."""

    list: str
    number: int
    last: int
    count: int
    ids: tuple[str, ...]

    @property
    def page(self) -> str:
        """Its address; the first one has that of the list itself."""
        return addresses.leaf(self.list, self.number)

    def sheet(
        self,
        press: Press,
        template: str,
        make: Callable[[Keys, Apart], Pieces],
        downloads: Iterable[str] = (),
    ) -> Sheet:
        """Return the page as a sheet, which is made from the outlines of the case studies on it."""
        outlines = (press.cases[name].outline for name in self.ids)
        made_from = (press.site.tally, str(self.count), *outlines)
        return framed_sheet(press, self.page, template, made_from, make, downloads)

    def title(self, press: Press, title: str) -> str:
        """Return the title of the list, on its further pages with their number."""
        return press.says("{title}, page {n}", title=title, n=self.number) if self.number > 1 else title

    def ways(self, press: Press) -> Leaves | None:
        """Return the ways to the other pages, or None where one page is enough for all."""
        return _ways(press, self) if self.last > 1 else None


def leaves(page: str, ids: Sequence[str]) -> Iterator[Leaf]:
    """Yield the pages of a list."""
    last = max(1, -(-len(ids) // PER_PAGE))
    for number in range(1, last + 1):
        some = tuple(ids[(number - 1) * PER_PAGE : number * PER_PAGE])
        yield Leaf(page, number, last, len(ids), some)


def _ways(press: Press, leaf: Leaf) -> Leaves:
    number, last, here = leaf.number, leaf.last, leaf.page

    def link(other: int, label: str) -> Link:
        return Link(label, press.url(here, addresses.leaf(leaf.list, other)), other == number)

    near = {1, last, *range(max(1, number - _NEAR), min(last, number + _NEAR) + 1)}
    links: list[Link | None] = []
    for other in sorted(near):
        if other > 1 and other - 1 not in near:
            links.append(None)
        links.append(link(other, str(other)))
    return Leaves(
        number=number,
        label=press.says("Page {n} of {all}", n=number, all=last),
        previous=link(number - 1, press.says("Previous")) if number > 1 else None,
        next=link(number + 1, press.says("Next")) if number < last else None,
        links=tuple(links),
    )
