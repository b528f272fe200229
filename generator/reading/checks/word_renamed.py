"""词条的改名写得不对。

检查什么：content/programme.yml 里 renamed_from 写的是不再使用的编号，一个旧编号只属于一个词，改来改去不能绕成圈。

为什么：旧编号的网址要转到新的。旧编号还在用，或者两个词都说是它改的，就不知道该转到哪里。

例子：

    levels:
    - {id: city, name: 市级, renamed_from: [county]}
    - {id: county, name: 区县级, renamed_from: [city]}

应改为：

    levels:
    - {id: city, name: 市级}
    - {id: county, name: 区县级}
"""

from collections.abc import Iterator, Mapping

from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.programme_lists import Written, lists_of

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find former ids that lead nowhere, or to two places."""
    for words in lists_of(record).values():
        by_id = {word.id: word for word in reversed(words) if word.id}
        claimed: dict[str, Written] = {}
        for word in words:
            for index, old in enumerate(word.renamed_from):
                finding = _wrong(record, word, index, by_id, claimed.get(old))
                claimed.setdefault(old, word)
                if finding:
                    yield finding


def _wrong(
    record: ParsedRecord, word: Written, index: int, by_id: Mapping[str, Written], other: Written | None
) -> Finding | None:
    old = word.renamed_from[index]
    if old == word.id:
        message, reason = f"“{word.title}”的旧编号就是现在的编号", "没有改编号，不用写 renamed_from。"
    elif old in by_id:
        circle = _circle(word.id, old, by_id)
        message = f"编号绕成了圈：{shorten(' ← '.join(circle), 60)}" if circle else f"旧编号“{old}”还在用"
        reason = f"“{by_id[old].title}”现在的编号就是“{old}”，它的网址不能再转到“{word.title}”。"
    elif other is not None:
        message, reason = f"旧编号“{old}”写了两次", f"“{other.title}”也写着由它改来，旧网址只能转到一处。"
    else:
        return None
    path = (*word.path, "renamed_from", index)
    hint = f"从“{word.title}”的 renamed_from 里删去 {old}。"
    return Finding(record.place(*path), message, reason, hint, edits=record.editor.remove(path))


def _circle(start: str, old: str, by_id: Mapping[str, Written]) -> list[str]:
    """Give the ids by which a rename comes back to where it began; nothing where it does not."""
    way, ahead, seen = {old: [start, old]}, [old], {old}
    while ahead:
        here = ahead.pop()
        for older in by_id[here].renamed_from if here in by_id else ():
            if older == start:
                return [*way[here], start]
            if older not in seen:
                seen.add(older)
                way[older] = [*way[here], older]
                ahead.append(older)
    return []
