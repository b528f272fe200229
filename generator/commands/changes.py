"""`anliji changes`: what was published, changed and withdrawn, for the minutes."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from generator import examine
from generator.case.date import PartialDate
from generator.commands.invocation import in_folder, project_root, stop
from generator.making.project.register_file import read_register
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs.site import addresses
from generator.outputs.site.register import Entry


@click.command(cls=ChineseCommand)
@click.option("--since", default="", metavar="日期", help="只列这一天和以后的，例如 2026-09-01；不写全部列出。")
@in_folder
def changes(since: str) -> None:
    """列出发布、修订、撤下和更换网址的页面，供写会议纪要和工作总结用。"""
    root, first = project_root(), _day(since)
    entries = read_register(root).entries.values()
    kinds = {
        "发布": [(one.first, one) for one in entries if _is_there(one) and one.first >= first],
        "修订": [(one.last, one) for one in entries if _is_there(one) and one.was_revised and one.last >= first],
        "撤下": [(one.last, one) for one in entries if one.is_withdrawn and not one.moved_to and one.last >= first],
        "换了网址": [(one.last, one) for one in entries if one.moved_to and one.last >= first],
    }
    click.echo("\n".join(_lines(kinds, _titles(root), since)))


def _lines(kinds: Mapping[str, Iterable[tuple[str, Entry]]], titles: Mapping[str, str], since: str) -> Iterator[str]:
    some = {kind: sorted(found) for kind, found in kinds.items() if found}
    if not some:
        yield f"{since} 以来没有变动。" if since else "还没有发布过页面。"
    for kind, found in some.items():
        yield f"{kind} {len(found)} 个："
        for day, entry in found:
            title = f"《{titles[entry.uri]}》 " if entry.uri in titles else ""
            moved = f" → {entry.moved_to}" if entry.moved_to else ""
            yield f"  {day} {title}{entry.uri}{moved}"


def _is_there(entry: Entry) -> bool:
    return not entry.is_withdrawn and not entry.moved_to


def _day(since: str) -> str:
    """Give the first day of a date as it may be written; ends the program where it is none."""
    if not since:
        return ""
    try:
        return "{:04}-{:02}-{:02}".format(*PartialDate.parse(since).first)
    except PydanticCustomError:
        stop(f"“{since}”不是日期。写成“年-月-日”，例如 --since 2026-09-01；也可以只写到月或年。")


def _titles(root: Path) -> dict[str, str]:
    """Give the titles of cases and collections by address, as far as their records can be read."""
    examination = examine.examine_project(root, Stages())
    return {
        **{addresses.case_uri(case.id): case.title for case in examination.cases},
        **{addresses.collection_uri(one.id): one.title for one in examination.collections},
    }
