"""Takes a picture of everything that readers can see: `make screenshots`, or `python -m tests.browser.screenshots`.

Every view of `views.py` at every width, light and dark, as whole pages, with a sheet that shows them side by side.
A page that complains ends it with 1.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import escape
from multiprocessing import get_context
from pathlib import Path

from playwright.sync_api import Browser, Error

from tests.browser import readme_pictures
from tests.browser.reader import Visitor, new_context, running_chromium
from tests.browser.sites import PROJECTS, ROOT, build
from tests.browser.views import PHONE_PX, SCHEMES, VIEWS, WIDTHS_PX, View

FOLDER = ROOT / ".cache" / "screenshots"
SHEET = "index.html"
HEIGHTS_PX = {390: 844, 1024: 768, 1440: 900}
"""How high a screen of a width is; any other is as high as HEIGHT_PX."""
HEIGHT_PX = 900
PROCESSES = 2
OVERLAYS = "open-"
"""How the names of views begin in which something lies over the page."""
WHOLE_PX = "() => document.documentElement.scrollHeight"

ALL_PICTURES = """
async () => {
  const images = Array.from(document.images).filter((image) => image.src);
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
}
"""
"""Brings the photos that a reader would scroll to."""


@dataclass(frozen=True)
class Run:
    """What one process takes with one browser: views at one width in one colour scheme."""

    names: tuple[str, ...]
    """Of the views; what they do does not travel between processes."""
    homes: dict[str, str]
    """Where each site is."""
    width_px: int
    scheme: str
    folder: Path


def picture_name(view: View, width_px: int, scheme: str) -> str:
    """Name the file of a picture."""
    return f"{view.name}.{width_px}.{scheme}.png"


def take(runs: Sequence[Run]) -> list[str]:
    """Take the pictures of some runs and give what pages complained about."""
    with running_chromium() as browser:
        return [complaint for run in runs for complaint in _take_run(browser, run)]


def _take_run(browser: Browser, run: Run) -> list[str]:
    complaints = []
    wanted = [view for view in VIEWS if view.name in run.names]
    for site, contrast, size in dict.fromkeys((view.site, view.contrast, view.size) for view in wanted):
        context = new_context(
            browser,
            run.width_px,
            height_px=HEIGHTS_PX.get(run.width_px, HEIGHT_PX),
            contrast=contrast,
            size=size,
            color_scheme=run.scheme,
            has_touch=run.width_px == PHONE_PX,
            is_mobile=run.width_px == PHONE_PX,
            reduced_motion="reduce",
        )
        reader = Visitor(context, run.homes[site])
        for view in wanted:
            if (view.site, view.contrast, view.size) == (site, contrast, size):
                _take_one(reader, view, run)
        complaints += [f"{run.width_px} px, {run.scheme}: {complaint}" for complaint in reader.complaints]
        context.close()
    return complaints


def _take_one(reader: Visitor, view: View, run: Run) -> None:
    try:
        page = reader.open(view.uri)
        page.evaluate(ALL_PICTURES)
        view.prepare(page)
        path = run.folder / picture_name(view, run.width_px, run.scheme)
        if run.width_px != PHONE_PX:
            page.screenshot(path=path, full_page=True, animations="disabled")
            return
        # Chromium forgets fingers while it takes a whole page, so the phone gets as high as the page.
        height_px = HEIGHTS_PX[PHONE_PX] if view.name.startswith(OVERLAYS) else page.evaluate(WHOLE_PX)
        page.set_viewport_size({"width": PHONE_PX, "height": height_px})
        page.screenshot(path=path, animations="disabled")
        page.set_viewport_size({"width": PHONE_PX, "height": HEIGHTS_PX[PHONE_PX]})
    except (Error, AssertionError) as fault:
        # The other pictures are still wanted.
        reader.complaints.append(f"{view.name}: {fault}")


def write_sheet(folder: Path, views: Iterable[View]) -> None:
    """Write a page that shows the pictures of a folder, a row for each view."""
    rows = []
    for view in views:
        names = [picture_name(view, width_px, scheme) for scheme in SCHEMES for width_px in WIDTHS_PX]
        there = [name for name in names if (folder / name).is_file()]
        if there:
            pictures = "\n".join(_PICTURE.format(name=name, label=name.split(".")[1:3]) for name in there)
            rows.append(f"<h2>{escape(view.name)} <small>{escape(view.uri)}</small></h2>\n{pictures}")
    (folder / SHEET).write_text(_SHEET.replace("ROWS", "\n".join(rows)), encoding="utf-8")


_PICTURE = '<a href="{name}"><img src="{name}" alt="" loading="lazy">{label[0]} {label[1]}</a>'
_SHEET = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>网页的照片</title>
<style>
body { background: #eee; font: 14px/1.5 sans-serif; margin: 1rem; }
a { display: inline-block; margin: 0 .6rem .6rem 0; vertical-align: top; }
img { background: #fff; display: block; height: 420px; max-width: 100%; object-fit: cover; object-position: top; }
small { color: #666; font-weight: 400; }
</style>
<h1>网页的照片</h1>
ROWS
"""


def build_sites(names: Iterable[str], folder: Path) -> dict[str, str]:
    """Build sites in a folder and give their addresses, by name."""
    homes = {}
    for name in names:
        PROJECTS[name](folder / name)
        homes[name] = f"{build(folder / name).as_uri()}/"
    return homes


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are asked for; 1 says that a page complained."""
    parser = argparse.ArgumentParser(description="给网页拍照 · take pictures of the pages")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="放照片的文件夹 · where they go")
    parser.add_argument(
        "--only", nargs="+", default=[], help="只拍名称里有这些字的 · only names that contain one of these"
    )
    parser.add_argument("--width", nargs="+", type=int, default=WIDTHS_PX, help="宽度（像素）· widths in px")
    parser.add_argument("--scheme", nargs="+", choices=SCHEMES, default=SCHEMES, help="浅色、深色 · light, dark")
    asked = parser.parse_args(arguments)
    views = [view for view in VIEWS if not asked.only or any(part in view.name for part in asked.only)]
    if not views:
        parser.error(f"没有这样的照片 · no such picture: {' '.join(asked.only)}")
    asked.folder.mkdir(parents=True, exist_ok=True)
    if not asked.only:
        for old in asked.folder.glob("*.png"):
            old.unlink()
    with tempfile.TemporaryDirectory() as temporary:
        homes = build_sites(dict.fromkeys(view.site for view in views), Path(temporary))
        runs = [
            Run(tuple(view.name for view in views if width_px in view.widths_px), homes, width_px, scheme, asked.folder)
            for width_px in asked.width
            for scheme in asked.scheme
        ]
        shares = [runs[at::PROCESSES] for at in range(min(PROCESSES, len(runs)))]
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
            complaints = [complaint for found in pool.map(take, shares) for complaint in found]
        if not asked.only:
            readme_pictures.make(Path(temporary) / "real" / "site")
    write_sheet(asked.folder, VIEWS)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{sum(len(run.names) for run in runs)} 张照片，{len(complaints)} 个问题：{asked.folder / SHEET}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
