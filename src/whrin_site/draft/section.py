"""A new section of the paper: its file in the first language, with each key explained."""

from collections.abc import Mapping
from typing import Any

from whrin_site.model.library import Library
from whrin_site.tools import schemafile

_HEAD = "# yaml-language-server: $schema=../../schema/section.schema.json\n"
_MORE = ("title_ours", "contacts", "updated")


def section(
    title: str,
    description: str,
    body: str,
    library: Library,
    schema: Mapping[str, Any],
    says: schemafile.Says,
) -> str:
    """Return the text of the file; `says` translates the explanations."""
    there = library.sections.get(library.source_language, {}).values()
    others = [name for name in library.languages[1:] if not library.is_partial(name)]
    value = {
        "title": title,
        "status": "source",
        "order": max((entry.record.order for entry in there), default=0) + 1,
        **({"description": description} if description else {}),
        **({"to_translate": others} if others else {}),
    }
    rest = schemafile.remarks(_MORE, schema, says)
    return f"---\n{_HEAD}{schemafile.write(value, schema, says)}{rest}---\n\n{body.strip()}\n"
