"""What is written about the program agrees with the program."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.case import vocabulary
from generator.case.date import PartialDate
from generator.case.labels import field_about
from generator.case.model import Case, Collection, Model
from generator.case.programme import packaged_programme
from generator.case.required_keys import INSTEAD
from generator.cli import COMMANDS, main
from generator.outputs.handbook.blocks import blocks
from generator.outputs.report import render_problem
from generator.reading.checks import CHECKS
from generator.reading.examination import examine, parse_record
from generator.reading.name_list import NameList
from generator.reading.record import Picture, Record
from generator.reading.roster import Roster
from generator.reading.surroundings import Surroundings
from generator.reading.synonym_list import SynonymList
from generator.reading.wording import WordingList
from tests.each import each

ROOT = Path(__file__).parents[1]
HANDBOOK = ROOT / "content/handbook"
PAGES = sorted((ROOT / "content").rglob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *PAGES]
PAGE_MARKS = {"main"}
"""Marks that the frame takes, not the handbook."""

PROGRAM = main.make_context("anliji", [], resilient_parsing=True)
BLOCKS = blocks(packaged_programme())


def name_of(path: Path) -> str:
    """Name a document in test ids."""
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    """Read a document; the handbook takes the programme's words when it is rendered."""
    text = path.read_text(encoding="utf-8")
    return packaged_programme().explain(text) if path.parent == HANDBOOK else text


def prose_of(path: Path) -> str:
    """Give a document's text without code, where links and marks are only shown."""
    text = re.sub(r"^```.*?^```$", "", read(path), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


def whole(path: Path) -> str:
    """Give a handbook page with its parts in place."""
    text = read(path)
    for mark in re.findall(r"^<!-- anliji:([a-z-]+) -->$", text, re.MULTILINE):
        text = text.replace(f"<!-- anliji:{mark} -->", BLOCKS.get(mark, ""))
    return text


def section(command: str) -> str:
    """Give the section of the handbook about a command."""
    text = read(HANDBOOK / "commands.md")
    found = re.search(rf"^## anliji {command}\b.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


def options() -> Iterator[tuple[str, str]]:
    """Give every command with each spelling of each of its own options."""
    for name in COMMANDS:
        command = main.get_command(PROGRAM, name)
        for parameter in command.params if command else ():
            if isinstance(parameter, click.Option) and "-C" not in parameter.opts:
                yield from ((name, spelling) for spelling in parameter.opts)


@each("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """A command has a section in the handbook, and help in the terminal."""
    found = main.get_command(PROGRAM, command)

    assert section(command)
    assert found
    assert found.help


@each(("command", "option"), sorted(options()))
def test_every_option_is_documented(command: str, option: str) -> None:
    """An option stands in its command's section."""
    assert f"`{option}" in section(command)


def test_no_command_is_made_up() -> None:
    """The handbook, the front matter and the README name no command and no option that does not exist."""
    text = "\n".join(read(path) for path in DOCUMENTS)
    named = set(re.findall(r"(?:^|[`\\])anliji (?:-C \S+ )?([a-z]+(?:-[a-z]+)?)", text, re.MULTILINE))
    spellings = {spelling for _, spelling in options()} | {"--help", "--version", "-C"}
    handbook = "\n".join(read(path) for path in HANDBOOK.glob("*.md"))

    assert set() == named - set(COMMANDS)
    assert set() == set(re.findall(r"`(--[a-z-]+)", handbook)) - spellings


@each("rule", sorted(CHECKS))
def test_every_rule_is_in_the_handbook(rule: str) -> None:
    """A rule has its place among the rules."""
    assert f'<h3 id="{rule}">' in whole(HANDBOOK / "checks.md")


@each(
    ("model", "prefix"),
    [
        (Case, "field"),
        (Collection, "collection-field"),
        (WordingList, "wording-field"),
        (NameList, "name-field"),
        (SynonymList, "synonym-field"),
        (Roster, "roster-field"),
    ],
    ids=["case", "collection", "wording", "names", "synonyms", "roster"],
)
def test_every_field_is_in_the_handbook(model: type[Model], prefix: str) -> None:
    """A field has its row, with its explanation, in the page about fields."""
    page = whole(HANDBOOK / "fields.md")
    written = [key for key, field in model.model_fields.items() if not field.exclude]

    assert [key for key in written if f'<code id="{prefix}-{key}">' not in page] == []
    programme = packaged_programme()
    assert [key for key in written if (field_about(model, key, programme) or "?") not in page] == []


def test_every_word_is_in_the_handbook() -> None:
    """A controlled word stands in the page of the vocabulary."""
    page = whole(HANDBOOK / "vocabulary.md")
    programme = packaged_programme()
    lists = (
        *(programme.task_names, programme.forms, programme.product_kinds, programme.partner_kinds, programme.levels),
        programme.team_kinds,
        *(programme.statuses, vocabulary.REGIONS),
    )
    words = [word for words in lists for word in words.names]
    honours = [honour.name for honour in programme.honours]

    assert [word for word in [*words, *honours, *programme.qualifier_words.names] if word not in page] == []


@each("path", PAGES, ids=name_of)
def test_marks_are_known(path: Path) -> None:
    """A mark in a page is one that something answers to, and stands on a line of its own."""
    text = prose_of(path)
    marks = re.findall(r"anliji:([a-z-]+)", text)

    assert set() == set(marks) - BLOCKS.keys() - PAGE_MARKS
    assert marks == re.findall(r"^<!-- anliji:([a-z-]+) -->$", text, re.MULTILINE)


def test_every_part_of_the_handbook_is_used() -> None:
    """No part is made that no page shows."""
    used = {mark for path in PAGES for mark in re.findall(r"anliji:([a-z-]+)", prose_of(path))}

    assert BLOCKS.keys() == used - PAGE_MARKS


@each("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A relative link, its anchor included, leads to something that is there."""
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", prose_of(path)):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        if not target.exists() or (
            anchor and f"{{#{anchor}}}" not in whole(target) and f'id="{anchor}"' not in whole(target)
        ):
            broken.append(link)

    assert broken == []


@each("path", sorted(HANDBOOK.glob("*.md")), ids=name_of)
def test_links_of_the_parts_lead_somewhere(path: Path) -> None:
    """A link in a part made from the code leads to an anchor of a handbook page."""
    page = whole(path)
    links = re.findall(r'href="([^"#]*)#([^"]+)"', page)

    assert [
        anchor
        for file, anchor in links
        if f'id="{anchor}"' not in (whole(HANDBOOK / file.replace(".html", ".md")) if file else page)
    ] == []


@each("path", sorted(HANDBOOK.glob("*.md")), ids=name_of)
def test_anchors_of_a_page_are_different(path: Path) -> None:
    """No page has an anchor twice."""
    anchors = re.findall(r'id="([^"]+)"|\{#([^}]+)\}', whole(path))

    assert len(anchors) == len(set(anchors))


def tree_of_the_readme() -> set[str]:
    """Read the module tree of the README as paths below generator/."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```\ngenerator/\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    paths: set[str] = set()
    folders: list[str] = []
    for line in block[1].splitlines() if block else []:
        depth = (len(line) - len(line.lstrip())) // 2 - 1
        name = line.split()[0]
        folders[depth:] = [name]
        if not name.endswith("/"):
            paths.add("".join(folders))
    return paths


def test_readme_lists_every_module() -> None:
    """The README's tree has a line for each module; the rules are in the handbook instead."""
    modules = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if path.name != "__init__.py" and path.parent.name != "checks"
    }

    assert modules == tree_of_the_readme()


def examples(path: Path) -> list[str]:
    """Give the pieces of YAML in a document."""
    return re.findall(r"^```yaml\n(.*?)^```$", read(path), re.MULTILINE | re.DOTALL)


REQUIRED = {
    "title": "把实验课开进山里的村小",
    "task": "教育服务",
    "summary": "示例大学物理学院教师第一党支部与三所村小结对。",
    "university": "示例大学",
    "branch": "物理学院教师第一党支部",
    "sources": "[{title: 把实验课送进村小, publisher: 示例网}]",
}
YAML = [
    (path, number) for path in [*HANDBOOK.glob("*.md"), ROOT / "README.md"] for number in range(len(examples(path)))
]


def told(text: str, model: type[Model]) -> str:
    """Tell every problem of a text as a record of a model."""
    files = re.findall(r"file: (\S+)", text)
    pictures = {file: Picture("JPEG", 3000, 2000) for file in files if file.endswith(".jpg")}
    record = Record("jy-2025-001", "cases/jy-2025-001/case.yml", text.encode(), frozenset(files), pictures)
    problems = examine(
        parse_record(record, model, Surroundings(PartialDate(2026, 11, 22), packaged_programme())), model
    ).problems
    # The piece that shows a waiver has nothing to waive.
    return "\n".join(render_problem(problem) for problem in problems if problem.rule != "waiver-unused")


@each(("path", "number"), sorted(YAML), ids=lambda value: name_of(value) if isinstance(value, Path) else None)
def test_examples_have_no_problems(path: Path, number: int) -> None:
    """What the handbook tells editors to type passes the checks, a piece of a record in a whole one."""
    text = examples(path)[number]
    if "site_name:" in text:
        return
    kinds: dict[str, type[Model]] = {
        "words": WordingList,
        "universities:\n  - name": NameList,
        "editor": Collection,
        "groups": SynonymList,
        "units": Roster,
    }
    found = (kinds[key] for key in kinds if re.search(rf"^{key}:", text, re.MULTILINE))
    model = next(found, Case)
    if model is Case:
        written = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
        missing = {key: value for key, value in REQUIRED.items() if not written & {key, *INSTEAD.get(key, ())}}
        text = "".join(f"{key}: {value}\n" for key, value in missing.items()) + text

    assert told(text, model) == ""


@pytest.mark.parametrize("page", ["first-case.md", "checks.md"])
def test_shown_problem_is_what_the_check_says(page: str) -> None:
    """The problem that the handbook shows is the one that an editor would see."""
    record = examples(HANDBOOK / "first-case.md")[0].replace("start: 2023-09", "start: 2023-13")

    assert told(record, Case) in read(HANDBOOK / page)


def test_documents_promise_nothing_later() -> None:
    """The documents do not speak of what this version does not have."""
    text = "\n".join(read(path) for path in DOCUMENTS)

    assert set() == {word for word in ("全文检索", "搜索框") if word in text}
