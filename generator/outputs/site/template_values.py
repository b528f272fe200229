"""What templates print: values as HTML, and expressions of their language as Python."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from markupsafe import Markup, escape

from generator.case.titles import title_phrases, title_words

Scope = Mapping[str, str]
"""The names that an expression may use, each with its Python."""

_COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}


def html(value: object) -> str:
    """Give a value as a page shows it; what is not `Markup` is escaped, as markupsafe does it."""
    if type(value) is str:
        # Nearly all texts have nothing to escape, and an object of Markup for each takes longer than these looks.
        if "<" in value or "&" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else str(escape(value))


@lru_cache(maxsize=2**15)
def breaking_between_words(title: str) -> Markup:
    """Mark where a line of a title may end: between words, as in the book; a browser knows no Chinese words.

    What browsers break before a plus sign, as “党建+专家”, is held together.
    """
    return _breaking(title_words(title))


@lru_cache(maxsize=2**15)
def breaking_between_phrases(title: str) -> Markup:
    """Mark fewer places, for small titles: there are twenty to a page, and a few marks in each will do."""
    return _breaking(title_phrases(title))


def _breaking(pieces: Iterable[str]) -> Markup:
    whole = Markup('<span class="together">{}</span>')
    return Markup("<wbr>").join(whole.format(piece) if "+" in piece[1:] else piece for piece in pieces)


def _joined(values: Iterable[object], between: str = "") -> Markup:
    return Markup(html(between).join(map(html, values)))  # noqa: S704 (all parts are escaped)


def _called(macro: Callable[..., None], *given: object) -> Markup:
    """Give what a macro prints where it stands inside an expression."""
    pieces: list[str] = []
    macro(pieces.append, pieces.extend, *given)
    return Markup("".join(pieces))  # noqa: S704 (macros escape)


FILTERS: dict[str, Callable[..., object]] = {
    "e": lambda value: Markup(html(value)),  # noqa: S704 (it is escaped)
    "join": _joined,
    "length": len,
    "string": str,
    "words": breaking_between_words,
    "phrases": breaking_between_phrases,
}
"""What templates may write behind a `|`."""

NAMES: dict[str, object] = {
    "html": html,
    "joined": _joined,
    "called": _called,
    **{f"filter_{name}": function for name, function in FILTERS.items()},
}
"""What the Python of templates uses."""


def python_of(node: nodes.Node | None, scope: Scope) -> str:  # noqa: PLR0911 (one line for each kind of expression)
    """Give the Python of an expression.

    Raises:
        TemplateSyntaxError: a name is not known, or the expression is of a kind that our templates do without.
    """
    match node:
        case nodes.Const(value=value):
            return repr(value)
        case nodes.Name(name=name):
            return _known(node, name, scope)
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=name):
            return _known(node, f"loop.{name}", scope)
        case nodes.Getattr(node=inner, attr=name):
            return f"{python_of(inner, scope)}.{name}"
        case nodes.Getitem(node=inner, arg=nodes.Slice(start=start, stop=stop, step=None)):
            ends = (python_of(end, scope) if end else "" for end in (start, stop))
            return f"{python_of(inner, scope)}[{':'.join(ends)}]"
        case nodes.Getitem(node=inner, arg=nodes.Const(value=value)):
            return f"{python_of(inner, scope)}[{value!r}]"
        case _:
            return _made(node, scope)


def _made(node: nodes.Node | None, scope: Scope) -> str:
    match node:
        case nodes.Filter(node=inner, name=name, args=given, kwargs=[]) if inner and name in FILTERS:
            return f"filter_{name}({_listed([inner, *given], scope)})"
        case nodes.Call(node=nodes.Name(name=name), args=given, kwargs=[]):
            return f"called({_listed([nodes.Name(name, 'load', lineno=node.lineno), *given], scope)})"
        case nodes.List(items=items):
            return f"[{_listed(items, scope)}]"
        case nodes.Concat(nodes=parts):
            return f"joined([{_listed(parts, scope)}])"
        case _:
            return _logic(node, scope)


def _logic(node: nodes.Node | None, scope: Scope) -> str:  # noqa: PLR0911 (as above)
    match node:
        case nodes.Not(node=inner):
            return f"(not {python_of(inner, scope)})"
        case nodes.And(left=left, right=right):
            return f"({python_of(left, scope)} and {python_of(right, scope)})"
        case nodes.Or(left=left, right=right):
            return f"({python_of(left, scope)} or {python_of(right, scope)})"
        case nodes.Add(left=left, right=right):
            return f"({python_of(left, scope)} + {python_of(right, scope)})"
        case nodes.Test(node=inner, name="none"):
            return f"({python_of(inner, scope)} is None)"
        case nodes.Compare(expr=first, ops=others):
            compared = "".join(f" {_COMPARISONS[one.op]} {python_of(one.expr, scope)}" for one in others)
            return f"({python_of(first, scope)}{compared})"
        case nodes.CondExpr(test=test, expr1=then, expr2=other):
            otherwise = python_of(other, scope) if other else "''"
            return f"({python_of(then, scope)} if {python_of(test, scope)} else {otherwise})"
        case _:
            raise TemplateSyntaxError(f"templates do without {type(node).__name__}", node.lineno if node else 0)


def _listed(items: Iterable[nodes.Node], scope: Scope) -> str:
    return ", ".join(python_of(item, scope) for item in items)


def _known(node: nodes.Node, name: str, scope: Scope) -> str:
    if name not in scope:
        raise TemplateSyntaxError(f"'{name}' is not known here", node.lineno)
    return scope[name]
