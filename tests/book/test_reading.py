"""What a reader finds in a finished book: contents, numbers, heads, texts, links."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from pypdf.generic import Destination

from generator.case.model import Case, Collection
from generator.library.library import Library, gather
from generator.making.typesetting.single_book import BookJob, make_book
from generator.outputs.book.typeset_text import MARK
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from tests.book.printed import PAPER_MM, SETTINGS, PrintedVolume, arrangement_in, packed, print_book, quiet


def test_cases_stand_where_the_setting_tells(printed: PrintedVolume) -> None:
    """The first page of a case has its title, its number in the book, and the page number that is told of it."""
    for entry in printed.volume.entries:
        stand = printed.made.locations[entry.id]
        text = printed.texts[stand.sheet - 1]

        assert packed(f"案例{entry.number:02}{entry.task_name}{entry.title}") in text
        assert printed.labels[stand.sheet - 1] == str(stand.page)


@pytest.mark.parametrize("book", ["printed", "shown"])
def test_contents_name_the_pages_of_cases(book: str, request: pytest.FixtureRequest) -> None:
    """The contents give each part and case with the number of the page where it begins."""
    one: PrintedVolume = request.getfixturevalue(book)
    expected = [
        packed(f"{entry.title}{entry.university}{one.made.locations[entry.id].page}") for entry in one.volume.entries
    ]
    parts = [packed(f"{part.name}{_opening(one, part.name)}") for part in one.volume.parts]

    assert [line for line in (*expected, *parts) if line not in one.contents] == []


def _opening(one: PrintedVolume, name: str) -> str:
    """Give the number of the page that opens a part, from the bookmarks."""
    for item in one.reader.outline:
        if isinstance(item, Destination) and packed(str(item.title)) == packed(name):
            return one.labels[one.reader.get_destination_page_number(item)]
    return "?"


def test_index_entries_lead_to_pages_that_have_them(printed: PrintedVolume) -> None:
    """Each entry of each index gives the first pages of its cases, and every such case contains the entry."""
    index = "".join(printed.texts[-8:])
    for it in printed.volume.indexes:
        assert it.title in index
        for term in (term for group in it.groups for term in group.terms):
            pages = list(dict.fromkeys(printed.made.locations[id].page for id in term.cases))
            expected = packed(term.name) + "，".join(map(str, pages))

            assert expected in index
            assert [id for id in term.cases if packed(term.name) not in "".join(pages_of(printed, id))] == []


def pages_of(book: PrintedVolume, case_id: str) -> list[str]:
    """Give the texts of a case's pages."""
    stand = book.made.locations[case_id]
    return book.texts[stand.sheet - 1 : stand.sheet + stand.last_page - stand.page]


def test_everything_of_the_records_is_set(printed: PrintedVolume, library: Library) -> None:
    """Titles, summaries, outcomes with qualifier and unit, captions, credits, questions and sources are in the text."""
    text = "".join(printed.texts)
    for entry in printed.volume.entries:
        case = library.by_id[entry.id]
        expected = [
            case.title,
            case.summary,
            *(text for outcome in case.outcomes for text in (outcome.what, outcome.chinese, outcome.note or "")),
            *(photo.caption for photo in case.photos),
            *(photo.credit for photo in case.photos if photo.credit),
            *(case.training.questions if case.training else ()),
            *(source.title for source in case.sources),
            *(product.name for product in case.products),
            *case.keywords,
        ]

        assert [one for one in expected if packed(one) not in text] == []


def test_running_heads(printed: PrintedVolume) -> None:
    """Above the text, left pages have the book's title and right pages the part's or chapter's; parts have none."""
    heads = printed.strip(20, 35)
    chapters = {packed(name) for name in ("前言", "编写说明", "目录", "索引", "资料来源", "后记")}
    chapters |= {packed(part.name) for part in printed.volume.parts}
    left = {head for sheet, head in enumerate(heads, 1) if sheet % 2 == 0}
    right = {head for sheet, head in enumerate(heads, 1) if sheet % 2}
    cases = [heads[printed.sheet_of(entry.id) - 1] for entry in printed.volume.entries]

    assert left == {"", packed(printed.volume.title)}
    assert {"", *(packed(part.name) for part in printed.volume.parts)} <= right <= {"", *chapters}
    assert "" not in cases


def test_page_numbers_stand_at_the_outer_edge(printed: PrintedVolume) -> None:
    """The number of a left page stands at its left, of a right page at its right."""
    height = PAPER_MM["16k"][1] + 2 * 10
    left, right = (printed.strip(height - 30, height - 10, *side) for side in ((0, 0.3), (0.7, 1)))
    for entry in printed.volume.entries:
        stand = printed.made.locations[entry.id]
        outer, inner = (left, right) if stand.page % 2 == 0 else (right, left)

        assert outer[stand.sheet - 1] == str(stand.page)
        assert inner[stand.sheet - 1] == ""


def numbers_of(book: PrintedVolume) -> list[int]:
    """Give the page numbers from the first part on."""
    return [int(label) for label in book.labels if label.isdecimal()]


def part_sheets(book: PrintedVolume) -> list[int]:
    """Give the pages that open parts, counted from 1."""
    return [
        next(at for at, text in enumerate(book.texts, 1) if text.startswith(packed(part.number)))
        for part in book.volume.parts
    ]


def test_parts_open_on_right_pages(printed: PrintedVolume, shown: PrintedVolume) -> None:
    """A part's page has an odd number, which is not printed; in print it is a right page."""
    for book in (printed, shown):
        assert all(int(book.labels[sheet - 1]) % 2 for sheet in part_sheets(book))
    assert all(sheet % 2 for sheet in part_sheets(printed))


def test_page_numbers_follow_one_another(printed: PrintedVolume, shown: PrintedVolume) -> None:
    """Every page from the first part on has the next number, and both variants have the same."""
    roman = [[label for label in book.labels if label and not label.isdecimal()] for book in (printed, shown)]
    numbers = numbers_of(printed)

    assert list(range(1, numbers[-1] + 1)) == numbers
    assert numbers == numbers_of(shown)
    for one in roman:
        assert one == ["i", "ii", "iii", "iv", "v", "vi"][: len(one)]


def test_pages_without_words(printed: PrintedVolume, shown: PrintedVolume) -> None:
    """The title page and the parts open on the right; before a part, the page that is left is in the part's colour.

    Only behind the cover of the printed book is a page blank.
    """
    for book in (printed, shown):
        bare = [sheet for sheet, text in enumerate(book.texts, 1) if not text]
        white = [sheet for sheet in bare if book.picture(sheet).convert("RGB").getpixel((60, 60)) == (255, 255, 255)]

        assert ([2] if book is printed else []) == white
        assert set(bare) - set(white) <= {sheet - 1 for sheet in part_sheets(book)}


def test_what_a_publisher_fills_in_is_in_print_alone(printed: PrintedVolume, shown: PrintedVolume) -> None:
    """The box for the publisher's data and the version record are on no screen."""
    words = ("图书在版编目", "待出版社填写", "书号")

    assert [word for word in words if word not in "".join(printed.texts)] == []
    assert [word for word in words if word in "".join(shown.texts)] == []


def test_a_part_lists_its_cases(shown: PrintedVolume) -> None:
    """The page that opens a part has its cases, each with number, university, reason and the page that it leads to."""
    for part in shown.volume.parts:
        sheet = next(at for at, text in enumerate(shown.texts) if text.startswith(packed(part.number)))
        expected = [
            packed(f"{entry.number:02}{entry.title}{entry.by}{reason}{shown.made.locations[entry.id].page}")
            for entry in part.entries
            for reason in [entry.significance.replace(MARK, "")]
        ]

        assert [line for line in expected if line not in shown.texts[sheet]] == []
        assert len(shown.reader.pages[sheet].get("/Annots", [])) >= len(expected)


def test_two_short_cases_share_a_page(shown: PrintedVolume) -> None:
    """Two cases share a page, a short one behind a short one or below the end of a long one; it is whole there."""
    sheets: dict[int, list[str]] = {}
    for entry in shown.volume.entries:
        stand = shown.made.locations[entry.id]
        for sheet in range(stand.sheet, stand.sheet + stand.last_page - stand.page + 1):
            sheets.setdefault(sheet, []).append(entry.id)
    entries = {entry.id: entry for entry in shown.volume.entries}
    shared = [ids for ids in sheets.values() if len(ids) > 1]

    assert shared
    assert [ids for ids in shared if len(ids) > 2 or not all(entries[id].may_share for id in ids)] == []
    assert [ids for ids in shared if not entries[ids[-1]].is_short] == []
    assert [
        id
        for ids in shared
        for at, id in enumerate(ids)
        if (at or entries[id].is_short) and shown.made.locations[id].page != shown.made.locations[id].last_page
    ] == []


def test_a_long_case_opens_with_its_sentence_and_figure(shown: PrintedVolume, library: Library) -> None:
    """On its first page the reason and the figure come before the summary, and the figures among the results."""
    case = library.by_id["quan-zi-duan"]
    whole = "".join(pages_of(shown, "quan-zi-duan"))
    assert case.headline is not None
    order = [case.significance or "", case.headline.what, case.summary, "工作成效", "水样合格率", "经验启示"]
    places = [whole.index(packed(text)) for text in order]

    assert places == sorted(places)
    assert "成效数据" not in whole


def test_variants_have_the_same_page_numbers(printed: PrintedVolume, shown: PrintedVolume) -> None:
    """What a reader cites from the screen is right for the printed book."""
    places = [{id: (one.page, one.last_page) for id, one in book.made.locations.items()} for book in (printed, shown)]

    assert places[0] == places[1]


def test_front_matter_has_roman_numbers(printed: PrintedVolume) -> None:
    """Foreword, note and contents count i, ii; the cases begin anew with 1."""
    numbers = {}
    for item in printed.reader.outline:
        if isinstance(item, Destination):
            numbers[str(item.title)] = printed.labels[printed.reader.get_destination_page_number(item)]

    assert [numbers[name] for name in ("前言", "编写说明", "目录")] == ["i", "i", "ii"]
    assert numbers[printed.volume.parts[0].name] == "1"


def test_bookmarks(printed: PrintedVolume) -> None:
    """The bookmarks hold the chapters, and in each part its cases with their sections."""
    chapters = [item for item in printed.reader.outline if isinstance(item, Destination)]
    nested = [item for item in printed.reader.outline if isinstance(item, list)]
    cases = [str(item.title) for group in nested for item in group if isinstance(item, Destination)]

    assert [str(item.title) for item in chapters] == [
        "前言",
        "编写说明",
        "目录",
        *(part.name for part in printed.volume.parts),
        "索引",
        "资料来源",
        "后记",
    ]
    assert [title for title in cases if "索引" not in title] == [entry.title for entry in printed.volume.entries]


def test_qr_codes_lead_to_the_cases(shown: PrintedVolume) -> None:
    """A telephone held over a case's last page opens that case's page on the site."""
    found = {}
    for entry in shown.volume.entries:
        stand = shown.made.locations[entry.id]
        last = stand.sheet + stand.last_page - stand.page
        found[entry.id] = [code.text for code in zxingcpp.read_barcodes(shown.picture(last, 150))]

    assert [id for id, codes in found.items() if f"https://anliji.example/cases/{id}.html" not in codes] == []
    assert sum(len(codes) for codes in {tuple(codes) for codes in found.values()}) == len(found)


def test_one_pdf_for_each_case(library: Library, project: Path, shown: PrintedVolume, tmp_path: Path) -> None:
    """Each case's own PDF has the book's pages, word for word, behind a sheet; a page of two cases has one alone."""
    job = BookJob(arrangement_in(library, "xuanbian"), Format("16k", "print"), None, tmp_path / "each")
    make_book(Publication(library, SETTINGS), project, job, quiet())

    assert {path.stem for path in (tmp_path / "each").iterdir()} == {entry.id for entry in shown.volume.entries}
    for entry in shown.volume.entries:
        stand = shown.made.locations[entry.id]
        one = PrintedVolume(shown.volume, shown.made, tmp_path / "each" / f"{entry.id}.pdf")
        count = stand.last_page - stand.page + 1
        pages = str(stand.page) if count == 1 else f"{stand.page}-{stand.last_page}"

        is_alone = sum(stand.sheet == other.sheet for other in shown.made.locations.values()) == 1
        assert (one.texts[1:] == pages_of(shown, entry.id)) is is_alone
        assert packed(entry.title) in one.texts[1]
        assert len(one.texts) == 1 + count
        assert one.labels[1:] == [str(number) for number in range(stand.page, stand.last_page + 1)]
        assert packed(f"[G]//示例编写组.展示案例选编:编造的案例，按顺序选收.2026:{pages}.") in one.texts[0]


def test_links_of_the_screen_variant(shown: PrintedVolume) -> None:
    """On a screen the contents and the indexes lead to the cases, sources and QR codes to their pages."""
    targets = set()
    inside = 0
    for page in shown.reader.pages:
        for annotation in page.get("/Annots", []):
            one = annotation.get_object()
            if "/A" in one and "/URI" in one["/A"]:
                targets.add(str(one["/A"]["/URI"]))
            elif "/Dest" in one or "/A" in one:
                inside += 1

    assert {f"https://anliji.example/cases/{entry.id}.html" for entry in shown.volume.entries} <= targets
    assert {cited.url for entry in shown.volume.entries for cited in entry.sources if cited.url} <= targets
    assert inside >= 2 * len(shown.volume.entries)


NO_START = "，。、；：！？）》〉”’」』】〕…·%"
NO_END = "（《〈“‘「『【〔"


def test_lines_begin_and_end_as_they_may(shown: PrintedVolume) -> None:
    """No line begins with a closing mark or an interpunct, none ends with an opening mark (CLREQ, basic rules)."""
    sheets = {stand.sheet for stand in shown.made.locations.values()}
    lines = [line for sheet, page in enumerate(shown.lines, 1) if sheet in sheets for line in page]

    assert len(lines) > 100
    assert [line for line in lines if line[0] in NO_START or line[-1] in NO_END] == []


def test_no_paragraph_ends_in_a_lonely_character(case: Callable[..., Case], tmp_path: Path) -> None:
    """Whatever its length, a paragraph's last line has more than one character before its full stop."""
    words = "支部党员村民数据监测渠口学校课程经验做法成效问题方法会商"
    texts = [f"{(words * 8)[:length]}末。" for length in range(40, 160)]
    library = gather(
        [case("x-01", background="\n\n".join(texts))],
        [Collection.model_validate({"id": "duan", "title": "段落", "editor": "示例", "date": "2026"})],
    )
    one = print_book(library, "duan", Format("16k", "screen"), tmp_path, tmp_path)
    ends = [line for page in one.lines for line in page if line.endswith("末。")]

    assert len(ends) == len(texts)
    assert [line for line in ends if len(line) <= 2] == []


def test_an_interpunct_does_not_open_a_line(case: Callable[..., Case], tmp_path: Path) -> None:
    """A name with an interpunct breaks behind it, wherever the line ends; copied text is the record's."""
    texts = [f"{'文' * length}甲·乙·丙。" for length in range(24, 44)]
    library = gather(
        [case("x-01", background="\n\n".join(texts))],
        [Collection.model_validate({"id": "dian", "title": "间隔号", "editor": "示例", "date": "2026"})],
    )
    one = print_book(library, "dian", Format("16k", "screen"), tmp_path, tmp_path)
    lines = [line for page in one.lines for line in page]

    assert [line for line in lines if line.startswith("·")] == []
    assert [text for text in texts if packed(text) not in "".join(one.texts)] == []


def test_a_table_repeats_its_head(case: Callable[..., Case], tmp_path: Path) -> None:
    """A table that goes on to further pages has its head on each of them."""
    rows = "\n".join(f"|第{number}行|{number}|" for number in range(120))
    library = gather(
        [case("x-01", background=f"|表头甲|表头乙|\n|-|-|\n{rows}")],
        [Collection.model_validate({"id": "biao", "title": "表", "editor": "示例", "date": "2026"})],
    )
    one = print_book(library, "biao", Format("16k", "screen"), tmp_path, tmp_path)
    stand = one.made.locations["x-01"]
    pages = one.texts[stand.sheet - 1 : stand.sheet + stand.last_page - stand.page]
    with_rows = [text for text in pages if re.search(r"第\d+行", text)]

    assert len(with_rows) > 2
    assert [text for text in with_rows if "表头甲表头乙" not in text] == []


def test_a_caption_stays_with_its_photo(printed: PrintedVolume, library: Library) -> None:
    """Every page that has a caption has a picture, and the other way round."""
    captions = [packed(photo.caption) for one in printed.volume.entries for photo in library.by_id[one.id].photos]
    with_captions = [sheet for sheet, text in enumerate(printed.texts, 1) if any(one in text for one in captions)]
    with_pictures = [sheet for sheet, page in enumerate(printed.reader.pages, 1) if page.images]

    assert with_captions
    assert with_pictures == with_captions
