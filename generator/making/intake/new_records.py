"""New records for cases that were sent in: which files they become."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.intake.captions import NO_CAPTION
from generator.intake.proposal import DOUBTFUL, ProposedCase
from generator.intake.writing import render_proposal
from generator.making.project.folder import case_file

Files = Mapping[str, Callable[[], bytes]]
"""What is written, by its path from the project's folder; each is made when it is its turn."""


def files_of(cases: Sequence[tuple[str, ProposedCase]]) -> Files:
    """Give the files of new records, each with its photos beside it.

    Args:
        cases: with their ids, none of which is taken.
    """
    return dict(file for id, case in cases for file in _files(id, case))


def _files(id: str, case: ProposedCase) -> Iterator[tuple[str, Callable[[], bytes]]]:
    photos, notes = [], []
    for number, photo in enumerate(case.photos, 1):
        name = f"{number:02}{photo.suffix}"
        notes.append(f"照片 {name} 来自 {photo.origin.chinese}")
        photos.append({"file": name, "caption": photo.caption or NO_CAPTION})
        yield case_file(id).replace("case.yml", name), photo.read
    if photos:
        notes.append(f"{DOUBTFUL}照片的图注请核对，替代文字（alt）请补写")
    case = replace(case, notes=(*case.notes, *notes))
    text = render_proposal(case, [("photos", photos)] if photos else ())
    yield case_file(id), partial(str.encode, text)
