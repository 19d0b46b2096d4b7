"""What templates see of the frame of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from whrin_site.render.views import Alternate, Day, Link, Spoken


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What the pages of one folder have around them. Each is made once, so it is equal only to itself."""

    spoken: Spoken
    site_name: str
    site_title: str
    home: Link
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    style: str
    script: str
    icon: str
    leave: str
    leave_icon: str
    leave_online: str | None
    feed: str
    glossary: str | None
    edition: Day
    warn_after_months: int
    ages: Mapping[str, str]
    is_draft: bool
    independent: bool
    report_to: str | None
    publishers: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page has besides its content and what is `around` it.

    `tab` is for tabs and histories; `is_open` tells whether previews may show words of the page.
    """

    around: Surroundings
    title: str
    tab: str
    is_open: bool
    description: str
    noindex: bool
    kind: str
    alternates: tuple[Alternate, ...]
    canonical: str | None
    json_ld: Markup | None = None
    of_paper: bool = False
    own_script: str | None = None
