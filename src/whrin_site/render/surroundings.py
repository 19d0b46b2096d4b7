"""What stands around the content of a page. Pages of one folder have it in common, so it is made once."""

from whrin_site.model import addresses
from whrin_site.render.dates import day
from whrin_site.render.frame_views import Surroundings
from whrin_site.render.views import Link
from whrin_site.render.voice import Voice
from whrin_site.render.ways import FOOTER, MENU
from whrin_site.tools.urls import relative

LED_TO = frozenset(target.partition("#")[0] for _, target in (*MENU, *FOOTER)) | {addresses.START}
"""The pages to which links around others lead: around themselves, these links are other ones."""


def surroundings(voice: Voice, page: str) -> Surroundings:
    """Return what is around a page, and around all other pages of its folder to which nothing there leads."""
    path = addresses.within(voice.language, page)
    site = voice.site.library.site.record
    return Surroundings(
        spoken=voice.spoken,
        site_name=voice.plain(site.name),
        site_title=voice.plain(site.title),
        home=Link(voice.says("Home"), voice.url(page, addresses.START), page == addresses.START),
        menu=_menu(voice, page),
        footer=_footer(voice, page),
        style=relative(path, addresses.STYLE),
        script=relative(path, addresses.SCRIPT),
        icon=relative(path, addresses.ICON),
        leave=relative(path, addresses.LEAVE),
        leave_icon=relative(path, addresses.LEAVE_ICON),
        leave_online=site.leave_to,
        feed=voice.url(page, addresses.feed()),
        glossary=voice.url(page, addresses.GLOSSARY) if voice.has(addresses.GLOSSARY) else None,
        edition=day(site.edition, voice.language),
        warn_after_months=site.warn_after_months,
        ages=voice.ages,
        is_draft=voice.tongue.is_draft,
        independent=site.imprint == "independent",
        report_to=site.report_to,
        publishers=voice.publishers,
        source_url=site.paper.source_url,
    )


def _menu(voice: Voice, page: str) -> tuple[Link, ...]:
    return tuple(
        Link(voice.says(label), voice.url(page, target), page == target)
        for label, target in MENU
        if voice.has(target)
    )


def _footer(voice: Voice, page: str) -> tuple[Link, ...]:
    return tuple(
        Link(voice.says(label), voice.url(page, target)) for label, target in FOOTER if voice.has(target)
    )
