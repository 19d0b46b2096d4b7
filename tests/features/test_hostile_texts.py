"""Whatever a stranger writes, wherever it goes: it comes out as text, or it does not come out."""

import json
import re

import pytest
from allowed import inside, wrong
from hostile import MARKDOWN, PLACES, clean, contacts, unchecked, whole
from html5lib import parse
from payloads import LINKS, PAYLOADS

from whrin_site.reading import examine

ADDRESSES = {"case study: contacts.0.web", "case study: contacts.0.email", "site: address", "site: mailbox"}
ADDRESSES |= {"site: source address"}
"""Places where only addresses may stand: a check refuses all else."""

UNSEEN = {"term: other name"}
"""Words that only the search knows."""

# A brace in words of the interface stands for a value, and refuses the message.
WORDS = {name: text for name, text in (PAYLOADS | LINKS).items() if not {"{", "}"} & set(text)}
MARK = "img-onerror: "


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """The scripts and style sheets that templates put into pages."""
    pages = {data.decode() for path, data in clean().items() if path.endswith(".html")}
    return frozenset().union(*map(inside, pages))


def pages_with(files, text: str) -> dict[str, str]:
    """Return the first pages with this text, one for each kind and language."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    return {path: page for path, page in pages.items() if text in page}


def words(page: str) -> str:
    """Return all that a browser takes for text or for the value of an attribute."""
    document = parse(page, namespaceHTMLElements=False)
    data = [
        json.loads("".join(element.itertext()))
        for element in document.iter("script")
        if element.attrib.get("type") == "application/ld+json"
    ]
    values = [value for element in document.iter() for value in element.attrib.values()]
    return plain("\n".join((*document.itertext(), *values, *strings(data))))


def strings(value: object) -> list[str]:
    """Return every string in a value of JSON."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inside for text in strings(item)]


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("place", sorted(PLACES.keys() - ADDRESSES - UNSEEN))
def test_a_hostile_text_is_shown_as_it_was_typed(place, known):
    payloads = WORDS if place == "interface words" else PAYLOADS | LINKS
    joined = " ¦ ".join(f"{name}: {text}" for name, text in payloads.items())
    found = pages_with(unchecked(PLACES[place](joined)), MARK)

    assert found
    for path, page in list(found.items())[:3]:
        assert list(wrong(page, known)) == [], path
        assert plain(joined) in words(page), path


@pytest.mark.parametrize("place", sorted(UNSEEN))
def test_words_for_the_search_alone_reach_no_page_as_markup(place, known):
    found = pages_with(unchecked(PLACES[place](" ¦ ".join(PAYLOADS.values()))), "canary()")

    assert all(list(wrong(page, known)) == [] for page in found.values())


@pytest.mark.parametrize("place", sorted(ADDRESSES))
def test_a_hostile_address_of_a_contact_or_of_the_site_is_refused(place):
    def errors(text):
        found = examine(whole(PLACES[place](text)))
        return {str(problem) for problem in found if problem.severity == "error"}

    good = "a@good.example" if place.endswith(("email", "mailbox")) else "https://good.example/"
    of_the_rest = errors(good)

    assert not [error for error in of_the_rest if good in error]
    for name, text in (PAYLOADS | LINKS).items():
        assert name == "credentials" or errors(text) - of_the_rest, name


def test_an_address_that_no_check_has_seen_is_no_link(known):
    hostile = [address for name, address in LINKS.items() if name != "credentials"]
    page = unchecked(contacts(*hostile, "https://good.example/"))["en/case-studies/house.html"].decode()

    assert list(wrong(page, known)) == []
    assert 'href="https://good.example/"' in page


@pytest.mark.parametrize("place", MARKDOWN)
def test_hostile_markup_in_a_markdown_text_is_text(place, known):
    body = "\n\n".join(f"{name}: {text}" for name, text in PAYLOADS.items())
    found = pages_with(unchecked(MARKDOWN[place](body)), MARK)

    assert found
    for path, page in list(found.items())[:3]:
        assert list(wrong(page, known)) == [], path
        assert "<img src=x onerror=canary()>" in words(page), path


FORMS = {
    "link": "[{name}]({})",
    "angle": "[{name}](<{}>)",
    "title": '[{name}]({} "title\' onclick=canary() x=")',
    "automatic": "<{}>",
    "reference": "[{name}][{name}]\n\n[{name}]: {}",
    "picture": "![{name}]({})",
}


@pytest.mark.parametrize("place", MARKDOWN)
@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_address_in_a_markdown_text_leads_nowhere(place, form, known):
    lines = (f"{name} {FORMS[form].format(address, name=name)}" for name, address in LINKS.items())
    body = "\n\n".join(("Addresses:", *lines))
    found = pages_with(unchecked(MARKDOWN[place](body)), "Addresses:")

    assert found
    for path, page in list(found.items())[:3]:
        assert list(wrong(page, known)) == [], path


def test_a_good_address_still_leads_there():
    body = "[a](https://a.example/) [b](mailto:b@b.example) [c](about.html#x)"
    text = unchecked(MARKDOWN["section"](body))["en/paper/beginning.html"].decode()

    assert re.findall(r'<a href="([^"]+)"[^>]*>[abc]</a>', text) == [
        "https://a.example/",
        "mailto:b@b.example",
        "about.html#x",
    ]


def test_there_are_enough_payloads_in_enough_places():
    texts = len(PAYLOADS) + len(LINKS)

    assert len(PLACES) * texts + len(MARKDOWN) * (len(PAYLOADS) + len(FORMS) * len(LINKS)) >= 300
