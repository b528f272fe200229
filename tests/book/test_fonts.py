"""The book's fonts: the pinned ones, an editor's own, and what is said when one is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.making.errors import UserError
from generator.making.fonts import BOLD_SANS, BOLD_SERIF, ROLES, SANS, SERIF, find_faces
from generator.making.typesetting.single_book import BookJob, make_book
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import Format
from tests.book.letters import FAMILY, LOCAL_NAME, RARE, write_font
from tests.book.printed import PrintedVolume, packed, quiet


def test_pinned_fonts(tmp_path: Path) -> None:
    """Without settings the pinned fonts serve every role, and have the characters of Chinese books."""
    faces = find_faces({}, tmp_path)

    assert faces.families == {
        "title": (BOLD_SERIF, SERIF, SANS),
        "text": (SERIF, SANS),
        "heading": (BOLD_SANS, SANS, SERIF),
        "aside": (SERIF, SANS),
        "label": (SANS, SERIF),
    }
    assert {ord(character) for character in "汇编〓㑇①“”—…《》·"} <= faces.coverage
    assert ord(RARE) not in faces.coverage


@pytest.mark.parametrize("name", [FAMILY, FAMILY.lower(), LOCAL_NAME], ids=["english", "lower-case", "chinese"])
def test_an_own_font(name: str, tmp_path: Path) -> None:
    """A font is found in the editor's folder by its English or Chinese name; all others stand behind it."""
    write_font(tmp_path / "字体/shili.ttf")
    faces = find_faces({"title": name, "folder": "字体"}, tmp_path)

    assert faces.families["title"] == (FAMILY, BOLD_SERIF, SERIF, SANS)
    assert faces.families["text"] == (SERIF, SANS, FAMILY)
    assert tmp_path / "字体/shili.ttf" in faces.files
    assert ord(RARE) in faces.coverage


def test_an_own_font_is_set_and_embedded(case: Callable[..., Case], tmp_path: Path) -> None:
    """A book is set in the editor's font where it has the character, which then is no longer missing."""
    write_font(tmp_path / "字体/shili.ttf")
    settings = Settings("示例", fonts={"text": LOCAL_NAME, "folder": "字体"})
    library = gather(
        [case("x-01", background=f"{RARE}野家")],
        [Collection.model_validate({"id": "zi", "title": "字体", "editor": "示例", "date": "2026"})],
    )
    job = BookJob(library.arrangements[0], Format("16k", "screen"), tmp_path / "a.pdf", None)
    delivery = make_book(Publication(library, settings), tmp_path, job, quiet())
    (made,) = delivery.volumes
    one = PrintedVolume(made.volume, made, delivery.files[0])
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in one.reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }

    assert delivery.notices == ()
    assert packed(f"{RARE}野家") in "".join(one.texts)
    assert any("ShiliTest" in name for name in names)


def test_headings_and_what_is_small_have_one_font(tmp_path: Path) -> None:
    """An editor's font for headings is also that of captions and labels, which are not bold without one."""
    write_font(tmp_path / "字体/shili.ttf")
    faces = find_faces({"heading": LOCAL_NAME, "folder": "字体"}, tmp_path)

    assert faces.families["heading"] == (FAMILY, BOLD_SANS, SANS, SERIF)
    assert faces.families["label"] == (FAMILY, SANS, SERIF)


def test_a_character_without_a_bold_cut_is_set_in_regular(case: Callable[..., Case], tmp_path: Path) -> None:
    """Titles and headings are bold; what is rarer than GB 2312 is set all the same."""
    library = gather(
        [case("x-01", title="把㑇字写进标题")],
        [Collection.model_validate({"id": "zi", "title": "字体", "editor": "示例", "date": "2026"})],
    )
    job = BookJob(library.arrangements[0], Format("16k", "screen"), tmp_path / "a.pdf", None)
    delivery = make_book(Publication(library, Settings("示例")), tmp_path, job, quiet())
    (made,) = delivery.volumes
    one = PrintedVolume(made.volume, made, delivery.files[0])
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in one.reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }

    assert delivery.notices == ()
    assert packed("把㑇字写进标题") in "".join(one.texts)
    assert {"AnlijiSerif-SemiBold", "AnlijiSans-Bold"} <= {name.removesuffix("-Identity-H") for name in names}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"titel": "方正小标宋简体"},
            (
                "mkdocs.yml 的 extra.book.fonts.titel 这一项没有用。是不是 title？"
                "可以写的有：title、text、heading、aside、folder。"
            ),
        ),
        (
            {"title": "示例没有的字体"},
            (
                "mkdocs.yml 的 extra.book.fonts.title（大标题）写的字体“示例没有的字体”没有找到。\n"
                "建议：装上这个字体，或者把字体文件放进一个文件夹，在 extra.book.fonts.folder 里写这个文件夹；"
                "留空则用自带的字体。"
            ),
        ),
    ],
    ids=["role", "font"],
)
def test_wrong_settings(wanted: dict[str, str], expected: str, tmp_path: Path) -> None:
    """A role that is none, and a font that is not there, are told with the setting's name."""
    with pytest.raises(UserError) as told:
        find_faces(wanted, tmp_path)

    assert str(told.value) == expected


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A folder of fonts that is not there is told with its path."""
    with pytest.raises(UserError) as told:
        find_faces({"folder": "字体"}, tmp_path)

    assert str(told.value) == (
        f"mkdocs.yml 的 extra.book.fonts.folder 写的文件夹 {tmp_path / '字体'} 不存在。请核对路径，或者删去这一项。"
    )


def test_a_font_that_looks_like_another(tmp_path: Path) -> None:
    """A name that is nearly right gets the right one offered."""
    write_font(tmp_path / "shili.ttf")
    with pytest.raises(UserError, match=f"是不是“{FAMILY}”？"):
        find_faces({"title": "Shili Tset", "folder": "."}, tmp_path)


def test_roles_are_told() -> None:
    """Every role has a name for editors."""
    assert all(ROLES.values())
