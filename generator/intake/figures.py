"""Figures in words as outcomes: 培训农户1200余人次 has what was done, a value, a word for round figures and a unit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.case.amounts import number_value, size_of
from generator.case.programme import Programme

_UNITS = (
    "人次|人天|人月|人日|人|户|家|亩|公顷|平方米|平方公里|公斤|千克|克|吨|斤|元|美元|小时|学时|课时|分钟|天|周|个月|年|场次|场|次|个|项|篇|门|"
    "本|册|份|件|台套|台|套|所|名|位|支|期|节|条|只|株|头|羽|%|‰|个百分点|公里|千米|米|度|千瓦时|块|处|批|类|种|座|间|幅|部|集|"
    "堂|讲|轮|届|对|组|队|层|辆|张|封|字|倍|成|村|县|校|市|州|盆|棵|艘|架|车次|车|趟|单|笔|起|宗|级|点|站|班|团"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN_NUMBER = (
    "(?<![数几上成])(?:[一二三四五六七八九两][一二三四五六七八九十两百千万零〇]*[十百千万][一二三四五六七八九十两百千万零〇]*"
    "|十[一二三四五六七八九](?![十百千万一二三四五六七八九])|[十百千](?=[余多]))"
)
_BEFORE = "超过|超|突破|近|约|大约|将近|不足|逾|达到|达|共计|共|累计|总计|为|有|了"
_NOT_WORDS = {"超过": "超", "突破": "超", "逾": "超", "大约": "约", "将近": "近"}
_FIGURE = re.compile(
    rf"(?P<what>(?:(?:19|20)\d\d年(?:\d+月)?)?.*?)(?P<before>(?:{_BEFORE})*)\s*(?P<number>{_NUMBER}|{_HAN_NUMBER})\s*"
    rf"(?P<size>[十百千]?[万亿]|[百千])?(?P<after>余|多|来|\+)?(?P<size2>[十百千]?[万亿])?\s*"
    rf"(?P<unit>{_UNITS})?(?P<end>以上|左右|余)?(?P<rest>.*)",
    re.DOTALL,
)
_ROUND = "超过|不足|将近|大约|超|约|近"
_CHANGE = re.compile(
    rf"(?P<what>.+?)(?:由|从)\s*(?P<each>每[㐀-鿿]{{1,2}}?)?(?:原来的|最初的|过去的|以前的)?(?P<round1>{_ROUND})?\s*(?P<before>{_NUMBER})\s*"
    rf"(?P<after1>[余多])?(?P<unit1>[万亿]?(?:{_UNITS}))?\s*(?:左右)?"
    r"(?P<way>降低?|减少?|升|增加?|提高|提升|上升|下降|增长|扩大|缩短|压缩|发展|跃升|拓展)"
    rf"(?:到|至|为)了?\s*(?P<round>{_ROUND})?\s*(?P<value>{_NUMBER})\s*(?P<after>[余多])?(?P<unit>[万亿]?(?:{_UNITS}))(?P<end>以上|左右)?"
)
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code).isalnum() or chr(code) in "％．＋"}
_NOT_A_THING = re.compile(
    "(?:每年|每月|每次|每期|年均|月均|人均|户均|平均|其中|合计|全年|今年|去年|目前|截至目前|已|先后|另|其他|(?:19|20)\\d\\d年)+"
)
"""What may stand before a number without saying what is counted."""
_MARKS = re.compile(r"[：:\s]+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome as a record has it."""

    value: dict[str, str]
    """`{"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"}`; what is not said is left out."""
    doubt: str = ""


def pieces_of(text: str) -> Iterator[str]:
    """Divide a text at whatever stands between figures; a comma inside a number stays."""
    plain = re.sub(r"(?<=\d)，(?=\d{3}(?!\d))", ",", text)
    for piece in re.split(r"[；;。\n、，]+|(?<!\d),|,(?!\d{3})|\s{2,}", plain):
        bare = re.sub(r"^\s*(?:[（(]?\d{1,2}[)）.．、]\s*(?=\D)|[①-⑳]|[-•·*]\s)", "", piece).strip()
        if bare:
            yield bare


def half_width(text: str) -> str:
    """Write full-width digits, letters and what belongs to numbers in half width; brackets and commas stay."""
    return text.translate(_HALF)


def read_figure(text: str, programme: Programme, what: str = "") -> Figure | None:
    """Read one figure; None where there is none, or more than one.

    Args:
        text: one piece of a text, see `pieces_of`.
        programme: whose words for round figures count.
        what: what is measured, where the text does not say.
    """
    plain = half_width(text).strip()
    if change := _CHANGE.fullmatch(plain):
        return _change(change, programme)
    found = _FIGURE.fullmatch(plain)
    if not found or _has_number(found["rest"]) or re.search(r"[A-Za-z第“]$|\d[^年月]*$", found["what"]):
        return None
    return _figure(found, programme, what)


def _change(found: re.Match[str], programme: Programme) -> Figure:
    """Read what a figure was and is; where its units differ, what it was is told and not kept."""
    value = {"what": found["what"] + (found["each"] or ""), "value": found["value"].replace(",", "")}
    value["unit"] = found["unit"]
    if now := _round_word((found["after"], found["end"], found["round"]), programme):
        value["qualifier"] = now
    if (found["unit1"] or found["unit"]) != found["unit"]:
        return Figure(value, f"原为“{found['before']}{found['unit1']}”，单位不同，没有填原数值")
    value["before"] = found["before"].replace(",", "")
    if was := _round_word((found["after1"], found["round1"]), programme):
        value["before_qualifier"] = was
    return Figure(value)


def _round_word(written: Iterable[str | None], programme: Programme) -> str:
    """Give the word of the programme for the first that is written."""
    words = ({"左右": "约", **_NOT_WORDS}.get(one, one) for one in written if one)
    return next((one for one in words if one in programme.qualifier_words), "")


def _figure(found: re.Match[str], programme: Programme, what: str) -> Figure | None:
    value, size, doubts = number_value(found["number"]), found["size"] or found["size2"] or "", []
    after = {"来": "", "+": "余", None: ""}.get(found["after"], found["after"])
    if size and (found["after"] or size in ("百", "千")):
        # Between the number and its unit, a round figure is written 80000余元 and not 8余万元.
        value *= size_of(size)
        doubts.append(f"“{found['number']}{size}”换算成了 {_plain(value)}")
        size = ""
    words = {_NOT_WORDS.get(one, one) for one in re.findall(_BEFORE, found["before"])}
    end = {"左右": "约", "余": "余", None: ""}.get(found["end"], found["end"])
    qualifier = next((one for one in (after, end, *sorted(words)) if one in programme.qualifier_words), "")
    rest = found["rest"].strip(" 的")
    said = _MARKS.sub("", found["what"]).strip()
    if said and not re.search(r"\w", said):
        # A minus before the number is no name of what is counted, and its meaning would be lost.
        return None
    if not said and rest and not what:
        said, rest = rest, ""
        doubts.append("数量后面的字作了事项")
    elif rest:
        doubts.append(f"“{rest}”并进了事项")
    unit = size + (found["unit"] or "")
    if not found["unit"]:
        doubts.append("没有写单位")
    if _NOT_A_THING.fullmatch(said) and not rest:
        doubts.append(f"“{said}”没有说数的是什么")
    whole = f"{said}{rest}" if said else what + rest
    outcome = {"what": whole, "value": _plain(value), "unit": unit, "qualifier": qualifier}
    kept = {key: one for key, one in outcome.items() if one}
    return Figure(kept, "；".join(doubts)) if whole else None


def read_number(text: str) -> tuple[str, str, str] | None:
    """Read a cell that holds a number, as the number, the word for a round figure, and the unit if it is written there.

    None where it holds anything else.
    """
    found = _FIGURE.fullmatch(half_width(text).strip())
    if not found or found["what"] or found["rest"]:
        return None
    value, size = number_value(found["number"]), found["size"] or found["size2"] or ""
    if size and found["after"]:
        value, size = value * size_of(size), ""
    words = [_NOT_WORDS.get(one, one) for one in re.findall(_BEFORE, found["before"])]
    after = {"来": "", "+": "余"}.get(found["after"] or "", found["after"] or "")
    qualifier = after or {"左右": "约"}.get(found["end"] or "", found["end"] or "") or next(iter(words), "")
    return _plain(value), qualifier, size + (found["unit"] or "")


def _has_number(text: str) -> bool:
    return re.search(rf"\d|{_HAN_NUMBER}(?:余|多)?(?:{_UNITS})", text) is not None


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
