"""The projects whose sites the browser tests look at: laid out in a folder, built as an editor would build them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.making.project.starter import unclaimed

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SHOWCASE = FIXTURES / "showcase"
EXTREMES = FIXTURES / "extremes"
PREFIX = "/lib/anli/"
"""The sub-path that the tests' server publishes a site under."""
SITE_URL = f"https://anliji.example{PREFIX}"
"""Where the showcase says that it will be published."""

MANY = 60
"""Plain records beside the extreme ones, so that lists have a first page, one in the middle, and a last."""
PLAIN_RECORD = """\
title: 长列表里的第{number}个案例
task: 实践育人
summary: 长列表要分页，这是其中的第{number}个案例。全部内容都是编造的。
university: 列表大学
branch: 列表教师党支部
province: 河北
sources:
  - title: 编造的报道
    date: {year}
status: published
"""
LONG_NAME = "全国高校“双带头人”教师党支部书记“强国行”专项行动典型案例库（极端项目）"
LONG_SLOT = "示例省教育厅、样例职业农林水利水电机电工程技术师范大学山区示范校党委组织部"


def lay_out_showcase(folder: Path) -> None:
    """Lay out the showcase, with the real project's settings and handbook."""
    shutil.copytree(SHOWCASE, folder)
    shutil.copytree(ROOT / "content" / "handbook", folder / "content" / "handbook", dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(_settings(), encoding="utf-8")


def lay_out_extremes(folder: Path) -> None:
    """Lay out the extremes, with many plain records beside them, a long name of the site and a full footer."""
    shutil.copytree(EXTREMES, folder)
    shutil.copytree(ROOT / "content" / "handbook", folder / "content" / "handbook")
    for number in range(1, MANY + 1):
        record = folder / "cases" / f"lie-biao-{number:02}" / "case.yml"
        record.parent.mkdir()
        record.write_text(PLAIN_RECORD.format(number=number, year=1960 + number), encoding="utf-8")
    head, mark, footer = _settings().partition("\n  footer:\n")
    slots, behind, rest = footer.partition("\n  # 首页。")
    filled = re.sub(r'^( {4}\w+): ""', rf'\1: "{LONG_SLOT}"', slots, flags=re.MULTILINE)
    named = re.sub(r"^site_name:.*$", f"site_name: {LONG_NAME}", head, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(named + mark + filled + behind + rest, encoding="utf-8")


def lay_out_real(folder: Path) -> None:
    """Lay out the repository's own project."""
    for name in ("content", "cases"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


TYPESET = ("showcase", "extremes")
"""The projects whose sites have their books: those of the real one take long, and no test here opens them."""
PROJECTS: dict[str, Callable[[Path], None]] = {
    "showcase": lay_out_showcase,
    "extremes": lay_out_extremes,
    "real": lay_out_real,
}
"""How each project is laid out, by the name that tests give its site."""


def build(project: Path, *options: str) -> Path:
    """Build a project's site, as an editor would, and give its folder.

    Raises:
        RuntimeError: the build found an error; the text is what it said.
    """
    command = [sys.executable, "-m", "generator.cli", "-C", str(project), "build", *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    if done.returncode != 0:
        raise RuntimeError(f"the build ended with {done.returncode}:\n{done.stderr}")
    return project / "site"


def _settings() -> str:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return unclaimed(re.sub(r"^site_url:.*$", f"site_url: {SITE_URL}", text, flags=re.MULTILINE))
