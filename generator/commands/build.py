"""`anliji build`: check, then the whole site with its books."""

import json
from pathlib import Path

import click

from generator.commands.examined import examined, example_address
from generator.commands.invocation import PROBLEMS, in_folder, project_root, say
from generator.examine import build_day
from generator.making.site_place import refuse_place
from generator.making.staging import RESTORED, recover
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages


@click.command(cls=ChineseCommand)
@click.option("--strict", is_flag=True, help="有警告也不生成。")
@click.option("--keep-going", is_flag=True, help="略过有错误的案例和案例集，生成其余的。")
@click.option("--no-books", is_flag=True, help="不排版汇编，快一些。")
@click.option(
    "--timings", type=click.Path(path_type=Path), metavar="文件", help="把各阶段用时、写的文件和字节写成 JSON。"
)
@in_folder
def build(timings: Path | None, *, strict: bool, keep_going: bool, no_books: bool) -> None:
    """检查全部记录，生成完整的网站 site/，连同各案例集的汇编。"""
    from generator.build import build_site  # noqa: PLC0415 (outputs and MkDocs take seconds to import; check does without)
    from generator.commands.left_out import say_left_out  # noqa: PLC0415
    from generator.hosting import configuration, rendering  # noqa: PLC0415
    from generator.making.project.register_file import VanishedError  # noqa: PLC0415
    from generator.making.project.starter import sample_notices  # noqa: PLC0415

    root, stages, day = project_root(), Stages(), build_day()
    site = configuration.site_folder(root)
    refuse_place(site, root)
    if recover(site):
        say(RESTORED)
    examination = examined(root, stages, "没有生成网站；原来的网站没有改动。", strict=strict, keep_going=keep_going)
    library = examination.library()
    try:
        built = build_site(
            root,
            site,
            library,
            rendering.render_host,
            stages,
            strict=strict,
            with_books=not no_books,
            keep_going=keep_going,
            day=day,
        )
    except VanishedError as error:
        say(str(error))
        raise SystemExit(PROBLEMS) from error
    refusals = [built.refusal] if built.refusal else []
    samples = sample_notices(root, library.cases)
    for notice in (*built.hosted.notices, *built.notices, *refusals, *example_address(built.hosted.settings), *samples):
        say(f"注意：{notice}")
    say(f"已发布 {len(library.cases)} 个案例，用时 {stages.total_seconds:.1f} 秒：{site / 'index.html'}")
    say_left_out(examination.left_out, built.vanished)
    if timings:
        timings.write_text(json.dumps(stages.report(), ensure_ascii=False, indent=1), encoding="utf-8")
    raise SystemExit(PROBLEMS if examination.errors or built.vanished else 0)
