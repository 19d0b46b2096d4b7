"""Where in the content a text can go, and what rendering makes of it when no check has refused it."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from unittest.mock import patch

from kit import SITE, VOCABULARY, section, tree

from whrin_site.load import load
from whrin_site.model.texts import hash_of_section
from whrin_site.pipeline import build

Put = Callable[[str], Mapping[str, str]]


def quoted(text: str) -> str:
    """Return a text as a YAML value on one line."""
    return _with_codes(json.dumps(text, ensure_ascii=False))


def _with_codes(values: str) -> str:
    """Return JSON whose signs without a shape are written by their numbers: short escapes are refused."""
    short = r"(?<!\\)((?:\\\\)*)\\([nrtbf])"
    return re.sub(short, lambda found: f"{found[1]}\\u{ord(json.loads(_SHORT % found[2])):04x}", values)


_SHORT = '"\\%s"'


def _case(changes: Mapping[str, object]) -> dict[str, str]:
    """Return a case study that uses every field; a change gives the value at `words.en.name`."""
    values = json.loads(_CASE)
    for path, value in changes.items():
        *above, last = (int(key) if key.isdigit() else key for key in path.split("."))
        here = values
        for key in above:
            here = here[key]
        here[last] = value
    return {"content/case-studies/house.yaml": _with_codes(json.dumps(values, ensure_ascii=False, indent=1))}


_TAG = {"id": "naloxone", "quote": "naloxone", "provided_by": "partner"}
_WORDS = {"en": "women", "ru": "женщин"}
_CASE = json.dumps(
    {
        "order": "1",
        "kind": {"id": "centre", "quote": "a centre"},
        "place": {"country": {"id": "CA", "quote": "Canada"}},
        "services": [_TAG],
        "populations": [{"id": "women", "quote": "for women"}],
        "approaches": [{"id": "safe-space", "quote": "a centre"}],
        "access": [{"words": _WORDS}],
        "limits": [{"words": _WORDS}],
        "resources_needed": [{"words": _WORDS}],
        "materials": [{"words": _WORDS}],
        "partners_unnamed": [{"words": _WORDS}],
        "programmes": [{"name": "Tea", "quote": "tea", "gloss": _WORDS}],
        "partners": [{"name": "Maggie", "verbatim": "Maggie", "note": "x"}],
        "links_lost": [{"quote": "tea", "note": "x"}],
        "contacts": [
            {
                "publish": "true",
                "person": "Ann",
                "email": "ann@house.example",
                "web": "https://house.example/",
                "published_on": "2019-12-10",
                "confirmed_on": "2026-11-01",
            }
        ],
        "sources": [{"publish": "true", "verbatim": "x", "url_as_published": "https://house.example/"}],
        "external": [{"words": _WORDS, "source": "a register", "date": "2020"}],
        "words": {
            "en": {
                "status": "source",
                "name": "House",
                "heading": "House",
                "summary": "A house.",
                "body": "For women.",
            },
            "ru": {
                "status": "draft",
                "name": "Дом",
                "heading": "Дом",
                "summary": "Дом.",
                "body": "Для женщин.",
            },
        },
    }
)
_SECTION, _PAGE = "content/paper/en/beginning.md", "content/pages/en/about.md"
_NOTE = {
    "actions": ["S", "D"],
    "on": ["house"],
    "lines": ["1"],
    "sic": "true",
    "warn": "true",
    "after": {"en": "women"},
    "date": "2026-01-01",
    "text": {"en": "x"},
}


def _note(field: str) -> Put:
    def put(text: str) -> dict[str, str]:
        said = text if field == "confirmed_by" else {"en": text}
        return {
            "content/notes/notes.yaml": json.dumps({"A1": _NOTE | {field: said}}, ensure_ascii=False),
            **_case({"notes": ["A1"]}),
        }

    return put


def _of_case(path: str) -> Put:
    return lambda text: _case({path: text})


def _of_site(before: str, after: str = "{}") -> Put:
    assert before in SITE
    return lambda text: {"content/site.yaml": SITE.replace(before, after.format(quoted(text)), 1)}


def _of_vocabulary(name: str, before: str, after: str) -> Put:
    assert before in VOCABULARY[name]
    text = VOCABULARY[name]
    return lambda words: {
        f"content/vocabulary/{name}.yaml": text.replace(before, after.replace("WORDS", quoted(words)), 1)
    }


def _reviewer(text: str) -> dict[str, str]:
    library, _ = load(whole({}))
    source = library.sections["en"]["beginning"]
    made_from = hash_of_section(source.record, source.body)
    review = f"{{by: {quoted(text)}, on: 2026-01-01, source_hash: {made_from}}}"
    front = {"title": "Начало", "status": "reviewed", "source_hash": made_from, "review": review}
    return {"content/paper/ru/beginning.md": section("Слова.", **front)}


def _interface(text: str) -> dict[str, str]:
    words = tree()["content/words/ru.po"].decode()
    before = re.search(r'msgid "Skip to main content"\nmsgstr .*', words)[0]
    after = f"{before.splitlines()[0]}\nmsgstr {json.dumps(text, ensure_ascii=False)}"
    return {"content/words/ru.po": words.replace(before, after)}


def _rendering(text: str) -> dict[str, str]:
    passages = f"[{{starts: Слова, language: ru, rendering: {quoted(text)}}}]"
    return {_SECTION: section("Слова.", passages=passages)}


_CASE_FIELDS = (
    *("words.en.name", "words.en.heading", "words.en.summary", "kind.quote", "place.country.quote"),
    *("services.0.quote", "populations.0.quote", "approaches.0.quote", "access.0.words.en"),
    *("limits.0.words.en", "resources_needed.0.words.en", "materials.0.words.en", "partners.0.name"),
    *("partners_unnamed.0.words.en", "programmes.0.name", "programmes.0.gloss.en", "contacts.0.person"),
    *("contacts.0.email", "contacts.0.web", "sources.0.url_as_published"),
    *("external.0.words.en", "external.0.source", "external.0.date"),
)


PLACES: dict[str, Put] = {
    **{f"case study: {path}": _of_case(path) for path in _CASE_FIELDS},
    **{
        f"note: {field}": _note(field)
        for field in ("text", "source_has", "we_believe", "evidence", "confirmed_by")
    },
    "site: name": _of_site("Directory"),
    "site: title": _of_site("A directory"),
    "site: tagline": _of_site("What has been built"),
    "site: language tag": _of_site("en-GB"),
    "site: title of the paper": _of_site("The paper"),
    "site: publisher": _of_site("Some Network"),
    "site: source address": _of_site("https://paper.example.org/text"),
    "site: address": _of_site("edition:", "base_url: {}\nedition:"),
    "site: mailbox": _of_site("edition:", "report_to: {}\nedition:"),
    "section: title": lambda text: {_SECTION: section(title=quoted(text))},
    "section: description": lambda text: {_SECTION: section(description=quoted(text))},
    "page: title": lambda text: {_PAGE: section(title=quoted(text))},
    "translation: reviewer": _reviewer,
    "term: label": _of_vocabulary("services", "en: Naloxone", "en: WORDS"),
    "term: definition": _of_vocabulary("services", "group:", "definition: {en: WORDS}, group:"),
    "term: other name": _of_vocabulary("services", "[Narcan", "[WORDS"),
    "group of terms": _of_vocabulary("service-groups", "en: Health", "en: WORDS"),
    "country": _of_vocabulary("places", "en: Canada", "en: WORDS"),
    "interface words": _interface,
}
"""Where plain text goes, and the files that put it there."""

MARKDOWN: dict[str, Put] = {
    "section": lambda text: {_SECTION: section(text)},
    "page": lambda text: {_PAGE: section(text)},
    "case study": _of_case("words.en.body"),
    "rendering": _rendering,
}
"""Where Markdown goes."""


def everywhere(text: str, markdown: str) -> dict[str, str]:
    """Return files that have a text in every place at once, and a Markdown text wherever Markdown goes."""
    said = {field: {"en": text} for field in ("text", "source_has", "we_believe", "evidence")}
    fields = dict.fromkeys(_CASE_FIELDS, text) | {"words.en.body": markdown, "notes": ["A1"]}
    site = SITE
    for words in ("Directory", "A directory", "What has been built", "The paper", "Some Network"):
        site = site.replace(f"en: {words},", f"en: {quoted(text)},").replace(
            f"en: {words}}}", f"en: {quoted(text)}}}"
        )
    front = {"title": quoted(text), "description": quoted(text)}
    vocabulary = {f"{place}": PLACES[place](text) for place in ("term: label", "group of terms", "country")}
    return {
        **_case(fields),
        "content/site.yaml": site,
        "content/notes/notes.yaml": json.dumps(
            {"A1": _NOTE | said | {"confirmed_by": text}}, ensure_ascii=False
        ),
        _SECTION: section(markdown, **front),
        _PAGE: section(markdown, **front),
        **{path: words for files in vocabulary.values() for path, words in files.items()},
        **_interface("".join(sign for sign in text if sign not in "{}")),
    }


def contacts(*addresses: str) -> dict[str, str]:
    """Return a case study whose contacts have these web addresses, all of them confirmed."""
    return _case(
        {"contacts": [{"publish": "true", "web": web, "confirmed_on": "2026-11-01"} for web in addresses]}
    )


def whole(changes: Mapping[str, str]) -> dict[str, bytes]:
    """Return a tree in which every field is used, with some changes."""
    texts = {
        _PAGE: section("Words."),
        "content/pages/ru/about.md": section("Слова.", status="draft"),
        "content/paper/en/cases.md": section("Words.", title="Cases", order="2", lists_cases="true"),
        "content/paper/ru/cases.md": section("Слова.", title="Примеры", order="2", status="draft"),
    }
    return tree({**texts, **_case({}), **changes})


def unchecked(changes: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the site of a tree as if no check had refused anything in it."""
    with patch("whrin_site.reading.check", lambda *_: ()):
        built = build(whole(changes), index=False)
    assert not built.failed, built.problems
    return built.files


@cache
def clean() -> Mapping[str, bytes]:
    """Return the same site without anything hostile."""
    return unchecked({})
