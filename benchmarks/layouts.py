"""The corpus written the way each generator wants it, words and facts the same in all of them."""

import hashlib
import json
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus import LANGUAGES, VOCABULARY, Entry, Section

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
PROJECT = HERE.parent

Entries = Sequence[Entry]
Sections = Sequence[Section]


def quoted(text: str) -> str:
    """Return the text as a YAML value in quotation marks: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def put(path: Path, text: str) -> None:
    """Write a file, with the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def labels() -> dict[str, dict[str, dict[str, str]]]:
    """Return what each term is called, by language and family."""
    families = ("services", "populations", "countries")
    return {
        language: {
            family: {name: words[language] for name, words in VOCABULARY[family].items()}
            for family in families
        }
        for language in LANGUAGES
    }


def hugo(root: Path, entries: Entries, sections: Sections) -> None:
    """Write the site for Hugo: Markdown with front matter, one folder for each language."""
    shutil.copytree(PEERS / "hugo", root, dirs_exist_ok=True)
    _shared(root / "data", root / "static")
    for language in LANGUAGES:
        base = root / "content" / language
        put(base / "_index.md", f"---\ntitle: {quoted(VOCABULARY['site'][language])}\n---\n")
        for entry in entries:
            front = _front(entry, language, f"countries: [{entry.country}]")
            put(base / "entries" / f"{entry.slug}.md", front + entry.body[language])
        for section in sections:
            front = f"title: {quoted(section.title[language])}\nslug: {section.slug}\nweight: {section.order}"
            put(base / "sections" / f"{section.slug}.md", f"---\n{front}\n---\n{section.body[language]}")
        for family, terms in labels()[language].items():
            for name, label in terms.items():
                put(base / family / name / "_index.md", f"---\ntitle: {quoted(label)}\n---\n")


def eleventy(root: Path, entries: Entries, sections: Sections) -> None:
    """Write the site for Eleventy: Markdown with front matter, and its data for whole folders."""
    shutil.copytree(PEERS / "eleventy", root, dirs_exist_ok=True)
    _shared(root / "_data", root)
    for language in LANGUAGES:
        base = root / "content" / language
        put(base / f"{language}.json", json.dumps({"lang": language}))
        for kind, layout in (("entries", "entry.njk"), ("sections", "section.njk")):
            data = (
                f'export default {{ layout: "{layout}", tags: "{kind}_{language}", '
                f"permalink: (d) => `/{language}/{kind}/${{d.slug}}/index.html` }};\n"
            )
            put(base / kind / f"{kind}.11tydata.js", data)
        for entry in entries:
            front = _front(entry, language, f"country: {entry.country}")
            put(base / "entries" / f"{entry.slug}.md", front + entry.body[language])
        for section in sections:
            front = f"title: {quoted(section.title[language])}\nslug: {section.slug}\norder: {section.order}"
            front += f"\nlang: {language}"
            put(base / "sections" / f"{section.slug}.md", f"---\n{front}\n---\n{section.body[language]}")


def ours(root: Path, entries: Entries, sections: Sections) -> None:
    """Write the site for this project, with its own templates, style sheets, scripts and Russian words."""
    for folder in ("templates", "static", "content/words"):
        shutil.copytree(PROJECT / folder, root / folder, dirs_exist_ok=True)
    put(root / "content/site.yaml", _settings())
    for path, text in _vocabulary().items():
        put(root / f"content/vocabulary/{path}.yaml", text)
    for number, entry in enumerate(entries, start=1):
        put(root / f"content/case-studies/{entry.slug}.yaml", _case(entry, number))
    for section in sections:
        for language in LANGUAGES:
            status = "source" if language == "en" else "draft"
            front = f"title: {quoted(section.title[language])}\norder: {section.order}\nstatus: {status}\n"
            if status == "draft":
                front += f"source_hash: {_hash(section.title['en'], '', section.body['en'])}\n"
            put(
                root / f"content/paper/{language}/{section.slug}.md",
                f"---\n{front}---\n\n{section.body[language]}",
            )


def _shared(data: Path, static: Path) -> None:
    put(data / "tax.json", json.dumps(labels(), ensure_ascii=False))
    shutil.copy(PEERS / "strings.json", data)
    static.mkdir(exist_ok=True)
    shutil.copy(PEERS / "style.css", static)


def _front(entry: Entry, language: str, country: str) -> str:
    return (
        f"---\ntitle: {quoted(entry.title[language])}\nslug: {entry.slug}\n"
        f"summary: {quoted(entry.summary[language])}\n{country}\ncity: {quoted(entry.city[language])}\n"
        f"services: [{', '.join(entry.services)}]\npopulations: [{', '.join(entry.populations)}]\n"
        f"contacts:\n  - name: {quoted(entry.person[language])}\n    email: {entry.email}\n"
        f'website: {entry.website}\nupdated: "{entry.updated}"\n---\n'
    )


def _settings() -> str:
    title = _words(VOCABULARY["site"])
    return f"""\
name: {title}
title: {title}
tagline: {title}
languages: [{{id: en, tag: en-GB}}, {{id: ru, words: draft}}]
edition: 2026-11-23
base_url: https://directory.example/
paper:
  title: {title}
  publishers: [{title}]
  published: 2019-12-10
  source_url: https://paper.example/
"""


def _vocabulary() -> dict[str, str]:
    countries = VOCABULARY["countries"]
    cities = [(country["iso"], city) for country in countries.values() for city in country["cities"]]
    return {
        "kinds": "project: {label: {en: Project, ru: Проект}}\n",
        "service-groups": "all: {label: {en: Services, ru: Услуги}}\n",
        "services": _terms(VOCABULARY["services"].items(), "group: all, "),
        "populations": _terms(VOCABULARY["populations"].items()),
        "places": _terms((country["iso"], country) for country in countries.values())
        + "".join(_terms([(_city_id(city), city)], f"country: {iso}, ") for iso, city in cities),
    }


def _terms(found: Iterable[tuple[str, dict[str, str]]], more: str = "") -> str:
    return "".join(f"{name}: {{{more}label: {_words(words)}}}\n" for name, words in found)


def _words(words: dict[str, str]) -> str:
    return "{" + ", ".join(f"{language}: {quoted(words[language])}" for language in LANGUAGES) + "}"


def _city_id(city: dict[str, str]) -> str:
    return city["en"].lower().replace(" ", "-")


def _case(entry: Entry, number: int) -> str:
    """Return a case study as an editor would write it, each tag with words of the text that prove it."""
    proofs = [line[2:] for line in entry.body["en"].splitlines() if line.startswith("- ")]

    def tag(name: str, place: int, indent: str) -> str:
        return f"id: {name}\n{indent}quote: {quoted(proofs[place % len(proofs)])}\n"

    place = VOCABULARY["countries"][entry.country]["iso"]
    services = "".join(f"  - {tag(name, i, '    ')}" for i, name in enumerate(entry.services))
    populations = "".join(f"  - {tag(name, i, '    ')}" for i, name in enumerate(entry.populations))
    return (
        f"order: {number}\nkind:\n  {tag('project', 0, '  ')}"
        f"place:\n  country:\n    {tag(place, 0, '    ')}"
        f"  city:\n    {tag(_city_id(entry.city), 1, '    ')}"
        f"services:\n{services}populations:\n{populations}"
        f"contacts:\n  - person: {quoted(entry.person['en'])}\n    verbatim: {entry.email}\n"
        f"    email: {entry.email}\n    web: {entry.website}\n    publish: true\n"
        f"updated: {entry.updated}\nwords:\n" + "".join(_case_words(entry, name) for name in LANGUAGES)
    )


def _case_words(entry: Entry, language: str) -> str:
    title, summary, body = (entry.title[language], entry.summary[language], entry.body[language])
    status = "    status: source\n"
    if language != "en":
        source = _hash(entry.title["en"], entry.title["en"], entry.summary["en"], entry.body["en"])
        status = f"    status: draft\n    method: software-assisted\n    source_hash: {source}\n"
    indented = "".join(f"      {line}\n" if line else "\n" for line in body.rstrip("\n").split("\n"))
    return (
        f"  {language}:\n{status}    name: {quoted(title)}\n    heading: {quoted(title)}\n"
        f"    summary: {quoted(summary)}\n    body: |\n{indented}"
    )


def _hash(*parts: str) -> str:
    """Return what a translation names as its source, as in src/whrin_site/model/texts.py."""
    text = "\0".join(part.strip() for part in parts)
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]


LAYOUTS = {"hugo": hugo, "eleventy": eleventy, "whrin_site": ours}
