"""A test is a tiny site and one claim: this makes the tiny site."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from whrin_site.link import link
from whrin_site.load import load
from whrin_site.model.ids import ids_of
from whrin_site.pipeline import build as build_site
from whrin_site.render import render
from whrin_site.schema import of_file as schema_of
from whrin_site.tools.disk import read_tree

ROOT = Path(__file__).resolve().parent.parent
REAL_CONTENT = ROOT / "content"

SITE = """\
name: {en: Directory, ru: Справочник}
title: {en: A directory, ru: Справочник о помощи}
tagline: {en: What has been built, ru: Что уже создано}
languages:
  - {id: en, tag: en-GB}
  - {id: ru}
edition: 2026-11-23
paper:
  title: {en: The paper, ru: Документ}
  publishers: [{en: Some Network, ru: Некая сеть}]
  published: 2019-12-10
  source_url: https://paper.example.org/text
"""

VOCABULARY = {
    "kinds": "centre: {label: {en: Centre, ru: Центр}}\n",
    "service-groups": "health: {label: {en: Health, ru: Здоровье}}\n",
    "services": (
        "naloxone: {group: health, label: {en: Naloxone, ru: Налоксон}, also: [Narcan, наркан]}\n"
        "training: {group: health, label: {en: Training, ru: Обучение}}\n"
    ),
    "populations": "women: {label: {en: Women, ru: Женщины}}\n",
    "approaches": "safe-space: {label: {en: Safe space, ru: Безопасное место}}\n",
    "places": "CA: {label: {en: Canada, ru: Канада}}\nSE: {label: {en: Sweden, ru: Швеция}}\n",
}

HOUSE = "content/case-studies/house.yaml"
BLOCK = """\
order: 1
kind:
  id: centre
  quote: a centre
place:
  country: {id: CA, quote: Canada}
services:
  - id: naloxone
    quote: naloxone
words:
  en:
    status: source
    name: House
    heading: House, Canada
    summary: "A house."
    body: |
      We are a centre for women and give out naloxone.
  ru:
    status: draft
    name: Дом
    heading: Дом, Канада
    summary: "Дом."
    body: |
      Мы — центр для женщин.
"""
"""A good case study as editors write it, one thing a line."""


def case(**changes: str) -> str:
    """Return the YAML of a good case study; a change replaces the value of a line, or adds one."""
    lines = {
        "order": "1",
        "kind": "{id: centre, quote: a centre}",
        "place": "{country: {id: CA, quote: Canada}}",
        "services": "[{id: naloxone, quote: naloxone}]",
        "populations": "[{id: women, quote: for women}]",
        "words": f"{{en: {words()}, ru: {words(status='draft', body='Центр для женщин.', name='Дом')}}}",
    }
    return "".join(f"{key}: {value}\n" for key, value in (lines | changes).items())


def words(**changes: str) -> str:
    """Return the words of a case study in one language, as YAML on one line."""
    values = {
        "status": "source",
        "name": "House",
        "heading": "'House, Canada'",
        "summary": "A house.",
        "body": "We are a centre for women and give out naloxone.",
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in (values | changes).items()) + "}"


def section(body: str = "Words of the paper.", **changes: str) -> str:
    """Return a section of the paper: front matter and Markdown."""
    front = {"title": "Beginning", "order": "1", "status": "source"} | changes
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + f"---\n\n{body}\n"


def tree(changes: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Return the files of a tiny site with the real templates; an empty text takes a file away."""
    files = {
        "content/site.yaml": SITE,
        "content/case-studies/house.yaml": case(),
        "content/paper/en/beginning.md": section(),
        "content/paper/ru/beginning.md": section("Слова документа.", title="Начало", status="draft"),
        "content/words/ru.po": (REAL_CONTENT / "words/ru.po").read_text(encoding="utf-8"),
        **{f"content/vocabulary/{name}.yaml": text for name, text in VOCABULARY.items()},
        **(changes or {}),
    }
    made = {path: text.encode() for path, text in files.items() if text}
    return _shared() | made


def place(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder, and return it."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def build(changes: Mapping[str, str] | None = None) -> Mapping[str, bytes]:
    """Return the pages of a tiny site, without a search index; it must have no errors."""
    built = build_site(tree(changes), index=False)
    assert not built.failed, "\n".join(map(str, built.problems))
    return built.files


def rendered(changes: Mapping[str, str] | None = None) -> Mapping[str, bytes]:
    """Return the pages of a tiny site even if its content has errors: what no check may be needed for."""
    files = tree(changes)
    library, _ = load(files)
    assert library
    schema = schema_of("case-study", ids_of(library))
    return dict(render(link(library), files, lambda: schema).files)


def problems(changes: Mapping[str, str] | None = None, warnings: bool = False) -> list[str]:
    """Return what is wrong with a tiny site, one line for each problem."""
    found = build_site(tree(changes), index=False).problems
    return [str(problem) for problem in found if warnings or problem.severity == "error"]


@cache
def _shared() -> dict[str, bytes]:
    return read_tree(ROOT, ("templates", "static"))
