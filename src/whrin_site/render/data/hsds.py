"""The case studies as lists of organizations and services for other directories.

Open Referral's Human Services Data Specification 3.2 (HSDS), in the shape in which its API answers a
request for a list: https://docs.openreferral.org/. It has one language a file.
"""

from collections.abc import Iterator
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from whrin_site.model.records import CaseStudy, Contact, Tag
from whrin_site.model.site import ShownCase, Site, Tongue
from whrin_site.render.cards import UNKNOWN, UNKNOWN_WORDS, dated_words
from whrin_site.render.contacts import publishable
from whrin_site.render.data.facts import in_language, place
from whrin_site.tools.locales import is_known, name_of
from whrin_site.tools.uris import as_uri

Value = dict[str, object]

_CONFIRMED = "confirmed"


def about(count: int) -> Value:
    """Return what stands before the `contents` of a list with so many entries."""
    return {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not count,
    }


def organization(site: Site, tongue: Tongue, case: ShownCase) -> Value:
    """Return a case study as an organization."""
    own = _id("organization", case.id)
    contacts = publishable(site, case.record.contacts)
    # An address that nobody has confirmed may belong to somebody else by now: pages do not link to it either.
    website = next((found.web for found in contacts if found.web and found.confirmed_on), None)
    where = {"id": _id("location", case.id), "location_type": "physical", "organization_id": own}
    return _known(
        {
            **_name(tongue, case),
            "email": next((found.email for found in contacts if found.email and not found.person), None),
            "website": as_uri(website) if website else None,
            "contacts": [_contact(own, number, contact) for number, contact in enumerate(contacts)],
            "locations": [{**where, "name": place(site, case.record, tongue.id)}],
            "attributes": list(_attributes(site, tongue, own, case)),
        }
    )


def _name(tongue: Tongue, case: ShownCase) -> Value:
    description = " ".join(filter(None, (case.words.summary, _alert(tongue, case.record))))
    return {"id": _id("organization", case.id), "name": case.words.name, "description": description}


def services(site: Site, tongue: Tongue, case: ShownCase) -> Iterator[Value]:
    """Yield the services that a case study offers."""
    contacts = publishable(site, case.record.contacts)
    checked = max((found.confirmed_on for found in contacts if found.confirmed_on), default=None)
    spoken = sorted({found.language for found in contacts if found.language})
    for tag in case.record.services:
        own = _id("service", case.id, tag.id)
        term = site.library.vocabulary["services"][tag.id].record
        yield _known(
            {
                "id": own,
                "organization_id": _id("organization", case.id),
                "name": in_language(site, term.label, tongue.id),
                "description": in_language(site, term.definition or term.label, tongue.id),
                # There is no word for "nobody has looked since": only what was confirmed may look open.
                "status": "active" if case.record.status == _CONFIRMED else "inactive",
                "alert": _alert(tongue, case.record) or None,
                "assured_date": checked.isoformat() if checked else None,
                "languages": [_language(own, code, tongue) for code in spoken],
                "organization": _name(tongue, case),
                "attributes": [_attribute(site, tongue, own, "service", "services", tag)],
            }
        )


def _language(service: str, code: str, tongue: Tongue) -> Value:
    name = name_of(code, tongue.id) if is_known(code) else code
    return {"id": _id("language", service, code), "service_id": service, "code": code, "name": name}


def _known(value: Value) -> Value:
    """Return the fields that have a value: HSDS has no word for what is not known."""
    return {name: found for name, found in value.items() if found is not None}


def _alert(tongue: Tongue, case: CaseStudy) -> str:
    unknown = f"{tongue.words.text(UNKNOWN_WORDS)} " if case.status == UNKNOWN else ""
    return "" if case.status == _CONFIRMED else unknown + tongue.words.text(dated_words(case))


def _contact(organization: str, number: int, contact: Contact) -> Value:
    return _known(
        {
            "id": _id("contact", organization, str(number)),
            "organization_id": organization,
            "name": contact.person_verbatim or contact.person,
            "email": contact.email,
        }
    )


def _attributes(site: Site, tongue: Tongue, link: str, case: ShownCase) -> Iterator[Value]:
    spoken = site.tongues[case.standing.language]
    yield _plain(link, "language of this description", spoken.tag, spoken.name)
    yield _plain(link, "status of this description", case.standing.status)
    for family in ("populations", "approaches"):
        for tag in getattr(case.record, family):
            yield _attribute(site, tongue, link, "organization", family, tag)


def _plain(link: str, what: str, value: str, label: str | None = None) -> Value:
    own = {"id": _id("attribute", link, what), "link_id": link, "link_entity": "organization"}
    return _known({**own, "link_type": what, "value": value, "label": label})


def _attribute(site: Site, tongue: Tongue, link: str, entity: str, family: str, tag: Tag) -> Value:
    term = site.library.vocabulary[family][tag.id].record
    label = in_language(site, term.label, tongue.id)
    return {
        "id": _id("attribute", link, family, tag.id),
        "link_id": link,
        "link_entity": entity,
        "link_type": family,
        "value": tag.id,
        "taxonomy_term_id": _id("term", family, tag.id),
        "taxonomy_term": {
            "id": _id("term", family, tag.id),
            "code": tag.id,
            "name": label,
            "description": in_language(site, term.definition or term.label, tongue.id),
            "language": tongue.id,
        },
    }


@lru_cache(maxsize=4_096)
def _id(*names: str) -> str:
    """Return a name for ever: it is the same in each edition and each language."""
    return str(uuid5(NAMESPACE_URL, ":".join(("whrin-site", *names))))
