"""`anliji build`: check, then the whole site with its books."""

import json
from pathlib import Path

import click

from generator.case.text import listing
from generator.commands.examined import examined, example_address
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say
from generator.examine import Examination
from generator.making.site_place import refuse_place
from generator.making.staging import RESTORED, recover
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages


@click.command(cls=ChineseCommand)
@click.option("--strict", is_flag=True, help="有警告也不生成。")
@click.option("--keep-going", is_flag=True, help="略过有错误的记录，生成其余的。")
@click.option("--no-books", is_flag=True, help="不排版汇编，快一些。")
@click.option("--timings", type=click.Path(path_type=Path), metavar="文件", help="把各阶段用时写成 JSON。")
@in_folder
def build(timings: Path | None, *, strict: bool, keep_going: bool, no_books: bool) -> None:
    """检查全部记录，生成完整的网站 site/，连同各案例集的汇编。"""
    from generator.build import build_site  # noqa: PLC0415 (outputs and MkDocs take seconds to import; check does without)
    from generator.hosting import configuration, mkdocs_plugin  # noqa: PLC0415

    root, stages = project_root(), Stages()
    site = configuration.site_folder(root)
    refuse_place(site, root)
    if recover(site):
        say(RESTORED)
    examination = examined(root, stages, "没有生成网站；原来的网站没有改动。", strict=strict, keep_going=keep_going)
    library = examination.library()
    built = build_site(root, site, library, mkdocs_plugin.render_host, stages, strict=strict, with_books=not no_books)
    refusals = [built.refusal] if built.refusal else []
    for notice in (*built.hosted.notices, *built.notices, *refusals, *example_address(built.hosted.settings)):
        say(f"注意：{notice}")
    say(_summary(examination, len(library.cases), site, stages))
    if timings:
        timings.write_text(json.dumps({"stages": stages.seconds}, ensure_ascii=False), encoding="utf-8")
    raise SystemExit(PROBLEMS if examination.errors else 0)


def _summary(examination: Examination, published: int, site: Path, stages: Stages) -> str:
    left_out = sorted({problem.path for problem in examination.problems if problem.severity == "error"})
    without = f"略过了 {len(left_out)} 条有错误的记录：{listing(left_out)}。\n" if left_out else ""
    return f"{without}已发布 {published} 个案例，用时 {stages.total_seconds:.1f} 秒：{site / 'index.html'}"
