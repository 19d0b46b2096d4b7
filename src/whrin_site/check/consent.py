"""Rule: a contact that the source did not print is published only with consent to every form of it."""

from collections.abc import Iterator
from typing import get_args

from whrin_site.model.fields import Form
from whrin_site.model.library import Library
from whrin_site.model.problems import Problem
from whrin_site.model.walk import PlacedContact, placed_contacts
from whrin_site.tools.marked import M_

FORMS: tuple[str, ...] = get_args(Form)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each new contact to be published that lacks a consent, or a part of one."""
    for placed in placed_contacts(library):
        if placed.contact.publish and not placed.contact.is_from_source:
            yield from _consent(placed)


def _consent(placed: PlacedContact) -> Iterator[Problem]:
    consent, keys = placed.contact.consent, ("contacts", placed.number)
    if consent is None:
        message = M_(
            "a new contact needs “consent” before it is published: by whom, on which day, "
            "and to web, usb and print; until then write “publish: false” and a “reason”"
        )
        yield Problem("no-consent", message, placed.entry.place(*keys))
        return
    missing = ", ".join(form for form in FORMS if form not in consent.to)
    if missing:
        message = M_(
            "there is no consent to {missing}, and every copy has the same pages; "
            "write “publish: false” and a “reason”"
        )
        place = placed.entry.place(*keys, "consent", "to")
        yield Problem("no-consent", message, place, {"missing": missing})
