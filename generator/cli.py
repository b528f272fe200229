"""The command `anliji`: arguments and exit codes, nothing else.

Exit codes: 0 clean, 1 problems in the records, 2 wrong use or a missing part.
"""

import io
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich.console import Console

from generator import build as stages_of_build
from generator import examine
from generator.case.kinds import is_id
from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.case.schema_words import fill_words
from generator.case.text import listing, nearest
from generator.examine import Examination
from generator.making.errors import DEBUG, UserError, words_of
from generator.making.project import folder, starter
from generator.making.terminal import report
from generator.making.terminal.help import ChineseCommand, ChineseContext, ChineseOption, in_chinese
from generator.making.terminal.progress import Stages
from generator.making.terminal.usage import usage_of
from generator.outputs.site.settings import Site
from generator.outputs.views.book_format import SIZES, VARIANTS, Format
from generator.reading import manual
from generator.reading.checks import CHECKS

F = TypeVar("F", bound=Callable[..., Any])

PROBLEMS, WRONG_USE = 1, 2


def _enter(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


def in_folder(command: F) -> F:
    """Give a command the option -C, before or after its name."""
    return click.option(
        "-C",
        "project",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_enter,
        metavar="文件夹",
        help="项目所在的文件夹，默认是当前文件夹。",
    )(command)


def _root(*, must_exist: bool = True) -> Path:
    root = (click.get_current_context().find_root().obj or Path()).resolve()
    if must_exist and not folder.has_project(root):
        _stop(
            f"{root} 不是案例集项目：没有 mkdocs.yml，也没有 cases 文件夹。请用 -C 指明文件夹，或用 anliji init 新建。"
        )
    return root


def _say(text: str) -> None:
    click.echo(text, err=True)


def _stop(text: str) -> NoReturn:
    _say(text)
    raise SystemExit(WRONG_USE)


def _print_for_machines(text: str) -> None:
    """Print UTF-8, whatever the console's code page: these results go into files."""
    click.echo(text.encode(errors="replace"), nl=False)


def _console() -> Console:
    return Console(stderr=True)


class Program(click.Group):
    """The commands, with every way to stop put into words: wrong use, what the system refused, our own faults."""

    context_class = ChineseContext
    command_class = ChineseCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Offer the help option with a Chinese explanation."""
        return in_chinese(super().get_help_option(ctx))

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run a command line; ends the program with one of the three exit codes."""
        # An old terminal's encoding may lack a character; a question mark in its place is better than no message.
        if threading.current_thread() is threading.main_thread():
            # Being ended from outside is an interruption too: what is half done is put away.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            result = super().main(args, standalone_mode=False, **more)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            raise SystemExit(WRONG_USE) from error
        except click.UsageError as error:
            _stop(usage_of(error))
        except click.Abort:
            _stop("已中断；原来的文件没有改动。")
        except Exception as error:
            if os.environ.get(DEBUG) and not isinstance(error, UserError):
                raise
            _stop(words_of(error))
        if standalone_mode:
            raise SystemExit(result or 0)
        return result


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="anliji", message="案例集 anliji %(version)s", help="显示版本。")
@in_folder
def main() -> None:
    """案例集：把 YAML 案例记录编成可以阅读、按条件查找的典型案例库。"""


@main.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="文件夹")
@in_folder
def init(directory: Path) -> None:
    """在一个新文件夹里建立项目，附一条示例记录。"""
    target = (click.get_current_context().find_root().obj or Path()) / directory
    try:
        starter.start_project(target)
    except starter.OccupiedError:
        _stop(f"{target} 里已经有东西了，没有改动。请换一个空文件夹。")
    typed = f'"{target}"' if " " in str(target) else target
    click.echo(f"已建立项目：{target}\n下一步：anliji -C {typed} build，然后打开 {target / 'site' / 'index.html'}")


@main.command()
@click.argument("task", metavar="任务类型")
@click.argument("case_id", metavar="编号")
@in_folder
def new(task: str, case_id: str) -> None:
    """新建一条带说明的空白记录。任务类型写中文名，编号用小写字母、数字和连字符。"""
    known = packaged_programme().task_names
    if task not in known:
        close = known.nearest(task)
        _stop(
            f"没有“{task}”这个任务类型。" + (f"是不是“{close}”？" if close else "") + f"可用：{listing(known.names)}。"
        )
    if not is_id(case_id):
        _stop(f"“{case_id}”不能作编号。编号用小写字母、数字和连字符，例如 2025-nau-tea。")
    try:
        path = starter.start_case(_root(), known[task].name, case_id)
    except starter.OccupiedError:
        _stop(f"编号“{case_id}”已经有了，请换一个。")
    click.echo(f"已新建：{path}")


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "github", "json", "html"]), help="结果的格式，默认 text。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="把结果写进文件。")
@in_folder
def check(form: str | None, output: Path | None, *, strict: bool) -> None:
    """检查全部记录，列出全部问题。不生成网站。"""
    stages = Stages(_console())
    examination = examine.examine_project(_root(), stages)
    form = form or "text"
    colour = form == "text" and output is None and stages.console.is_terminal and not stages.console.no_color
    text = _rendered(examination, form, stages.total_seconds, colour=colour)
    if output:
        output.write_text(text, encoding="utf-8", errors="replace")
        _say(report.render_summary(examination.problems, checked=examination.checked, seconds=stages.total_seconds))
    else:
        _print_for_machines(text) if form != "text" else click.echo(text, nl=False)
    raise SystemExit(0 if examination.is_clean(strict=strict) else PROBLEMS)


def _rendered(examination: Examination, form: str, seconds: float, *, colour: bool) -> str:
    problems, checked = examination.problems, examination.checked
    match form:
        case "github":
            return report.render_github(problems)
        case "json":
            return report.render_json(problems)
        case "html":
            return report.render_html(problems, checked=checked, made_on=examine.today().chinese)
    return report.render_text(problems, checked=checked, seconds=seconds, color=colour)


@main.command()
@click.argument("rule", required=False, metavar="[规则]")
@in_folder
def explain(rule: str | None) -> None:
    """详细说明一条规则；不写规则时列出全部规则。"""
    if rule is None:
        titles = {name: (module.__doc__ or "").splitlines()[0] for name, module in CHECKS.items()}
        click.echo("\n".join(f"{name}  {title}" for name, title in titles.items()))
        return
    text = manual.explain(rule)
    if text is None:
        close = nearest(rule, CHECKS)
        guess = f"是不是 {close}？" if close else ""
        _stop(f"没有“{rule}”这条规则。{guess}不带参数运行 anliji explain 可以看到全部规则。")
    click.echo(text)


@main.command()
@click.option("--collection", is_flag=True, help="输出案例集文件的，而不是案例记录的。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="把结果写进文件。")
@in_folder
def schema(output: Path | None, *, collection: bool) -> None:
    """输出记录的 JSON Schema，供编辑器提示和补全。"""
    model = Collection if collection else Case
    described = fill_words(model.model_json_schema(), packaged_programme())
    described["properties"].pop("id", None)
    described["required"].remove("id")
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        _print_for_machines(text)


@main.command()
@click.option("--strict", is_flag=True, help="有警告也不生成。")
@click.option("--keep-going", is_flag=True, help="略过有错误的记录，生成其余的。")
@click.option("--no-books", is_flag=True, help="不排版汇编，快一些。")
@click.option("--timings", type=click.Path(path_type=Path), metavar="文件", help="把各阶段用时写成 JSON。")
@in_folder
def build(timings: Path | None, *, strict: bool, keep_going: bool, no_books: bool) -> None:
    """检查全部记录，生成完整的网站 site/，连同各案例集的汇编。"""
    from generator.hosting import mkdocs_plugin  # noqa: PLC0415 (MkDocs takes a second to import; check does without it)

    root, stages = _root(), Stages(_console())
    examination = _examined(root, stages, "没有生成网站；原来的网站没有改动。", strict=strict, keep_going=keep_going)
    library = examination.library()
    site = mkdocs_plugin.site_folder(root)
    hosted, written = stages_of_build.build_site(
        root, site, library, mkdocs_plugin.render_host, stages, strict=strict, with_books=not no_books
    )
    for notice in (*hosted.notices, *written.notices, *_example_address(hosted.site)):
        _say(f"注意：{notice}")
    _say(_done(examination, len(library.cases), site, stages))
    if timings:
        timings.write_text(json.dumps({"stages": stages.seconds}, ensure_ascii=False), encoding="utf-8")
    raise SystemExit(PROBLEMS if examination.errors else 0)


def _example_address(site: Site) -> list[str]:
    is_example = ".example/" in site.url
    return ["mkdocs.yml 里的 site_url 还是示例网址，正式发布前请改成真实网址。"] if is_example else []


def _examined(root: Path, stages: Stages, undone: str, *, strict: bool, keep_going: bool) -> Examination:
    """Check all records and tell what is wrong; ends the program where that forbids to go on."""
    examination = examine.examine_project(root, stages)
    if examination.problems:
        _report(examination, stages)
    if not (keep_going or examination.is_clean(strict=strict)):
        _say(f"{undone}改好后再运行一次" + ("。" if strict else "，或用 --keep-going 略过有错误的记录。"))
        raise SystemExit(PROBLEMS)
    return examination


def _report(examination: Examination, stages: Stages) -> None:
    colour = stages.console.is_terminal and not stages.console.no_color
    _say(
        report.render_text(
            examination.problems, checked=examination.checked, seconds=stages.total_seconds, color=colour
        ).rstrip()
    )


def _done(examination: Examination, published: int, site: Path, stages: Stages) -> str:
    left_out = sorted({problem.path for problem in examination.problems if problem.severity == "error"})
    told = f"略过了 {len(left_out)} 条有错误的记录：{listing(left_out)}。\n" if left_out else ""
    return f"{told}已发布 {published} 个案例，用时 {stages.total_seconds:.1f} 秒：{site / 'index.html'}"


@main.command()
@click.argument("collection", required=False, default="", metavar="[案例集]")
@click.option("--task", default="", metavar="任务类型", help="只收这个任务类型的案例。")
@click.option("--province", default="", metavar="省份", help="只收学校在这个省份的案例。")
@click.option("--year", cls=ChineseOption, type=click.IntRange(1900, 2100), metavar="年份", help="只收这一年的案例。")
@click.option("--case", "cases", multiple=True, metavar="编号", help="只收这个案例；可以写几次。")
@click.option("--title", default="", metavar="题名", help="汇编的题名；不写用案例集的。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="汇编写到哪里，例如 汇编.pdf。")
@click.option(
    "--per-case",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="另把每个案例单独做成一个 PDF，页码与汇编相同。",
)
@click.option("--size", type=click.Choice(SIZES), help="开本；不写用案例集里写的，没有写是 16k。")
@click.option(
    "--variant",
    type=click.Choice(VARIANTS),
    default="print",
    help="print 供双面印刷，screen 供屏幕阅读；不写是 print。",
)
@click.option("--bleed", is_flag=True, help="加出血和裁切线，送印刷厂用。")
@click.option("--archive", is_flag=True, help="同时符合 PDF/A-2a，供归档。")
@click.option("--keep-going", is_flag=True, help="略过有错误的记录。")
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
    size: str | None,
    variant: str,
    bleed: bool,
    archive: bool,
    keep_going: bool,
) -> None:
    """把一个案例集，或者按条件选出的案例，排成可以印刷的汇编。"""
    from generator.hosting import mkdocs_plugin  # noqa: PLC0415
    from generator.making.typesetting import books, request  # noqa: PLC0415 (the typesetter and its fonts; check does without them)

    if output and output.name in ("", ".."):
        _stop("-o 后面要写文件名，例如 -o 汇编.pdf。")
    if not (output or per_case):
        _stop("没有写汇编放到哪里。请加上 -o 文件，例如 -o 汇编.pdf。")
    if bleed and variant == "screen":
        _stop("出血和裁切线是印刷用的，不能和 --variant screen 一起写。请去掉其中一个。")
    root, stages = _root(), Stages(_console())
    examination = _examined(root, stages, "没有生成汇编。", strict=False, keep_going=keep_going)
    library, site = examination.library(), mkdocs_plugin.site_settings(root)
    if output and output.suffix.lower() != ".pdf":
        output = output.with_name(f"{output.name}.pdf")
    asked = request.BookRequest(collection, task, province, year or 0, cases, title)
    arrangement = request.arrangement_of(library, asked, site, examine.today())
    wanted = arrangement.collection.book
    form = Format(size or wanted.size, variant, bleed or (wanted.bleed and variant == "print"), archive)
    printed = books.make_book(library, root, site, books.BookJob(arrangement, form, output, per_case), stages)
    for notice in (*_example_address(site), *printed.notices):
        _say(f"注意：{notice}")
    _say(printed.summary(stages.total_seconds))
    raise SystemExit(PROBLEMS if examination.errors else 0)


@main.command()
@click.option(
    "--port",
    cls=ChineseOption,
    default=8000,
    type=click.IntRange(1, 65535),
    metavar="端口",
    help="网址里的端口，默认是 8000。",
)
@click.option("--published-only", is_flag=True, help="只显示已发布的案例，不预览草稿。")
@in_folder
def serve(port: int, *, published_only: bool) -> None:
    """在本机预览：保存记录后，打开的网页立刻更新。草稿也显示，并注明是草稿。"""
    from generator import preview  # noqa: PLC0415
    from generator.hosting import mkdocs_plugin  # noqa: PLC0415

    root = _root()
    preview.run(
        root,
        mkdocs_plugin.render_host,
        mkdocs_plugin.watched_folders(root),
        port=port,
        drafts=not published_only,
        say=_say,
    )


if __name__ == "__main__":
    sys.exit(main())
