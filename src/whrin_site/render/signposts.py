"""Published form: what stands at the root, for readers and for robots."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from whrin_site.model import addresses
from whrin_site.render.page_views import RootView
from whrin_site.render.press import LEAVE, File, Press, spoken_of
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Alternate, Link
from whrin_site.tools.urls import relative

_NOINDEX = b'<meta name="robots" content="noindex'


def render(presses: Mapping[str, Press]) -> Iterator[File]:
    """Yield the page that asks for a language, the one for lost readers, and the neutral page."""
    first = next(iter(presses.values()))
    yield _choice(presses, first, addresses.ROOT)
    yield _choice(presses, first, addresses.NOT_FOUND)
    yield LEAVE, render_template(first.env, "pages/leave.html", icon=addresses.ICON).encode()


def for_robots(first: Press, pages: Mapping[str, bytes]) -> Iterator[File]:
    """Yield robots.txt, and a sitemap (sitemaps.org) of the pages that may be indexed."""
    lines = ["User-agent: *", "Allow: /"]
    if first.absolute(""):
        yield "sitemap.xml", _sitemap(first, pages)
        lines.append(f"Sitemap: {first.absolute('sitemap.xml')}")
    yield "robots.txt", ("\n".join(lines) + "\n").encode()


def _choice(presses: Mapping[str, Press], first: Press, path: str) -> File:
    # A server shows 404.html under any address, so its links need the site's own one.
    absolute = path == addresses.NOT_FOUND and first.absolute("")
    start = first.absolute("") if absolute else ""
    choices = tuple(_alternate(press, path, bool(absolute)) for press in presses.values())
    page = {
        "style": f"{start}{addresses.STYLE}",
        "icon": f"{start}{addresses.ICON}",
        "canonical": first.absolute(path),
    }
    view = RootView(choices, _leave(presses, f"{start}{LEAVE}"), path == addresses.NOT_FOUND)
    return path, render_template(first.env, "pages/root.html", page=page, view=view).encode()


def _leave(presses: Mapping[str, Press], url: str) -> tuple[Link, ...]:
    return tuple(
        Link(press.says("Leave this site now"), url, spoken=press.spoken) for press in presses.values()
    )


def _alternate(press: Press, path: str, absolute: bool) -> Alternate:
    tongue = press.tongue
    target = addresses.within(tongue.id, addresses.START)
    full = press.absolute(target)
    url = full if absolute and full else relative(path, target)
    lost = path == addresses.NOT_FOUND
    label = press.says("Page not found") if lost else press.plain(press.site.library.site.record.title)
    return Alternate(tongue.id, tongue.name, label, url, full, spoken_of(tongue))


def _sitemap(first: Press, pages: Mapping[str, bytes]) -> bytes:
    found = sorted(path for path, data in pages.items() if path.endswith(".html") and _NOINDEX not in data)
    urls = "".join(f"<url><loc>{escape(first.absolute(path) or '')}</loc></url>\n" for path in found)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n{urls}</urlset>\n'.encode()
