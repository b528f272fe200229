"""Makes faulty settings out of good ones, the same for the same number."""

import random

from generator.hosting.setting_kinds import SETTINGS

VALUES = (
    "",
    "~",
    "5",
    "-1.5",
    "yes",
    "2024-13-01",
    "''",
    '"a\\0b"',
    '"\\ud83d"',
    "a: b: c",
    "甲：乙",
    "[]",
    "[[]]",
    "[~]",
    "[5, {a: [b]}]",
    "{}",
    "{a: b}",
    "{5: 6}",
    "{[a]: b}",
    "{? {a: b} : c}",
    "'http://['",
    "https://a.example:99999/",
    "../..",
    "/",
    "/dev/null",
    "content",
    "none.md",
    "'*'",
    "&a [*a]",
    "*a",
    "!ENV NONE",
    "!ENV [NONE, [5]]",
    "!relative x",
    "!!python/name:os.none",
    "!!python/object/apply:os.getcwd []",
    "!!binary gICA",
    "!!int x",
    "!!set {a}",
    "'{{ 1 / 0 }}'",
    "'{% none %}'",
    "'%s {0} {x}'",
    "'[' ",
    "'\\'",
    "<<: {a: b}",
    "|\n  a\n  b",
    "x" * 3000,
    "[" * 60,
    "{name: anliji, none: 5}",
    "[anliji, search]",
    "[anliji, {anliji: 5}]",
    "[{toc: {permalink: {a: b}}}]",
    "[{toc: {baselevel: x}}]",
    "[{toc: {slugify: x}}]",
    "[index.md, {a: index.md, b: [about.md]}, {c: []}]",
    "[{甲: [{乙: ~}]}]",
)
"""What no setting or only some take."""
KEYS = (*SETTINGS, "none", "config_file_path", "mdx_configs", "pages", "google_analytics", "5", "? [a]", "<<", "''")
INNER = ("logo", "favicon", "palette", "styles", "locale", "language", "custom_dir", "features", "icon", "font")
LINES = ("\t- a", "  - a", "- a", "a", "'", "}", "%YAML 9", "---", "...", "key：值", "\x00", "\ufeff", "&b", "# 甲")


def mutated(text: str, number: int) -> bytes:
    """Change settings at one to three places."""
    chance = random.Random(f"settings {number}")  # noqa: S311
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _change(lines, chance)
    data = "\n".join(lines).encode(errors="surrogatepass")
    if chance.random() < 0.03:
        at = chance.randrange(len(data))
        data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data


def _change(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    line, value = lines[at], chance.choice(VALUES)
    match chance.choice((0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 8)):
        case 0:
            key = chance.choice(KEYS)
            lines[:] = [each for each in lines if not each.startswith(f"{key}:")]
            lines.append(f"{key}: {value}")
        case 1:
            lines[at] = f"{line.partition(':')[0]}: {value}"
        case 2:
            lines[at] = line[: len(line) - len(line.lstrip())] + f"- {value}"
        case 3:
            lines[at] = " " * chance.randrange(9) + line.lstrip()
        case 4:
            del lines[at]
        case 5:
            lines.insert(at, chance.choice(LINES))
        case 6:
            lines[at : at + 1] = [line, line]
        case 7:
            place = chance.randrange(len(line) + 1)
            lines[at] = line[:place] + chance.choice("：:#'\"[]{}&*!|>%@`\t-? ,甲\x85\u2028\x07") + line[place + 1 :]
        case _:
            theme = lines.index("theme:") if "theme:" in lines else at
            lines.insert(theme + 1, f"  {chance.choice(INNER)}: {value}")
