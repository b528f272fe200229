"""The order of the layers, read from the imports: data flows one way, and only the edge touches the world."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tests.each import each

GENERATOR = Path(__file__).parents[1] / "generator"

LAYERS = (
    "case",
    "reading",
    "library",
    "intake",
    "outputs",
    "making",
    "clock",
    "own_lists",
    "examine",
    "site_list",
    "shares",
    "build",
    "as_before",
    "changed",
    "last_good",
    "small_change",
    "shown_site",
    "preview",
    "hosting",
    "commands",
    "cli",
    "start",
)
"""From the bottom up; a module may import its own layer and those before it."""

ROOMS = {
    "site": (),
    "views": ("site",),
    "graphics": ("site", "views"),
    "handbook": ("site",),
    "report": ("site",),
    "letters": ("report",),
    "record_json": ("site",),
    "registered": ("site", "record_json"),
    "feeds": ("site",),
    "book": ("site", "views", "graphics"),
    "catalogue": ("site", "views"),
    "llms": ("site", "views", "catalogue"),
    "pages/parts": ("site", "views", "graphics", "catalogue"),
    "pages": ("site", "views", "graphics", "record_json", "catalogue", "pages/parts"),
    "search": ("site", "views", "record_json", "pages/parts"),
    "preview_page": ("site", "report"),
    "drawn_artifacts": ("site", "feeds", "llms", "pages", "search"),
    "page_artifacts": ("site", "handbook", "feeds", "llms", "pages", "search", "drawn_artifacts"),
}
"""The rooms of `outputs/` with those that each may import from; book and pages know nothing of each other."""

EDGE = LAYERS[LAYERS.index("making") :]
"""The layers that touch disk, clock, network and other programs."""

_DISK = ("glob", "io", "os", "pathlib", "shutil", "tempfile")
_CLOCK_AND_CHANCE = ("random", "secrets", "time", "uuid.getnode", "uuid.uuid1", "uuid.uuid4")
_NETWORK = ("asyncio", "socket", "ssl", "urllib.request")
_MACHINE = ("locale", "multiprocessing", "platform", "signal", "subprocess", "sys", "threading")
_PEOPLE = ("click", "logging")
_PROGRAMS = ("PIL", "material", "mkdocs", "playwright", "theme", "typst", "watchfiles")
WORLD = frozenset((*_DISK, *_CLOCK_AND_CHANCE, *_NETWORK, *_MACHINE, *_PEOPLE, *_PROGRAMS))
"""Modules that the layers below the edge do without."""

CALLS = frozenset(("open", "print", "input", "exec", "eval"))
CLOCK = frozenset(("now", "today", "utcnow", "fromtimestamp"))

RESOURCES = frozenset(("importlib.resources", "jinja2.PackageLoader", "pkgutil.get_data"))
"""Ways to read files of the package itself: they never change, so they are part of the program."""

READERS = {
    "case/look_alikes.py",
    "case/packaged.py",
    "case/sounds.py",
    "outputs/search/characters.py",
    "outputs/search/made_characters.py",
    "outputs/search/words.py",
    "outputs/site/templates.py",
}
"""The modules below the edge that read such files."""

MOST_LINES, MOST_FUNCTION_LINES = 300, 50

HOSTS = frozenset(("markdown", "material", "mkdocs"))


@cache
def trees() -> dict[str, ast.Module]:
    """Parse every module of the package; gives them by their paths."""
    return {
        path.relative_to(GENERATOR).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(GENERATOR.rglob("*.py"))
    }


def layer_of(name: str) -> str:
    """Name the layer of a module: `case` for `case/model.py`, `build` for `build.py`."""
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


@cache
def imports_of(tree: ast.AST) -> tuple[str, ...]:
    """Give everything that a module imports, wherever in it, with dots."""
    return tuple(_imports_of(tree))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Give all statements, from the top down, with what holds some: no expression has an import in it."""
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        inside = getattr(node, name, ())
        for statement in inside if isinstance(inside, list) else ():
            yield statement
            yield from statements(statement)


def _imports_of(tree: ast.AST) -> Iterator[str]:
    for node in statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def imports_among(tree: ast.AST, modules: frozenset[str]) -> set[str]:
    """Give those imports that are one of the modules or something inside one."""
    return {name for name in imports_of(tree) if any(f"{name}.".startswith(f"{module}.") for module in modules)}


def layers_used(tree: ast.AST) -> set[str]:
    """Name the layers of ours that a module imports."""
    parts = (name.split(".") for name in imports_of(tree))
    return {own[1] for own in parts if own[0] == "generator"} - {"__version__"}


def calls_of(tree: ast.AST) -> set[str]:
    """Name the functions that a module calls and that open files, ask the clock or talk."""
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {call.id for call in called if isinstance(call, ast.Name)} & CALLS
    asked = {call.attr for call in called if isinstance(call, ast.Attribute)} & CLOCK
    return named | asked


def offences(find: Callable[[ast.Module], set[str]], *, below_edge: bool = True) -> dict[str, set[str]]:
    """Give what is found, by module, without the modules where nothing is."""
    outside = (*EDGE, "__init__") if below_edge else ()
    found = {name: find(tree) for name, tree in trees().items() if layer_of(name) not in outside}
    return {name: words for name, words in found.items() if words}


def test_every_module_has_a_layer() -> None:
    """A new file or folder of the package takes its place in the order before it is used."""
    actual = {layer_of(name) for name in trees()} - {"__init__", "__main__"}

    assert actual - set(LAYERS) == set()


def test_imports_go_down() -> None:
    """No module imports a layer above its own."""
    actual = {
        name: layers_used(tree) - set(LAYERS[: LAYERS.index(layer_of(name)) + 1])
        for name, tree in trees().items()
        if layer_of(name) in LAYERS
    }

    assert {name: above for name, above in actual.items() if above} == {}


def room_of(path: str) -> str:
    """Name the room of a module of `outputs/`: `pages/parts` for `outputs/pages/parts/card.py`."""
    return max(
        (room for room in ROOMS if f"{path.removeprefix('outputs/')}.".startswith((f"{room}/", f"{room}."))),
        key=len,
        default="",
    )


def rooms_used(tree: ast.AST) -> set[str]:
    """Name the rooms of `outputs/` that a module imports from."""
    paths = (name.removeprefix("generator.").replace(".", "/") for name in imports_of(tree))
    return {room_of(path) for path in paths if path.startswith("outputs/")}


def test_every_module_of_the_outputs_has_a_room() -> None:
    """A new file or folder of `outputs/` takes its place in the table before it is used."""
    modules = [name for name in trees() if name.startswith("outputs/") and name != "outputs/__init__.py"]

    assert [name for name in modules if not room_of(name)] == []


def test_rooms_of_the_outputs_import_what_they_may() -> None:
    """No room of `outputs/` imports from one that the table does not allow it."""
    outside = {
        name: rooms_used(tree) - {room, *ROOMS[room]}
        for name, tree in trees().items()
        if name.startswith("outputs/") and (room := room_of(name))
    }

    assert {name: rooms for name, rooms in outside.items() if rooms} == {}


def test_imports_are_absolute() -> None:
    """No import is relative: it would hide which layer it goes to."""

    def relative(tree: ast.Module) -> set[str]:
        return {name for name in imports_of(tree) if name.startswith(".")}

    assert offences(relative, below_edge=False) == {}


def test_no_world_below_the_edge() -> None:
    """Below `making` nothing imports the host, a terminal, pictures, the disk, the clock or chance."""
    assert offences(lambda tree: imports_among(tree, WORLD)) == {}


def test_no_calls_to_the_world_below_the_edge() -> None:
    """Below `making` nothing opens a file, asks the clock, prints or waits for input; templates become code."""
    assert offences(calls_of) == {"outputs/site/template_code.py": {"exec"}}


def test_few_modules_read_files_of_the_package() -> None:
    """Below `making` only modules of word lists, templates and tables of characters read files of the package."""
    assert set(offences(lambda tree: imports_among(tree, RESOURCES))) == READERS


def test_only_the_adapter_knows_the_host() -> None:
    """Only `hosting/` imports mkdocs or its theme, so that another host costs one room."""
    rooms = {name.partition("/")[0] for name in offences(lambda tree: imports_among(tree, HOSTS), below_edge=False)}

    assert rooms == {"hosting"}


def test_modules_and_functions_are_small() -> None:
    """No module is longer than 300 lines and no function than 50, so that each can be read in one go."""
    texts = {path: path.read_text(encoding="utf-8").count("\n") for path in GENERATOR.rglob("*.py")}
    functions = {
        f"{name}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {str(path): lines for path, lines in texts.items() if lines > MOST_LINES} == {}
    assert {name: lines for name, lines in functions.items() if lines > MOST_FUNCTION_LINES} == {}


@each(
    ("source", "expected"),
    [
        ("import generator.making.terminal.progress", {"making"}),
        ("from generator.making import workers", {"making"}),
        ("from generator import making", {"making"}),
        ("def f():\n    from generator.cli import main", {"cli"}),
        ("from generator.case.text import nearest\nimport re", {"case"}),
    ],
    ids=["import", "from", "from-package", "inside-function", "beside-others"],
)
def test_every_form_of_import_is_seen(source: str, expected: set[str]) -> None:
    """No way to write an import escapes these tests."""
    assert layers_used(ast.parse(source)) == expected


@each(
    ("source", "expected"),
    [
        ("import os.path", {"os.path"}),
        ("from os import environ", {"os.environ"}),
        ("from uuid import uuid4, uuid5", {"uuid.uuid4"}),
        ("from urllib.request import urlopen\nfrom urllib.parse import quote", {"urllib.request.urlopen"}),
        ("import osmium", set()),
    ],
    ids=["module-inside", "from", "one-of-two", "sub-module", "same-beginning"],
)
def test_the_world_is_seen(source: str, expected: set[str]) -> None:
    """An import of the world is found by the module's whole name."""
    assert imports_among(ast.parse(source), WORLD) == expected
