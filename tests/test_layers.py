"""The order of the layers, read from the imports: data flows one way, and the world is touched only at the edge."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"

LAYERS = ("case", "reading", "library", "outputs", "making", "build", "host", "cli")
"""From the bottom up; a module may import its own layer and those before it."""

EDGE = ("making", "build", "host", "cli")
"""The layers that touch disk, clock, network and other programs."""

FORBIDDEN_BELOW = frozenset(
    (
        "PIL",
        "click",
        "glob",
        "io",
        "locale",
        "logging",
        "material",
        "mkdocs",
        "multiprocessing",
        "os",
        "pathlib",
    )
    + ("platform", "random", "rich", "secrets", "shutil", "socket", "ssl", "subprocess", "sys", "tempfile")
    + ("theme", "threading", "time", "typst", "urllib.request", "uuid", "watchfiles")
)
"""Modules that the layers below the edge do without."""

RESOURCES = ("case/vocabulary.py", "outputs/templates.py", "reading/manual.py")
"""Modules that read files of the package itself: they never change, so they are part of the program."""

CLOCK = frozenset(("now", "today", "utcnow", "fromtimestamp"))


def module_names() -> list[str]:
    """Name every module of the package by its path."""
    return sorted(path.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py"))


def layer_of(name: str) -> str:
    """Name the layer of a module: `case` for `case/model.py`, `build` for `build.py`."""
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


def tree_of(name: str) -> ast.Module:
    """Parse a module."""
    return ast.parse((GENERATOR / name).read_text(encoding="utf-8"))


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Give everything that a module imports, wherever in it, with dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # A relative import would hide which layer it goes to.
            assert node.level == 0, f"relative import in line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def has_prefix(imported: str, prefixes: frozenset[str]) -> bool:
    """Tell whether an import is one of the modules or something inside one."""
    parts = imported.split(".")
    return any(".".join(parts[:length]) in prefixes for length in range(1, len(parts) + 1))


def own_layers(tree: ast.AST) -> set[str]:
    """Name the layers of ours that a module imports."""
    return {
        parts[1] for name in imports_of(tree) if (parts := name.split("."))[0] == "generator" and parts[1:]
    }


BELOW_EDGE = [name for name in module_names() if layer_of(name) not in (*EDGE, "__init__")]


def test_every_module_has_a_layer() -> None:
    """A new file or folder of the package takes its place in the order before it is used."""
    actual = {layer_of(name) for name in module_names()} - {"__init__", "__main__"}

    assert actual <= set(LAYERS)


@pytest.mark.parametrize("name", module_names())
def test_imports_go_down(name: str) -> None:
    """No module imports a layer above its own."""
    allowed = set(LAYERS)
    if layer_of(name) in LAYERS:
        allowed = set(LAYERS[: LAYERS.index(layer_of(name)) + 1])

    assert own_layers(tree_of(name)) - allowed - {"__version__"} == set()


@pytest.mark.parametrize("name", BELOW_EDGE)
def test_below_the_edge_no_world(name: str) -> None:
    """Below `making` nothing imports the host, a terminal, a picture library, the disk, the clock or chance."""
    actual = {imported for imported in imports_of(tree_of(name)) if has_prefix(imported, FORBIDDEN_BELOW)}

    assert actual == set()


@pytest.mark.parametrize("name", BELOW_EDGE)
def test_below_the_edge_no_calls(name: str) -> None:
    """Below `making` nothing opens a file, asks the clock, prints, or waits for input."""
    calls = [node.func for node in ast.walk(tree_of(name)) if isinstance(node, ast.Call)]
    named = {call.id for call in calls if isinstance(call, ast.Name)} & {
        "open",
        "print",
        "input",
        "exec",
        "eval",
    }
    asked = {call.attr for call in calls if isinstance(call, ast.Attribute)} & CLOCK

    assert named | asked == set()


@pytest.mark.parametrize("name", BELOW_EDGE)
def test_resources_are_read_in_few_places(name: str) -> None:
    """Below `making` only the vocabulary, the rules' manual and the templates read files of the package."""
    reads = any(
        has_prefix(imported, frozenset(("importlib.resources", "pkgutil.get_data", "jinja2.PackageLoader")))
        for imported in imports_of(tree_of(name))
    )

    assert not reads or name in RESOURCES


def test_only_the_adapter_knows_the_host() -> None:
    """Only `host.py` imports mkdocs or its theme, so that another host costs one module."""
    hosts = frozenset(("mkdocs", "material", "markdown"))
    actual = [name for name in module_names() if any(has_prefix(i, hosts) for i in imports_of(tree_of(name)))]

    assert actual == ["host.py"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import generator.making.report", {"making"}),
        ("from generator.making import report", {"making"}),
        ("from generator import making", {"making"}),
        ("def f():\n    from generator.cli import main", {"cli"}),
        ("from generator.case.text import nearest\nimport re", {"case"}),
    ],
    ids=["import", "from", "from-package", "inside-function", "down"],
)
def test_every_form_of_import_is_seen(source: str, expected: set[str]) -> None:
    """No way to write an import escapes these tests."""
    assert own_layers(ast.parse(source)) == expected
