"""A collection with its cases in place: what an editor selected, resolved against the library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.case.model import Case, Collection, Section, Selection
from generator.case.programme import Programme


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a collection."""

    title: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A collection and its cases in order."""

    collection: Collection
    parts: tuple[Part, ...]
    """Parts without cases are left out."""
    narrowed_by: Selection | None = None
    """The conditions by which only some of the cases are here; one without conditions where they were picked by id."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases in order."""
        return tuple(case for part in self.parts for case in part.cases)


def arrange(
    collection: Collection, cases: Sequence[Case], by_id: Mapping[str, Case], programme: Programme
) -> Arrangement:
    """Put the cases of a collection in place; without sections, all cases by the programme's tasks in its order.

    Ids that are not in the library are left out here: the checks have named them.
    """
    sections = collection.sections or tuple(
        Section(title=name, select=Selection.model_validate({"task": name}, context={"programme": programme}))
        for name in programme.task_names.names
    )
    parts = (Part(section.title, _cases(section, cases, by_id)) for section in sections)
    return Arrangement(collection, tuple(part for part in parts if part.cases))


def _cases(section: Section, cases: Sequence[Case], by_id: Mapping[str, Case]) -> tuple[Case, ...]:
    listed = tuple(by_id[id] for id in section.cases if id in by_id)
    if section.select is None:
        return listed
    selected = (case for case in cases if is_selected(case, section.select) and case not in listed)
    return listed + tuple(selected)


def narrow(arrangement: Arrangement, selection: Selection, ids: Sequence[str] = ()) -> Arrangement:
    """Keep the cases that meet a selection and, where ids are given, are among them; parts left empty go."""
    parts = (
        Part(
            part.title,
            tuple(case for case in part.cases if is_selected(case, selection) and (not ids or case.id in ids)),
        )
        for part in arrangement.parts
    )
    return Arrangement(arrangement.collection, tuple(part for part in parts if part.cases), selection)


def is_selected(case: Case, selection: Selection) -> bool:
    """Check whether a case meets all conditions of a selection."""
    return (
        selection.task in (None, case.task)
        and selection.province in (None, case.province)
        and selection.year in (None, case.date.year if case.date else None)
        and (selection.keyword is None or selection.keyword in case.keywords)
    )
