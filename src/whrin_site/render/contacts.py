"""Contacts: which of them may be shown, and in what state they are."""

from collections.abc import Iterable
from datetime import date

from whrin_site.model.recheck import is_due
from whrin_site.model.records import Contact, Source
from whrin_site.model.site import Site
from whrin_site.render.dates import day
from whrin_site.render.press import Press
from whrin_site.render.views import ContactView
from whrin_site.tools.safe_links import is_safe


def shown(press: Press, contacts: tuple[Contact, ...], as_text: bool = False) -> tuple[ContactView, ...]:
    """Return the contacts that may be published; `as_text` makes no links of them at all."""
    return tuple(_view(press, contact, as_text) for contact in publishable(press.site, contacts))


def publishable(site: Site, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the contacts that may reach any published byte. All forms ask here, and only here."""
    confirmed_only = site.library.site.record.contacts == "confirmed-only"
    return tuple(
        contact
        for contact in contacts
        if contact.publish and not (confirmed_only and not contact.confirmed_on)
    )


def held(press: Press, contacts: tuple[Contact, ...]) -> str | None:
    """Return the sentence about contacts that are held back, if there are any."""
    number = len(contacts) - len(publishable(press.site, contacts))
    if not number:
        return None
    return press.counts("{n} contact is not published", "{n} contacts are not published", number)


def sources(press: Press, found: tuple[Source, ...]) -> tuple[ContactView, ...]:
    """Return the sources that the text names. Their addresses stay text: nobody has checked them."""
    state = press.says("As published in {year}; not re-checked.", year=_published(press, None))
    return tuple(
        ContactView(None, None, None, source.url_as_published, None, state)
        for source in found
        if source.publish
    )


def _view(press: Press, contact: Contact, as_text: bool) -> ContactView:
    confirmed = contact.confirmed_on is not None and not _is_due(press, contact.confirmed_on)
    return ContactView(
        person=contact.person_verbatim or contact.person,
        email=contact.email,
        email_url=f"mailto:{contact.email}" if contact.email and not as_text else None,
        web=contact.web,
        web_url=contact.web if confirmed and not as_text and is_safe(contact.web or "") else None,
        state=_state(press, contact),
    )


def _state(press: Press, contact: Contact) -> str:
    if contact.confirmed_on is None:
        return press.says(
            "As published in {year}; not re-checked.", year=_published(press, contact.published_on)
        )
    on = day(contact.confirmed_on, press.language).text
    if _is_due(press, contact.confirmed_on):
        return press.says("Confirmed on {date}; it is time to check it again.", date=on)
    return press.says("Confirmed on {date}.", date=on)


def _published(press: Press, on: date | None) -> int:
    return (on or press.site.library.site.record.paper.published).year


def _is_due(press: Press, confirmed: date) -> bool:
    settings = press.site.library.site.record
    return is_due(confirmed, settings.edition, settings.recheck_after_months)
