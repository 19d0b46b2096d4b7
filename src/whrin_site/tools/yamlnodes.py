"""Where the values of a YAML text stand, found by walking down to them."""

import yaml

Keys = tuple[str | int, ...]

_Pair = tuple[yaml.Node, yaml.Node]


class Nodes:
    """The nodes of a document, each group looked into when somebody asks for what is in it."""

    def __init__(self, root: yaml.Node | None, first_line: int) -> None:
        self.root = root
        self.first_line = first_line
        self._groups: dict[int, dict[str, _Pair]] = {}

    def place(self, keys: Keys) -> tuple[int, int]:
        """Return line and column of the value under these keys, or of its nearest parent."""
        node = self.root
        for key in keys:
            below = node and self._value(node, key)
            if below is None:
                break
            node = below
        return self._mark(node) if node else (1, 1)

    def place_of_key(self, keys: Keys) -> tuple[int, int]:
        """Return line and column of the last of these keys itself, or of its nearest parent."""
        node = self.root
        for key in keys[:-1]:
            node = node and self._value(node, key)
        if keys and isinstance(node, yaml.MappingNode) and (pair := self._pairs(node).get(str(keys[-1]))):
            return self._mark(pair[0])
        return self.place(keys)

    def _value(self, node: yaml.Node, key: str | int) -> yaml.Node | None:
        if isinstance(node, yaml.MappingNode):
            pair = self._pairs(node).get(str(key))
            return pair and pair[1]
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            found: yaml.Node = node.value[key]
            return found
        return None

    def _pairs(self, node: yaml.MappingNode) -> dict[str, _Pair]:
        """Return the pairs of a group by key; of two equal keys the first counts, as in its value."""
        if id(node) not in self._groups:
            pairs = reversed(node.value)
            self._groups[id(node)] = {
                key.value: (key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)
            }
        return self._groups[id(node)]

    def _mark(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1
