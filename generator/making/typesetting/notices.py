"""What the person at the terminal should know of a book: what could not be set as it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.making.fonts import Faces
from generator.making.missing_glyphs import missing_notice
from generator.making.project import folder
from generator.making.typesetting.workspace import DividedTable, TypesetVolume
from generator.outputs.book.volume import Volume, to_json
from generator.outputs.views.glyphs import GETA


def notices_of(made: Sequence[TypesetVolume], faces: Faces, root: Path) -> Iterator[str]:
    """Name the characters that no font has and the tables that no page is wide enough for, with their records."""
    volumes = [one.volume for one in made]
    yield from _missing(volumes, faces, root)
    for one in made:
        for table in one.divided:
            yield _divided(table, one.volume, root)


def _divided(table: DividedTable, volume: Volume, root: Path) -> str:
    path = folder.case_file(table.id) if table.id else folder.collection_file(root, volume.id)
    return (
        f"{path} 的“{table.title}”里，首行是“{table.table}”的表有 {table.columns} 列，横排也放不下，"
        f"汇编里分成 {table.parts} 段印，每段重复第一列。建议：少列几列，或者分成几个表写。"
    )


def _missing(volumes: Sequence[Volume], faces: Faces, root: Path) -> Iterator[str]:
    for volume in volumes[:1]:
        parts = tuple(replace(part, entries=()) for part in volume.parts)
        own = to_json(replace(volume, parts=parts, indexes=(), origins=(), fonts={}))
        # A book's title may come from the command line.
        yield from _notice(own, folder.collection_file(root, volume.id), faces, root, else_in="汇编的题名或说明")
    for entry in (entry for volume in volumes for entry in volume.entries):
        yield from _notice(to_json(entry), folder.case_file(entry.id), faces, root)


def _notice(text: str, path: str, faces: Faces, root: Path, *, else_in: str = "") -> Iterator[str]:
    absent = missing_notice(text, faces.coverage, path, root, else_in=else_in)
    if absent:
        yield (
            f"{absent}，所用的字体都没有，汇编里印成“{GETA}”。"
            "建议：换一个字，或者在 mkdocs.yml 的 extra.book.fonts 里写一个有它的字体。"
        )
