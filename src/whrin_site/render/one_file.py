"""Published form: the whole directory of a language in one file, for a phone that opens no neighbours."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from whrin_site.model import addresses
from whrin_site.model.site import Site
from whrin_site.render.assets import joined, style_sheet
from whrin_site.render.book import BookPress, book
from whrin_site.render.dates import day
from whrin_site.render.press import Press
from whrin_site.render.templates import Codes
from whrin_site.render.templates import render as render_template
from whrin_site.render.views import Day
from whrin_site.tools.endings import endings

_FOLDER = "static/one-file"
_AGE = "static/js/age.js"
_MOST_CASES = 200
_NEUTRAL = re.compile(r"<title>(.*?)</title>.*<main>(.*)</main>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OneFile:
    """What the template of the one file sees besides the book. The hashes are those of a policy (CSP)."""

    edition: Day
    warn_after_months: int
    ages: Mapping[str, str]
    style: Markup
    style_hash: str
    script: Markup
    script_hash: str
    neutral_title: str
    neutral: Markup
    endings: str
    independent: bool
    is_draft: bool
    publishers: str
    source_url: str


def render(site: Site, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the one file of each language, by its path; none of a directory that no phone could open so."""
    if len(site.library.cases) > _MOST_CASES:
        return {}
    codes: Codes = {}
    presses = (
        BookPress(site, tongue, sources, codes, where=lambda place: f"#{place}", level=3)
        for tongue in site.tongues.values()
    )
    return {addresses.one_file(press.language): _page(press).encode() for press in presses}


def _page(press: BookPress) -> str:
    return render_template(press.env, "book/one-file.html", book=book(press), view=_view(press))


def _view(press: Press) -> OneFile:
    record = press.site.library.site.record
    style = style_sheet(press.sources, f"{_FOLDER}/one-file.css")
    script = (joined(press.sources, _FOLDER) + press.sources[_AGE]).decode()
    neutral_title, neutral = _neutral(press)
    return OneFile(
        edition=day(record.edition, press.language),
        warn_after_months=record.warn_after_months,
        ages=press.ages,
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(script),
        script_hash=_hash(script),
        neutral_title=neutral_title,
        neutral=neutral,
        endings=" ".join(endings(press.language)),
        independent=record.imprint == "independent",
        is_draft=press.tongue.is_draft,
        publishers=press.publishers,
        source_url=record.paper.source_url,
    )


def _neutral(press: Press) -> tuple[str, Markup]:
    """Return title and content of the page to which readers leave: here it cannot be a file of its own."""
    loads_nothing = dict.fromkeys(("style", "script", "icon"), "")
    page = render_template(press.env, "pages/kitchen.html", page=loads_nothing)
    found = _NEUTRAL.search(page)
    title, content = found.groups() if found else ("", "")
    return title, Markup(content.replace("<h1", "<h2").replace("</h1>", "</h2>"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
