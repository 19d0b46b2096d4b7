"""Published form: an Atom feed of the case studies and sections (RFC 4287)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from whrin_site.model import addresses
from whrin_site.render.press import File, Press
from whrin_site.render.sheets import Sheet, summing
from whrin_site.render.templates import render as render_template

_MOST = 50
"""The most entries of a feed: readers fetch all of it each time."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of the feed. `id` is a name for ever: it stays when the site moves."""

    id: str
    title: str
    url: str
    updated: str
    summary: str
    language: str


def render(press: Press) -> Iterator[Sheet]:
    """Yield the feed of a language."""
    yield summing(press, addresses.feed(), partial(_feed, press))


def _feed(press: Press) -> File:
    path = addresses.within(press.language, addresses.feed())
    record = press.site.library.site.record
    entries = tuple(_newest(_entries(press)))
    body = render_template(
        press.env,
        "feeds/atom.xml",
        id=_name(press, "feed"),
        title=press.plain(record.title),
        language=press.spoken.tag,
        is_draft=press.tongue.is_draft,
        base=press.absolute(path),
        updated=max((entry.updated for entry in entries), default=_moment(record.edition)),
        author=press.publishers,
        entries=entries,
    )
    return path, body.encode()


def _newest(entries: Iterable[FeedEntry]) -> Iterable[FeedEntry]:
    """Return all entries in their order; of many, only the newest."""
    found = list(entries)
    return (
        sorted(found, key=lambda entry: entry.updated, reverse=True)[:_MOST] if len(found) > _MOST else found
    )


def _entries(press: Press) -> Iterator[FeedEntry]:
    published = press.site.library.site.record.paper.published
    for case in press.site.cases[press.language]:
        yield FeedEntry(
            _name(press, case.id),
            case.words.name,
            addresses.case(case.id),
            _moment(case.record.updated or published),
            case.words.summary,
            press.site.tongues[case.standing.language].tag,
        )
    for section in press.site.sections[press.language]:
        yield FeedEntry(
            _name(press, section.id),
            section.record.title,
            addresses.section(section.id),
            _moment(section.facts.updated or published),
            section.record.description or "",
            press.site.tongues[section.standing.language].tag,
        )


def _name(press: Press, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'whrin-site:{press.language}:{name}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
