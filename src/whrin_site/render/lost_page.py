"""Published form: the page for lost readers. A server shows it under any address, so it loads nothing."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from whrin_site.model import addresses
from whrin_site.render.assets import scripts, style_sheet
from whrin_site.render.inlined import Inlined, inlined
from whrin_site.render.page_views import LostView
from whrin_site.render.press import File, Press
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Alternate, Link
from whrin_site.render.voice import spoken_of

_STYLE = "static/lost/lost.css"
_SCRIPTS = ("static/alone/leave.js", "static/js/wish-to-leave.js", "static/lost/beside.js")


def render(presses: Mapping[str, Press]) -> Iterator[File]:
    """Yield the page, in all languages at once. Its links name the site, or else the root of the server."""
    first = next(iter(presses.values()))
    start = first.absolute("") or "/"
    view = LostView(
        choices=tuple(_choice(press, start) for press in presses.values()),
        leave=tuple(_leave(press) for press in presses.values()),
        inlined=carried(first.sources),
        away=f"{urlsplit(start).path}{addresses.LEAVE}",
        online=first.site.library.site.record.leave_to,
    )
    yield addresses.NOT_FOUND, render_template(first.env, "pages/lost.html", view=view).encode()


def carried(sources: Mapping[str, bytes]) -> Inlined:
    """Return what the page carries inside, and what a policy must allow for it."""
    return inlined(style_sheet(sources, _STYLE), scripts(sources, _SCRIPTS).decode())


def _choice(press: Press, start: str) -> Alternate:
    target = addresses.within(press.language, addresses.START)
    label = press.says("Page not found")
    return Alternate(
        press.language, press.tongue.name, label, target, f"{start}{target}", spoken_of(press.tongue)
    )


def _leave(press: Press) -> Link:
    return Link(press.says("Leave this site now"), "#leave", spoken=press.spoken)
