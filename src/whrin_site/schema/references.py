"""The ids that a file may refer to, put into its schema: programs complete them, and see a wrong one."""

from collections.abc import Iterator, Mapping
from typing import Any

Ids = Mapping[str, tuple[str, ...]]
Schema = dict[str, Any]

# What the keys of a record name: by a Tag that has the id, by the id itself, or by keys of their own.
_BY_TAG = {
    "CaseStudy": {
        "kind": "kinds",
        "services": "services",
        "populations": "populations",
        "approaches": "approaches",
    },
    "Location": {"country": "countries", "region": "places", "city": "places"},
}
_BY_ID = {
    "CaseStudy": {"notes": "notes", "content_notes": "content-notes", "to_translate": "languages"},
    "Section": {"notes": "notes", "content_notes": "content-notes", "to_translate": "languages"},
    "Passage": {"content_notes": "content-notes"},
    "Term": {"group": "service-groups", "country": "countries"},
}
_BY_KEY = {"CaseStudy": {"words": "languages"}}
_TAG = "#/$defs/Tag'"


def with_references(schema: Schema, name: str, ids: Ids) -> Schema:
    """Return the schema of a record in which only such ids may stand as there are."""
    definitions: Schema = {**schema.get("$defs", {})}
    tag = definitions.pop("Tag", None)
    records = {name: schema, **definitions}
    for key, family, properties in _found(_BY_TAG, records, ids):
        properties[key] = _pointed(properties[key], f"Tag-{family}")
        definitions[f"Tag-{family}"] = _tag(tag, family)
        definitions[family] = {"enum": list(ids[family])}
    for key, family, properties in _found(_BY_ID, records, ids):
        properties[key] = _pointed(properties[key], family)
        definitions[family] = {"enum": list(ids[family])}
    for key, family, properties in _found(_BY_KEY, records, ids):
        properties[key]["propertyNames"] = {"$ref": f"#/$defs/{family}"}
        definitions[family] = {"enum": list(ids[family])}
    if tag and _TAG in str(records):  # a site that has no such ids yet
        definitions["Tag"] = tag
    return {**schema, "$defs": dict(sorted(definitions.items()))}


def _found(
    named: Mapping[str, Mapping[str, str]], records: Mapping[str, Schema], ids: Ids
) -> Iterator[tuple[str, str, Schema]]:
    """Yield each key that names one of the ids there are: the key, what it names, and where it stands."""
    for record in records.keys() & named.keys():
        for key, family in named[record].items():
            if ids[family]:
                yield key, family, records[record]["properties"]


def _pointed(value: Schema, target: str) -> Schema:
    """Return what a key may hold, or its list, as what stands under another definition."""
    if value.get("type") == "array":
        return {**value, "items": _pointed(value["items"], target)}
    described = {"description": value["description"]} if "description" in value else {}
    return {**described, "$ref": f"#/$defs/{target}"}


def _tag(tag: Schema, family: str) -> Schema:
    return {**tag, "properties": {**tag["properties"], "id": _pointed(tag["properties"]["id"], family)}}
