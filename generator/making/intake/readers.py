"""Who reads which kind of file that was sent in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.case.personal import mask_personal_data
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.making.errors import during
from generator.making.intake import word_reader
from generator.making.intake.sources import SourceFile
from generator.making.intake.table_reader import read_table

Reader = Callable[[SourceFile, Known], Incoming]

READERS: Mapping[str, Reader] = {
    **dict.fromkeys(word_reader.SUFFIXES, word_reader.read_document),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv"), read_table),
}
"""By how the names of files end, in lower case."""


def read_sources(sources: Iterable[SourceFile], known: Known) -> Iterator[Incoming]:
    """Read files of those kinds one by one."""
    for source in sources:
        shown = SourceFile(mask_personal_data(source.name), source.path)
        with during(shown.name):
            yield READERS[source.suffix](shown, known)
