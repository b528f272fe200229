"""`anliji serve`: the preview that shows a saved record at once."""

import click

from generator.commands.invocation import in_folder, project_root, say
from generator.making.terminal.help import ChineseCommand, ChineseOption


@click.command(cls=ChineseCommand)
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
    from generator import preview  # noqa: PLC0415 (outputs and MkDocs take seconds to import; check does without)
    from generator.hosting import configuration, rendering  # noqa: PLC0415

    root = project_root()
    preview.run(
        root,
        rendering.render_host,
        configuration.watched_folders(root),
        port=port,
        drafts=not published_only,
        say=say,
    )
