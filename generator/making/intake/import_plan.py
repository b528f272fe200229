"""What an import makes of the cases that were sent in: which are new, which come again, and what is written of each."""

import codecs
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.case.model import Case
from generator.intake.bare_text import bare_text
from generator.intake.ids import given_id, new_ids
from generator.intake.marks import Marks, dumped, marks_of
from generator.intake.matching import Cases, Identity, identity_of
from generator.intake.merge import UNWRITABLE, Conflict, Mode, merge
from generator.intake.outcome import Outcome
from generator.intake.proposal import DOUBTFUL, ProposedCase
from generator.intake.record_changes import changed_record
from generator.intake.record_notes import new_notes, note_marks, with_notes
from generator.making.intake.journal import Files
from generator.making.intake.new_records import files_of
from generator.making.intake.photos_again import PhotosAgain, photo_values
from generator.making.intake.present_cases import PresentCase, PresentCases, marks_path
from generator.making.project import folder
from generator.reading.named_values import with_names
from generator.reading.status import state_of
from generator.reading.surroundings import Surroundings

_OPEN = ("draft", "submitted")
"""The statuses of records that may hold what is still to be checked."""
_SHORTEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to be written, and what is to be told."""

    files: Files
    """What becomes of files; nothing is read or written before it is asked for."""
    outcomes: tuple[Outcome, ...]
    """One for each case, in the order of the files."""


def plan_import(root: Path, cases: Sequence[ProposedCase], mode: Mode, surroundings: Surroundings) -> ImportPlan:
    """Decide what becomes of each case; writes nothing."""
    ids = folder.case_ids(root)
    wanted = [identity_of(case.record, surroundings.names) for case in cases]
    present = PresentCases(root, ids, surroundings)
    found = [_found(case, one, present.cases, ids) for case, one in zip(cases, wanted, strict=True)]
    known = {id for id, _ in found}
    fresh = [
        _with_note(case, present, present.cases.near(one, known))
        for case, one, (id, why) in zip(cases, wanted, found, strict=True)
        if not id and not why
    ]
    fresh_cases = zip(new_ids(fresh, ids), fresh, strict=True)
    files: dict[str, Callable[[], bytes] | None] = {}
    outcomes: list[Outcome] = []
    seen: set[str] = set()
    disputed = _disputed(cases, [id for id, _ in found])
    for case, (id, why) in zip(cases, found, strict=True):
        if why:
            outcomes.append(Outcome(id, case, "unclear", why=why))
        elif not id:
            new, noted = next(fresh_cases)
            files.update(_new_files(new, noted, surroundings))
            outcomes.append(Outcome(new, noted, "new"))
        elif mode == "add":
            outcomes.append(Outcome(id, case, "left", why="已有这条记录"))
        elif id in disputed:
            outcomes.append(
                Outcome(id, case, "unclear", why="文件里有几处都像这条记录，说的不一样，请写明编号或者只留一处")
            )
        elif id in seen:
            outcomes.append(Outcome(id, case, "unclear", why="文件里有两处都是这条记录，说的一样，只用了前一处"))
        else:
            seen.add(id)
            outcomes.append(_again(present[id], case, mode, files))
    return ImportPlan(files, tuple(outcomes))


def _disputed(cases: Sequence[ProposedCase], ids: Sequence[str]) -> frozenset[str]:
    """Give the ids of records for which cases come that say different things: one may be of a record retitled since."""
    first: dict[str, ProposedCase] = {}
    pairs = ((id, first.setdefault(id, case), case) for case, id in zip(cases, ids, strict=True) if id)
    return frozenset(id for id, one, other in pairs if one.record != other.record)


def _found(case: ProposedCase, wanted: Identity, present: Cases, ids: Sequence[str]) -> tuple[str, str]:
    """Give the id of the record that a case is, empty for a new one, and why nobody can say which."""
    own = given_id(case)
    like = present.like(wanted)
    if own and own in ids:
        known = present.identities.get(own)
        is_other = known is None or (known.title != wanted.title and not known.universities & wanted.universities)
        if is_other and (like or wanted.title):
            return "", f"编号 {own} 已经是另一个学校的另一个案例"
        return own, ""
    if len(like) > 1:
        return "", f"可能是 {'、'.join(like)}，请在表里写明编号"
    like = like or _named_as_before(case, wanted, present)
    return (like[0] if like else ""), ""


def _named_as_before(case: ProposedCase, wanted: Identity, present: Cases) -> tuple[str, ...]:
    """Find the record of a document whose title was changed and whose file still has the name of before."""
    if case.origin.row:
        return ()
    name = bare_text(case.origin.file.rpartition("/")[2])
    titles = ((id, bare_text(present.identities[id].title)) for id in present.near(wanted, ()))
    found = tuple(id for id, title in titles if len(title) > _SHORTEST_TITLE and title in name)
    return found if len(found) == 1 else ()


def _with_note(case: ProposedCase, present: PresentCases, near: Sequence[str]) -> ProposedCase:
    """Note on a new case those that it may be, with its title changed."""
    if not near:
        return case
    named = "、".join(f"{id}《{present[id].document.value.get('title')}》" for id in near)
    way = "在表里写明编号" if case.origin.row else "把那条记录的标题改成一样的"
    note = f"{DOUBTFUL}同一单位已有标题相近的 {named}；是同一个案例的，撤回这次导入，{way}再更新"
    return replace(case, notes=(*case.notes, note))


def _new_files(id: str, case: ProposedCase, surroundings: Surroundings) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give the files of a new record, and the marks of what it says, which come when its photos have been read."""
    sums: dict[str, str] = {}
    for path, make in files_of([(id, case)]).items():
        yield path, make if path.endswith(".yml") else partial(_summed, make, path, sums)
    values = with_names(case.record, Case, surroundings.names)

    def marks() -> bytes:
        photos = photo_values([*sums.values()], case.photos)
        of_values = marks_of({**values, "photos": photos} if photos else values)
        return _written({**of_values, **note_marks(case.notes)})

    yield marks_path(id), marks


def _summed(make: Callable[[], bytes], path: str, sums: dict[str, str]) -> bytes:
    content = make()
    sums[path] = sha256(content).hexdigest()
    return content


def _written(marks: Marks) -> bytes:
    return (json.dumps(dumped(marks), indent=1) + "\n").encode()


def _again(
    present: PresentCase, case: ProposedCase, mode: Mode, files: dict[str, Callable[[], bytes] | None]
) -> Outcome:
    """Merge a case into its record; adds what becomes of files."""
    document, surroundings = present.document, present.surroundings
    if document.root is None or not document.value:
        return Outcome(present.id, case, "unclear", why="这条记录现在读不出来，先用 anliji check 看是哪里")
    photos = PhotosAgain(present, case)
    case = replace(case, notes=tuple(note for note in case.notes if note not in photos.answered))
    record = photos.ours(with_names(document.value, Case, surroundings.names))
    proposed = with_names(case.record, Case, surroundings.names)
    if photos.theirs:
        proposed = {**proposed, "photos": photos.theirs}
    is_open = state_of(document, surroundings.programme.statuses) in _OPEN
    merged = merge(record, proposed, case, mode, present.marks, is_open=is_open)
    changes = tuple(photos.written(one) for one in merged.changes if not photos.says_nothing(one))
    data, failed = changed_record(document, present.data, changes)
    if any(one.path[0] == "photos" for one in failed):
        return Outcome(present.id, case, "unclear", why="照片写不进这条记录，请手工改")
    conflicts = tuple(photos.told(one) for one in merged.conflicts if not photos.says_nothing(one)) + tuple(
        Conflict(one.path, one.ours, one.value, UNWRITABLE, one.said) for one in failed
    )
    marks = {**merged.marks, **note_marks(case.notes)}
    case = replace(case, notes=new_notes(case.notes, document.text, present.marks))
    made = tuple(one for one in changes if one not in failed)
    if case.notes:
        data = _noted(data, case)
    if data != present.data:
        files[present.path] = partial(bytes, data)
        files.update(photos.files)
    if marks != present.marks:
        files[marks_path(present.id)] = partial(_written, marks)
    return Outcome(present.id, case, "changed" if data != present.data else "same", made, conflicts)


def _noted(data: bytes, case: ProposedCase) -> bytes:
    """Put the notes of a file that comes again where those of the first stand."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    return mark + with_notes(text, case.origin.chinese, case.notes).encode()
