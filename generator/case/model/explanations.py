"""The sentences that explain a model's keys: the docstrings below them, read when they are asked for.

pydantic can collect them itself (`use_attribute_docstrings`), but does so at import, which a check of records without
faults would wait for in vain.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain, pairwise

from pydantic import BaseModel


@cache
def explanations(model: type) -> Mapping[str, str]:
    """Give the explanation of each key of a model, its parents' among them: `{"title": "案例的标题，……。"}`."""
    own = [one for one in reversed(model.__mro__) if issubclass(one, BaseModel) and one is not BaseModel]
    return dict(chain(*(_in_module(one.__module__).get(one.__name__, {}).items() for one in own)))


@cache
def _in_module(name: str) -> dict[str, dict[str, str]]:
    """Give the explanations of all classes of a module by the class's name."""
    tree = ast.parse(inspect.getsource(import_module(name)))
    return {node.name: dict(_of_class(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for key, below in pairwise(node.body):
        match key, below:
            case ast.AnnAssign(target=ast.Name(id)), ast.Expr(ast.Constant(str(text))):
                yield id, inspect.cleandoc(text)
