"""Single values of a YAML text changed; all else, comments and layout included, stays as it is."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from whrin_site.tools.yamlfile import parse
from whrin_site.tools.yamlnodes import Keys

Value = str | Mapping[str, str]
_INDENT = "  "


def put(text: str, keys: Keys, value: Value, after: str) -> str:
    """Return the text with this value under these keys.

    A key that is not there yet is added behind its neighbour `after`, in the style of
    that place. Raises ValueError where this cannot be done without touching other things.
    """
    changed = _put(text, keys, value, after)
    wanted = parse(text).value
    _set(wanted, keys, value)
    document = parse(changed)
    if document.faults or document.value != wanted:
        raise ValueError(f"“{'.'.join(map(str, keys))}” cannot be changed by itself")
    return changed


def _put(text: str, keys: Keys, value: Value, after: str) -> str:
    mapping = _mapping(text, keys[:-1])
    node = _child(mapping, keys[-1])
    if node is None:
        return _added(text, mapping, str(keys[-1]), value, after)
    if isinstance(value, str):
        return text[: node.start_mark.index] + scalar(value) + text[node.end_mark.index :]
    previous = ""
    for key, item in value.items():
        text = _put(text, (*keys, key), item, previous)
        previous = key
    return text


def _added(text: str, mapping: yaml.MappingNode, key: str, value: Value, after: str) -> str:
    neighbour = _child(mapping, after) or mapping.value[-1][1]
    end: int = neighbour.end_mark.index
    if mapping.flow_style:
        return text[:end] + f", {_flow(key, value)}" + text[end:]
    end = text.find("\n", end)
    end = len(text) if end < 0 else end
    column: int = mapping.value[0][0].start_mark.column
    indent = "\n" + " " * column
    return text[:end] + indent + _block(key, value, indent) + text[end:]


def _flow(key: str, value: Value) -> str:
    if isinstance(value, str):
        return f"{key}: {scalar(value)}"
    return f"{key}: {{{', '.join(_flow(name, item) for name, item in value.items())}}}"


def _block(key: str, value: Value, indent: str) -> str:
    if isinstance(value, str):
        return f"{key}: {scalar(value)}"
    return f"{key}:" + "".join(f"{indent}{_INDENT}{_flow(name, item)}" for name, item in value.items())


def scalar(value: str) -> str:
    """Return the text as YAML on one line: plain where that reads back as the same text, else in quotes."""
    if value.isprintable() and parse(f"{{key: {value}}}").value == {"key": value}:
        return value
    return json.dumps(value, ensure_ascii=False)


def _mapping(text: str, keys: Keys) -> yaml.MappingNode:
    # The pure loader, because its marks count characters and not bytes.
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    for key in keys:
        node = _child(node, key)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise ValueError(f"“{'.'.join(map(str, keys))}” has no keys below it")
    return node


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _set(document: Any, keys: Keys, value: Value) -> None:
    for key in keys[:-1]:
        document = document[key]
    old = document.get(keys[-1])
    is_mapping = isinstance(old, dict) and not isinstance(value, str)
    document[keys[-1]] = {**old, **value} if is_mapping else value  # type: ignore[dict-item]
