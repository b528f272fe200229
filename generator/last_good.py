"""What a preview goes on showing of records that have got an error: what they said when they were last sound."""

from dataclasses import replace

from generator.case.model import Case, Collection
from generator.case.problem import ERROR
from generator.examine import Examination
from generator.library.left_out import LeftOut
from generator.making.project import folder


class LastGood:
    """The cases and collections of a project as they were when they last passed every check, by their files."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._collections: dict[str, Collection] = {}

    def completed(self, examination: Examination, *, drafts: bool) -> Examination:
        """Give an examination with what is faulty now as it was when it was last sound.

        What never was sound is left out with a page at its address, which shows the problems.

        Args:
            examination: of all records.
            drafts: whether drafts are shown, those with errors as well.
        """
        errors = (problem for problem in examination.problems if problem.severity == ERROR)
        faulty = {problem.path for problem in errors if drafts or not problem.is_unfinished}
        kept = {path: case for path, case in self._cases.items() if path in faulty}
        self._cases = kept | {folder.case_file(case.id): case for case in examination.cases}
        out = {one.path: one for one in examination.left_out}
        for path in faulty:
            id = folder.id_of_case_file(path)
            if id:
                out.setdefault(path, LeftOut(path, id))
        known = {one.id: path for path, one in out.items() if one.is_collection}
        collections = {known[id]: one for id, one in self._collections.items() if id in known}
        self._collections = {one.id: one for one in (*collections.values(), *examination.collections)}
        shown = kept.keys() | collections.keys()
        return replace(
            examination,
            cases=tuple(self._cases.values()),
            collections=tuple(self._collections.values()),
            left_out=tuple(sorted(one for path, one in out.items() if path not in shown)),
        )
