"""记录里有个人信息：手机号码、身份证号码、银行卡号或私人邮箱。

检查什么：记录的所有文字、图注和链接里，没有手机号码、居民身份证号码（按校验码判断，也认十五位的旧号码）、
银行卡号（按校验位判断）和私人邮箱（qq.com、163.com 等）。办公固定电话和单位邮箱可以写。
网址中的文章编号不算；网址问号后面的手机号码、mailto: 里的邮箱算。

为什么：公开个人信息要先取得本人单独同意。号码一旦公布就收不回来；各地多次通报过这类泄露。
这条规则显示的号码都遮去了中间，报告可以放心转发。

例子：

    lessons: |
      联系人手机：13800138000

应改为：

    lessons: |
      联系电话：010-12345678（支部办公室）
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from generator.case.personal import Kind, PersonalDatum, find_personal_data, may_have_personal_data
from generator.case.problem import ERROR, Place
from generator.case.prose import plain_text
from generator.reading.fault import Path
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import PROSE_KEYS, prose_of
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_MARKED_DIGITS = re.compile(r"[0-9][*_`~\\&]|&#|[\\*_`~;][0-9@]")
"""Marks of Markdown at a digit, which readers do not see."""

_NAMES: dict[Kind, str] = {
    "mobile": "手机号码",
    "id": "居民身份证号码",
    "card": "银行卡号",
    "email": "私人邮箱",
}
_REASONS: dict[Kind, str] = {
    "mobile": "手机号码是个人信息，公开要有本人单独同意；案例只需要单位的办公电话。",
    "id": "身份证号码一旦公开就无法收回，案例里任何情况下都不需要。",
    "card": "这串数字符合银行卡号的校验规则，银行卡号不得公开。",
    "email": "这是个人邮箱，不是单位的；公开要有本人单独同意。",
}
_WAIVE = "在 waivers 里写 rule: personal-data 和理由"
_HINTS: dict[Kind, str] = {
    "mobile": f"删去，或者改写办公电话，例如 010-12345678；它其实是别的编号时，{_WAIVE}。",
    "id": "删去；必须区分同名的人时，写单位或职务，例如“示例大学茶学系教师”。",
    "card": f"删去；它其实是别的编号时，{_WAIVE}。",
    "email": f"删去，或者改写单位邮箱，例如 dangban@example.edu.cn；它其实是单位的公用邮箱时，{_WAIVE}。",
}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find personal data in any text of the record, as written and as readers will see it, and in its name."""
    yield from _in_the_name(record)
    yield from _behind_marks(record)
    if not may_have_personal_data(record.running_text):
        return
    for path, text in record.texts:
        for of_one in _by_waivability(find_personal_data(text)):
            yield from first_findings(of_one, partial(_word, record, path, text))


def _by_waivability(found: Sequence[PersonalDatum]) -> tuple[list[PersonalDatum], list[PersonalDatum]]:
    """Part what may be waived from what never is, so that the one does not stand for the other."""
    return [datum for datum in found if datum.kind != "id"], [datum for datum in found if datum.kind == "id"]


def _word(record: ParsedRecord, path: Path, text: str, datum: PersonalDatum) -> Finding:
    piece = text[datum.start : datum.end]
    return Finding(
        record.document.place_of(path, piece, text.count(piece, 0, datum.start)),
        message=f"“{record.label(path)}”里有{_NAMES[datum.kind]} {datum.masked}",
        reason=_REASONS[datum.kind],
        hint=_HINTS[datum.kind],
        is_waivable=datum.kind != "id",
    )


def _in_the_name(record: ParsedRecord) -> Iterator[Finding]:
    for datum in find_personal_data(record.id):
        yield _hidden(record.place(), "案例文件夹的名称里", datum)


def _behind_marks(record: ParsedRecord) -> Iterator[Finding]:
    """Look at prose as it will be shown: `138**0013**8000` is a whole number on the page."""
    for key in PROSE_KEYS:
        text = record.text(key)
        if not _MARKED_DIGITS.search(text):
            continue
        written = {text[datum.start : datum.end] for datum in find_personal_data(text)}
        shown = plain_text(prose_of(record, key))
        hidden = [datum for datum in find_personal_data(shown) if shown[datum.start : datum.end] not in written]
        where = partial(_hidden, record.place(key, key=True), f"“{record.label((key,))}”里")
        for of_one in _by_waivability(hidden):
            yield from first_findings(of_one, where)


def _hidden(place: Place, where: str, datum: PersonalDatum) -> Finding:
    """Report a datum that has no place of its own in the text."""
    return Finding(
        place,
        message=f"{where}有{_NAMES[datum.kind]} {datum.masked}",
        reason=_REASONS[datum.kind],
        hint=_HINTS[datum.kind],
        is_waivable=datum.kind != "id",
    )
