"""The reader's own selection: collected, put in order, shared, and taken away as paper, Word files and tables."""

import csv
import gzip
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import docx
import pypdfium2
import pytest
from playwright.sync_api import Download, Page, expect

from generator.case.markdown import parse_prose
from generator.case.prose import plain_text
from tests.browser.reader import Visitor
from tests.browser.views import FULL_CASE, THIN_CASE
from tests.each import each

pytestmark = pytest.mark.browser

AddressOf = Callable[[Path], str]
Visit = Callable[..., Visitor]
SiteOf = Callable[[str], Path]

BASKET = "basket.html"
FULL, THIN = "quan-zi-duan", "bi-tian-zi-duan"
WITHDRAWN = "che-xia-an-li"
MOST_BYTES = 40 * 1024
"""What the scripts of the page weigh as they travel."""
NO_STORE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("off", "SecurityError"); } });
}
"""
COME = """
(address) => {
  history.replaceState(null, "", location.pathname + address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
"""
"""Comes to another address of the page without loading it."""
CITATION = re.compile(r'id="citation">(.*?)</p>')
TO_BE_READ = "<span data-today>引用日期</span>"
TRICKY = (
    "“**强国行**”专项，**“双带头人”**书记，3*5*7，a_b_c，\\*不是\\*，`x*y`，~~删去~~。",
    "第一行\n第二行  \n第三行\\\n第四行 and\nfive",
    "- 甲\n  1. 甲一\n  2. 甲二\n\n     接着说\n- 乙\n懒续行\n\n3) 三\n4) 四",
    "> 引一\n续引\n>> 引二\n\n***\n\n```\n代码 *不变* <b>\n```\n",
    "| 项 | 数 |\n|---|--:|\n| 甲\\|乙 | **1** |\n| 少 |\n\n没有收尾的 **强调 和 [括号](没有收尾",
    "见注[^a]，再见[^a]，又见[^b]。\n\n[^a]: 第一条注。\n[^b]: 第二条注。",
    '### 小标题 ###\n[名称](https://anliji.example/a_(b) "题")和![图](x.jpg)，H<sub>2</sub>O，a<br>b，&amp;&#20013;，<https://anliji.example/>',
    "# \n\n-\n\n>\n\n**\n\n[]()\n\n" + "*" * 50 + "[" * 50,
)


def ids_of(page: Page) -> list[str]:
    """Give the cases of the list, in order."""
    links = page.locator(".selection__title").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    return [re.sub(r".*/|\.html$", "", link) for link in links]


def wait(page: Page) -> None:
    """Wait until all cases of the page have been read."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('.selection__about')]"
        ".every((one) => one.textContent && !one.textContent.startsWith('正在读取'))"
    )
    page.wait_for_timeout(50)


def collect(reader: Visitor, *uris: str) -> None:
    """Collect the cases of some pages."""
    for uri in uris:
        reader.open(uri).click("[data-collect]")


def have(reader: Visitor, *ids: str) -> Page:
    """Come to a selection that somebody has sent, and take it over."""
    page = reader.open(f"{BASKET}?ids={','.join(ids)}")
    page.click("text=收为我的选编")
    wait(page)
    return page


def saved(page: Page, button: str) -> Download:
    """Press a button that saves a file."""
    with page.expect_download() as waiting:
        page.click(button)
    return waiting.value


def printed(page: Page, button: str) -> list[str]:
    """Press a button that prints, and read the pages that a printer would get."""
    page.evaluate("window.print = () => { window.isPrinted = true; }")
    page.click(button)
    page.wait_for_function("window.isPrinted")
    data = page.pdf(prefer_css_page_size=True, format="A4")
    page.evaluate("delete window.isPrinted; dispatchEvent(new Event('afterprint'))")
    document = pypdfium2.PdfDocument(data)
    try:
        return ["".join(one.get_textpage().get_text_bounded().split()) for one in document]
    finally:
        document.close()


def words(text: str) -> str:
    """Give a text without white space, marks of notes and numbers, which may stand higher or lower than the line."""
    return re.sub(r"\[[0-9]+\]|[0-9]+|\s+", "", text)


@pytest.mark.both_ways
def test_collecting_while_reading(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """On a case, in a list and among results the same button collects; a voice says so, the menu counts."""
    reader = visit(address_of(showcase_site))
    page = reader.open(FULL_CASE)
    page.click("text=收入选编")
    expect(page.locator(".announcement[role=status]")).to_contain_text("选编里共1个案例")
    expect(page.get_by_role("link", name="我的选编，1个案例")).to_be_visible()
    page = reader.open("province/gansu.html")
    first = page.locator(".row .corner__button, .card .corner__button").filter(has_text="选编").first
    first.focus()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-pressed", "true")
    page = reader.open("browse.html?q=示例")
    found = page.locator(".row .corner__button[aria-pressed=false]").filter(has_text="选编").first
    found.click()
    expect(found.or_(page.locator(".corner__button[aria-pressed=true]")).first).to_be_visible()
    page = reader.open(BASKET)
    wait(page)

    assert len(ids_of(page)) == 3
    assert FULL in ids_of(page)
    assert reader.complaints == []


def test_ordered_titled_and_kept(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Keys move cases, and the focus stays; all is there on the next visit; clearing can be undone."""
    reader = visit(address_of(showcase_site))
    page = have(reader, FULL, THIN, "hai-dao-shu-wu")
    page.get_by_label("题名").fill("示例选编")
    page.get_by_role("button", name=re.compile("^下移")).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".announcement[role=status]")).to_contain_text("移到第2位，共3个")

    assert ids_of(page) == [THIN, FULL, "hai-dao-shu-wu"]
    assert page.evaluate("document.activeElement.textContent") == "下移"
    page.reload()
    wait(page)
    assert ids_of(page) == [THIN, FULL, "hai-dao-shu-wu"]
    expect(page.get_by_label("题名")).to_have_value("示例选编")
    page.click("text=清空")
    expect(page.locator(".selection__title")).to_have_count(0)
    page.click("text=撤销")
    wait(page)
    assert ids_of(page) == [THIN, FULL, "hai-dao-shu-wu"]
    expect(page.get_by_label("题名")).to_have_value("示例选编")
    assert reader.complaints == []


def test_put_in_order_by_number(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """A number typed before a case moves it there in one step; what is no place is the nearest, or changes nothing."""
    reader = visit(address_of(showcase_site))
    page = have(reader, FULL, THIN, "hai-dao-shu-wu")
    orders = []
    for index, typed in [(2, "1"), (0, "９９"), (1, "-5"), (0, "末"), (0, "1.5")]:
        place = page.locator(".selection__place").nth(index)
        place.fill(typed)
        place.press("Enter")
        orders.append(ids_of(page))
    moved = ["hai-dao-shu-wu", FULL, THIN]

    assert orders == [moved, [FULL, THIN, "hai-dao-shu-wu"], *[[THIN, FULL, "hai-dao-shu-wu"]] * 3]
    assert [one.input_value() for one in page.locator(".selection__place").all()] == ["1", "2", "3"]
    assert page.evaluate("document.activeElement.className") == "selection__place"
    assert reader.complaints == []


def test_collecting_shows_the_way(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Whoever looks sees what was collected and gets to the selection, on a phone without the menu, for a while."""
    reader = visit(address_of(showcase_site), width_px=390)
    reader.page.clock.install()
    page = reader.open("province/gansu.html")
    strip = page.locator(".collected")
    page.locator(".corner__button").filter(has_text="选编").first.click()
    expect(strip).to_contain_text("选编里共1个案例")
    page.clock.run_for(10_000)
    expect(strip).to_be_hidden()
    page.locator(".corner__button").filter(has_text="选编").first.click()
    expect(strip).to_contain_text("选编里没有案例了")
    strip.get_by_role("link", name="看选编").click()
    page.wait_for_url(re.compile("basket.html"))

    assert reader.complaints == []


def test_all_that_was_found(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """What a search finds is taken in at once, in its order; unasked nothing offers to take the whole library."""
    reader = visit(address_of(showcase_site))
    page = reader.open("browse.html?task=党建联建")
    button = page.get_by_role("button", name=re.compile("^全部收入选编"))
    expect(button).to_be_visible()
    found = [str(one.get_attribute("href")) for one in page.locator(".rows h2 a, .rows h3 a").all()]
    button.click()
    expect(page.locator(".collected")).to_contain_text(f"选编里共{len(found)}个案例")
    page = reader.open(BASKET)
    wait(page)

    assert [f"cases/{one}.html" for one in ids_of(page)] == [re.sub(r".*(cases/[^#]*).*", r"\1", one) for one in found]
    page = reader.open("browse.html")
    page.wait_for_selector("[data-drawn]")
    expect(button).to_be_hidden()
    assert reader.complaints == []


def test_what_opens_closes_again(showcase_site: Path, visit: Visit) -> None:
    """Escape and a click beside close what stands over the list, and only one is open."""
    page = visit(f"{showcase_site.as_uri()}/").open(f"{BASKET}?ids={FULL},{THIN}")
    wait(page)
    opened = page.locator(".takeaways details[open]")
    page.click("summary:text('参考文献')")
    page.click("summary:text('分享')")
    expect(opened).to_have_count(1)
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "分享"
    page.click("summary:text('参考文献')")
    page.click("h1")
    expect(opened).to_have_count(0)


def test_pasted_where_no_link_leads(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """What a colleague sent opens from its text: a selection's address, or those of cases; other texts are refused."""
    reader = visit(address_of(showcase_site))
    page = reader.open(BASKET)
    field, send = page.get_by_label("别人发来的选编"), page.get_by_role("button", name="打开")
    field.fill("没有网址的一句话")
    send.click()
    expect(page.get_by_role("alert")).to_contain_text("这里面没有选编")
    field.fill(f"请看：https://anliji.example/basket.html?ids={FULL},{THIN}&title=%E7%A4%BA%E4%BE%8B。谢谢")
    send.click()
    wait(page)
    expect(page.locator(".selection__shared")).to_contain_text("“示例”，2个案例")
    page.get_by_role("button", name="收为我的选编").click()
    expect(page.locator(".selection__shared")).to_be_hidden()
    field.fill(f"D:\\案例\\cases\\x https://anliji.example/{THIN_CASE} 和 https://anliji.example/{FULL_CASE}#q=1")
    send.click()
    wait(page)

    assert ids_of(page) == [THIN, FULL]
    assert reader.complaints == []


def test_an_address_that_lost_its_end(showcase_site: Path, visit: Visit) -> None:
    """A long address says how many cases it has, so that one that was cut off on its way is found out."""
    reader = visit(f"{showcase_site.as_uri()}/")
    ids = [FULL, THIN, *(f"mei-you-{number}" for number in range(298))]
    page = reader.open(f"{BASKET}#ids={','.join(ids)}")
    wait(page)
    page.click("summary:text('分享')")
    url = page.locator("#share-text").text_content() or ""
    expect(page.locator(".takeaways details[open]")).to_contain_text("会截断")
    reader.open("index.html")
    page = reader.open(f"{BASKET}#{urlsplit(url).fragment[:2000].rpartition(',')[0]}")
    wait(page)
    left = len(ids_of(page))

    assert "#n=300&ids=" in url
    expect(page.locator(".selection__shared")).to_contain_text(f"应有300个案例，少了{300 - left}个")
    assert reader.complaints == []


def test_shared_as_an_address(showcase_site: Path, serve: Callable[[Path], str], visit: Visit) -> None:
    """The address shows title and cases to another reader, who may take them over, beside the own ones or for them."""
    home = serve(showcase_site)
    one = visit(home)
    collect(one, FULL_CASE, THIN_CASE)
    page = one.open(BASKET)
    page.get_by_label("题名").fill("示例：共享&选编")
    page.keyboard.press("Tab")
    wait(page)
    page.click("text=分享")
    url = page.locator("#share-text").text_content() or ""
    other = visit(home)
    collect(other, "cases/hai-dao-shu-wu.html")
    page = other.open(url.removeprefix(home))
    wait(page)
    expect(page.locator(".selection__shared")).to_contain_text("“示例：共享&选编”，2个案例")
    expect(page.get_by_role("button", name=re.compile("^上移")).first).to_be_hidden()
    seen = ids_of(page)
    page.click("text=并入我的选编")
    wait(page)

    assert parse_qs(urlsplit(url).query) == {"ids": [f"{FULL},{THIN}"], "title": ["示例：共享&选编"]}
    assert seen == [FULL, THIN]
    assert ids_of(page) == ["hai-dao-shu-wu", FULL, THIN]
    assert other.complaints == []


def test_on_paper(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """A cover, contents, each case whole on its own page, and references; pages after the cover bear their numbers."""
    page = visit(address_of(showcase_site)).open(f"{BASKET}?ids={FULL},{THIN}&title=示例选编")
    wait(page)
    pages = printed(page, "text=打印成册")
    # Letters that stand lower or higher come out of a PDF behind their line.
    whole = words(page.locator(".paper").text_content() or "")
    record = record_of(page, FULL)

    assert pages[0].startswith("示例选编共2个案例")
    assert "目录1" in pages[1]
    assert [re.findall(r"—([0-9]+)—", one) for one in pages] == [
        [],
        *([str(number)] for number in range(2, len(pages) + 1)),
    ]
    assert "参考文献" in pages[-1]
    assert "[EB/OL]" in pages[-1]
    assert [text for text in _texts(record) if words(text) not in whole] == []


def record_of(page: Page, case_id: str) -> dict[str, Any]:
    """Give a record as the page reads it."""
    record: dict[str, Any] = page.evaluate(
        "id => new Promise((resolve) => anliji.readCases([{ id }], (_, { record }) => resolve(record)))", case_id
    )
    return record


def _texts(record: dict[str, Any]) -> Iterator[str]:
    """Give what must stand of a record wherever it is taken."""
    yield from (record[key] for key in ("title", "summary", "significance") if key in record)
    yield from (outcome["what"] for outcome in record["outcomes"])
    yield from (source["title"] for source in record["sources"])
    yield from record["training"]["questions"]
    for key in ("background", "approach", "results", "lessons"):
        yield from plain_text(parse_prose(record.get(key, ""))).split("\n")


@pytest.mark.both_ways
def test_as_a_word_file(address_of: AddressOf, showcase_site: Path, visit: Visit, tmp_path: Path) -> None:
    """Word's file has styles for headings, East Asian fonts, contents, tables, and every word of the texts."""
    reader = visit(address_of(showcase_site))
    page = reader.open(f"{BASKET}?ids={FULL},{THIN}&title=示例选编")
    wait(page)
    saved(page, ".takeaways >> text=存为 Word").save_as(tmp_path / "selection.docx")
    document = docx.Document(str(tmp_path / "selection.docx"))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    told = words("".join([*(one.text for one in document.paragraphs), *cells]))
    record = record_of(page, FULL)
    with zipfile.ZipFile(tmp_path / "selection.docx") as archive:
        broken = archive.testzip()
        styles = archive.read("word/styles.xml").decode()
        settings = archive.read("word/settings.xml").decode()
        places = set(re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', archive.read("word/document.xml").decode()))
        asked = set(re.findall(r'w:anchor="(\w+)"', archive.read("word/document.xml").decode()))

    # Nothing that a program would have to ask about or to fill in before it prints.
    assert broken is None
    assert "updateFields" not in settings
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "toc 1"] == [
        *(heading.partition("：")[0] for heading in headings)
    ]
    assert document.core_properties.title == "示例选编"
    assert [heading.partition("\u3000")[0] for heading in headings] == ["1", "2", "参考文献"]
    assert {"主要做法", "工作成效", "出处"} <= {one.text for one in document.paragraphs}
    assert len(document.tables) >= 3
    assert 'w:eastAsia="宋体"' in styles
    assert asked <= places
    assert "[EB/OL]" in told
    assert [text for text in _texts(record) if words(text) not in told] == []
    assert reader.complaints == []


def test_libreoffice_opens_the_word_file(libreoffice: str, showcase_site: Path, visit: Visit, tmp_path: Path) -> None:
    """The second program lays it out: the cover, the contents, each case, and the pages' numbers."""
    page = visit(f"{showcase_site.as_uri()}/").open(f"{BASKET}?ids={FULL},{THIN}&title=示例选编")
    wait(page)
    saved(page, ".takeaways >> text=存为 Word").save_as(tmp_path / "selection.docx")
    command = [libreoffice, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "selection.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    document = pypdfium2.PdfDocument(tmp_path / "selection.pdf")
    texts = ["".join(one.get_textpage().get_text_bounded().split()) for one in document]
    document.close()

    assert texts[0].startswith("示例选编")
    assert re.match(r"目录1.*2.*参考文献—2—$", texts[1])
    # Quotation marks may be of another font, and then come out of a PDF before or behind their line.
    assert re.sub(r"[“”]", "", texts[2]).startswith("1把水质监测站建到最后一公里的渠口上")


def test_as_tables_and_references(
    showcase_site: Path, serve: Callable[[Path], str], visit: Visit, tmp_path: Path
) -> None:
    """A spreadsheet gets a row for each case, in UTF-8 that it knows; references are as the cases' pages have them."""
    reader = visit(serve(showcase_site))
    page = reader.open(f"{BASKET}?ids={FULL},{THIN}")
    wait(page)
    saved(page, "text=存为 CSV").save_as(tmp_path / "selection.csv")
    data = (tmp_path / "selection.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    references = (page.locator("#references-text").text_content() or "").split("\n")
    page.click("text=参考文献")
    saved(page, "text=存为 .txt").save_as(tmp_path / "references.txt")
    cited = [reader.open(uri).locator("#citation").text_content() for uri in (FULL_CASE, THIN_CASE)]

    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["编号"] for row in rows] == [FULL, THIN]
    assert references == [f"[{number}] {text}" for number, text in enumerate(cited, 1)]
    assert (tmp_path / "references.txt").read_text("utf-8-sig").split() == "\n".join(references).split()
    assert reader.complaints == []


def test_every_case_is_cited_as_on_its_page(showcase_site: Path, visit: Visit) -> None:
    """Whoever answers for a text, one body or several, is named by the script as by the page."""
    reader = visit(f"{showcase_site.as_uri()}/")
    pages = {path.stem: path.read_text("utf-8") for path in sorted((showcase_site / "cases").glob("*.html"))}
    ids = [one for one, html in pages.items() if "data-record" in html]
    page = reader.open(f"{BASKET}?ids={','.join(ids)}")
    wait(page)
    references = (page.locator("#references-text").text_content() or "").split("\n")
    # The day is the only part of it that a script writes.
    day = reader.open(FULL_CASE).locator("#citation [data-today]").text_content() or ""
    cited = [CITATION.findall(pages[one])[0].replace(TO_BE_READ, day) for one in ids]

    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
    assert references == [f"[{number}] {unescape(text)}" for number, text in enumerate(cited, 1)]


@pytest.mark.both_ways
def test_storage_switched_off(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Where the browser keeps nothing, the address carries the selection through the visit, and the page says so."""
    reader = visit(address_of(showcase_site))
    reader.page.add_init_script(NO_STORE)
    page = reader.open(FULL_CASE)
    page.click("[data-collect]")
    expect(page.locator(".announcement[role=status]")).to_contain_text("只在这次访问中有效")
    page.locator(".site-header__name").click()
    page.wait_for_url(re.compile("index.html"))
    page.locator("[data-basket-link]").click()
    page.wait_for_url(re.compile("basket.html"))
    wait(page)

    assert ids_of(page) == [FULL]
    expect(page.locator(".basket > .notice").nth(1)).to_contain_text("浏览器没有保存的地方")
    page.reload()
    wait(page)
    assert ids_of(page) == [FULL]
    assert reader.complaints == []


def test_a_case_that_is_gone(showcase_site: Path, visit: Visit) -> None:
    """Cases that were withdrawn, or never there, are named, and left out of what is taken away, which says so too."""
    reader = visit(f"{showcase_site.as_uri()}/")
    page = reader.open(f"{BASKET}?ids={FULL},{WITHDRAWN},mei-you")
    wait(page)
    expect(page.locator(".basket > .notice").nth(1)).to_contain_text("2个案例已不在案例库中")
    pages = printed(page, "text=打印成册")

    assert page.locator(".selection__row.is-gone").count() == 2
    assert "另有2个案例已不在案例库中，没有收入" in pages[1]
    assert pages[0].startswith("案例选编共1个案例")
    assert reader.complaints == []


ADDRESSES = (
    "?ids=",
    "?ids=,,,&title=",
    "?ids=../../etc/passwd,<script>,A,__proto__,constructor",
    "?ids=" + ",".join([FULL] * 300),
    "?title=%E0%A4%A&ids=%00",
    "#ids=%",
    "?ids=" + "x" * 5000,
    "?ids=quan-zi-duan&title=" + "<b>题" * 200,
)


def test_any_address(showcase_site: Path, visit: Visit) -> None:
    """Whatever an address says, the page stands, shows each case once and takes nothing for HTML."""
    reader = visit(f"{showcase_site.as_uri()}/")
    page = reader.open(BASKET + ADDRESSES[0])
    for address in ADDRESSES:
        page.evaluate(COME, address)
        wait(page)

        assert ids_of(page) == ([FULL] if FULL in address else ids_of(page)), address
        assert page.locator(".basket b, .basket script").count() == 0, address
    for address in ADDRESSES[-2:]:
        wait(reader.open(BASKET + address))
        assert page.locator(".basket b, .basket script").count() == 0, address
    assert reader.complaints == []


def test_five_hundred_cases(showcase_site: Path, visit: Visit) -> None:
    """A selection of 500 stays usable: all are listed, and those that are not there are said."""
    reader = visit(f"{showcase_site.as_uri()}/")
    ids = [FULL, THIN, *(f"mei-you-{number}" for number in range(498))]
    page = reader.open(f"{BASKET}#ids={','.join(ids)}")
    wait(page)
    expect(page.locator(".basket > .notice").nth(1)).to_contain_text("498个案例已不在案例库中")

    assert len(ids_of(page)) == 500
    assert (page.locator("#share-text").text_content() or "").count("#n=500&ids=") == 1
    assert reader.complaints == []


@pytest.fixture(name="scripts")
def fixture_scripts(showcase_site: Path, visit: Visit) -> Page:
    """A page whose scripts are asked."""
    return visit(f"{showcase_site.as_uri()}/").open(BASKET)


@each("minutes", [45, 90, 180])
def test_times_of_a_lesson_add_up(minutes: int, scripts: Page) -> None:
    """For any number of cases the parts of a lesson fill its minutes, and what does not fit is said."""
    plans = scripts.evaluate(
        "minutes => Array.from({ length: 30 }, (_, count) => anliji.lesson("
        " Array.from({ length: count + 1 }, (_, at) => ({ title: `${at}`, summary: '提要',"
        " training: at % 2 ? { minutes: at * 7, questions: ['问'] } : undefined })),"
        " minutes, { summary: '内容提要' }))"
        ".map((plan) => [plan.slots.map((slot) => slot.minutes), plan.cases.length + plan.left.length])",
        minutes,
    )

    assert [sum(slots) for slots, _ in plans] == [minutes] * 30
    assert [count for _, count in plans] == list(range(1, 31))
    assert min(least for slots, _ in plans for least in slots) >= 5


def test_a_lesson_on_two_pages(showcase_site: Path, visit: Visit, tmp_path: Path) -> None:
    """A page for the teacher and one for the learners; questions of the record stand as they are, others are marked."""
    reader = visit(f"{showcase_site.as_uri()}/")
    page = reader.open("collections/xuanbian.html")
    page.click("text=教学方案")
    page.wait_for_url(re.compile("basket.html"))
    wait(page)
    page.goto(f"{reader.home}{BASKET}?ids={FULL},{THIN}")
    wait(page)
    page.click("text=45分钟")
    pages = printed(page, "text=打印两页")
    saved(page, ".teach >> text=存为 Word").save_as(tmp_path / "lesson.docx")
    document = docx.Document(str(tmp_path / "lesson.docx"))
    told = [one.text for one in document.paragraphs]

    assert len(pages) == 2
    assert "教师用45分钟2个案例适用课程：" in pages[0]
    assert "合计45" in pages[0]
    assert "学员用45分钟" in pages[1]
    assert any("如果反过来会怎样？" in text and "建议" not in text for text in told)
    assert any(text.endswith("（建议）") for text in told)
    assert not any("（建议）" in text for text in told[told.index(next(one for one in told if "学员用" in one)) :])
    assert reader.complaints == []


@each("text", TRICKY)
def test_nothing_of_a_text_is_dropped(text: str, scripts: Page) -> None:
    """The small reader of Markdown has the words of the one that makes the pages."""
    assert _flat(scripts, [text]) == [words(plain_text(parse_prose(text)))]


def test_no_section_loses_a_word(site_of: SiteOf, scripts: Page) -> None:
    """Likewise for every text of the showcase, the extremes and the real records."""
    texts = [
        text
        for name in ("showcase", "extremes", "real")
        for path in sorted((site_of(name) / "search/cases").glob("*.js"))
        for record in re.findall(r"String\.raw`(.*?)`", _decoded(path.read_bytes()), re.DOTALL)
        for text in _sections(record)
    ]

    assert len(texts) > 100
    assert _flat(scripts, texts) == [words(plain_text(parse_prose(text))) for text in texts]


def _decoded(data: bytes) -> str:
    return data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig")


def _sections(record: str) -> Iterator[str]:
    told = json.loads(record)
    yield from (told[key] for key in ("background", "approach", "results", "lessons") if key in told)


def _flat(page: Page, texts: list[str]) -> list[str]:
    """Give the words of texts as the scripts read them, without marks of notes."""
    found: list[str] = page.evaluate(
        "texts => texts.map((text) => anliji.markdown(text).map((one) => [one.runs, ...[].concat(...(one.rows || []))]"
        ".map((runs) => runs.filter(({ sup, text: words }) => !(sup && /^\\[[0-9]+\\]$/.test(words)))"
        ".map(({ text: words }) => words).join('')).join('\\n')).join('\\n'))",
        texts,
    )
    return [words(text) for text in found]


def test_scripts_come_when_used(showcase_site: Path) -> None:
    """No other page names the scripts of the selection, and they are light."""
    page = (showcase_site / FULL_CASE).read_text("utf-8")
    weight = len(gzip.compress((showcase_site / "assets/basket.js").read_bytes(), mtime=0))

    assert "assets/basket" not in page
    assert weight <= MOST_BYTES
