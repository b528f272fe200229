"""`anliji upgrade`: the handbook and the other files that came with a project, as this version has them."""

from collections.abc import Iterator

import click

from generator import own_lists
from generator.commands.invocation import in_folder, project_root
from generator.making.project.upgrade import Upgrade, unlisted, upgrade_project
from generator.making.terminal.help import ChineseCommand


@click.command(cls=ChineseCommand)
@in_folder
def upgrade() -> None:
    """把项目里的手册等随程序来的文件换成新版的；自己改过的不动。"""
    root = project_root()
    done = upgrade_project(root, own_lists.sound_programme(root))
    click.echo("\n".join(_lines(done, unlisted(root, done.added))))


def _lines(done: Upgrade, pages: dict[str, str]) -> Iterator[str]:
    some = {"换成新版的": done.renewed, "新增": done.added, "新版没有了，已删除": done.removed}
    for words, paths in some.items():
        if paths:
            yield f"{words} {len(paths)} 个："
            yield from (f"  {path}" for path in paths)
    if pages:
        yield "新增的页面要出现在网站上，请在 mkdocs.yml 的 nav 里加上："
        yield from (f"  - {title}: {page}" for page, title in pages.items())
    if done.kept:
        yield f"自己改过的没有动 {len(done.kept)} 个（要新版的，先把它改名，再运行一次）："
        yield from (f"  {path}" for path in done.kept)
    if not any((*some.values(), done.kept)):
        yield "随程序来的文件都是新版的，没有改动。"
