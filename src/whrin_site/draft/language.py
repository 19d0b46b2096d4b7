"""A new language: its lines in `content/site.yaml`, all else of which stays as it is."""

import yaml

from whrin_site.tools.marked import M_
from whrin_site.tools.yamlfile import parse


def with_language(text: str, language: str) -> str:
    """Return the settings with a further language, marked as partial: what is missing shows the first one.

    Raises ValueError where the lines cannot be added without touching others.
    """
    # The pure loader, because its marks count characters and not bytes.
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    listed = next((value for key, value in pairs if key.value == "languages"), None)
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        raise ValueError(M_("there is no list of languages"))
    end = _end(listed.value[-1])
    if listed.flow_style:
        added = f", {{id: {language}, partial: true}}"
    else:
        end = text.find("\n", end) if "\n" in text[end:] else len(text)
        indent = " " * listed.start_mark.column
        added = f"\n{indent}- id: {language}\n{indent}  partial: true"
    changed = text[:end] + added + text[end:]
    if parse(changed).faults:
        raise ValueError(M_("the list of languages is written in an unusual way"))
    return changed


def _end(node: yaml.Node) -> int:
    """Return where a value ends: that of a block would be after the blank lines and comments behind it."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _end(node.value[-1][1])
    return int(node.end_mark.index)
