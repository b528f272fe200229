"""New records for cases that were sent in: which files they become."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.intake.proposal import ProposedCase
from generator.intake.writing import render_proposal
from generator.making.project.folder import case_file

Files = Mapping[str, Callable[[], bytes]]
"""What is written, by its path from the project's folder; each is made when it is its turn."""
NO_CAPTION = "（图注待补）"


def files_of(cases: Sequence[tuple[str, ProposedCase]]) -> Files:
    """Give the files of new records, each with its photos beside it.

    Args:
        cases: with their ids, none of which is taken.
    """
    return dict(file for id, case in cases for file in _files(id, case))


def _files(id: str, case: ProposedCase) -> Iterator[tuple[str, Callable[[], bytes]]]:
    photos = []
    for number, photo in enumerate(case.photos, 1):
        name = f"{number:02}{photo.suffix}"
        photos.append({"file": name, "caption": photo.caption or NO_CAPTION})
        yield case_file(id).replace("case.yml", name), photo.read
    text = render_proposal(case, [("photos", photos)] if photos else ())
    yield case_file(id), partial(str.encode, text)
