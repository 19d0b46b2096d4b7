"""Published form: what stands at the root, for readers and for robots."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from whrin_site.model import addresses
from whrin_site.model.files import Files
from whrin_site.render.page_views import RootView
from whrin_site.render.press import File, Press
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Alternate, Link
from whrin_site.render.voice import spoken_of

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST_URLS = 50_000  # of one sitemap, by its standard


def render(presses: Mapping[str, Press]) -> Iterator[File]:
    """Yield the page that asks for a language, and the neutral page."""
    first = next(iter(presses.values()))
    yield _root(presses, first)
    yield _neutral(first)


def for_robots(first: Press, pages: Files) -> Iterator[File]:
    """Yield robots.txt, and a sitemap (sitemaps.org) of the pages that may be indexed."""
    lines = ["User-agent: *", "Allow: /"]
    if first.absolute(""):
        yield from _sitemaps(first, pages)
        lines.append(f"Sitemap: {first.absolute('sitemap.xml')}")
    yield "robots.txt", ("\n".join(lines) + "\n").encode()


def _root(presses: Mapping[str, Press], first: Press) -> File:
    page = {
        "style": addresses.STYLE,
        "script": addresses.SCRIPT,
        "icon": addresses.ICON,
        "leave_icon": addresses.LEAVE_ICON,
        "leave_online": first.site.library.site.record.leave_to,
        "canonical": first.absolute(addresses.ROOT),
    }
    view = RootView(tuple(map(_choice, presses.values())), tuple(map(_leave, presses.values())))
    return addresses.ROOT, render_template(first.env, "pages/root.html", page=page, view=view).encode()


def _neutral(first: Press) -> File:
    page = {"style": addresses.STYLE, "script": addresses.LEAVE_SCRIPT, "icon": addresses.LEAVE_ICON}
    return addresses.LEAVE, render_template(first.env, "pages/kitchen.html", page=page).encode()


def _leave(press: Press) -> Link:
    return Link(press.says("Leave this site now"), addresses.LEAVE, spoken=press.spoken)


def _choice(press: Press) -> Alternate:
    tongue = press.tongue
    url = addresses.within(tongue.id, addresses.START)
    label = press.plain(press.site.library.site.record.title)
    return Alternate(tongue.id, tongue.name, label, url, press.absolute(url), spoken_of(tongue))


def _sitemaps(first: Press, pages: Files) -> Iterator[File]:
    """Yield the sitemap, or, of more pages than one may hold, several and an index of them."""
    found = sorted(path for path in pages if path.endswith(".html") and not pages.leaf(path).is_hidden)
    if len(found) <= _MOST_URLS:
        yield "sitemap.xml", _sitemap("urlset", "url", first, found)
        return
    parts = [found[start : start + _MOST_URLS] for start in range(0, len(found), _MOST_URLS)]
    names = [f"sitemap.{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _sitemap("sitemapindex", "sitemap", first, names)
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap("urlset", "url", first, part)


def _sitemap(whole: str, item: str, first: Press, paths: Iterable[str]) -> bytes:
    lines = "".join(f"<{item}><loc>{escape(first.absolute(path) or '')}</loc></{item}>\n" for path in paths)
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_NAMESPACE}">\n'
    return f"{start}{lines}</{whole}>\n".encode()
