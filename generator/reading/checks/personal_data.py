"""有个人信息：手机号码、证件号码、银行卡号、私人邮箱、社交账号或家庭住址。

检查什么：记录、案例集、用语表的所有文字、图注、链接和文件名里，content 的页面里，mkdocs.yml 的各项设置里，
没有手机号码、居民身份证号码（也认十五位的旧号码）、银行卡号和私人邮箱。不管怎样写都认：全角数字、①②③、一三九，
中间夹空格、横线、点、括号、标签、看不见的字符，邮箱写成 (at) 或“艾特”。
身份证、护照、通行证、军官证、学号、工号、银行卡、微信号、QQ、车牌、家庭住址、住宅电话这些字后面的内容，错了一位也算。
办公固定电话和单位邮箱可以写：.edu.cn、.gov.cn、.ac.cn 结尾的，和 mkdocs.yml 的 extra.office_mail 里列出的网域或邮箱。
金额、项目编号、专利号、DOI、书号等不算；网址中的文章编号不算，tel= 这样的参数和 mailto: 里的邮箱算。

为什么：公开个人信息要先取得本人单独同意。号码一旦公布就收不回来；各地多次通报过这类泄露。
这条规则显示的号码都遮去了中间，报告可以放心转发。证件号码任何情况下都不能豁免。

例子：

    lessons: |
      联系人手机：13800138000

应改为：

    lessons: |
      联系电话：010-12345678（{actor}办公室）
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.case.edit import Edit
from generator.case.personal import NEVER_WAIVED, PersonalDatum, find_personal_data, suspects
from generator.case.problem import ERROR
from generator.reading.fault import Path
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.personal_findings import MOST_COUNTED, finding_of
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_WAIVE = "在 waivers 里写 rule: personal-data 和理由"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find personal data in any text of the record, as written and as readers will see it, and in its name."""
    allowed = record.surroundings.office_mail
    for datum in find_personal_data(record.id, allowed):
        yield finding_of(record.place(), "案例文件夹的名称里", datum, _WAIVE)
    for number in suspects(record.running_text, [len(text) for _, text in record.texts]):
        path, text = record.texts[number]
        for of_one in _by_waivability(find_personal_data(text, allowed, MOST_COUNTED)):
            yield from first_findings(of_one, partial(_word, record, path, text))


def _by_waivability(found: Sequence[PersonalDatum]) -> tuple[list[PersonalDatum], list[PersonalDatum]]:
    """Part what may be waived from what never is, so that the one does not stand for the other."""
    may: list[PersonalDatum] = []
    never: list[PersonalDatum] = []
    for datum in found:
        (never if datum.kind in NEVER_WAIVED else may).append(datum)
    return may, never


def _word(record: ParsedRecord, path: Path, text: str, datum: PersonalDatum) -> Finding:
    piece = text[datum.start : datum.end]
    place = record.document.place_of(path, piece, text.count(piece, 0, datum.start))
    span = record.document.span(place)
    finding = finding_of(place, f"“{record.label(path)}”里", datum, _WAIVE)
    if record.document.text[slice(*span)] != piece:
        return finding
    is_all = text.strip() == piece
    return replace(finding, edits=record.editor.remove(path) if is_all else (Edit(*span, ""),))
