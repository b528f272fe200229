"""The text of mkdocs.yml as it is written: where each value stands, and what is wrong before the host reads it."""

import re
from collections.abc import Iterator
from functools import cached_property

import yaml

from generator.case.problem import Place
from generator.reading.decoding import decode
from generator.reading.finding import Finding
from generator.reading.lines import Lines

NAME = "mkdocs.yml"
Path = tuple[str | int, ...]
"""The way to a value: `("nav", 2, "任务类型")`."""

_MAX_DEPTH = 40
_MAX_BYTES = 512 * 1024
_MAX_NODES = 50_000
_OURS = "tag:yaml.org,2002:"
_TAGS = re.compile(rf"{re.escape(_OURS)}(?:str|int|float|bool|null|seq|map|python/name:.*)|!ENV|!relative|!")
_WIDE_COLON = re.compile(r"\s*[\w-]+：(?!.*: )")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class SettingsFile:
    """A file of settings, composed once; `faults` is empty where it can be read."""

    def __init__(self, data: bytes, name: str = NAME) -> None:
        self.name = name
        self.root: yaml.Node | None = None
        self.faults: tuple[Finding, ...]
        text, fault = decode(data)
        self.lines = Lines(text)
        if fault:
            self.faults = (
                Finding(
                    fault.place,
                    f"{name} 不是 UTF-8 编码",
                    "别的编码里的汉字读不出来。",
                    "用记事本打开它，另存为 UTF-8 编码。",
                ),
            )
        elif len(data) > _MAX_BYTES:
            self.faults = (self.finding((), f"{name} 太大了", "设置不会超过 512 KB。", "换回原来的设置文件。"),)
        else:
            self.faults = tuple(self._composed())

    def node(self, path: Path) -> yaml.Node | None:
        """Give the node of a value, or None where there is none."""
        node = self.root
        for step in path:
            node = next((value for key, value in children(node) if key == step), None) if node else None
        return node

    def place(self, path: Path) -> Place:
        """Give the place of a value's key or of the item; of the nearest group where the file does not have it."""
        found = self.root
        at: yaml.Node | None = None
        for step in path:
            pairs = found.value if isinstance(found, yaml.MappingNode) else ()
            keys = {key.value: key for key, _ in pairs if isinstance(key, yaml.ScalarNode)}
            inner = self._inner(found, step)
            if inner is None:
                break
            at, found = keys.get(step, inner), inner
        return self.place_of(at) if at else self.lines.place(0, 0)

    @staticmethod
    def _inner(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
        """Give a value of a group or a list."""
        return next((value for key, value in children(node) if key == step), None)

    def place_of(self, node: yaml.Node) -> Place:
        """Give the place of a node, as far as it goes on its first line."""
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else len(self.lines.all[start.line])
        return self.lines.place(start.line, start.column, width)

    def item(self, key: str, text: str) -> Path:
        """Give the way to the entry of a list or group that is or bears a text; to the whole where none does."""
        for step, inner in children(self.top.get(key)):
            if text in (step, inner.value, *(name for name, _ in children(inner))):
                return (key, step)
        return (key,)

    def place_at(self, line: int, column: int) -> Place:
        """Give a place by its 0-based line and column."""
        return self.lines.place(line, column)

    def finding(self, path: Path, message: str, reason: str, hint: str) -> Finding:
        """Say something about the value at a path."""
        return Finding(self.place(path), message, reason, hint)

    @cached_property
    def top(self) -> dict[str, yaml.Node]:
        """The settings by their names."""
        return {str(key): value for key, value in children(self.root)}

    def _composed(self) -> Iterator[Finding]:
        try:
            found = list(self._of_events())
            self.root = None if found else yaml.compose(self.lines.text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            found = [self._syntax(error)]
        except yaml.YAMLError:
            found = [self._character()]
        yield from found
        if found:
            return
        if self.root is None or not isinstance(self.root, yaml.MappingNode) or not self.root.value:
            why = f"{self.name} 里没有一项设置写成“名称: 值”"
            yield self.finding((), why, "没有设置就不知道网站叫什么。", "一行写一项，例如 site_name: 案例集。")
        else:
            yield from self._repeated(self.root)
            yield from _too_many(self)

    def _of_events(self) -> Iterator[Finding]:
        """Find what must not be composed: the composer recurses, and would follow a name into itself."""
        depth, opened = 0, dict[str, int]()
        for event in yaml.parse(self.lines.text, Loader=yaml.CSafeLoader):
            mark = event.start_mark
            place = self.lines.place(mark.line, mark.column) if mark else self.lines.place(0, 0)
            tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
            if tag and not _TAGS.fullmatch(tag):
                yield Finding(place, f"不认识“{tag}”这个标记", "设置里只写文字、列表和分组。", "删去叹号开头的标记。")
                return
            if isinstance(event, yaml.AliasEvent) and anchor in opened:
                yield Finding(place, f"*{anchor} 引用了它自己", "这样永远展不开。", f"删去 *{anchor}，把内容写出来。")
                return
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if anchor:
                    opened[anchor] = depth
                if depth > _MAX_DEPTH:
                    yield Finding(place, "套得太深了", f"分组和列表最多套 {_MAX_DEPTH} 层。", "核对括号和缩进。")
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                opened = {name: at for name, at in opened.items() if at != depth}
                depth -= 1

    def _repeated(self, root: yaml.MappingNode) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for key, _ in root.value:
            if not isinstance(key, yaml.ScalarNode):
                yield Finding(self.place_of(key), "名称写得不对", "设置的名称是一个词。", "写成 site_name: 案例集。")
                continue
            if key.value in first:
                reason = f"第 {first[key.value]} 行已经写了 {key.value}，只有一处起作用。"
                yield Finding(self.place_of(key), f"{key.value} 写了两次", reason, "把两处合成一处。")
            first.setdefault(str(key.value), key.start_mark.line + 1)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        mark = error.problem_mark or error.context_mark
        place = self.lines.place(mark.line, mark.column) if mark else self.lines.place(0, 0)
        above = self.lines.all[max(0, place.line - 2)]
        wide = [line for line in (place.excerpt, above) if _WIDE_COLON.match(line)]
        if wide:
            place = self.lines.place(place.line - 1 - (wide[0] is not place.excerpt), wide[0].index("："))
            reason, hint = "“：”是全角冒号，程序认的是半角冒号加一个空格。", "写成“名称: 值”，例如 site_name: 案例集。"
        else:
            reason = "这一行或者它上面一行的缩进、引号、括号或冒号不对。"
            hint = "核对缩进和冒号；值里有冒号、井号或括号的，给值加上引号，例如 site_name: '案例: 汇编'。"
        return Finding(place, f"{self.name} 从这里起读不下去", reason, hint)

    def _character(self) -> Finding:
        found = _NO_TEXT.search(self.lines.text)
        place = self.lines.place(*self.lines.position(found.start() if found else 0))
        return Finding(place, "有一个看不见的控制字符", "文件里不能有控制字符。", "删去它，重新打这几个字。")


def children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    """Give what a group or a list holds, by names or by numbers from 0."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def kind_of(node: yaml.Node) -> str:
    """Name the kind of a node: text, flag, list, group, nothing; `made` for what a tag of the host makes."""
    if not node.tag.startswith(_OURS) or node.tag.startswith(f"{_OURS}python/"):
        return "made"
    if isinstance(node, yaml.ScalarNode):
        return {f"{_OURS}null": "nothing", f"{_OURS}bool": "flag"}.get(node.tag, "text")
    return "list" if isinstance(node, yaml.SequenceNode) else "group"


def _too_many(file: SettingsFile) -> Iterator[Finding]:
    """Refuse names that multiply: ten lines may stand for a million values."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        if id(node) not in sizes:
            inner = node.value if isinstance(node, yaml.CollectionNode) else ()
            parts = [part for pair in inner for part in (pair if isinstance(pair, tuple) else (pair,))]
            sizes[id(node)] = 1 + sum(map(size, parts))
        return sizes[id(node)]

    if file.root is not None and size(file.root) > _MAX_NODES:
        yield file.finding((), "内容太多了", f"展开以后超过 {_MAX_NODES} 项。", "删去用 & 和 * 反复引用的内容。")
