"""`anliji verify`: whether a copy of the site is whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.commands.invocation import PROBLEMS, in_folder, project_root
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.making.verification import Verified, read_manifest
from generator.making.verification import verify as verify_copy

_LISTED = 20
"""Names that are listed of each kind; of a folder that was not copied there are thousands."""
_MB = 1_000_000


@click.command(cls=ChineseCommand)
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[文件夹]")
@in_folder
def verify(folder: Path | None) -> None:
    """核对网站的拷贝（U 盘上、服务器上的）是不是一个文件也不缺、一个字节也没有变。"""
    site = folder or _own_site()
    sums, stages = read_manifest(site), Stages()
    with stages.stage("核对", total=len(sums)):
        verified = verify_copy(site, sums, stages.advance)
    click.echo("\n".join(_lines(site, verified)))
    raise SystemExit(0 if verified.is_whole else PROBLEMS)


def _own_site() -> Path:
    from generator.hosting import configuration  # noqa: PLC0415 (a copy is verified without MkDocs)

    return configuration.site_folder(project_root())


def _lines(site: Path, verified: Verified) -> Iterator[str]:
    listed = f"{verified.files:,} 个文件，{verified.size / _MB:,.1f} MB"
    if verified.is_whole:
        yield f"{site} 完整：{listed}，与生成的一致。"
        return
    kinds = (
        ("缺少", verified.missing),
        ("内容不一致", verified.changed),
        ("读不出来", verified.unreadable),
        ("是链接，不是文件本身", verified.linked),
        ("多出来", verified.extra),
    )
    for name, uris in kinds:
        yield from _named(name, uris)
    yield f"{site} 与生成的不一致（应有 {listed}）。"
    yield f"建议：{'；'.join(_advice(verified))}。"


def _named(kind: str, uris: Sequence[str]) -> Iterator[str]:
    if uris:
        yield f"{kind} {len(uris):,} 个："
        yield from (f"  {_shown(uri)}" for uri in uris[:_LISTED])
    if len(uris) > _LISTED:
        yield f"  ……另有 {len(uris) - _LISTED:,} 个没有列出"


def _shown(uri: str) -> str:
    """Write a name so that no sign in it can take hold of a terminal."""
    return "".join(one if one.isprintable() else "�" for one in uri)


def _advice(verified: Verified) -> Iterator[str]:
    if verified.missing or verified.changed:
        yield "把 site 文件夹里面的全部内容重新拷贝一次，再核对；还是不一致的，换一个 U 盘"
    if verified.unreadable:
        yield "读不出来的，改一改权限，或者检查磁盘"
    if verified.linked:
        yield "链接换成它指向的文件，换一台机器才打得开"
    if verified.extra:
        yield "多出来的不属于网站，用不着的删去"
