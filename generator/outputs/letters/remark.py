"""A problem of a record as a remark to the university that sent it: where, what it says there, what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.case.model import Case
from generator.case.personal import mask_personal_data
from generator.case.problem import ERROR, Problem
from generator.intake.captions import NO_CAPTION
from generator.outputs.letters.advice import ADVICE, OURS, Advice
from generator.outputs.letters.correction import right_of
from generator.outputs.letters.plain import is_plain, plain_sentences
from generator.outputs.letters.quotation import Quotation, Written, written_at
from generator.outputs.report.excerpt import visible
from generator.reading.documents import Document
from generator.reading.fault import Path
from generator.reading.labels import Labels

_WHOLE = "整份材料"
_UNKNOWN = Advice("请核对这一项。", "“{}”需要核对")
_NO_RIGHT = ("file-name-invalid", "flag-invalid", "layout-unclear", "personal-data")
"""Rules whose edits give what only records have, or only take away."""
_OF_FILES = ("photo-", "attachment-")
"""Rules about a photo or an attachment as a whole, of which a record has the file's name."""
_MISSING = re.compile("缺少“(.+)”")
_PARTS = {"source-missing": "出处"}
"""What is missing by rules that do not name it first."""
_YES_OR_NO = {"true": "是", "false": "否"}
_EMPTY, _NO_QUOTATION = "（没有填写）", "（整个部分）"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a letter says about one problem."""

    where: str
    """Which part of the case, by its label: 主要做法, 出处第 1 项的网址."""
    kind: str
    """Whether it must be corrected, is to be looked at, or is ours to do."""
    quotation: Quotation
    what: str
    why: str
    """May be empty."""
    todo: str
    right: str
    """What should stand there; empty where only the university knows."""
    is_ours: bool = False

    @property
    def instead(self) -> str:
        """What stands in the place of a quotation where there is none."""
        is_empty = self.what.startswith("缺少") or "没有填写" in self.what or "没有写明" in self.what
        return _EMPTY if is_empty else _NO_QUOTATION


def remark_of(problem: Problem, document: Document, others: tuple[tuple[str, str], ...] = ()) -> Remark:
    """Say a problem in the words of an office.

    Args:
        problem: of a case's record.
        document: the record, as it was checked.
        others: what the programme calls keys otherwise, see `Programme.labels`.
    """
    advice = ADVICE.get(problem.rule, _UNKNOWN)
    written = written_at(document, problem.place)
    where = _where(Labels.of(Case, others), written.path)
    if problem.rule.startswith(_OF_FILES):
        where = where.removesuffix("的文件")
        written = _captioned(document, written)
    elif lacking := _lacking(problem, written):
        where, written = lacking, Written(written.path, "")
    what = advice.what.replace("{}", where) or _or_general(problem.message, where)
    right = "" if advice.is_ours or problem.rule in _NO_RIGHT else right_of(problem, document, written.path)
    must = "必须修改" if problem.severity == ERROR else "请核对"
    return Remark(
        where=where,
        kind="由我们改正" if advice.is_ours else must,
        quotation=Quotation() if advice.is_ours else _quotation(written),
        what=_safe(what),
        why=_safe(advice.why or ("" if advice.is_ours else plain_sentences(problem.reason))),
        todo=OURS if advice.is_ours else advice.todo,
        right=_safe(right) if is_plain(right) else "",
        is_ours=advice.is_ours,
    )


def _where(labels: Labels, path: Path) -> str:
    """Name a place by its label; the nearest part around it that has one."""
    known = len(path)
    for at, step in enumerate(path):
        if isinstance(step, str) and step not in labels.keys_at(path[:at]):
            known = at
            break
    label = labels.describe(path[:known])
    return label if label and is_plain(label) else _WHOLE


def _lacking(problem: Problem, written: Written) -> str:
    """Name what is not there at all, whose place is the first line of a record; empty where a place is what it says."""
    if len(written.path) > 1:
        return ""
    found = _MISSING.fullmatch(problem.message)
    return found[1] if found else _PARTS.get(problem.rule, "")


def _captioned(document: Document, written: Written) -> Written:
    """Give the caption of a photo in the place of its file's name, which only we know."""
    if written.path[:1] != ("photos",) or written.path[-1] == "caption":
        return written
    caption = document.node((*written.path[:2], "caption"))
    text = caption.value if isinstance(caption, yaml.ScalarNode) and caption.value != NO_CAPTION else ""
    return Written(written.path, text, 0, len(text))


def _or_general(message: str, where: str) -> str:
    return message if is_plain(message) else _UNKNOWN.what.replace("{}", where)


def _quotation(written: Written) -> Quotation:
    if said := _YES_OR_NO.get(written.text.strip().lower()):
        return Quotation("", said, "")
    return written.quotation if written.text.strip() else Quotation()


def _safe(text: str) -> str:
    return visible(mask_personal_data(text))


def values_of(number: int, remark: Remark) -> Mapping[str, str]:
    """Give a remark as the templates of letters see it."""
    quoted = remark.quotation
    return {
        "序号": str(number),
        "位置": remark.where,
        "性质": remark.kind,
        "原文前": quoted.before,
        "原文": quoted.marked or remark.instead,
        "原文后": quoted.after,
        "问题": f"{remark.what}。{remark.why}",
        "改法": f"{remark.todo}{remark.right}{'。' if remark.right else ''}",
    }
