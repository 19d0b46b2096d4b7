"""Rule: a contact says how to reach somebody, one that is held back says why, and none goes stale unseen."""

from collections.abc import Iterator
from datetime import date

from whrin_site.model.library import Library
from whrin_site.model.problems import Place, Problem
from whrin_site.model.settings import SiteSettings
from whrin_site.model.walk import placed_contacts
from whrin_site.tools.marked import M_


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each contact that is empty, unexplained, dated wrongly or due for another check."""
    for placed in placed_contacts(library):
        contact, place = placed.contact, placed.entry.place("contacts", placed.number)
        if not contact.publish and not contact.reason:
            yield Problem("no-reason", M_("a contact that is not published needs a “reason”"), place)
        if not (contact.email or contact.web):
            yield Problem("empty-contact", M_("this contact has neither “email” nor “web”"), place)
        if contact.confirmed_on and library.site.path not in library.broken:
            where = placed.entry.place("contacts", placed.number, "confirmed_on")
            yield from _confirmed(library.site.record, contact.confirmed_on, where)


def _confirmed(site: SiteSettings, day: date, place: Place) -> Iterator[Problem]:
    if day > site.edition:
        message = M_("this day comes after the edition of the site; nobody can have confirmed anything on it")
        yield Problem("wrong-date", message, place)
    elif _months(day, site.edition) >= site.recheck_after_months:
        message = M_("this contact was last confirmed on {day}; ask again whether it is still right")
        yield Problem("contact-due", message, place, {"day": day.isoformat()}, "warning")


def _months(earlier: date, later: date) -> int:
    """Return how many whole months lie between two days."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
