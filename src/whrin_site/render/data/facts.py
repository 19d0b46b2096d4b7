"""What is known of the case studies, as plain values in every language of the site."""

from collections.abc import Iterable, Mapping
from datetime import date

from whrin_site.model import addresses
from whrin_site.model.records import CaseStudy, Contact, Statement, Tag
from whrin_site.model.site import FAMILIES, ShownCase, Site, vocabulary_of
from whrin_site.render.contacts import publishable

Value = dict[str, object]

VERSION = "1"
"""Of the shape of this data; it is part of its address."""

_RIGHTS = (
    "Text of the position paper and its case studies, and its translations: © the authors; "
    "the source states no licence. Summaries, vocabulary and notes: CC BY 4.0."
)


def about(site: Site) -> Value:
    """Return what is to be known of all case studies, and the terms they carry."""
    record = site.library.site.record
    return {
        "$schema": "case-studies.schema.json",
        "version": VERSION,
        "edition": record.edition.isoformat(),
        "title": dict(record.title),
        "languages": [{"id": tongue.id, "tag": tongue.tag} for tongue in site.tongues.values()],
        "rights": _RIGHTS,
        "source": {
            "title": dict(record.paper.title),
            "publishers": [dict(name) for name in record.paper.publishers],
            "published": record.paper.published.isoformat(),
            "url": record.paper.source_url,
        },
        "terms": {family: _terms(site, family) for family in FAMILIES},
    }


def place(site: Site, case: CaseStudy, language: str) -> str:
    """Return where a case study is, from the smallest place to the country, in one language."""
    labels = site.library.vocabulary["places"]
    tags = (case.place.city, case.place.region, case.place.country)
    return ", ".join(in_language(site, labels[tag.id].record.label, language) for tag in tags if tag)


def in_language(site: Site, words: Mapping[str, str], language: str) -> str:
    """Return words of ours in a language, or in the first one that has them."""
    return words.get(language) or next(words[name] for name in site.library.languages if name in words)


def _terms(site: Site, family: str) -> Value:
    entries = site.library.vocabulary[vocabulary_of(family)]
    used = {name: entries[name].record for name in site.tagged[family]}
    return {
        name: {
            "label": dict(term.label),
            "definition": dict(term.definition),
            "group": term.group,
        }
        for name, term in used.items()
    }


def case_study(site: Site, shown: tuple[ShownCase, ...]) -> Value:
    """Return one case study; `shown` is how readers of each language see it.

    It holds nothing that a page does not show.
    """
    case = shown[0].record
    written = [item for item in shown if item.standing.status != "missing"]
    contacts = publishable(site, case.contacts)
    return {
        "id": shown[0].id,
        "pages": {name: addresses.within(name, addresses.case(shown[0].id)) for name in site.tongues},
        "origin": case.origin,
        "status": case.status,
        "updated": _day(case.updated),
        "name": {item.standing.language: item.words.name for item in written},
        "summary": {item.standing.language: item.words.summary for item in written},
        "text": {item.standing.language: item.words.body for item in written},
        "words": {name: _standing(item) for name, item in zip(site.tongues, shown, strict=True)},
        "kind": _tag(case.kind),
        "country": _tag(case.place.country),
        "region": _tag(case.place.region) if case.place.region else None,
        "city": _tag(case.place.city) if case.place.city else None,
        "place": {name: place(site, case, name) for name in site.tongues},
        "services": _tags(case.services),
        "services_open_list": case.services_open_list,
        "populations": _tags(case.populations),
        "approaches": _tags(case.approaches),
        "programmes": [item.name for item in case.programmes],
        "partners": [item.name for item in case.partners],
        "access": _statements(case.access),
        "limits": _statements(case.limits),
        "resources_needed": _statements(case.resources_needed),
        "materials": _statements(case.materials),
        "contacts": [_contact(contact) for contact in contacts],
        "contacts_held_back": len(case.contacts) - len(contacts),
        "sources": [source.url_as_published for source in case.sources if source.publish],
    }


def _standing(shown: ShownCase) -> Value:
    standing = shown.standing
    reviewed = {"reviewed_by": standing.review_by, "reviewed_on": _day(standing.review_on)}
    return {"status": standing.status, "method": standing.method, **reviewed}


def _tags(tags: Iterable[Tag]) -> list[Value]:
    return [_tag(tag) for tag in tags]


def _tag(tag: Tag) -> Value:
    return {"id": tag.id, "quote": tag.quote, "line": tag.line, "provided_by": tag.provided_by}


def _statements(statements: Iterable[Statement]) -> list[Value]:
    return [{"words": dict(statement.words), "line": statement.line} for statement in statements]


def _contact(contact: Contact) -> Value:
    return {
        "person": contact.person_verbatim or contact.person,
        "email": contact.email,
        "web": contact.web,
        "language": contact.language,
        "published_on": _day(contact.published_on),
        "confirmed_on": _day(contact.confirmed_on),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
