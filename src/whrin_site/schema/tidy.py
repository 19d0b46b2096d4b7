"""Pydantic's JSON Schema made as an editor's program should see it."""

from typing import Any

from whrin_site.model.patterns import EMAIL, WEB
from whrin_site.schema.meanings import meaning

_PATTERNS = {
    ("Contact", "email"): EMAIL,
    ("Contact", "web"): WEB,
    ("Source", "url_as_published"): WEB,
    ("Paper", "source_url"): WEB,
    ("SiteSettings", "base_url"): WEB,
    ("SiteSettings", "repository"): WEB,
    ("SiteSettings", "report_to"): EMAIL,
}
_NOISE = {"title"}
_EMPTY: tuple[object, ...] = (None, [], {})


def tidy(schema: dict[str, Any], record: str) -> dict[str, Any]:
    """Return the schema of a record without noise, with what each of its keys means.

    A plain YAML scalar may look like a number or a truth value to a program that reads
    YAML 1.2; to us it is the text that was typed. So where a text may stand, they may.
    """
    definitions = schema.pop("$defs", {})
    made = _record(schema, record)
    if definitions:
        made["$defs"] = {name: _record(found, name) for name, found in sorted(definitions.items())}
    return made


def _record(schema: dict[str, Any], name: str) -> dict[str, Any]:
    made: dict[str, Any] = _value(schema)
    made["description"] = " ".join(schema["description"].split())
    for key, value in made["properties"].items():
        pattern = {"pattern": f"^{_PATTERNS[name, key]}$"} if (name, key) in _PATTERNS else {}
        made["properties"][key] = {"description": meaning(name, key), **value, **pattern}
    return made


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "properties" in value:
        inner = {key: _value(item) for key, item in value["properties"].items()}
        return {**_plain({k: v for k, v in value.items() if k != "properties"}), "properties": inner}
    choices = [choice for choice in value.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:  # nobody writes null: what is not known is left out
        return _value({**{k: v for k, v in value.items() if k != "anyOf"}, **choices[0]})
    return _plain(value)


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    made = {
        key: _value(item)
        for key, item in value.items()
        if key not in _NOISE and not (key == "default" and item in _EMPTY)
    }
    if made.get("type") == "string" and not made.keys() & {"enum", "const", "format"}:
        made["type"] = ["string", "number", "boolean"]
        if "pattern" not in made and made.pop("minLength", 0):
            made["pattern"] = r"\S"
    return made
