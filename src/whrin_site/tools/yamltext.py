"""Values written as YAML that people go on editing, with a comment above each key that has one."""

from collections.abc import Iterator, Mapping
from datetime import date

import yaml

Keys = tuple[str, ...]
Value = str | int | bool | date | list["Value"] | dict[str, "Value"]

_ENDLESS = 10**9


def write(value: Mapping[str, Value], comments: Mapping[Keys, str] | None = None) -> str:
    """Return the YAML of a mapping; `comments` stand by the keys that lead to what they explain.

    The items of a list add no key. A comment is one or more lines, which `#` will open.
    """
    return "".join(f"{line}\n" for line in _mapping(value, (), comments or {}, ""))


def _mapping(
    value: Mapping[str, Value], keys: Keys, comments: Mapping[Keys, str], indent: str
) -> Iterator[str]:
    for key, inner in value.items():
        for line in comments.get((*keys, key), "").split("\n"):
            if line:
                yield f"{indent}# {line}"
        yield from _under(f"{indent}{_plain(key)}:", inner, (*keys, key), comments, indent)


def _under(head: str, value: Value, keys: Keys, comments: Mapping[Keys, str], indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield head
        yield from _mapping(value, keys, comments, f"{indent}  ")
    elif isinstance(value, list):
        yield head if value else f"{head} []"
        for item in value:
            yield from _item(item, keys, comments, f"{indent}  ")
    else:
        first, *others = _scalar(value)
        yield f"{head} {first}"
        yield from (f"{indent}{line}" if line else "" for line in others)


def _item(value: Value, keys: Keys, comments: Mapping[Keys, str], indent: str) -> Iterator[str]:
    """Yield an item of a list: its first key stands behind the hyphen, comments above it."""
    if not isinstance(value, dict):
        yield f"{indent}- {_plain(value)}"
        return
    mark = "- "
    for line in _mapping(value, keys, comments, f"{indent}  "):
        is_comment = line.lstrip().startswith("#")
        yield (
            f"{indent}{line.strip()}"
            if mark == "- " and is_comment
            else f"{indent}{mark}{line[len(indent) + 2 :]}"
        )
        if not is_comment:
            mark = "  "


def _scalar(value: Value) -> list[str]:
    """Return the lines of a scalar; a text of several lines keeps them."""
    if isinstance(value, str) and "\n" in value:
        return (
            yaml.safe_dump(value, default_style="|", allow_unicode=True, width=_ENDLESS)
            .rstrip("\n")
            .split("\n")
        )
    return [_plain(value)]


def _plain(value: Value) -> str:
    written: str = yaml.safe_dump(value, allow_unicode=True, width=_ENDLESS)
    return written.removesuffix("\n").removesuffix("\n...")
