"""What somebody who wants a book asks for, found in the library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.case.date import PartialDate
from generator.case.model import Collection, Selection
from generator.case.text import listing, nearest
from generator.case.vocabulary import REGIONS
from generator.case.words import WordList
from generator.library.arrangement import Arrangement, Part, arrange, narrow
from generator.library.library import Library
from generator.making.errors import UserError
from generator.outputs.site.publication import Publication

LONGEST_TITLE = 40
"""As long as a collection's title may be."""
SELECTION = "selection"
"""The id of a book that is not one of the library's collections."""


@dataclass(frozen=True, slots=True)
class BookRequest:
    """A book as asked for on the command line; conditions are met together."""

    collection: str = ""
    """A collection's id; without one, all published cases are chosen from."""
    task: str = ""
    province: str = ""
    year: int = 0
    cases: tuple[str, ...] = ()
    """Case ids."""
    title: str = ""

    @property
    def has_conditions(self) -> bool:
        """Whether cases are picked out."""
        return bool(self.task or self.province or self.year or self.cases)


def arrangement_of(publication: Publication, asked: BookRequest, today: PartialDate) -> Arrangement:
    """Put the cases of a book in order.

    Raises:
        UserError: a name is not known, or no case meets the conditions.
    """
    library = publication.library
    conditions = {
        "task": _word(library.programme.task_names, asked.task, "--task", "任务类型"),
        "province": _word(REGIONS, asked.province, "--province", "省份"),
        "year": asked.year or None,
    }
    selection = Selection.model_validate(conditions, context={"programme": library.programme})
    for id in asked.cases:
        _known(library, id)
    if asked.title and not (asked.title.isprintable() and 0 < len(asked.title.strip()) <= LONGEST_TITLE):
        raise UserError(f"--title 要写一行字，1 到 {LONGEST_TITLE} 个，例如 --title 典型案例汇编。")
    whole = _collection(library, asked.collection) if asked.collection else _everything(publication, today)
    found = narrow(whole, selection, asked.cases) if asked.has_conditions else whole
    if not found.parts:
        raise UserError(_nothing(asked))
    if asked.cases and not asked.collection:
        found = replace(found, parts=tuple(_as_listed(part, asked.cases) for part in found.parts))
    return replace(found, collection=_renamed(found.collection, asked, selection))


def _renamed(collection: Collection, asked: BookRequest, selection: Selection) -> Collection:
    """Name a book as asked; what was written about a whole collection is not said of some of its cases."""
    changes: dict[str, object] = {"title": asked.title} if asked.title else {}
    if asked.has_conditions:
        year = f"{selection.year}年" if selection.year else None
        subtitle = " · ".join(part for part in (selection.task, selection.province, year) if part)
        changes |= {"subtitle": subtitle or None, "foreword": None, "afterword": None}
    return collection.model_copy(update=changes)


def _as_listed(part: Part, ids: Sequence[str]) -> Part:
    return Part(part.title, tuple(sorted(part.cases, key=lambda case: ids.index(case.id))))


def _word(words: WordList, name: str, option: str, label: str) -> str | None:
    if not name:
        return None
    if name in words:
        return words[name].name
    close = words.nearest(name)
    meant = f"是不是“{close}”？" if close else ""
    listed = f"可用：{listing(words.names)}。" if len(words) <= 8 else ""
    raise UserError(f"{option} 写的“{name}”不是{label}。{meant}{listed}")


def _known(library: Library, id: str) -> None:
    if id in library.by_id:
        return
    close = nearest(id, library.by_id)
    meant = f"是不是 {close}？" if close else "编号是 cases 里文件夹的名字。"
    raise UserError(f"--case 写的“{id}”不是已发布案例的编号。{meant}")


def _collection(library: Library, id: str) -> Arrangement:
    arrangements = {one.collection.id: one for one in library.arrangements}
    if id in arrangements:
        return arrangements[id]
    close = nearest(id, arrangements)
    meant = f"是不是 {close}？" if close else f"可用：{listing(arrangements) or '（还没有案例集）'}。"
    raise UserError(f"没有“{id}”这个案例集。{meant}编号是 content/collections 里的文件名，不含 .yml。")


def _everything(publication: Publication, today: PartialDate) -> Arrangement:
    """Make a collection of all published cases."""
    library, settings = publication.library, publication.settings
    collection = Collection(id=SELECTION, title="典型案例汇编", editor=settings.publisher, date=str(today))
    return arrange(collection, library.cases, library.by_id, library.programme)


def _nothing(asked: BookRequest) -> str:
    stated = [
        f"案例集 {asked.collection}" if asked.collection else "",
        f"--task {asked.task}" if asked.task else "",
        f"--province {asked.province}" if asked.province else "",
        f"--year {asked.year}" if asked.year else "",
        *(f"--case {id}" for id in asked.cases),
    ]
    conditions = "，".join(part for part in stated if part)
    if asked.has_conditions:
        hint = "少写一个条件再试；各条件有多少案例，见网站的数据概览。"
        return f"没有一个已发布的案例同时符合：{conditions}。\n建议：{hint}"
    if asked.collection:
        hint = "在它的 sections 里列出已发布案例的编号。"
        return f"案例集 {asked.collection} 没有已发布的案例，没有生成汇编。\n建议：{hint}"
    return "案例库里还没有已发布的案例，没有生成汇编。\n建议：审核通过后，把记录的 status 改成 published。"
