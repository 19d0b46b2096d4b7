"""Stage: records → JSON Schema (draft 2020-12), for the programs of editors and for the form of the site."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from whrin_site.model.ids import ids_of
from whrin_site.model.library import Library
from whrin_site.model.patterns import COUNTRY, NAME
from whrin_site.model.records import CaseStudy, Section
from whrin_site.model.settings import SiteSettings
from whrin_site.model.vocabulary import Alias, Note, Term
from whrin_site.schema.references import with_references
from whrin_site.schema.tidy import tidy

Schema = dict[str, Any]

FOLDER = "content/schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What each kind of file holds: one record, or one under each of its keys.
_FILES: Mapping[str, tuple[type, str]] = {
    "case-study": (CaseStudy, "A case study"),
    "section": (Section, "The front matter of a section of the paper, or of a page of our own"),
    "site": (SiteSettings, "What is true of the whole directory"),
}
_FILES_OF_MANY: Mapping[str, tuple[type, str]] = {
    "terms": (Term, "A family of the vocabulary"),
    "aliases": (Alias, "Words that only the search knows"),
    "notes": (Note, "Editorial notes"),
}


def schemas(library: Library) -> dict[str, bytes]:
    """Return the file of each schema by its path, with the ids that this library knows."""
    ids = ids_of(library)
    made = {name: of_file(name, ids) for name in (*_FILES, *_FILES_OF_MANY)}
    return {f"{FOLDER}/{name}.schema.json": written(schema) for name, schema in made.items()}


def of_file(name: str, ids: Mapping[str, tuple[str, ...]]) -> Schema:
    """Return the schema of a kind of file, such as `case-study`."""
    if name in _FILES:
        record, title = _FILES[name]
        found = _of_record(record)
    else:
        record, title = _FILES_OF_MANY[name]
        found = _of_many(record)
    return {"$schema": _DIALECT, "title": title, **with_references(found, record.__name__, ids)}


def written(schema: Mapping[str, Any]) -> bytes:
    """Return a schema as the bytes of its file."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


@cache
def _text_of(record: type) -> str:
    return json.dumps(tidy(TypeAdapter(record).json_schema(), record.__name__))


def _of_record(record: type) -> Schema:
    return dict(json.loads(_text_of(record)))


def _of_many(record: type) -> Schema:
    one = _of_record(record)
    definitions = one.pop("$defs", {})
    name = record.__name__
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{NAME}|{COUNTRY}|[A-Z]\\d+)$"},
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
        "$defs": {**definitions, name: one},
    }
