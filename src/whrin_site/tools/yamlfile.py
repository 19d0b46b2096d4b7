"""YAML read as its author typed it: every scalar a string, every value with its place."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

import yaml

from whrin_site.tools import limits
from whrin_site.tools.characters import first_unseen
from whrin_site.tools.fault import Fault
from whrin_site.tools.marked import M_
from whrin_site.tools.stand_in import STAND_IN
from whrin_site.tools.yamlfaults import explain
from whrin_site.tools.yamlmend import mended
from whrin_site.tools.yamlnodes import Keys, Nodes
from whrin_site.tools.yamltraps import NO_BREAK, Traps, blank
from whrin_site.tools.yamlvalues import LOADER, plain_value

_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
_BRACKET = re.compile(r"[\[\]{}]")

# Faults after which nothing else can be said about a text.
_UPSETTING = ("yaml-blank", "yaml-too-deep")
_NESTED = M_("the lists in this file are nested too deeply")


@dataclass(frozen=True)
class Document:
    """A YAML document as plain values (str, list, dict), and its mistakes.

    What YAML would change or cut off is no value: a stand-in is there instead.

    Where a value stands is found out when somebody asks: in a good file nobody does.
    """

    value: object
    faults: tuple[Fault, ...] = ()
    text: str = ""
    first_line: int = 1

    def place(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column of the value under these keys, or of its nearest parent."""
        return _nodes(self.text, self.first_line).place(keys)

    def place_of_key(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column of the last of these keys itself, or of its nearest parent."""
        return _nodes(self.text, self.first_line).place_of_key(keys)

    def place_of_words(self, words: str, *keys: str | int, nth: int = 0) -> tuple[int, int]:
        """Return where the words stand in the value under these keys, or where that begins.

        `nth` counts from 0. Words that the file writes otherwise, over a line end for example, are not found.
        """
        line, column = self.place(*keys)
        lines = self.text.split("\n")
        begin = sum(len(text) + 1 for text in lines[: line - self.first_line]) + column - 1
        found = self.text.find(words, begin)
        for _ in range(nth):
            found = self.text.find(words, found + 1) if found >= 0 else -1
        if found < 0:
            return line, column
        before = self.text[:found]
        return before.count("\n") + self.first_line, found - before.rfind("\n")


@lru_cache(maxsize=4)  # many mistakes may stand in one file, and many files have one
def _nodes(text: str, first_line: int) -> Nodes:
    return Nodes(yaml.compose(text, Loader=LOADER), first_line)


class Later:
    """The places of a text that has no mistakes, read when somebody asks, which is hardly ever."""

    __slots__ = ("_data", "_document")

    def __init__(self, data: Callable[[], bytes]) -> None:
        self._data = data
        self._document: Document | None = None

    def place(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column of the value under these keys, or of its nearest parent."""
        return self._read().place(*keys)

    def place_of_key(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column of the last of these keys itself, or of its nearest parent."""
        return self._read().place_of_key(*keys)

    def place_of_words(self, words: str, *keys: str | int, nth: int = 0) -> tuple[int, int]:
        """Return where the words stand in the value under these keys, or where that begins."""
        return self._read().place_of_words(words, *keys, nth=nth)

    def _read(self) -> Document:
        if self._document is None:
            self._document = Document(None, (), self._data().decode().replace("\r\n", "\n"))
        return self._document


def parse(text: str, first_line: int = 1) -> Document:
    """Return the document that the text holds, with a fault for each thing YAML would hide.

    `first_line` is the line of its file on which the text begins. A text that is no YAML
    at all gives a document without a value and one fault.
    """
    if _open_at_once(text) > limits.YAML_BRACKETS:
        return Document(None, faults=(Fault("yaml-too-deep", "too many brackets", (first_line, 1)),))
    value = plain_value(text)
    return _explained(text, first_line) if value is None else Document(value, (), text, first_line)


def _explained(text: str, first_line: int) -> Document:
    """Return the document of a text that has mistakes, or nothing in it.

    What is no YAML is told, and taken out, until the rest can be read or nobody knows how.
    """
    told: list[Fault] = []
    left: str | None = text
    while left is not None and len(told) <= limits.YAML_MENDINGS:
        document = _composed(left, first_line, [fault.at[0] for fault in told])
        lines = {fault.at[0] for fault in told}
        found = [fault for fault in document.faults if fault.at[0] not in lines]
        if document.value is not None or not found:
            return replace(document, faults=(*told, *found))
        told.append(found[0])
        left = mended(left, found[0], first_line)
    return Document(None, tuple(told), text, first_line)


def _composed(text: str, first_line: int, told: Collection[int]) -> Document:
    """Return the document of a text, or why it is no YAML; of what stands on some lines all is told."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        return Document(None, faults=(explain(error, text, first_line),))
    except (RecursionError, ValueError):
        return Document(None, faults=(Fault("yaml-too-deep", _NESTED, (first_line, 1)),))
    if root is None:
        return Document(None)
    reader = _Reader(text, first_line, told)
    value = reader.read(root, ())
    remarks = tuple(reader.traps.remarks())
    cut = {fault.at[0] for fault in remarks}  # where a value is empty only because it was cut off
    reader.faults = [f for f in reader.faults if f.code != "empty-value" or f.at[0] not in cut] + [*remarks]
    if cut:
        value = _Reader(text, first_line, (*told, *cut)).read(root, ())
    upsetting = [fault for fault in reader.faults if fault.code in _UPSETTING]
    if upsetting:
        return Document(None, tuple(upsetting[:1]), text, first_line)
    return Document(value, tuple(reader.faults), text, first_line)


def _open_at_once(text: str) -> int:
    """Return how many brackets are open at once at most, taking those in quotation marks for real ones."""
    if text.count("[") + text.count("{") <= limits.YAML_BRACKETS:
        return 0
    steps = (1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(text))
    return max(accumulate(steps))


class _Reader:
    """Turns PyYAML's nodes into values, and notes what YAML would hide."""

    def __init__(self, text: str, first_line: int, told: Collection[int] = ()) -> None:
        self.first_line = first_line
        self._told = {line - first_line for line in told}
        self.traps = Traps(text, first_line)
        self.keys_at: dict[Keys, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, keys: Keys) -> object:
        """Return the value of a node, and note its faults."""
        place = self._place(node)
        if len(keys) > limits.YAML_DEPTH:
            self._fault("yaml-too-deep", _NESTED, place)
            return STAND_IN
        traps = tuple(self.traps.faults(node))
        self.faults += traps
        if isinstance(node, yaml.ScalarNode):
            return STAND_IN if traps or self._is_told(node) else self._scalar(node, place)
        if id(node) in self._seen:
            message = M_("this repeats an earlier value by a YAML alias; write it out")
            self._fault("yaml-alias", message, place)
            return STAND_IN
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*keys, number)) for number, item in enumerate(node.value)]
        return dict(self._pairs(node, keys)) if isinstance(node, yaml.MappingNode) else ""

    def _scalar(self, node: yaml.ScalarNode, place: tuple[int, int]) -> str:
        if node.value.strip() == "":
            message = M_("this value is empty; fill it in, or remove the line")
            self._fault("empty-value", message, place)
            return STAND_IN
        if first_unseen(node.value) >= 0:
            message = M_("this value holds an invisible control character; write it without")
            self._fault("control-character", message, place)
            return STAND_IN
        return str(node.value)

    def _is_told(self, node: yaml.Node) -> bool:
        """Tell whether something is wrong with the value that has been told already."""
        end = node.end_mark.line - (getattr(node, "style", None) in ("|", ">"))
        return bool(self._told) and any(n in self._told for n in range(node.start_mark.line, end + 1))

    def _pairs(self, node: yaml.MappingNode, keys: Keys) -> Iterator[tuple[str, object]]:
        for key_node, value_node in node.value:
            place = self._place(key_node)
            self.faults += self.traps.faults(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault("yaml-key", M_("a key must be a single word"), place)
                continue
            if NO_BREAK in key_node.value:
                self.faults.append(blank(place))
                continue
            key = (*keys, key_node.value)
            if key in self.keys_at:
                first = self.keys_at[key][0]
                self._fault(
                    "duplicate-key",
                    M_("“{key}” is here twice (first in line {first}); keep one of them"),
                    place,
                    key=key_node.value,
                    first=first,
                )
                continue
            self.keys_at[key] = place
            yield key_node.value, self.read(value_node, key)

    def _place(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def _fault(self, code: str, message: str, place: tuple[int, int], **values: object) -> None:
        self.faults.append(Fault(code, message, place, values))
