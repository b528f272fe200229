"""Who reads which kind of file that was sent in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.case.personal import mask_personal_data
from generator.case.problem import ERROR, Place, Problem
from generator.case.text import listing
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.making.errors import during
from generator.making.intake.source_file import SourceFile
from generator.making.intake.table_reader import read_table

Reader = Callable[[SourceFile, Known], Incoming]

READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv"), read_table),
}
"""By how the names of files end, in lower case."""


def read_sources(sources: Iterable[SourceFile], known: Known) -> Iterator[Incoming]:
    """Read files one by one; a file of no known kind is a problem."""
    for source in sources:
        shown = SourceFile(mask_personal_data(source.name), source.read)
        reader = READERS.get(source.suffix)
        with during(shown.name):
            yield reader(shown, known) if reader else Incoming(problems=[_unknown_kind(shown.name)])


def _unknown_kind(name: str) -> Problem:
    kind = PurePosixPath(name).suffix
    return Problem(
        name,
        Place(1, 1),
        "file-unreadable",
        ERROR,
        f"不会读{f' {kind} ' if kind else '没有后缀名的'}文件",
        f"能读的是 {listing(sorted(READERS))}。",
        "在写它的程序里打开，表格另存为 .xlsx，文档另存为 .docx，再导入。",
    )
