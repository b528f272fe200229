"""Makes the pictures of files in the handbook: `make pictures`, or `python -m tests.handbook_pictures`.

They show the files of an invented programme, so that they are true in the handbook of every project. LibreOffice draws
them, in the fonts of the books; poppler's pdftoppm makes pictures of its pages.
"""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from click.testing import CliRunner
from PIL import Image, ImageChops
from pylopdf_fonts_zh_cn import sans_path, serif_path

from generator import own_lists
from generator.case.date import PartialDate
from generator.cli import main
from generator.commands.status import owed_now
from generator.intake.owed import Chosen
from generator.making.kit.workbook import HEADING_ROW
from generator.outputs.report.owed_page import render_owed_page
from tests.browser.reader import running_chromium
from tests.fixtures.intake.make_libreoffice import convert

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "content/handbook"
PROGRAMME = ROOT / "tests/fixtures/handbook/programme.yml"
WIDTH_PX, MARGIN_PX = 1200, 40
MOST_BYTES = 120_000
_SERIF, _SANS = "Noto Serif SC", "Noto Sans SC"
_FONTS = {
    **dict.fromkeys(
        ("宋体", "SimSun", "仿宋", "FangSong", "仿宋_GB2312", "楷体", "KaiTi", "方正小标宋简体", "Times New Roman"),
        _SERIF,
    ),
    **dict.fromkeys(("黑体", "SimHei", "等线", "Calibri", "微软雅黑", "Arial"), _SANS),
}
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>{aliases}
<match target="pattern"><edit name="family" mode="append_last"><string>Noto Serif SC</string></edit></match>
</fontconfig>
"""
_ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
ROSTER = """\
deadline: 2026-11-20
quota: 3
units:
  - university: 示例大学
    contact: 科研处联络员
  - university: 示例农业大学
  - university: 示例医科大学
  - university: 示例师范学院
    quota: 1
"""
_SAID = ("序号", "任务类型", "标题", "内容提要", "学校", "院系", "单位")
ROWS = tuple(
    dict(zip(_SAID, (at, *row), strict=True))
    for at, row in enumerate(
        (
            (
                "乡村服务",
                "茶香飘进示例村",
                "截止目前，团队在示例村讲修剪和采摘12场，培训农户300余人次。",
                "示例大学",
                "农学院",
                "茶学团队",
            ),
            (
                "课堂下乡",
                "把课堂搬到田埂上",
                "团队把生物课搬到示例村的田埂上，村小的孩子认识了二十种作物。",
                "示例大学",
                "园艺学院",
                "园艺团队",
            ),
            (
                "健康服务",
                "义诊走进示例社区",
                "团队每月一次到示例社区义诊，为老人建立健康档案。",
                "示例大学",
                "护理学院",
                "护理团队",
            ),
        ),
        1,
    )
)
TABLE = (0.95, 0.42)
"""How much of a page of the table is shown, of its width and of its height."""


def main_program(project: Path, *words: str) -> None:
    """Run a command."""
    done = CliRunner().invoke(main, ["-C", str(project), *words])
    if done.exit_code > 1:
        raise SystemExit(done.output)


@contextmanager
def fonts_of_books(folder: Path) -> Iterator[None]:
    """Let LibreOffice find the fonts of the books under the names that offices use."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for path in (sans_path(), serif_path()):
        shutil.copy(path, fonts)
    aliases = "".join(_ALIAS.format(*pair) for pair in _FONTS.items())
    (folder / "fonts.conf").write_text(_CONFIGURATION.format(fonts=fonts, cache=folder / "cache", aliases=aliases))
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    try:
        yield
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before:
            os.environ["FONTCONFIG_FILE"] = before


def filled(table: Path) -> bytes:
    """Fill a table of a call in."""
    book = openpyxl.load_workbook(table)
    sheet = book.worksheets[0]
    lines = zip(sheet[HEADING_ROW - 1], sheet[HEADING_ROW], strict=True)
    headings: dict[str, int] = {}
    for upper, lower in lines:
        headings.setdefault(str(lower.value or upper.value).lstrip("*"), lower.column)
    for at, row in enumerate(ROWS, HEADING_ROW + 2):
        for heading, words in row.items():
            sheet.cell(at, headings[heading], words)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def picture_of(document: Path, folder: Path, share: tuple[float, float] = (1, 1)) -> Image.Image:
    """Draw the first page of a document, or its upper left, without the white around it."""
    convert("pdf", [document], folder, folder / "profile")
    pages = folder / document.stem
    command = ["pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-png", f"{pages}.pdf", str(pages)]
    subprocess.run(command, check=True)
    drawn = Image.open(f"{pages}.png").convert("RGB")
    left, top, right, bottom = ImageChops.difference(drawn, Image.new("RGB", drawn.size, "white")).getbbox() or (0,) * 4
    right, bottom = left + round((right - left) * share[0]), top + round((bottom - top) * share[1])
    return drawn.crop((max(0, left - MARGIN_PX), max(0, top - MARGIN_PX), right + MARGIN_PX, bottom + MARGIN_PX))


def keep(name: str, drawn: Image.Image) -> None:
    """Write a picture into the handbook, small enough to be read on the way."""
    width = min(WIDTH_PX, drawn.width)
    small = drawn.resize((width, round(drawn.height * width / drawn.width)), Image.Resampling.LANCZOS)
    for quality in (85, 75, 65, 50):
        packed = io.BytesIO()
        small.save(packed, "WEBP", quality=quality, method=6)
        if packed.tell() <= MOST_BYTES:
            break
    (FOLDER / name).write_bytes(packed.getvalue())


def status_page(project: Path) -> Image.Image:
    """Draw the page that says who owes what."""
    root = project.resolve()
    surroundings, lists = own_lists.read_surroundings(root, PartialDate.parse("2026-11-28"))
    table = owed_now(root, surroundings, lists, Chosen("", "", 0))
    page = render_owed_page(table, surroundings.programme, has_roster=True, made_on="2026年11月28日")
    (project / "status.html").write_text(page, encoding="utf-8")
    with running_chromium() as browser:
        tab = browser.new_page(viewport={"width": WIDTH_PX, "height": 520})
        tab.goto((root / "status.html").as_uri())
        height = tab.evaluate("document.body.getBoundingClientRect().bottom")
        shown = tab.screenshot(clip={"x": 0, "y": 0, "width": WIDTH_PX, "height": height})
    return Image.open(io.BytesIO(shown)).convert("RGB")


def draw_all(folder: Path) -> None:
    """Make all pictures."""
    project = folder / "project"
    CliRunner().invoke(main, ["init", str(project)])
    shutil.rmtree(project / "cases")
    (project / "cases").mkdir()
    shutil.copy(PROGRAMME, project / "content/programme.yml")
    (project / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    kit, letters = folder / "kit", folder / "letters"
    main_program(
        project, "kit", "-o", str(kit), "--title", "示例行动典型案例", "--deadline", "2026-11-20", "--quota", "3"
    )
    full = folder / "填好的汇总表.xlsx"
    full.write_bytes(filled(kit / "汇总表.xlsx"))
    main_program(project, "import", str(full))
    main_program(project, "letters", "-o", str(letters), "--by", "2026-12-12")
    keep("collecting-table.webp", picture_of(kit / "汇总表.xlsx", folder, TABLE))
    keep("collecting-form.webp", picture_of(kit / "申报表-乡村服务.docx", folder))
    keep("collecting-filled.webp", picture_of(full, folder, TABLE))
    keep("collecting-letter.webp", picture_of(letters / "修改意见-示例大学.docx", folder))
    keep("collecting-status.webp", status_page(project))


if __name__ == "__main__":
    with TemporaryDirectory() as made, fonts_of_books(Path(made)):
        draw_all(Path(made))
