"""A YAML text with what its JSON Schema says above each key."""

from collections.abc import Callable, Iterable, Mapping
from textwrap import wrap
from typing import Any

from whrin_site.tools import schematree, yamltext

_WIDTH = 88

Says = Callable[[str], str]


def write(value: Mapping[str, Any], schema: Mapping[str, Any], says: Says) -> str:
    """Return the YAML of a value; `says` translates what the schema says."""
    found = schematree.descriptions(schema, value).items()
    return yamltext.write(value, {keys: _lines(says(text)) for keys, text in found})


def remarks(keys: Iterable[str], schema: Mapping[str, Any], says: Says) -> str:
    """Return what keys mean that could be there as well, as comments: key by key."""
    texts = (f"{key}: {says(schema['properties'][key]['description'])}" for key in keys)
    return "".join(f"# {line}\n" for text in texts for line in wrap(text, _WIDTH, subsequent_indent="  "))


def _lines(text: str) -> str:
    return "\n".join(wrap(text, _WIDTH))
