"""From YAML's nodes to values that stay text: one walk, values out, faults gathered."""

from collections.abc import Callable
from typing import Any

import yaml

from generator.case.problem import Place
from generator.reading.fault import AnchorFault, Fault, LimitFault, Path, RepeatedKeyFault
from generator.reading.limits import MAX_DEPTH


class Walk:
    """One walk over the nodes of a file: values out, faults gathered."""

    def __init__(self, place_of: Callable[[yaml.Node], Place], most: int) -> None:
        self.faults: list[Fault] = []
        self._place_of = place_of
        self._most = most
        self._nodes = 0
        self._path: list[str | int] = []

    def value(self, node: yaml.Node, depth: int = 0) -> Any:
        """Give a node's value: dicts, lists, texts; None for what was left empty or is beyond the limits."""
        self._nodes += 1
        if self._nodes > self._most:
            self._beyond("record-too-large", node, self._most)
            return None
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.value or node.style else None
        if depth >= MAX_DEPTH:
            self._beyond("record-too-deep", node, MAX_DEPTH)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self._child(index, child, depth) for index, child in enumerate(node.value)]
        return self._mapping(node, depth)

    def _child(self, step: str | int, node: yaml.Node, depth: int) -> Any:
        if node.__class__ is yaml.ScalarNode and self._nodes < self._most:
            # Nearly all are texts, and nothing can be wrong with one.
            self._nodes += 1
            return node.value if node.value or node.style else None
        self._path.append(step)
        value = self.value(node, depth + 1)
        self._path.pop()
        return value

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        keys: dict[str, yaml.Node] = {}
        for key, child in node.value:
            self._nodes += 1
            if not isinstance(key, yaml.ScalarNode):
                self.faults.append(Fault("key-invalid", *self._at(key)))
            elif key.value == "<<":
                self.faults.append(AnchorFault("anchor-used", *self._at(key), name="<<"))
            elif key.value in values:
                first = keys[key.value].start_mark.line + 1
                self.faults.append(RepeatedKeyFault("key-repeated", *self._at(key), key=key.value, first=first))
            else:
                values[key.value] = self._child(key.value, child, depth)
                keys[key.value] = key
        return values

    def _beyond(self, rule: str, node: yaml.Node, limit: int) -> None:
        """Note once that a limit is passed: what lies beyond would say the same again and again."""
        if not any(fault.rule == rule for fault in self.faults):
            self.faults.append(LimitFault(rule, *self._at(node), limit=limit))

    def _at(self, node: yaml.Node) -> tuple[Place, Path]:
        return self._place_of(node), tuple(self._path)
