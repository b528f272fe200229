"""The scripts of the theme: what old browsers can read, one noun a file, joined into a few in the order given."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.hosting.joined_files import without_comments
from generator.hosting.rendering import render_host
from tests.each import each

THEME = Path(__file__).parents[1] / "theme"
SCRIPTS = THEME / "assets/js"
SOURCES = {
    path.relative_to(SCRIPTS).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(SCRIPTS.rglob("*.js"))
}
"""The text of each script, by the name that the theme's list gives it."""
FOLDERS = {folder: list(found) for folder, found in groupby(SOURCES, lambda name: name.partition("/")[0])}
"""The names of the scripts, by the folder that they lie in."""
JOINED: dict[str, list[str]] = yaml.safe_load((THEME / "mkdocs_theme.yml").read_text(encoding="utf-8"))["scripts"]

STATEMENT = "shown();"
"""What takes the place of a script in a joined file."""

COMPUTING = ("compare/outline", "compare/aspects")
"""What computes beside the scripts of search."""

LONGEST = 150
"""Lines of a script."""

_WINDOW = ("document", "window", "self", "location", "history", "navigator", "screen", "event", "localStorage")
_LOOKS = ("matchMedia", "getComputedStyle", "sessionStorage", "MutationObserver")
_NODES = ("Node", "NodeFilter", "Element", "HTMLElement", "HTMLDialogElement", "Event")
PAGE = frozenset((*_WINDOW, *_LOOKS, *_NODES))
"""What belongs to a page that is shown."""

_OF_LISTS = ("at", "findLast", "findLastIndex", "flat", "flatMap", "toReversed", "toSorted", "toSpliced", "with")
_OF_TEXTS = ("matchAll", "replaceAll", "trimEnd", "trimStart")
_OF_OTHERS = ("allSettled", "any", "finally", "fromEntries", "groupBy", "hasOwn", "replaceChildren", "toggleAttribute")
LATER = frozenset((*_OF_LISTS, *_OF_TEXTS, *_OF_OTHERS))
"""Functions that came after ES2017, of the language and of pages."""
LATER_NAMES = frozenset(("globalThis", "structuredClone", "queueMicrotask", "reportError", "BigInt", "WeakRef"))

Tree = dict[str, Any]


def nodes(tree: object) -> Iterator[Tree]:
    """Give a syntax tree's nodes, from the top down."""
    if isinstance(tree, dict):
        if "type" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


@cache
def parsed(text: str) -> Tree:
    """Parse a script as ES2017; esprima knows nothing later but what `later` finds.

    Raises:
        esprima.Error: the text is no such script.
    """
    import esprima  # noqa: PLC0415  every worker would wait for it, where one needs it

    tree: Tree = plain(esprima.parseScript(text))
    return tree


def plain(tree: Any) -> Any:
    """Give a tree of dictionaries and lists; that esprima makes them takes as long as parsing."""
    if isinstance(tree, list):
        return [plain(one) for one in tree]
    if type(tree).__module__.startswith("esprima"):
        return {key: plain(value) for key, value in vars(tree).items()}
    return tree


def tree_of(name: str) -> Tree:
    """Parse one of our scripts as pages have it: without its comments."""
    return parsed(without_comments(SOURCES[name]))


def later(tree: Tree) -> list[str]:
    """Name what of a script a browser of ES2017 could not read, or would not have."""
    found = []
    for node in nodes(tree):
        kind = node["type"]
        inside = [
            each["type"] for each in node.get("properties") or [] if kind in ("ObjectExpression", "ObjectPattern")
        ]
        if {"SpreadElement", "RestElement"} & set(inside):
            found.append("dots in an object")
        elif kind == "Import":
            found.append("import()")
        elif kind == "Literal" and "regex" in node:
            pattern, flags = node["regex"]["pattern"], node["regex"]["flags"]
            if set(flags) - set("gimuy") or re.search(r"\(\?<|\\[pP]\{", pattern):
                found.append(f"/{pattern}/{flags}")
        elif kind == "CallExpression" and node["callee"]["type"] == "MemberExpression":
            name = node["callee"]["property"].get("name")
            found += [name] if name in LATER and not node["callee"]["computed"] else []
        elif kind == "Identifier" and node["name"] in LATER_NAMES:
            found.append(node["name"])
    return found


def names(tree: object) -> set[str]:
    """Give the variables that a script speaks of, its own and those of others."""
    if isinstance(tree, list):
        return set().union(*map(names, tree))
    if not isinstance(tree, dict):
        return set()
    if tree.get("type") == "Identifier":
        return {tree["name"]}
    hidden = {"MemberExpression": "property", "Property": "key", "MethodDefinition": "key"}.get(tree.get("type", ""))
    skipped = hidden if not tree.get("computed") else None
    return set().union(*(names(value) for key, value in tree.items() if key != skipped))


@each("name", SOURCES)
def test_old_browsers_can_read_it(name: str) -> None:
    """A script is written for ES2017: one that a browser cannot parse leaves the reader in front of nothing."""
    assert later(tree_of(name)) == []


def test_old_browsers_can_read_what_stands_in_pages() -> None:
    """So is the script that each page has in its head."""
    html = (THEME / "partials/settings.html").read_text(encoding="utf-8")
    (text,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)

    assert later(parsed(text)) == []


@each(
    "text",
    [
        "a?.b",
        "a ?? b",
        "a ??= b",
        "class A { #x = 1 }",
        "class A { x = 1 }",
        "try { a() } catch { b() }",
        "const b = { ...a }",
        "const { a, ...b } = c",
        "import('x')",
        "(async () => { for await (const a of b) a() })()",
        "/(?<=a)b/.test(c)",
        "/(?<a>b)/.test(c)",
        "/a.b/s.test(c)",
        r"/\p{L}/u.test(c)",
        "1_000",
        "10n",
        "a.flat()",
        "a().flatMap(b)",
        "Object.fromEntries(a)",
        "a.replaceChildren()",
        "globalThis.a",
    ],
)
def test_what_is_later_is_found(text: str) -> None:
    """Whatever came after ES2017 is refused by the parser or found in its tree."""
    import esprima  # noqa: PLC0415

    try:
        found = later(parsed(text))
    except esprima.Error:
        found = ["syntax"]

    assert found != []


@each(
    "text",
    [
        "async function a(b, c,) { return await [...b] ** 2 }",
        "const [a, ...b] = c",
        "const a = async ({ b, c = 1 }) => ({ b, [c]: `${b}` })",
        "class A extends B { get c() { return super.c.at } }",
        "/[\\udc00-\\udfff]/u.test(a)",
    ],
)
def test_what_es2017_has_is_allowed(text: str) -> None:
    """Async functions, spread in calls and arrays, classes and destructuring are there."""
    assert later(parsed(text)) == []


@each("name", [name for name in SOURCES if name.startswith("search/") or name in COMPUTING])
def test_search_knows_no_page(name: str) -> None:
    """What computes touches no page: it could run anywhere."""
    assert names(tree_of(name)) & PAGE == set()


def test_a_page_is_seen() -> None:
    """A use of the page is found wherever it is written; a key that is called so is none."""
    assert names(parsed("const a = { b: () => [document.c] }; window[location]")) >= {"document", "window", "location"}
    assert names(parsed("a.document = { window: 1 }; class B { location() {} }")) & PAGE == set()


@pytest.mark.sampled("name", *FOLDERS.values())
def test_comments_are_left_out(name: str) -> None:
    """What a page carries along is the script without its comments, and does the same."""
    assert tree_of(name) == parsed(SOURCES[name])
    assert not re.search(r"^\s*(//|/\*)", without_comments(SOURCES[name]), re.MULTILINE)


@each("name", SOURCES)
def test_one_function_a_file(name: str) -> None:
    """A script is one strict function that is called at once, so joined scripts share nothing but `anliji`."""
    body = tree_of(name)["body"]
    call = body[0]["expression"]

    assert [statement["type"] for statement in body] == ["ExpressionStatement"]
    assert (call["type"], call["callee"]["type"]) == ("CallExpression", "ArrowFunctionExpression")
    assert "use strict" == call["callee"]["body"]["body"][0].get("directive")


@each("name", SOURCES)
def test_scripts_are_short(name: str) -> None:
    """A script holds one noun."""
    assert SOURCES[name].count("\n") <= LONGEST


@pytest.mark.build
def test_every_script_is_joined(tmp_project: Path, tmp_path: Path) -> None:
    """The theme names each of its scripts once, and the site has them in that order in the files that pages name."""
    made = tmp_path / "made"
    render_host(tmp_project, made)
    files = {path.stem: path.read_text(encoding="utf-8") for path in (made / "assets").glob("*.js")}

    assert sorted(SOURCES) == sorted(name for parts in JOINED.values() for name in parts)
    assert files.keys() == JOINED.keys()
    for joined, parts in JOINED.items():
        places = [files[joined].index(without_comments(SOURCES[name])) for name in parts]
        assert places == sorted(places)
    assert not (made / "assets/js").exists()


@pytest.mark.build
def test_old_browsers_can_read_what_is_joined(tmp_project: Path, tmp_path: Path) -> None:
    """The joined files are ES2017 too, and each script in them is guarded: its error stops no other."""
    render_host(tmp_project, tmp_path / "made")

    for joined, parts in JOINED.items():
        text = (tmp_path / f"made/assets/{joined}.js").read_text(encoding="utf-8")
        for name in parts:
            # Each is a statement by itself, which takes long enough to parse once.
            assert [one["type"] for one in tree_of(name)["body"]] == ["ExpressionStatement"]
            assert text.count(without_comments(SOURCES[name])) == 1
            text = text.replace(without_comments(SOURCES[name]), f"{STATEMENT}\n")
        tree = parsed(text)
        assert later(tree) == [one for name in parts for one in later(tree_of(name))] == []
        assert [[one["type"] for one in node["block"]["body"]] for node in tree["body"][:-2]] == (
            [["ExpressionStatement"]] * len(parts)
        )
        assert [statement["type"] for statement in tree["body"]] == [
            *["TryStatement"] * len(parts),
            "ExpressionStatement",
            "IfStatement",
        ]
