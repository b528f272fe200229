"""A template as Python that joins its pieces.

Templates are written in Jinja's language and read by its parser. Only the code is ours: Jinja's looks for each
attribute in two ways and calls each macro through three wrappers, which takes several times as long as joining what a
page shows. Values that a template is given are its free names, macros see what they are given, and a part that is
included sees all names of the place where it is included.
"""

import marshal
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from itertools import count
from types import CodeType
from typing import Any, cast

from jinja2 import TemplateSyntaxError, nodes

from generator.outputs.site.template_values import NAMES, html, python_of

Read = Callable[[str], nodes.Template]
"""Gives a template, parsed, by its file's name."""
Body = Callable[[Mapping[str, object]], str]
"""Draws a template with its values."""


class Templates:
    """Templates by their files' names, each compiled when it is first wanted."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self._code: dict[str, object] = dict(NAMES)
        """All functions that were made."""
        self._bodies: dict[str, Body] = {}
        self._macros: dict[str, dict[str, str]] = {}
        """The functions of the macros of each file, by the macros' names."""
        self._numbers = count()
        self._made: list[CodeType] = []
        """The code of all functions, in the order in which they were made."""

    def compile_all(self, names: Iterable[str]) -> None:
        """Compile templates before they are wanted."""
        for name in names:
            self._body(name)

    def compiled(self) -> bytes:
        """Give all that was compiled, for `know`."""
        bodies = {name: body.__name__ for name, body in self._bodies.items()}
        return marshal.dumps((self._made, bodies, self._macros, next(self._numbers)))

    def know(self, compiled: bytes) -> None:
        """Take over what the same templates gave another time, if nothing has been compiled here yet.

        Args:
            compiled: what `compiled` gave, in the same version of Python.
        """
        if self._made:
            return
        self._made, bodies, self._macros, after = marshal.loads(compiled)  # noqa: S302 (from our own store alone)
        for code in self._made:
            exec(code, self._code)  # noqa: S102 (from our own templates alone)
        self._bodies = {name: cast("Body", self._code[function]) for name, function in bodies.items()}
        self._numbers = count(after)

    def draw(self, name: str, values: Mapping[str, object]) -> str:
        """Draw a template.

        Raises:
            KeyError: a value is missing that the template names.
            TemplateSyntaxError: the template uses what our templates do without.
        """
        return self._body(name)(values)

    def _body(self, name: str) -> Body:
        if name not in self._bodies:
            self._bodies[name] = self._compile(name)
        return self._bodies[name]

    def _compile(self, name: str) -> Body:
        body = _Body(self)
        body.template(self.read(name), name)
        loads = [f"{python} = values[{given!r}]" for given, python in body.given.items()]
        head = ["pieces = []", "put = pieces.append", "more = pieces.extend"]
        function = self.new_name("body")
        self._run(name, f"def {function}(values):", [*loads, *head, *body.lines, "return ''.join(pieces)"])
        return cast("Body", self._code[function])

    def macros(self, name: str, template: nodes.Template | None = None) -> dict[str, str]:
        """Give the functions of a file's macros by the macros' names."""
        if name not in self._macros:
            template = template or self.read(name)
            defined = list(template.find_all(nodes.Macro))
            # A macro may call another that stands further down.
            self._macros[name] = {macro.name: self.new_name(macro.name) for macro in defined}
            for macro in defined:
                self._compile_macro(name, template, macro)
        return self._macros[name]

    def _compile_macro(self, name: str, template: nodes.Template, macro: nodes.Macro) -> None:
        if macro.defaults:
            raise TemplateSyntaxError("templates give macros every value", macro.lineno)
        body = _Body(self, is_closed=True)
        body.imports(template.body, name, template)
        given = [body.bind(argument.name) for argument in macro.args]
        body.statements(macro.body)
        head = f"def {self._macros[name][macro.name]}({', '.join(['put', 'more', *given])}):"
        self._run(name, head, body.lines or ["pass"])

    def new_name(self, meaning: str) -> str:
        """Give a name that no other value or function has."""
        return f"{meaning}_{next(self._numbers)}"

    def _run(self, name: str, head: str, lines: Iterable[str]) -> None:
        text = "\n".join([head, *(f" {line}" for line in lines)])
        self._made.append(compile(text, f"theme/pages/{name}", "exec"))
        exec(self._made[-1], self._code)  # noqa: S102 (as above)


class _Body:
    """The lines of one function while they are written."""

    def __init__(self, templates: Templates, *, is_closed: bool = False) -> None:
        self._templates = templates
        self._is_closed = is_closed
        """Whether it sees only what it is given by name, as a macro does."""
        self.given: dict[str, str] = {}
        """The values that it needs from outside."""
        self.lines: list[str] = []
        self._depth = 0
        self._waiting: list[str] = []
        """What is to be put next, as Python."""
        self._scope: MutableMapping[str, str] = {}

    def template(self, template: nodes.Template, name: str) -> None:
        """Write a whole file."""
        self.imports(template.body, name, template)
        self.statements(template.body)

    def imports(self, body: list[nodes.Node], name: str, template: nodes.Template) -> None:
        """Make known the macros that a file imports and has."""
        for node in body:
            if isinstance(node, nodes.FromImport):
                known = self._templates.macros(cast("nodes.Const", node.template).value)
                for one in node.names:
                    macro, here = (one, one) if isinstance(one, str) else one
                    self._scope[here] = known[macro]
        self._scope.update(self._templates.macros(name, template))

    def bind(self, name: str) -> str:
        """Make a name known here; gives its Python."""
        self._scope[name] = self._templates.new_name(name)
        return self._scope[name]

    def statements(self, body: Iterable[nodes.Node]) -> None:
        """Write statements one after the other."""
        for node in body:
            self._statement(node)
        self._flush()

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output(nodes=parts):
                for part in parts:
                    self._output(part)
            case nodes.If():
                self._if(node)
            case nodes.For():
                self._for(node)
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                python = self._python(value)
                self._line(f"{self.bind(name)} = {python}")
            case nodes.With(targets=targets, values=values, body=body):
                given = [self._python(value) for value in values]
                with self._inner():
                    for target, python in zip(targets, given, strict=True):
                        self._line(f"{self.bind(cast('nodes.Name', target).name)} = {python}")
                    self.statements(body)
            case nodes.Include(template=nodes.Const(value=name)):
                with self._inner():
                    self.template(self._templates.read(name), name)
            case nodes.FromImport() | nodes.Macro():
                pass
            case _:
                raise TemplateSyntaxError(f"templates do without {type(node).__name__}", node.lineno)

    def _output(self, node: nodes.Node) -> None:
        match node:
            case nodes.TemplateData(data=data):
                self._waiting.append(repr(data))
            case nodes.Const(value=value):
                self._waiting.append(repr(str(html(value))))
            case nodes.Call(node=nodes.Name() as macro, args=given, kwargs=[]):
                arguments = ", ".join(["put", "more", *map(self._python, given)])
                self._line(f"{self._python(macro)}({arguments})")
            case _:
                self._waiting.append(f"html({self._python(node)})")

    def _if(self, node: nodes.If) -> None:
        for word, test, body in _branches(node):
            self._line(f"{word} {self._python(test)}:" if test else f"{word}:")
            with self._indented():
                self.statements(body)

    def _for(self, node: nodes.For) -> None:
        if node.else_ or node.recursive or not isinstance(node.target, nodes.Name):
            raise TemplateSyntaxError("templates do without such a loop", node.lineno)
        items = self._python(node.iter)
        with self._inner():
            item = self.bind(node.target.name)
            if node.test:
                items = f"[{item} for {item} in {items} if {self._python(node.test)}]"
            if any(name.name == "loop" for name in node.find_all(nodes.Name)):
                items = self._counted(items)
                item = f"{self._scope['loop.index0']}, {item}"
            self._line(f"for {item} in {items}:")
            with self._indented():
                self.statements(node.body or [])

    def _counted(self, items: str) -> str:
        """Make known where the loop is; gives the Python of its items with their numbers."""
        at, last = self._templates.new_name("at"), self._templates.new_name("last")
        listed = self._templates.new_name("items")
        self._line(f"{listed} = list({items})")
        self._line(f"{last} = len({listed}) - 1")
        self._scope.update(
            {
                "loop.index0": at,
                "loop.index": f"({at} + 1)",
                "loop.first": f"({at} == 0)",
                "loop.last": f"({at} == {last})",
            }
        )
        return f"enumerate({listed})"

    def _python(self, node: nodes.Node) -> str:
        if not self._is_closed:
            for name in _names_in(node):
                if name != "loop" and name not in self._scope:
                    self.given.setdefault(name, f"given_{name}")
                    self._scope[name] = self.given[name]
        return python_of(node, self._scope)

    def _line(self, text: str) -> None:
        self._flush()
        self.lines.append(" " * self._depth + text)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        if len(waiting) == 1:
            self.lines.append(f"{' ' * self._depth}put({waiting[0]})")
        elif waiting:
            self.lines.append(f"{' ' * self._depth}more(({', '.join(waiting)}))")

    @contextmanager
    def _indented(self) -> Iterator[None]:
        self._flush()
        self._depth += 1
        before = len(self.lines)
        yield
        if len(self.lines) == before:
            self._line("pass")
        self._depth -= 1

    @contextmanager
    def _inner(self) -> Iterator[None]:
        """Have names of their own for a while; what is set inside is not seen outside."""
        outer = self._scope
        self._scope = ChainMap({}, cast("dict[str, str]", outer))
        yield
        self._flush()
        self._scope = outer


def _branches(node: nodes.If) -> Iterator[tuple[str, Any, list[nodes.Node]]]:
    yield "if", node.test, node.body
    for other in node.elif_:
        yield "elif", other.test, other.body
    if node.else_:
        yield "else", None, node.else_


def _names_in(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    yield from (name.name for name in node.find_all(nodes.Name))
