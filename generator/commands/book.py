"""`anliji book`: a printable book of a collection, or of any selection of cases."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import click

from generator import clock
from generator.commands.examined import examined, example_address
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say, say_coloured, stop
from generator.making.store.last_build import find
from generator.making.terminal.help import ChineseCommand, ChineseOption
from generator.making.terminal.progress import Stages
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import SIZES, VARIANTS, Format, PaperSize, Variant, paper_size

Decorator = Callable[[Any], Any]

_CONDITIONS: tuple[Decorator, ...] = (
    click.option("--task", default="", metavar="任务类型", help="只收这个任务类型的案例。"),
    click.option("--province", default="", metavar="省份", help="只收学校在这个省份的案例。"),
    click.option(
        "--year", cls=ChineseOption, type=click.IntRange(1900, 2100), metavar="年份", help="只收这一年的案例。"
    ),
    click.option("--case", "cases", multiple=True, metavar="编号", help="只收这个案例；可以写几次。"),
)
_FILES: tuple[Decorator, ...] = (
    click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="汇编写到哪里，例如 汇编.pdf。"
    ),
    click.option(
        "--per-case",
        type=click.Path(path_type=Path),
        metavar="文件夹",
        help="另把每个案例单独做成一个 PDF，页码与汇编相同。",
    ),
)
_FORM: tuple[Decorator, ...] = (
    click.option("--size", type=click.Choice(SIZES), help="开本；不写用案例集里写的，没有写是 16k。"),
    click.option(
        "--variant",
        type=click.Choice(VARIANTS),
        help="print 供双面印刷，按四色印刷写颜色；screen 供屏幕阅读。不写是 print。",
    ),
    click.option("--bleed", is_flag=True, help="加出血和裁切线，送印刷厂用。"),
    click.option("--archive", is_flag=True, help="屏幕版同时符合 PDF/A-2a，供归档。"),
)


def _options(*options: Decorator) -> Decorator:
    """Give a command several options; its help lists them in this order."""
    return lambda command: reduce(lambda given, option: option(given), reversed(options), command)


@click.command(cls=ChineseCommand)
@click.argument("collection", required=False, default="", metavar="[案例集]")
@_options(*_CONDITIONS)
@click.option("--title", default="", metavar="题名", help="汇编的题名；不写用案例集的。")
@_options(*_FILES, *_FORM)
@click.option("--keep-going", is_flag=True, help="略过有错误的案例和案例集。")
@in_folder
def book(
    *,
    collection: str,
    task: str,
    province: str,
    year: int | None,
    cases: tuple[str, ...],
    title: str,
    output: Path | None,
    per_case: Path | None,
    size: PaperSize | None,
    variant: Variant | None,
    bleed: bool,
    archive: bool,
    keep_going: bool,
) -> None:
    """把一个案例集，或者按条件选出的案例，排成可以印刷的汇编。"""
    from generator.commands.left_out import left_out_texts  # noqa: PLC0415
    from generator.hosting import configuration  # noqa: PLC0415 (MkDocs and the fonts take seconds; check does without)
    from generator.making.project.starter import sample_notices  # noqa: PLC0415
    from generator.making.typesetting import request, single_book  # noqa: PLC0415

    _refuse_contradictions(output, per_case, variant, bleed=bleed, archive=archive)
    variant = variant or ("screen" if archive else "print")
    root, stages = project_root(), Stages()
    examination = examined(find(root), stages, "没有生成汇编。", strict=False, keep_going=keep_going)
    publication = Publication(examination.library(), configuration.site_settings(root))
    asked = request.BookRequest(collection, task, province, year or 0, cases, title)
    arrangement = request.arrangement_of(publication, asked, clock.today())
    wanted = arrangement.collection.book
    form = Format(size or paper_size(wanted.size), variant, bleed or (wanted.bleed and variant == "print"), archive)
    job = single_book.BookJob(arrangement, form, _as_pdf(output), per_case)
    finished = single_book.make_book(publication, root, job, stages)
    samples = sample_notices(root, arrangement.cases)
    for notice in (*example_address(publication.settings), *samples, *finished.notices):
        say(f"注意：{notice}")
    say(finished.summary(stages.total_seconds))
    say_coloured(*left_out_texts(examination.left_out))
    raise SystemExit(PROBLEMS if examination.errors else 0)


def _refuse_contradictions(
    output: Path | None, per_case: Path | None, variant: Variant | None, *, bleed: bool, archive: bool
) -> None:
    """End the program where the options do not go together."""
    if output and output.name in ("", ".."):
        stop("-o 后面要写文件名，例如 -o 汇编.pdf。")
    if not (output or per_case):
        stop("没有写汇编放到哪里。请加上 -o 文件，例如 -o 汇编.pdf。")
    if bleed and variant == "screen":
        stop("出血和裁切线是印刷用的，不能和 --variant screen 一起写。请去掉其中一个。")
    if archive and (bleed or variant == "print"):
        other = "--bleed" if bleed else "--variant print"
        stop(
            f"归档用的 PDF/A 是屏幕版，不能和 {other} 一起写：送印的颜色按四色印刷写，"
            "PDF/A 要另带印刷机的颜色说明，程序没有。请去掉其中一个；两种都要的，做两次。"
        )


def _as_pdf(output: Path | None) -> Path | None:
    return output.with_name(f"{output.name}.pdf") if output and output.suffix.lower() != ".pdf" else output
