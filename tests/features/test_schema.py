"""The JSON Schemas that programs of editors complete and check by, and what they see."""

import json
import re

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from kit import BLOCK, REAL_CONTENT, ROOT, SITE, VOCABULARY, case, problems, section, tree

from whrin_site.load import load
from whrin_site.model import records, settings, vocabulary
from whrin_site.schema import meanings, schemas
from whrin_site.tools.disk import read_tree

KINDS = {"case-studies": "case-study", "paper": "section", "pages": "section", "notes": "notes"}


class Core(yaml.SafeLoader):
    """Reads YAML as programs of editors do: the core schema of YAML 1.2, section 10.3.2."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own name for a class's own rules


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)


def kind_of(path: str) -> str:
    folder, _, name = path.removeprefix("content/").partition("/")
    return KINDS.get(folder) or {"site.yaml": "site", "aliases.yaml": "aliases"}.get(name or folder, "terms")


def value_of(path: str, text: str) -> object:
    front = text.split("---\n")[1] if path.endswith(".md") else text
    return yaml.load(front, Loader=Core)  # noqa: S506 - a SafeLoader


def mistakes(schema: dict, value: object) -> list[str]:
    """Return what a program would underline: the keys that lead there, and why."""
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(value)
    return sorted(f"{'.'.join(map(str, error.absolute_path))}: {error.validator}" for error in found)


def of_tree(files: dict[str, bytes]) -> dict[str, dict]:
    library, _ = load(files)
    return {path.split("/")[-1].split(".")[0]: json.loads(data) for path, data in schemas(library).items()}


@pytest.fixture(scope="module")
def tiny() -> dict[str, dict]:
    return of_tree(tree())


def test_the_schemas_beside_the_content_are_those_that_the_records_give():
    """If this fails, a record or the vocabulary has changed: run `python3 build.py schema`."""
    files = read_tree(ROOT, ("content",))
    library, _ = load(files)

    assert schemas(library) == {path: data for path, data in files.items() if "/schema/" in path}


@pytest.mark.parametrize("name", ["case-study", "section", "site", "terms", "aliases", "notes"])
def test_a_schema_is_a_schema(tiny, name):
    Draft202012Validator.check_schema(tiny[name])


def test_every_key_of_every_record_says_what_it_means_and_no_other():
    """If this fails, explain the new key in `src/whrin_site/schema/meanings.py`."""
    known = [value for module in (records, settings, vocabulary) for value in vars(module).values()]
    written = {
        value.__name__: set(value.__dataclass_fields__)
        for value in known
        if hasattr(value, "__dataclass_fields__") and value.__module__.startswith("whrin_site.model")
    }

    assert {name: set(keys) for name, keys in meanings._MEANINGS.items()} == written


def test_all_real_content_is_good_to_a_program_that_reads_yaml_1_2():
    files = {path: data.decode() for path, data in read_tree(ROOT, ("content",)).items()}
    by_kind = of_tree(read_tree(ROOT, ("content",)))
    found = {
        path: mistakes(by_kind[kind_of(path)], value_of(path, text))
        for path, text in files.items()
        if path.endswith((".yaml", ".md"))
    }

    assert len(found) > 30
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_every_content_file_names_its_schema_first():
    for path in sorted(REAL_CONTENT.rglob("*.yaml")) + sorted(REAL_CONTENT.rglob("*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        line = lines[1] if path.suffix == ".md" else lines[0]
        named = line.removeprefix("# yaml-language-server: $schema=")
        kind = kind_of(path.relative_to(ROOT).as_posix())

        assert (path.parent / named).resolve() == REAL_CONTENT / "schema" / f"{kind}.schema.json", path


@pytest.mark.parametrize(
    ("found", "put", "wrong"),
    [
        pytest.param("id: centre", "id: center", ["kind.id: enum"], id="kind"),
        pytest.param("id: naloxone", "id: nalokson", ["services.0.id: enum"], id="service"),
        pytest.param("id: CA", "id: KA", ["place.country.id: enum"], id="country"),
        pytest.param("order: 1\n", "", [": required"], id="missing-key"),
        pytest.param("  quote: a centre\n", "", ["kind: required"], id="missing-key-inside"),
        pytest.param("services:", "servces:", [": additionalProperties"], id="misspelt-key"),
        pytest.param("order: 1", "order: first", ["order: pattern"], id="number"),
        pytest.param("order: 1", "order: 1.5", ["order: type"], id="fraction"),
        pytest.param("status: draft", "status: drafty", ["words.ru.status: enum"], id="status"),
        pytest.param("  ru:\n", "  uk:\n", ["words: enum"], id="language"),
        pytest.param('summary: "Дом."', "summary:", ["words.ru.summary: type"], id="empty"),
        pytest.param('summary: "Дом."', 'summary: " "', ["words.ru.summary: pattern"], id="blank"),
        pytest.param("name: Дом", "name: [Дом]", ["words.ru.name: type"], id="list-for-text"),
        pytest.param(
            "order: 1", "order: 1\nupdated: 5 May", ["updated: format", "updated: pattern"], id="day"
        ),
        pytest.param(
            "order: 1", "order: 1\nservices_open_list: yes", ["services_open_list: enum"], id="truth"
        ),
        pytest.param("order: 1", "order: 1\nlines: [3]", ["lines: minItems"], id="lines"),
        pytest.param(
            "order: 1",
            "order: 1\ncontacts: [{publish: true, email: bird at tree}]",
            ["contacts.0.email: pattern"],
            id="e-mail",
        ),
        pytest.param(
            "order: 1",
            "order: 1\ncontacts: [{publish: true, web: bird.example}]",
            ["contacts.0.web: pattern"],
            id="web",
        ),
        pytest.param("order: 1", "order: 1\nnotes: [A1]", [], id="no-notes-in-the-library-no-list"),
    ],
)
def test_the_mistakes_that_a_schema_can_see_are_seen(tiny, found, put, wrong):
    assert mistakes(tiny["case-study"], value_of("house.yaml", BLOCK.replace(found, put, 1))) == wrong


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"name": "2024"}, id="number"),
        pytest.param({"name": "true"}, id="truth"),
        pytest.param({"name": "NO"}, id="Norway"),
        pytest.param({"summary": "1.10"}, id="fraction"),
        pytest.param({"source_hash": "1234567890123456"}, id="hash-of-digits"),
        pytest.param({"source_hash": "12e4567890123456"}, id="hash-like-a-power"),
    ],
)
def test_what_we_read_as_text_is_no_mistake_where_a_program_sees_a_number(tiny, change):
    text = BLOCK
    for key, value in change.items():
        text = text.replace(
            "    name: House\n", f"    {key}: {value}\n" + "    name: House\n" * (key != "name")
        )

    assert mistakes(tiny["case-study"], value_of("house.yaml", text)) == []


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        pytest.param("section", section(status="drafty"), ["status: enum"], id="section"),
        pytest.param("section", section(), [], id="good-section"),
        pytest.param(
            "site", SITE.replace("2026-11-23", "soon"), ["edition: format", "edition: pattern"], id="site"
        ),
        pytest.param("site", SITE + "base_url: directory.example\n", ["base_url: pattern"], id="address"),
        pytest.param(
            "terms",
            VOCABULARY["services"].replace("health", "helth", 1),
            ["naloxone.group: enum"],
            id="group",
        ),
        pytest.param(
            "terms",
            VOCABULARY["services"].replace("label", "lable", 1),
            ["naloxone: additionalProperties", "naloxone: required"],
            id="term",
        ),
        pytest.param("notes", "A1: {actions: [X], on: [], lines: []}", ["A1.actions.0: enum"], id="note"),
        pytest.param("aliases", "shelter: {shown: [], also: [bed]}", ["shelter.shown: minItems"], id="alias"),
    ],
)
def test_other_files_are_seen_as_well(tiny, kind, text, wrong):
    assert mistakes(tiny[kind], value_of("x.md" if kind == "section" else "x.yaml", text)) == wrong


def test_a_schema_that_does_not_know_a_new_id_is_out_of_date():
    shipped = {path: data.decode() for path, data in schemas(load(tree())[0]).items()}
    new = {"content/vocabulary/kinds.yaml": VOCABULARY["kinds"] + "house: {label: {en: House, ru: Дом}}\n"}

    assert problems(shipped, warnings=True) == problems(warnings=True)
    assert [line for line in problems(shipped | new, warnings=True) if "stale-schema" in line] == [
        "content/schema/case-study.schema.json:1:1: warning: this schema is out of date: "
        "programs of editors complete old ids; run “schema” [stale-schema]"
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"$defs": {"kinds": 5}}', '{"$defs": []}'])
def test_a_schema_that_is_none_is_out_of_date_and_no_traceback(text):
    found = problems({"content/schema/case-study.schema.json": text or " "}, warnings=True)

    assert sum("stale-schema" in line for line in found) == 1


def test_the_case_study_of_the_kit_is_good(tiny):
    assert mistakes(tiny["case-study"], value_of("house.yaml", case())) == []
