"""The face of titles on pages: which characters it has, what it costs, and when there is none."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.case.model import Case
from generator.library.library import gather
from generator.making import title_face as module
from generator.making.cache import FACES
from generator.making.title_face import MOST_BYTES, MOST_CHARACTERS, URI, TitleFace, subsets, title_face
from generator.outputs.site.frame import Frame
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.site.title_parts import characters_of, heaviest, title_parts
from generator.outputs.site.title_words import OF_CASES, title_characters
from tests.drawing import contents

pytestmark = pytest.mark.usefixtures("real_face")

MakeCase = Callable[..., Case]
HEADING = re.compile(r"<(h[1-4])([^>]*)>(.*?)</\1>", re.DOTALL)
HAN = range(0x3400, 0xA000)
COMMON = bytes(code for low in range(0xA1, 0xFF) for code in (0xB0, low)).decode("gb2312")
"""Characters that the bold serif has."""


def publication_of(*cases: Case) -> Publication:
    """Publish some cases."""
    return Publication(gather(cases), Settings("示例案例库"))


def han(start: int, count: int) -> str:
    """Give so many Han characters."""
    return "".join(map(chr, range(start, start + count)))


def codes(range_: str) -> Iterator[int]:
    """Give the code points of a range as style sheets name it."""
    for run in range_.replace("U+", "").split(","):
        first, _, last = run.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def test_characters(case: MakeCase) -> None:
    """All that is set in the face is in the first set; terms are left out first, then the sentences."""
    publication = publication_of(case("x-01", title="示例骑楼", significance="示例麒麟示例", university="鹭岛大学"))
    publication = replace(
        publication, frames={"a.html": Frame("a.html", "页", "", "<h1 id='a'>蜡<em>梅</em>&amp;</h1>")}
    )
    whole, told, titles = (set(text) for text in title_characters(publication))

    assert set("骑楼麒麟鹭岛蜡梅&示例案例库aZ09“”（") <= whole
    assert (told - titles, whole - told >= set("鹭岛")) == (set("麒麟"), True)
    assert set("骑楼蜡梅") <= titles


def test_questions_are_asked_in_the_face(case: MakeCase) -> None:
    """The words with which the home page asks for terms are in the first set, as the names of terms are."""
    whole, told, _ = title_characters(publication_of(case("x-01", forms=["科技开发"])))

    assert ("搞" in whole, "搞" in told) == (True, False)


@pytest.fixture(name="face", scope="module")
def _face(case: MakeCase, tmp_path_factory: pytest.TempPathFactory) -> TitleFace:
    """The face of a few cases, with a character that the bold serif lacks."""
    titles = ["把㑇字写进标题", *(COMMON[at : at + 30] for at in range(0, len(COMMON), 30))]
    cases = [case(f"x-{at}", title=title) for at, title in enumerate(titles)]
    face = title_face(publication_of(*cases), tmp_path_factory.mktemp("face"))
    assert face is not None
    return face


def test_a_face_has_the_characters_and_no_more(face: TitleFace) -> None:
    """The files are WOFF2 with the characters that the bold serif has, and the same bytes come of any of them again."""
    data = [file.read_bytes() for file in face.files]
    has = set(map(chr, chain.from_iterable(TTFont(BytesIO(one)).getBestCmap() for one in data)))
    characters = "".join(face.parts)

    assert {one[:4] for one in data} == {b"wOF2"}
    assert (set(characters) - has, has <= set(characters)) == ({"㑇"}, True)
    assert data == list(contents(face.artifact).values())
    assert [*subsets(face.parts[::-12])] == data[::-12]


def test_each_file_is_named_with_its_characters(face: TitleFace) -> None:
    """The style sheet names for each file the characters that it has, and no character is in two."""
    named = re.findall(r'url\("([^"]+)"\)[^}]*unicode-range: ([^;]+);', face.styles)
    ranges = [set(map(chr, codes(range_))) for _, range_ in named]
    fonts = [TTFont(BytesIO(content)) for content in contents(face.artifact).values()]

    assert [f"assets/{name}" for name, _ in named] == [*face.artifact.uris] == [*contents(face.artifact)]
    assert ranges == [set(part) for part in face.parts]
    assert sum(map(len, face.parts)) == len(set("".join(face.parts)))
    assert [set(map(chr, font.getBestCmap())) <= part for font, part in zip(fonts, ranges, strict=True)] == [
        True for _ in fonts
    ]


def test_a_page_takes_few_files(case: MakeCase) -> None:
    """What many titles have lies in the first file, letters in another, and the rest of a title in one or two."""
    alike = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    cases = [case(f"x-{at}", title=alike + han(0x5000 + 7 * at, 7), significance="示例蕨") for at in range(60)]
    publication = publication_of(*cases)
    whole = next(iter(title_characters(publication)))
    parts = title_parts(whole, publication)
    taken = [sum(1 for part in parts[1:] if characters_of(one) & set(part)) for one in cases]

    assert set(alike + OF_CASES + "蕨 ") <= set(parts[0])
    assert set(parts[1]) == set(map(chr, range(0x21, 0x7F)))
    assert max(taken) <= 4
    assert "".join(sorted("".join(parts))) == whole
    assert heaviest(parts, [1000, *(1 for _ in parts[1:])], publication) == 1000 + max(taken)


def test_a_face_is_made_once(case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another word of the same characters makes no new face, a new character does."""
    made: list[str] = []

    def note(parts: Sequence[str]) -> list[bytes]:
        made.append("".join(parts))
        return [b"face" for _ in parts]

    monkeypatch.setattr(module, "subsets", note)
    first = title_face(publication_of(case("x-01", title="示例标题")), tmp_path)
    same = title_face(publication_of(case("x-01", title="标题示例")), tmp_path)
    other = title_face(publication_of(case("x-01", title="示例标题麒")), tmp_path)

    assert first == same != other
    assert [("麒" in characters) for characters in made] == [False, True]


def test_a_large_library_has_no_face(case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many characters that no face of them is small enough are told by counting: nothing is made."""
    monkeypatch.setattr(module, "subsets", lambda _: pytest.fail("a face was made"))
    titles = [han(0x4E00 + 30 * at, 30) for at in range(MOST_CHARACTERS // 30)]

    assert (
        title_face(publication_of(*(case(f"x-{at}", title=title) for at, title in enumerate(titles))), tmp_path) is None
    )
    assert not (tmp_path / FACES).exists()


def test_terms_and_then_sentences_do_without(case: MakeCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all is too much, what is left out is not set in the face at all, so that no line is of two."""
    library = publication_of(case("x-01", title="示例骑楼", significance="示例麒麟示例", university="鹭岛大学"))
    most = len(next(iter(title_characters(library)))) - 1
    styles = []
    for heavy in ("", "麒", "骑"):
        monkeypatch.setattr(module, "MOST_CHARACTERS", most)
        monkeypatch.setattr(
            module,
            "subsets",
            lambda parts, heavy=heavy: [bytes(MOST_BYTES + 1 if set(heavy) & set(part) else 10) for part in parts],
        )
        face = title_face(library, tmp_path / f"without {heavy}")
        styles.append(("of-term" in face.styles, "--sentence-face" in face.styles) if face else None)

    assert styles == [(True, False), (True, True), None]


def test_every_heading_is_of_one_face(built_showcase: Path) -> None:
    """The face that is shipped has every character of the headings of our pages, and of the written ones."""
    site = built_showcase / "site"
    has = set[str]()
    for path in (site / URI).parent.glob("titles*.woff2"):
        with TTFont(path) as font:
            has.update(map(chr, font.getBestCmap()))
    missing = {
        (character, path.relative_to(site).as_posix())
        for path in sorted(site.rglob("*.html"))
        for level, attributes, heading in HEADING.findall(path.read_text("utf-8"))
        if level in ("h1", "h2") or ("handbook" not in path.parts and "class=" in attributes)
        for character in unescape(re.sub(r"<[^>]*>", "", heading))
        if ord(character) in HAN and character not in has
    }

    assert missing == set(), "what no library has goes into OWN in title_words.py"
