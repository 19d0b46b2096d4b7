"""What a JSON Schema says about the keys of a file."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
Keys = tuple[str, ...]


def at(schema: Schema, path: str) -> tuple[Schema, bool]:
    """Return what may stand under a path such as `words.*.name`, and whether it has to be there.

    `*` stands for any key of a mapping, and for any item of a list.
    """
    found, required = schema, True
    for key in path.split("."):
        required = required and key in ("*", *found.get("required", ()))
        found = _below(schema, found, key)
    return found, required


def descriptions(schema: Schema, value: Mapping[str, object]) -> dict[Keys, str]:
    """Return what the schema says of the keys in a value, each thing once. The items of a list add no key."""
    said: dict[str, Keys] = {}
    for keys, text in _descriptions(schema, schema, value, ()):
        said.setdefault(text, keys)
    return {keys: text for text, keys in said.items()}


def _descriptions(root: Schema, here: Schema, value: object, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            raw = here.get("properties", {}).get(key, {})
            if "description" in raw:
                yield (*keys, key), raw["description"]
            yield from _descriptions(root, _below(root, here, key), inner, (*keys, key))
    elif isinstance(value, list):
        for item in value:
            yield from _descriptions(root, _below(root, here, "*"), item, keys)


def _below(root: Schema, here: Schema, key: str) -> Schema:
    if key in here.get("properties", ()):
        found = here["properties"][key]
    else:
        found = here["items"] if "items" in here else here["additionalProperties"]
    resolved: Schema = root["$defs"][found["$ref"].rsplit("/", 1)[-1]] if "$ref" in found else found
    return resolved
