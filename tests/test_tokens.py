"""The colours of the site: computed contrast in every scheme, named in one file, the same as in the book."""

import re
from pathlib import Path

import pytest
from PIL import ImageColor

from generator.case.programme import packaged_programme
from generator.outputs.site.task_styles import task_styles
from tests.each import each

ROOT = Path(__file__).parents[1]
THEME = ROOT / "theme"
CSS = THEME / "assets" / "css"
TOKENS = CSS / "base/tokens.css"
DARK = "@media (prefers-color-scheme: dark)"
HIGH = ':root[data-contrast="high"]'
SCHEMES = {
    "light": (":root",),
    "dark": (":root", f"{DARK} :root"),
    "high": (":root", HIGH),
    "dark-high": (":root", f"{DARK} :root", HIGH, f"{DARK} {HIGH}"),
    "print": (":root", "@media print :root"),
}
"""The rules of tokens.css that make each scheme, a later one over an earlier."""

PROGRAMME = packaged_programme()
TASKS = tuple(f"task-{number}" for number in range(1, len(PROGRAMME.tasks) + 1))
PAPERS = ("paper", "paper-raised", "paper-sunk")
TINTS = tuple(f"{task}-tint" for task in TASKS)
TEXTS = (
    *((text, ground) for text in ("ink", "ink-soft", "red", "red-dark") for ground in (*PAPERS, *TINTS)),
    *((task, ground) for task in TASKS for ground in (*PAPERS, f"{task}-tint")),
    *(("on-hue", ground) for ground in ("red", "red-dark", *TASKS)),
    ("ink", "mark"),
    ("white", "veil"),
)
"""Text and the ground it may stand on."""
EDGES = (
    *(("rule-strong", ground) for ground in PAPERS),
    *(("red", ground) for ground in (*PAPERS, *TINTS)),
    *(("green", ground) for ground in PAPERS),
    *((task, ground) for task in TASKS for ground in PAPERS),
)
"""Borders of fields and buttons, the ring of the focus, signs and bars, and the ground beside them."""


def without_comments(text: str) -> str:
    """Take the comments out of a style sheet."""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def rules(text: str, around: str = "") -> list[tuple[str, str]]:
    """Give each rule of a style sheet: its selector, after the query around it, and its declarations."""
    found, depth, start, head = [], 0, 0, ""
    for place, character in enumerate(text):
        if character == "{":
            if depth == 0:
                head, start = " ".join(text[start:place].split()), place + 1
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                inside, start = text[start:place], place + 1
                if head.startswith("@"):
                    found += rules(inside, f"{around}{head} ")
                else:
                    found += [(f"{around}{one.strip()}", inside) for one in head.split(",")]
    return found


def declarations(body: str) -> list[tuple[str, str]]:
    """Give the properties of a rule with their values."""
    return re.findall(r"([a-z0-9-]+)\s*:\s*([^;]+)", body)


def shared() -> str:
    """Give what all styles share: the tokens, and the colours of the programme's tasks behind them."""
    return without_comments(TOKENS.read_text(encoding="utf-8")) + task_styles(PROGRAMME)


def colours_of(scheme: str) -> dict[str, tuple[int, int, int]]:
    """Give the opaque colours of a scheme by name."""
    given = rules(shared())
    colours = {}
    for wanted in SCHEMES[scheme]:
        for selector, body in given:
            if selector == wanted:
                values = re.findall(r"--([a-z0-9-]+)\s*:\s*(#[0-9a-f]{3,6})\b", body)
                colours |= {name: ImageColor.getrgb(value) for name, value in values}
    return colours


def luminance(colour: tuple[int, int, int]) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Give the contrast of two colours (WCAG 2.2), 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def faint(scheme: str, pairs: tuple[tuple[str, str], ...], least: float) -> dict[str, float]:
    """Give the pairs of a scheme that have less contrast than they must."""
    colours = colours_of(scheme)
    found = {f"{one} on {other}": contrast(colours[one], colours[other]) for one, other in pairs}
    return {pair: round(value, 2) for pair, value in found.items() if value < least}


@each(
    ("one", "other", "value"),
    [("#fff", "#000", 21.0), ("#767676", "#fff", 4.54), ("#f00", "#fff", 4.0), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_computed_as_wcag_says(one: str, other: str, value: float) -> None:
    """Known pairs have their known contrast."""
    assert contrast(ImageColor.getrgb(one), ImageColor.getrgb(other)) == pytest.approx(value, abs=0.005)


@each("scheme", SCHEMES)
def test_every_scheme_has_every_colour(scheme: str) -> None:
    """No scheme lacks a colour, and those for dark and high contrast are their own."""
    colours = colours_of(scheme)
    named = {name for pair in (*TEXTS, *EDGES) for name in pair} | {"rule"}
    given = rules(shared())
    own = {name for wanted, body in given if wanted == SCHEMES[scheme][-1] for name, _ in declarations(body)}

    assert named - colours.keys() == set()
    # The same in every scheme, which their comment says.
    assert {f"--{name}" for name in named - {"white", "veil"}} - own == set()


@each(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("high", 7), ("dark-high", 7), ("print", 4.5)])
def test_text_stands_out(scheme: str, least: float) -> None:
    """Text has a contrast of 4.5 on every ground it stands on, in high contrast 7."""
    assert faint(scheme, TEXTS, least) == {}


@each("scheme", SCHEMES)
def test_edges_stand_out(scheme: str) -> None:
    """What shows a field, a button, a sign or the focus has a contrast of 3 to what is beside it."""
    assert faint(scheme, EDGES, 3) == {}


@each("path", sorted(set(CSS.rglob("*.css")) - {TOKENS}), ids=lambda path: path.stem)
def test_only_tokens_name_colours(path: Path) -> None:
    """Outside tokens.css no style names a colour, but for `transparent` and `currentColor`."""
    named = []
    for selector, body in rules(without_comments(path.read_text(encoding="utf-8"))):
        for name, value in declarations(body):
            bare = re.sub(r'"[^"]*"|url\([^)]*\)|var\([^)]*\)', " ", value)
            words = {word.lower() for word in re.findall(r"[\w-]+", bare)}
            if re.search(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", bare) or (
                words & ImageColor.colormap.keys()
            ):
                named.append(f"{selector}: {name}: {value}")

    assert named == []


def test_every_custom_property_is_defined() -> None:
    """A property that a style uses is given a value somewhere, in a style sheet, a template or by the program."""
    sources = [*THEME.rglob("*.css"), *THEME.rglob("*.html"), *THEME.rglob("*.js"), *ROOT.glob("generator/**/*.py")]
    texts = [*(without_comments(path.read_text(encoding="utf-8")) for path in sources), task_styles(PROGRAMME)]
    used = {name for text in texts for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    defined = {name for text in texts for name in re.findall(r"(--[\w-]+)\s*:(?!:)", text)}

    # The program numbers the tasks, so their names end where a number comes.
    assert {name for name in used - defined if not name.endswith("-")} == set()


def test_every_token_is_used() -> None:
    """A token that no style and no template uses goes; those of Material are used by its own styles."""
    sources = [*CSS.rglob("*.css"), *THEME.rglob("*.html"), *ROOT.glob("generator/**/*.py")]
    texts = [without_comments(path.read_text(encoding="utf-8")) for path in sources]
    used = {name for text in texts for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    tokens = set(re.findall(r"(--[\w-]+)\s*:", without_comments(TOKENS.read_text(encoding="utf-8"))))

    assert {name for name in tokens - used if not name.startswith("--md-")} == set()


@pytest.mark.parametrize("name", ["404.html", "assets/favicon.svg"])
def test_what_stands_alone_has_the_same_colours(name: str) -> None:
    """A file that cannot read tokens.css, because it needs no other file, has no colour of its own."""
    colours = {value for scheme in ("light", "dark") for value in colours_of(scheme).values()}
    named = re.findall(r"#[0-9a-fA-F]{3,6}\b(?=[;\s\"'])", (THEME / name).read_text(encoding="utf-8"))

    assert named != []
    assert {value for value in named if ImageColor.getrgb(value) not in colours} == set()


def test_the_book_has_the_same_colours() -> None:
    """A colour that the book and the site share by name is the same in both."""
    text = (THEME / "book/system.typ").read_text(encoding="utf-8")
    book = {
        name: ImageColor.getrgb(value)
        for name, value in re.findall(
            r'([a-z-]+): (?:if is-print \{ .*? \} else \{ )?(?:rgb|shown)\("(#[0-9a-f]{6})"\)', text
        )
    }
    site = colours_of("light")

    assert len(book) > 5
    assert {name for name, colour in book.items() if site.get(name) != colour} == set()
