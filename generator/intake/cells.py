"""The text of a cell: several values in it, and what belongs to a person, which is taken out before anything else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.case.personal import find_personal_data
from generator.case.personal.judges import is_id_18
from generator.intake.figures import half_width

_KINDS = {
    "mobile": "手机号",
    "id": "身份证号",
    "card": "银行卡号",
    "email": "邮箱",
    "document": "证件号",
    "number": "学号或工号",
    "account": "账号",
    "phone": "电话",
    "address": "住址",
    "plate": "车牌号",
}
_LABEL_LEFT = re.compile(
    r"[（(【\[]?\s*(?:联系|联络|收款|银行|办公|党员)?(?:电话|手机|座机|固话|传真|短号|方式|邮箱|微信|QQ|VX|[账帐][号户]|卡号?|编号|身份证|Tel|E-?mail)(?:号码?|号)?\s*[:：]?\s*[）)】\]]?$",
    re.IGNORECASE,
)
_LANDLINE = re.compile(r"(?<![\d.])[（(]?0\d{2,3}[)）]?[-—–－ ]?[2-9]\d{6,7}(?![\d.])")
_LABELLED = re.compile(
    r"(?:电\s*话|座机|固话|传真|短号|(?<![A-Za-z])Tel)(?:号码?)?\s*[:：.]?\s*(?P<phone>[2-9]\d{6,7}(?:[-转]\d{1,5})?(?!\d))"
    r"|(?:[账帐][号户]|卡号)(?:号码)?\s*[:：.]?\s*(?P<account>\d(?:[ -]?\d){8,24}(?!\d))",
    re.IGNORECASE,
)
"""Numbers that only the word before them tells; a site's own texts may have them, what is sent in may not."""
_ID = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_EMPTY = re.compile(r"[（(【\[]\s*[,，、;；:：]?\s*[）)】\]]")
_LEFT_STOP = re.compile(r"(?<=[^\s])[，,、；;：:。]+(?=[。！？，；、])")
_EDGE = " \t\u3000,，、;；:：/"
_OPEN, _CLOSE = "（(【[《〈“「『{", "）)】]》〉”」』}"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without what belongs to persons."""

    text: str
    removed: tuple[str, ...] = ()
    """The kinds of what was taken out, in Chinese, each once."""


def clean(text: str) -> Cleaned:
    """Take personal numbers and addresses out of a text, and the brackets and labels that they leave empty."""
    found = [(one.start, one.end, _KINDS[one.kind]) for one in find_personal_data(text)]
    found += [(one.start(), one.end(), "电话") for one in _LANDLINE.finditer(text)]
    found += list(_labelled(text))
    if not found:
        return Cleaned(text)
    kept, at = "", 0
    for start, end, _ in sorted(found):
        kept += text[at:start] if start > at else ""
        kept = _LABEL_LEFT.sub(lambda label: "（" if _opens(label[0]) else "", kept)
        at = max(at, end)
    kept = _LEFT_STOP.sub("", _EMPTY.sub("", kept + text[at:])).strip(_EDGE)
    kept = "" if kept in ("。", "！", "？") else kept
    return Cleaned(kept, tuple(dict.fromkeys(kind for _, _, kind in sorted(found))))


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    plain = half_width(text)
    if len(plain) != len(text):
        return
    for one in _LABELLED.finditer(plain):
        kind = "phone" if one["phone"] else "account"
        yield one.start(kind), one.end(kind), _KINDS[kind]
    for one in _ID.finditer(plain):
        if is_id_18(one[0].upper()):
            yield one.start(), one.end(), _KINDS["id"]


def unspread(text: str) -> str:
    """Close up a text whose characters were typed apart to fill a line: 护 航 夕 阳 红."""
    return re.sub(r"\s+", "", text) if _SPREAD.fullmatch(text.strip()) else text


_SPREAD = re.compile(r"[《“「]?\s*[\u3400-\u9fff](?:[\s\u3000]+[\u3400-\u9fff]){2,}\s*[》”」]?")


def _opens(label: str) -> bool:
    return label[:1] in ("（", "(", "【", "[") and label[-1:] not in ("）", ")", "】", "]")


def split_values(text: str, signs: str = "、；;\n") -> list[str]:
    """Divide a text at signs, but not inside brackets and quotes; numbers before the parts are left out."""
    return list(_parts(_LISTED.sub("", text), signs))


def _parts(text: str, signs: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, one in enumerate(text):
        if one in _OPEN:
            depth += 1
        elif one in _CLOSE:
            depth = max(0, depth - 1)
        elif (one in signs and depth == 0) or one == "\n":
            depth = 0
            yield from _part(text[start:at])
            start = at + 1
    yield from _part(text[start:])


_LISTED = re.compile(r"^\s*(?:[（(]?\d{1,2}[)）．、]|\d{1,2}\.(?=\D)|[①-⑳]|[-•·*]\s)\s*", re.MULTILINE)


def _part(text: str) -> Iterator[str]:
    bare = text.strip(" \t\u3000\xa0").rstrip("。，,、；;")
    if bare:
        yield bare
