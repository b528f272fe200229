"""A build after changes gives what a build of everything gives, byte for byte, whatever was changed in which order."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from PIL import Image

from generator import case
from generator.cli import main
from generator.commands import changed_build
from generator.making.store.database import FILE

STEPS, SOAK_STEPS = 20, 300
WORDS = ("春耕", "助学", "夜校", "科普", "义诊", "支教", "联建", "桥梁", "水质", "育苗")
PROVINCES = ("江苏", "浙江", "云南", "甘肃")
UNIVERSITIES = ("示例大学", "示例师范大学", "示例理工学院")
TASKS = ("党建联建", "教育服务", "科技赋能", "实践育人")
_SECONDS = re.compile(r"^(?:已发布|没有改动).*\n|，用时 [\d.]+ 秒", re.MULTILINE)
PROGRAMME = Path(case.__file__).with_name("programme.yml")


@dataclass
class Editor:
    """Somebody who changes a project at random; the same seed does the same."""

    root: Path
    chance: random.Random
    made: int = 0
    did: list[str] = field(default_factory=list)

    def ids(self) -> list[str]:
        """Name the records that are there."""
        return sorted(path.parent.name for path in self.root.glob("cases/*/case.yml"))

    def words(self, count: int = 3) -> str:
        """Say something."""
        return "".join(self.chance.choice(WORDS) for _ in range(count))

    def read(self, id: str) -> dict[str, object]:
        """Read a record; one that is broken gives an empty one."""
        try:
            return dict(yaml.safe_load((self.root / f"cases/{id}/case.yml").read_text(encoding="utf-8")))
        except (yaml.YAMLError, TypeError, ValueError):
            return {}

    def write(self, id: str, record: dict[str, object]) -> None:
        """Write a record."""
        path = self.root / f"cases/{id}/case.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")

    def fresh(self) -> dict[str, object]:
        """Make up a record."""
        return {
            "title": f"示例{self.words(4)}",
            "task": self.chance.choice(TASKS),
            "summary": f"示例的提要：{self.words(5)}。",
            "university": self.chance.choice(UNIVERSITIES),
            "branch": f"示例{self.words(2)}支部",
            "province": self.chance.choice(PROVINCES),
            "period": {"start": f"202{self.chance.randrange(3, 6)}-0{self.chance.randrange(1, 9)}"},
            "keywords": self.chance.sample(WORDS, self.chance.randrange(1, 4)),
            "approach": f"{self.words(9)}。{self.words(7)}。",
            "sources": [{"title": "示例报道", "publisher": "示例网"}],
            "status": "published",
        }

    def change(self, **values: object) -> None:
        """Change some keys of some record."""
        id = self.chance.choice(self.ids())
        self.write(id, {**self.fresh(), **self.read(id), **values})

    def reword(self) -> None:
        """Something that readers see changes in one or two records, and nothing that makes them count for others."""
        ids = self.ids()
        for id in self.chance.sample(ids, min(len(ids), self.chance.choice((1, 1, 1, 2)))):
            key = self.chance.choice(("title", "summary", "approach", "results", "significance", "branch", "comment"))
            # A title may have a character that no other has, and the face of titles with it.
            text = f"示例{self.chance.choice(('', '', '', '鹤', '鲸'))}{self.words(self.chance.randrange(2, 6))}"
            if key == "comment":
                path = self.root / f"cases/{id}/case.yml"
                path.write_text(f"# {text}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
            else:
                self.write(id, {**self.read(id), key: text})

    def recount(self) -> None:
        """Something that counts in the library's numbers changes in a record, and divides the cases as before."""
        id = self.chance.choice(self.ids())
        figures = [
            {"what": f"示例{self.words(1)}", "value": self.chance.randrange(1, 900), "unit": unit}
            for unit in self.chance.sample(("人次", "场", "万元", "个"), self.chance.randrange(1, 4))
        ]
        figures[0]["headline"] = self.chance.random() < 0.5
        record = self.read(id)
        period = {**(record.get("period") or {"start": "2023-01"}), "end": "2025-12"}
        partners = [{"name": f"示例{self.words(1)}村", "kind": "村"}]
        said = {"outcomes": figures, "background": f"示例{self.words(4)}。", "period": period, "partners": partners}
        key = self.chance.choice(sorted(said))
        self.write(id, {**record, key: said[key]})

    # What editors do, one thing each.

    def add(self) -> None:
        """A new record."""
        self.made += 1
        self.write(f"x-{self.made:02}", self.fresh())

    def correct_a_word(self) -> None:
        """A word of the text."""
        self.change(approach=f"{self.words(9)}。{self.words(6)}。")

    def retell(self) -> None:
        """A title and a summary."""
        self.change(title=f"示例{self.words(4)}", summary=f"示例的提要：{self.words(4)}。")

    def move(self) -> None:
        """A task, a province, a time, keywords, a university."""
        fresh = self.fresh()
        keys = self.chance.sample(("task", "province", "period", "keywords", "university"), 2)
        self.change(**{key: fresh[key] for key in keys})

    def remove(self) -> None:
        """A record goes, and its addresses from the register: it was never handed on."""
        if len(self.ids()) > 2:
            id = self.chance.choice(self.ids())
            shutil.rmtree(self.root / "cases" / id)
            self._forget(f"cases/{id}.html")

    def rename(self) -> None:
        """A record gets another id."""
        id = self.chance.choice(self.ids())
        self.made += 1
        (self.root / "cases" / id).rename(self.root / f"cases/x-{self.made:02}")
        self._forget(f"cases/{id}.html")

    def _forget(self, uri: str) -> None:
        register = self.root / "cases/addresses.txt"
        if register.exists():
            lines = register.read_text(encoding="utf-8").splitlines(keepends=True)
            register.write_text("".join(one for one in lines if not one.startswith(f"{uri} ")), encoding="utf-8")

    def withdraw(self) -> None:
        """A record is taken back, or comes again."""
        id = self.chance.choice(self.ids())
        self.write(id, {**self.fresh(), **self.read(id), "status": "withdrawn", "withdrawn_reason": "示例原因"})

    def publish(self) -> None:
        """A record is what it was, or a draft."""
        id = self.chance.choice(self.ids())
        record = {**self.fresh(), **self.read(id), "status": self.chance.choice(("published", "draft"))}
        self.write(id, {key: value for key, value in record.items() if key != "withdrawn_reason"})
        self._forget(f"cases/{id}.html")

    def feature(self) -> None:
        """A record is shown first."""
        self.change(featured=True)

    def break_one(self) -> None:
        """A record that cannot be read."""
        path = self.root / f"cases/{self.chance.choice(self.ids())}/case.yml"
        path.write_text(path.read_text(encoding="utf-8") + "\ntitle: 示例的又一个标题\n", encoding="utf-8")

    def mend_all(self) -> None:
        """Every record is sound again, and what had to stay in the register may go."""
        for id in self.ids():
            record = {**self.fresh(), **self.read(id)}
            if record["status"] != "withdrawn":
                record.pop("withdrawn_reason", None)
            if not (self.root / f"cases/{id}/a.png").exists():
                record.pop("photos", None)
            self.write(id, record)
        for path in self.root.glob("content/collections/*.yml"):
            path.unlink()
        (self.root / "cases/addresses.txt").unlink(missing_ok=True)

    def photograph(self) -> None:
        """A photo beside a record, new or another, and named by it."""
        id = self.chance.choice(self.ids())
        colour = self.chance.choice(("navy", "olive", "maroon"))
        Image.new("RGB", (self.chance.choice((640, 700)), 480), colour).save(self.root / f"cases/{id}/a.png")
        self.write(
            id,
            {**self.fresh(), **self.read(id), "photos": [{"file": "a.png", "caption": "示例照片", "alt": "一块颜色"}]},
        )

    def lose_photos(self) -> None:
        """Photos go; records that name them are faulty."""
        for path in sorted(self.root.glob("cases/*/a.png"))[:1]:
            path.unlink()

    def lay_beside(self) -> None:
        """A file that no record names."""
        (self.root / f"cases/{self.chance.choice(self.ids())}/笔记.txt").write_text(self.words(), encoding="utf-8")

    def collect(self) -> None:
        """A collection, new or another, or none any more."""
        path = self.root / "content/collections/xuan.yml"
        path.parent.mkdir(exist_ok=True)
        if path.exists() and self.chance.random() < 0.3:
            path.unlink()
            self._forget("collections/xuan.html")
            return
        ids = self.chance.sample(self.ids(), min(2, len(self.ids())))
        values = {
            "title": f"示例选编{self.words(1)}",
            "editor": "示例编辑部",
            "date": "2026-05",
            "sections": [{"title": "选", "cases": ids}],
        }
        path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def set_up(self) -> None:
        """The settings."""
        path = self.root / "mkdocs.yml"
        lines = path.read_text(encoding="utf-8").splitlines()
        name, url = (
            f"site_name: 示例{self.words(1)}",
            self.chance.choice(("https://a.example/", "https://b.example/x/")),
        )
        kept = [one for one in lines if not one.startswith(("site_name:", "site_url:"))]
        path.write_text("\n".join([name, f"site_url: {url}", *kept]) + "\n", encoding="utf-8")

    def write_page(self) -> None:
        """A page that people wrote."""
        (self.root / "content/about.md").write_text(f"# 关于\n\n{self.words(8)}。\n", encoding="utf-8")

    def name(self) -> None:
        """The list of names."""
        names = {"universities": [{"name": "示例大学", "abbreviations": [self.chance.choice(("示大", "示例大"))]}]}
        (self.root / "content/names.yml").write_text(yaml.safe_dump(names, allow_unicode=True), encoding="utf-8")

    def word(self) -> None:
        """The list of words to avoid."""
        word = f"date: 2026-11-22\nwords:\n- {{wrong: {self.chance.choice(WORDS)}, right: 示例, reason: 示例}}\n"
        (self.root / "content/wording.yml").write_text(word, encoding="utf-8")

    def programme(self) -> None:
        """The programme's file, or none."""
        path = self.root / "content/programme.yml"
        if path.exists():
            path.unlink()
        else:
            own = PROGRAMME.read_text(encoding="utf-8").replace("党课讲授", self.words(1) + "讲授")
            path.write_text(own, encoding="utf-8")

    def touch(self) -> None:
        """New times for files with nothing changed in them."""
        for path in self.root.glob("cases/*/case.yml"):
            path.touch()

    def spoil_the_site(self) -> None:
        """A file of the site goes, is changed by hand, or is added."""
        files = sorted(path for path in (self.root / "site").rglob("*") if path.is_file() and path.name != ".anliji")
        if files:
            path = self.chance.choice(files)
            match self.chance.randrange(3):
                case 0:
                    path.unlink()
                case 1:
                    path.write_bytes(b"spoilt")
                case _:
                    path.with_name("added.html").write_text("added", encoding="utf-8")

    def spoil_the_store(self) -> None:
        """The store is damaged, cut off, of another program, or gone."""
        path = self.root / FILE
        if path.is_file():
            data = bytearray(path.read_bytes())
            match self.chance.randrange(4):
                case 0:
                    path.unlink()
                case 1:
                    path.write_bytes(data[: len(data) // 2])
                case 2:
                    path.write_bytes(b"something else altogether")
                case _:
                    data[self.chance.randrange(min(100, len(data) - 1), len(data))] ^= 0xFF
                    path.write_bytes(data)

    def nothing(self) -> None:
        """Nothing at all."""


ACTIONS = (
    *("add", "correct_a_word", "retell", "move", "remove", "rename", "withdraw", "publish", "feature", "break_one"),
    *("photograph", "lose_photos", "lay_beside", "collect", "set_up", "write_page", "name", "word", "programme"),
    *("touch", "spoil_the_site", "spoil_the_store", "nothing"),
)


@dataclass(frozen=True)
class Result:
    """What a build left."""

    code: int
    said: str
    """But for the folder, the time that it took, and the line that says whether anything was made."""
    site: dict[str, bytes]
    register: str


def build(root: Path, *options: str) -> Result:
    """Build a project and look at what is there."""
    done = CliRunner().invoke(main, ["-C", str(root), "build", "--no-books", *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    register = root / "cases/addresses.txt"
    site = {
        path.relative_to(root / "site").as_posix(): path.read_bytes()
        for path in sorted((root / "site").rglob("*"))
        if path.is_file()
    }
    said = _SECONDS.sub("", done.stderr.replace(str(root), "…"))
    return Result(done.exit_code, said, site, register.read_text(encoding="utf-8") if register.exists() else "")


def cold_build(root: Path, copy: Path, *options: str) -> Result:
    """Build a copy of a project that knows nothing of earlier builds."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=lambda folder, _: [".cache"] if Path(folder) == root else [])
    return build(copy, *options)


@pytest.fixture(name="steps")
def fixture_steps(tenth: Callable[[range], list[int]]) -> int:
    """Say how many changes are made: few, and many under `--soak`."""
    return SOAK_STEPS if len(tenth(range(10))) == 10 else STEPS


def changes(editor: Editor, steps: int) -> Iterator[None]:
    """Make one to three changes before each build."""
    for _ in range(steps):
        editor.did = editor.chance.choices(ACTIONS, k=editor.chance.randrange(1, 4))
        if editor.chance.random() < 0.4:
            editor.did.append("mend_all")
        for action in editor.did:
            getattr(editor, action)()
        yield


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_a_build_after_changes_is_a_build_of_everything(tmp_project: Path, tmp_path: Path, steps: int) -> None:
    """Site, register and exit code are what they are when nothing is known of earlier builds."""
    editor = Editor(tmp_project, random.Random(14))  # noqa: S311
    for _ in range(8):
        editor.add()
    build(tmp_project)
    for _ in changes(editor, steps):
        options = editor.chance.choice(((), (), (), (), ("--keep-going",), ("--strict",), ("--paranoid",)))
        expected = cold_build(tmp_project, tmp_path / "copy", *options)
        actual = build(tmp_project, *options)
        differing = {uri for uri, data in actual.site.items() if expected.site.get(uri) != data}

        assert (differing, replace(actual, site={})) == (set(), replace(expected, site={})), (options, editor.did)
        assert actual.site.keys() == expected.site.keys(), (options, editor.did)


@pytest.mark.build
@pytest.mark.usefixtures("quick_host")
def test_a_build_after_words_changed_is_a_build_of_everything(
    tmp_project: Path, tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where records say something else, and divide the library as before, the same holds and little is made."""
    quick: list[bool] = []
    made = changed_build.build

    def told(*given: Any) -> int | None:
        quick.append((code := made(*given)) == 0)
        return code

    monkeypatch.setattr(changed_build, "build", told)
    editor = Editor(tmp_project, random.Random(16))  # noqa: S311
    for _ in range(9):
        editor.add()
    build(tmp_project)
    for _ in range(steps):
        others = ("touch", "nothing", "lay_beside", "spoil_the_site", "spoil_the_store", "move", "feature", "add")
        editor.did = [editor.chance.choice(others)] if editor.chance.random() < 0.2 else []
        editor.did = editor.did or [editor.chance.choice(("reword", "reword", "recount"))]
        for action in editor.did:
            getattr(editor, action)()
        before, asked = times(tmp_project / "site"), len(quick)
        expected = cold_build(tmp_project, tmp_path / "copy")
        actual = build(tmp_project)
        differing = {uri for uri, data in actual.site.items() if expected.site.get(uri) != data}

        assert (differing, replace(actual, site={})) == (set(), replace(expected, site={})), editor.did
        assert actual.site.keys() == expected.site.keys(), editor.did
        if quick[asked:] == [True]:
            assert len(times(tmp_project / "site") - before) < len(before) / 2

    assert sum(quick) > steps / 6


def times(site: Path) -> set[tuple[str, int]]:
    """Give the files of a site with their times."""
    return {(str(path), path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}


@pytest.mark.build
def test_a_change_of_what_the_host_draws_with_reaches_every_page(tmp_project: Path, tmp_path: Path) -> None:
    """Own templates, styles, settings and pages change the site as they do when everything is made."""
    settings, own = tmp_project / "mkdocs.yml", tmp_project / "overrides/partials/footer.html"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  name: anliji", "  name: anliji\n  custom_dir: overrides"), encoding="utf-8")
    own.parent.mkdir(parents=True)
    steps: tuple[Callable[[], object], ...] = (
        lambda: own.write_text("<footer>一</footer>", encoding="utf-8"),
        lambda: own.write_text("<footer>二</footer>", encoding="utf-8"),
        own.unlink,
        lambda: (tmp_project / "content/index.md").write_text("# 新的\n\n<!-- anliji:main -->\n", encoding="utf-8"),
    )
    for step in steps:
        step()
        expected = cold_build(tmp_project, tmp_path / "copy")

        assert build(tmp_project) == expected
