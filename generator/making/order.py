"""What somebody who wants a book asks for, found in the library."""

from dataclasses import dataclass

from generator.case.date import PartialDate
from generator.case.model import Collection, Section, Selection
from generator.case.text import listing, nearest
from generator.case.vocabulary import PROVINCES, TASK_NAMES, TASKS, WordList
from generator.library.arrangement import Arrangement, arrange, narrow
from generator.library.library import Library
from generator.making.trouble import ToldError
from generator.outputs.site import Site

SELECTION = "selection"
"""The id of a book that is no collection of the library's."""


@dataclass(frozen=True, slots=True)
class Asked:
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


def arrangement_of(library: Library, asked: Asked, site: Site, today: PartialDate) -> Arrangement:
    """Put the cases of a book in order.

    Raises:
        ToldError: a name is not known, or no case meets the conditions.
    """
    selection = Selection(
        task=_word(TASK_NAMES, asked.task, "--task", "任务类型"),
        province=_word(PROVINCES, asked.province, "--province", "省份"),
        year=asked.year or None,
    )
    for id in asked.cases:
        _known(library, id)
    whole = _collection(library, asked.collection) if asked.collection else _selected(library, asked, site, today)
    found = narrow(whole, selection, asked.cases)
    if asked.title:
        found = Arrangement(found.collection.model_copy(update={"title": asked.title}), found.parts)
    if not found.parts:
        raise ToldError(_nothing(asked))
    return found


def _word(words: WordList, name: str, option: str, label: str) -> str | None:
    if not name:
        return None
    if name in words:
        return words[name].name
    close = words.nearest(name)
    meant = f"是不是“{close}”？" if close else ""
    listed = f"可用：{listing(words.names)}。" if len(words) <= 8 else ""
    raise ToldError(f"{option} 写的“{name}”不是{label}。{meant}{listed}")


def _known(library: Library, id: str) -> None:
    if id in library.by_id:
        return
    close = nearest(id, library.by_id)
    meant = f"是不是 {close}？" if close else "编号是 cases 里文件夹的名字。"
    raise ToldError(f"--case 写的“{id}”不是已发布案例的编号。{meant}")


def _collection(library: Library, id: str) -> Arrangement:
    arrangements = {one.collection.id: one for one in library.arrangements}
    if id in arrangements:
        return arrangements[id]
    close = nearest(id, arrangements)
    meant = f"是不是 {close}？" if close else f"可用：{listing(arrangements) or '（还没有案例集）'}。"
    raise ToldError(f"没有“{id}”这个案例集。{meant}编号是 content/collections 里的文件名，不含 .yml。")


def _selected(library: Library, asked: Asked, site: Site, today: PartialDate) -> Arrangement:
    """Make a collection of all published cases, which the conditions then narrow."""
    told = " · ".join(part for part in (asked.task, asked.province, f"{asked.year}年" if asked.year else "") if part)
    select = Selection(
        task=TASK_NAMES[asked.task].name if asked.task else None,
        province=PROVINCES[asked.province].name if asked.province else None,
        year=asked.year or None,
    )
    tasks = [select.task] if select.task else list(TASKS)
    chosen = asked.has_conditions and not asked.cases
    sections = tuple(
        Section(title=task, select=select.model_copy(update={"task": task}))
        if chosen
        else Section(title=task, cases=tuple(id for id in asked.cases if library.by_id[id].task == task))
        for task in tasks
    )
    collection = Collection(
        id=SELECTION,
        title="典型案例汇编",
        subtitle=told or None,
        editor=site.organiser or site.name,
        date=str(today),
        sections=sections if asked.has_conditions else (),
    )
    return arrange(collection, library.cases, library.by_id)


def _nothing(asked: Asked) -> str:
    told = [
        f"案例集 {asked.collection}" if asked.collection else "",
        f"--task {asked.task}" if asked.task else "",
        f"--province {asked.province}" if asked.province else "",
        f"--year {asked.year}" if asked.year else "",
        *(f"--case {id}" for id in asked.cases),
    ]
    conditions = "，".join(part for part in told if part)
    if asked.has_conditions:
        hint = "少写一个条件再试；各条件有多少案例，见网站的数据概览。"
        return f"没有一个已发布的案例同时符合：{conditions}。\n建议：{hint}"
    if asked.collection:
        hint = "在它的 sections 里列出已发布案例的编号。"
        return f"案例集 {asked.collection} 没有已发布的案例，没有生成汇编。\n建议：{hint}"
    return "案例库里还没有已发布的案例，没有生成汇编。\n建议：审核通过后，把记录的 status 改成 published。"
