"""A few records that say something else: a preview shows them as one that gathers everything after each change."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build import Host
from generator.case.problem import ERROR
from generator.making.terminal.progress import Stages
from generator.preview import PROBLEMS_URI, STATUS_URI, Preview

_IDS = ("x-01", "y-01", "y-02", "y-03")
_STEPS = 12

EDITS: dict[str, tuple[str, str]] = {
    "a text": ("^status: ", "background: |\n  示例的话，第{n}次写。\nstatus: "),
    "a summary": ("^summary: .*", "summary: 示例大学的第{n}段提要，说的是第{n}件事，与别的都不同。"),
    "a title": ("^title: .*", "title: 示例支部的第{n}件事"),
    "a title in new characters": ("^title: .*", "title: 鑫森淼焱垚{n}"),
    "another record's title": ("^title: .*", "title: 示例支部与示例镇结对第1次"),
    "a name": ("^branch: .*", "branch: 示例第{n}支部"),
    "a name that is nearly another's": ("^university: .*", "university: 示 例大学"),
    "a sum": ("^status: ", "outcomes:\n- {{what: 示例受益, value: 3{n}, unit: 人次, headline: true}}\nstatus: "),
    "a warning": ("^summary: ", "summary: 第{n}稿 的，　"),
    "an unknown key": ("^summary: ", "sumary: "),
    "a broken quotation": ("^title: ", "title: '"),
    "no summary": ("^summary: .*\n", ""),
    "a term": ("^status: ", "keywords: [示例词{n}]\nstatus: "),
    "a draft": ("^status: .*", "status: draft"),
    "withdrawn": ("^status: .*", "status: withdrawn\nwithdrawn_reason: 重复报送"),
    "a leading case": ("^status: ", "featured: true\nstatus: "),
    "nothing": ("^", ""),
}
"""What an editor writes into a sound record; several on top of each other as it comes."""

OpenPreview = Callable[..., Preview]


@pytest.fixture
def project(tmp_project: Path, record_text: str) -> Path:
    """Give a project of four cases and a collection of them, with an address, so that there are posters."""
    for number in (1, 2, 3):
        record = tmp_project / f"cases/y-0{number}/case.yml"
        record.parent.mkdir()
        record.write_text(record_text.replace("村结对", f"镇结对第{number}次"), encoding="utf-8")
    (tmp_project / "content/collections").mkdir()
    listed = "title: 示例选编\neditor: 示例大学\ndate: 2025\nsections:\n- title: 第一编\n  cases: [x-01, y-01]\n"
    (tmp_project / "content/collections/xuanbian.yml").write_text(listed, encoding="utf-8")
    settings = tmp_project / "mkdocs.yml"
    settings.write_text(f"site_url: https://example.org/\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    return tmp_project


@pytest.fixture
def preview_of(project: Path, tmp_path: Path, plain_host: Host) -> OpenPreview:
    """Open a preview of the project in a folder of its own: `preview_of("one", drafts=False)`."""

    def opened(folder: str, *, drafts: bool = True) -> Preview:
        return Preview(project, plain_host, tmp_path / folder, drafts=drafts, stages=Stages())

    return opened


def write(project: Path, id: str, text: str) -> set[Path]:
    """Save a record; gives what changed."""
    path = project / f"cases/{id}/case.yml"
    path.write_text(text, encoding="utf-8")
    return {path}


def everything(preview: Preview) -> dict[str, bytes | None]:
    """Give all that is shown, but for pictures and for the face of titles, which may be cut into other files."""
    listed = preview._site._artifacts.items()
    uris = [uri for uri, artifact in listed if artifact.kind == "page"]
    search = (f"search/{name}.js" for name in ("index", "titles/0", "rows/0", "order", "words", "letters/0", "grams/0"))
    return {uri: preview.read(uri) for uri in (*uris, *search, PROBLEMS_URI, STATUS_URI)}


def edits(chance: random.Random, text: str) -> Iterator[tuple[str, str]]:
    """Give ids with what is saved there; now and then a record is whole again."""
    saved = dict.fromkeys(_IDS, "")
    for number in range(_STEPS):
        id = chance.choice(_IDS)
        if not saved[id] or chance.random() < 0.4:
            saved[id] = text.replace("村结对", f"镇结对第{_IDS.index(id)}次")
        pattern, said = EDITS[chance.choice(sorted(EDITS))]
        saved[id] = re.sub(pattern, said.format(n=number), saved[id], count=1, flags=re.MULTILINE)
        yield id, saved[id]


@pytest.mark.parametrize("drafts", [True, False])
@pytest.mark.parametrize("seed", range(2))
def test_small_changes_are_shown_as_when_everything_is_gathered(  # noqa: PLR0917 (fixtures)
    project: Path,
    record_text: str,
    preview_of: OpenPreview,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    drafts: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    """Whatever is edited, broken and mended, every page and list, the problems and the search are the same."""
    one, other = preview_of("one", drafts=drafts), preview_of("other", drafts=drafts)
    monkeypatch.setattr(other, "_take_in_records", lambda _: False)
    for number, (id, text) in enumerate(edits(random.Random(seed), record_text)):  # noqa: S311 (no secret)
        changed = write(project, id, text)
        for preview in (one, other):
            preview.update(changed)
            preview.settle()

        assert (number, one.fault, one.findings.problems) == (number, other.fault, other.findings.problems)
        assert everything(one) == everything(other), number


@pytest.mark.parametrize(
    "kind", ["a text", "a summary", "a title", "a warning", "an unknown key", "a broken quotation", "no summary"]
)
def test_usual_corrections_are_small(
    project: Path, record_text: str, preview_of: OpenPreview, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A word, a summary, a title, a warning, an error and its mending are shown without gathering everything."""
    preview, gathered = preview_of("one"), []
    before = preview.findings.problems
    monkeypatch.setattr(preview, "_gather", lambda: gathered.append(kind))
    pattern, said = EDITS[kind]
    text = record_text.replace("村结对", "镇结对第1次")
    preview.update(write(project, "y-01", re.sub(pattern, said.format(n=1), text, count=1, flags=re.MULTILINE)))
    found = preview.findings.problems
    preview.update(write(project, "y-01", text))

    assert (gathered, preview.fault, preview.findings.problems) == ([], "", before)
    is_error = kind in {"an unknown key", "a broken quotation", "no summary"}
    assert any(problem.severity == ERROR for problem in found) == is_error


def test_title_in_new_characters_gets_its_face_later(project: Path, preview_of: OpenPreview) -> None:
    """The title is seen at once; the face that has its characters takes seconds, and comes when all has settled."""
    preview = preview_of("one")
    record = (project / "cases/y-01/case.yml").read_text(encoding="utf-8")
    before = preview.read("assets/titles.woff2")
    preview.update(write(project, "y-01", record.replace("示例支部与示例镇", "示例支部与示例鑫")))
    page, early = preview.read("cases/y-01.html") or b"", preview.read("assets/titles.woff2")
    settled = preview.settle(), preview.settle()

    assert "与示例鑫结对" in page.decode()
    assert (before == early, settled) == (True, (True, False))
    assert preview.read("assets/titles.woff2") != early
