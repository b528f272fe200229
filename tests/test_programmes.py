"""Three other programmes, made from public calls, build, search and print without a word of the packaged one."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.case.date import PartialDate
from generator.case.programme import packaged_programme
from generator.cli import main
from generator.making.project.own_programme import read_own_programme
from tests.sharing import made_once

ROOT = Path(__file__).parents[1]
PROGRAMMES = Path(__file__).parent / "fixtures/programmes"
NAMES = sorted(path.name for path in PROGRAMMES.iterdir())
ON = PartialDate(2026, 11, 28)
_PACKAGED = packaged_programme()
OURS = {
    *("支部", "强国行", "双带头人", "教思政厅函"),
    *_PACKAGED.task_names.names,
    *(form.name for task in _PACKAGED.tasks for form in _PACKAGED.own_forms(task)),
    *_PACKAGED.levels.names,
    *(honour.name for honour in _PACKAGED.honours),
}
"""Words of the packaged programme that no other project asked for."""
SEARCHED = {
    "p1": ("标题、学校、地点", "任务类型、地点、地区、年份、学校", ["案例", "学校", "任务类型", "时间", "主要数据"]),
    "p2": (
        "标题、推荐单位、服务地点",
        "类别、服务地点、所在地区、服务时间、推荐单位",
        ["案例", "推荐单位", "类别", "时间", "主要数据"],
    ),
    "p4": ("标题、地点", "类别、地点、年份", ["案例", "申报部门", "类别", "时间", "主要数据"]),
}
"""What may be typed, what results are filtered by, and the columns of their table, by the programme."""
TEXTS = {".html", ".js", ".css", ".json", ".csv", ".xml", ".txt"}


@pytest.fixture(name="built", params=NAMES, scope="session")
def _built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project of another programme with the handbook, its site and its book."""
    name: str = request.param

    def make(folder: Path) -> None:
        project = folder / name
        shutil.copytree(PROGRAMMES / name, project)
        shutil.copytree(ROOT / "content/handbook", project / "content/handbook")
        done = CliRunner().invoke(main, ["-C", str(project), "build"])
        assert done.exit_code == 0, done.output

    return made_once(tmp_path_factory, f"programme-{name}", make) / name


def foreign(project: Path) -> set[str]:
    """Give the words of ours that a project has not written itself."""
    written = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (*project.glob("content/*.*"), *project.glob("content/collections/*"), *project.glob("cases/*/*"))
    )
    return {word for word in OURS if word not in written}


def found_in(content: bytes, words: set[str]) -> Iterator[str]:
    """Give the words that a file holds, in the encodings of pages and of the data of search."""
    return (word for word in words if any(word.encode(code) in content for code in ("utf-8", "utf-16-le")))


@pytest.mark.build
def test_no_page_names_our_programme(built: Path) -> None:
    """Pages, search, feeds and handbook of another programme have none of our tasks, forms, levels and honours."""
    words = foreign(built)
    files = [path for path in (built / "site").rglob("*") if path.suffix in TEXTS]
    found = {path.relative_to(built).as_posix(): set(found_in(path.read_bytes(), words)) for path in files}

    assert {"支部", "强国行", "党建联建"} <= words
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.build
def test_pages_name_its_own_tasks(built: Path) -> None:
    """Every task has its page, its place in the menu and its colours, and its cases are found under it."""
    programme = read_own_programme(built, ON).programme
    home = (built / "site/index.html").read_text(encoding="utf-8")
    styles = "\n".join(path.read_text(encoding="utf-8") for path in (built / "site/assets").rglob("*.css"))

    assert f'<h2 id="tasks">{programme.tasks_counted}</h2>' in home
    # What a programme calls otherwise is called so where it is counted.
    for key in ("university",):
        label = programme.label_of.get(key)
        assert label is None or label in home
    for task in programme.tasks:
        page = (built / f"site/task/{task.id}.html").read_text(encoding="utf-8")
        assert f"<h1>{task.name}</h1>" in page
        assert f'href="task/{task.id}.html"' in home
        assert f".task-{task.id} {{" in styles or f".task-{task.id}{{" in styles


@pytest.mark.build
def test_search_is_in_its_words(built: Path) -> None:
    """The field of search, what results are filtered by and the columns of their table name only what records hold."""
    name = built.name
    home = (built / "site/index.html").read_text(encoding="utf-8")
    browse = (built / "site/browse.html").read_text(encoding="utf-8")
    index = (built / "site/search/index.js").read_text(encoding="utf-8")
    asked, filtered, columns = SEARCHED[name]

    assert f'placeholder="{asked}"' in home
    assert f'placeholder="{asked}"' in browse
    assert f"按{filtered}等筛选。" in browse
    assert f'"columns":{json.dumps(columns, ensure_ascii=False, separators=(",", ":"))}' in index
    assert f'"hasWho":{json.dumps(len(columns) == 5)}' in index


@pytest.mark.build
def test_its_book_is_printed(built: Path) -> None:
    """The collection's book has the cases under the tasks, and no word of ours."""
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(built / "site/books/all.pdf").pages))
    programme = read_own_programme(built, ON).programme
    used = {
        programme.task_names[line.removeprefix("task: ")].name
        for path in built.glob("cases/*/case.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("task: ")
    }

    assert {name for name in used if re.sub(r"\s", "", name) not in text} == set()
    assert set(found_in(text.encode(), foreign(built))) == set()
    # Where universities are not what the programme counts, the book does not speak of where they are.
    assert ("学校所在地区" in text) is (built.name == "p1")


@pytest.mark.build
def test_a_renamed_address_leads_on(tmp_path: Path) -> None:
    """A published id that gets a new one sends its readers there; without a word about it nothing is built."""
    project = tmp_path / "p4"
    shutil.copytree(PROGRAMMES / "p4", project)
    build = ["-C", str(project), "build", "--no-books"]
    assert CliRunner().invoke(main, build).exit_code == 0
    path = project / "content/programme.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("id: inner\n", "id: classroom\n"), encoding="utf-8")
    for case in project.glob("cases/nq-*/case.yml"):
        case.write_text(case.read_text(encoding="utf-8").replace("task: inner", "task: classroom"), encoding="utf-8")
    refused = CliRunner().invoke(main, build)
    path.write_text(before.replace("id: inner\n", "id: classroom\n  renamed_from: [inner]\n"), encoding="utf-8")
    done = CliRunner().invoke(main, build)

    assert refused.exit_code == 1
    assert "发布过的任务类型“inner”没有了" in refused.output
    assert done.exit_code == 0, done.output
    assert 'href="../task/classroom.html"' in (project / "site/task/inner.html").read_text(encoding="utf-8")


@pytest.mark.build
@pytest.mark.parametrize("count", [1, 12])
def test_any_number_of_tasks(count: int, tmp_path: Path) -> None:
    """One task, or a dozen without colours and signs, make a whole site."""
    project = tmp_path / "some"
    shutil.copytree(PROGRAMMES / "p4", project)
    tasks = "".join(f"- {{id: t{n}, name: 第{n}类, definition: 编造的第{n}类。}}\n" for n in range(1, count + 1))
    text = f"name: 示例行动\ntasks:\n{tasks}forms: [{{id: talks, name: 宣讲}}]\n"
    (project / "content/programme.yml").write_text(text, encoding="utf-8")
    shutil.rmtree(project / "cases")
    for n in range(count):
        record = f"title: （示例）第{n + 1}件事\ntask: t{n + 1}\nsummary: 编造的。\nstatus: published\n"
        case = project / f"cases/x-{n + 1:02}/case.yml"
        case.parent.mkdir(parents=True)
        case.write_text(f"{record}sources: [{{title: 示例, publisher: 示例网}}]\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["-C", str(project), "build", "--no-books"])

    assert done.exit_code == 0, done.output
    assert len(list((project / "site/task").glob("t*.html"))) == count


def test_a_long_list_is_read_in_bounded_time(tmp_path: Path) -> None:
    """Five hundred words in a list are read without a problem."""
    (tmp_path / "content").mkdir()
    words = "".join(f"- {{id: w{n}, name: 词{n}}}\n" for n in range(500))
    text = f"name: 示例\ntasks: [{{id: a, name: 甲类, definition: 示例。}}]\nforms:\n{words}"
    (tmp_path / "content/programme.yml").write_text(text, encoding="utf-8")
    own = read_own_programme(tmp_path, ON)

    assert own.problems == ()
    assert len(own.programme.forms) == 500


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_those_of_the_call(name: str) -> None:
    """A programme has no problem, and what its call does not name is marked as ours."""
    own = read_own_programme(PROGRAMMES / name, ON)

    assert own.problems == ()
    assert all(kind.is_ours for kind in own.programme.common_kinds)
