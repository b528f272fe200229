"""What a text says that stands where several fields belong: 2024年9月至2025年6月 has a start and an end."""

import re
from collections.abc import Iterable
from typing import Any

from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.kinds import is_link
from generator.case.vocabulary import REGIONS
from generator.reading.certain_values import certain_date
from generator.reading.fault import Path
from generator.reading.labels import record_fields
from generator.reading.offered_words import offered_words
from generator.reading.parsed_record import ParsedRecord

_DATE = re.compile(
    r"(?<![0-9])([0-9]{4})(?:\s*[年./-]\s*([0-9]{1,2})(?![0-9])(?:\s*[月./-]\s*([0-9]{1,2})(?![0-9])\s*日?)?\s*月?)?年?"
)
_SAME_YEAR = re.compile(r"[至到—–~～-]+\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?\s*$")
_CITY = re.compile(r"(.+?(?:自治州|地区|市|州|盟))(.*)")
_COUNTY = re.compile(r"(.+?(?:自治县|县|区|旗|市))(.*)")
_PERSON = re.compile(r"([㐀-鿿·]{2,10})[\s，,、；;（(]+(.+?)[）)]?")
_FIGURE = re.compile(r"([^0-9]{2,30}?)([0-9][0-9,]*(?:\.[0-9]+)?)([^0-9\s]{1,10})")
_AMOUNT = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s]{1,10})")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})\s*(?:年|(?=[：:，,\s]))[：:，,\s]*(.+)", re.DOTALL)
_OF_YEAR = re.compile(r"(.+?)\s*[（(，,]?\s*((?:19|20)[0-9]{2})\s*年?\s*[）)]?")
_REPORT = re.compile(
    r"《?(?P<by>[^《》：:]{2,30}?)》?\s*(?:[：:]\s*|(?=《))《?(?P<title>.+?)》?"
    r"(?:[\s，,]*[（(]?(?P<date>(?:19|20)[0-9]{2}[年./-][0-9年月日号./-]+)[）)]?)?"
)
_PATTERNS = (
    (("amount", "unit"), _AMOUNT),
    (("source", "amount", "unit"), _FIGURE),
    (("what", "value", "unit"), _FIGURE),
    (("year", "done"), _YEAR),
    (("name", "year"), _OF_YEAR),
)
"""Keys that a text fills in, each with the part of it that is meant."""
_ROLES = {"author": "作者", "writer": "作者", "editor": "编辑", "photographer": "摄影", "reviewer": "审稿"}
"""English words of those who worked on a record."""
_ROLE = re.compile(r"([^：:\s]{2,12})\s*[：:\s]\s*(.+)")
_ENDINGS = (
    ("村", ("村", "村委会", "村民委员会", "村党支部", "村党总支")),
    ("社区", ("社区", "居委会", "社区党委", "社区党总支", "社区党支部")),
    ("街道", ("街道", "街道办事处", "街道党工委")),
    ("乡镇", ("镇", "乡", "镇政府", "乡政府", "镇党委", "乡党委")),
    ("中小学和幼儿园", ("小学", "中学", "幼儿园", "中心校")),
    ("高校", ("大学", "学院")),
    ("医院", ("医院", "卫生院")),
    ("企业", ("公司", "集团", "厂", "企业", "合作社")),
    ("科研机构", ("研究院", "研究所", "农科院")),
    ("政府部门", ("局", "厅", "委员会", "办公室")),
    ("地方党委政府", ("县委", "市委", "区委", "县政府", "市政府", "区政府")),
    ("社会组织", ("协会", "基金会", "学会", "联合会")),
)
"""How names of partners end, by kind; of two that fit, the longer ending."""


def fields_of(record: ParsedRecord, path: Path, text: str) -> dict[str, Any]:
    """Take a text apart into the keys of the mapping that belongs at a path; what nobody can know is left out.

    Args:
        record: whose words and keys count.
        path: the mapping's, or the list's.
        text: what was written instead.
    """
    plain, keys = text.strip(), record.labels.keys_at(path)
    if {"start", "end"} <= keys.keys():
        return _dates(plain)
    if {"province", "county"} <= keys.keys():
        return place_of(plain)
    if found := _report(keys, plain) or _patterned(keys, plain):
        return found
    if {"role", "name"} <= keys.keys():
        return _person(record, path, plain) or _named(record, path, plain)
    if text_key := next((key for key in ("done", "questions") if key in keys), ""):
        return {text_key: plain if text_key == "done" else [plain]}
    link = next((key for key in ("url", "link") if key in keys and is_link(plain)), "")
    return {link: plain} if link else _named(record, path, plain)


def _patterned(keys: Iterable[str], text: str) -> dict[str, Any]:
    """Take a text apart by the first pattern whose keys may be here."""
    for needed, pattern in _PATTERNS:
        if set(needed) <= set(keys) and (found := pattern.fullmatch(text)):
            return dict(zip(needed, found.groups(), strict=True))
    return {}


def _report(keys: Iterable[str], text: str) -> dict[str, Any]:
    """Take a report apart: 示例报：《党课进社区》（2024-05-01）; a source only where its title is marked as one."""
    by = next((key for key in ("medium", "publisher") if key in keys), "")
    found = _REPORT.fullmatch(text)
    if not by or not found or (by == "publisher" and "《" not in text):
        return {}
    date = certain_date(found["date"]) if found["date"] else None
    if found["date"] and not date:
        return {}
    given = (
        {"title": found["title"], by: found["by"]} if by == "publisher" else {by: found["by"], "title": found["title"]}
    )
    return {**given, "date": date} if date else given


def _person(record: ParsedRecord, path: Path, text: str) -> dict[str, Any]:
    """Take a person apart: where roles are words of a list, 作者：示例甲, else 示例甲，教授."""
    words = offered_words(record, (*path, "role"))
    if not words:
        found = _PERSON.fullmatch(text)
        return {"name": found[1], "role": found[2]} if found else {}
    found = _ROLE.fullmatch(text)
    role = _ROLES.get(found[1].lower(), found[1]) if found else ""
    return {"role": role, "name": found[2]} if found and role in words else {}


def _named(record: ParsedRecord, path: Path, name: str) -> dict[str, Any]:
    """Take a text for the name of something, or else for what its mapping must have first."""
    keys = record.labels.keys_at(path)
    first = "name" if "name" in keys else _first_key(record, path)
    found: dict[str, Any] = {first: name} if first else {}
    words = offered_words(record, (*path, "kind")) if "kind" in keys else {}
    if not words:
        return found
    kind = likely_kind(name, words) or next(iter(words))
    return {"kind": kind, **found} if next(iter(keys)) == "kind" else {**found, "kind": kind}


def _first_key(record: ParsedRecord, path: Path) -> str:
    model = record.labels.model_at(path)
    keys = list(record_fields(model)) if model else []
    return next((key for key, field in keys if field.is_required()), keys[0][0] if keys else "")


def _dates(text: str) -> dict[str, Any]:
    found = [date for parts in _DATE.findall(text) if (date := _date(*parts))]
    same_year = _SAME_YEAR.search(text)
    if len(found) == 1 and same_year:
        found += [date for date in [_date(found[0][:4], same_year[1], same_year[2] or "")] if date]
    return dict(zip(("start", "end"), found, strict=False)) or {"start": text}


def _date(year: str, month: str, day: str) -> str:
    try:
        return str(PartialDate.parse("-".join(filter(None, (year, month, day)))))
    except PydanticCustomError:
        return ""


def place_of(text: str) -> dict[str, Any]:
    """Take a place apart, from the province down; what is left over is its `detail`."""
    spellings = (spelling for word in REGIONS for spelling in (word.name, *word.aliases))
    spelling = max((one for one in spellings if len(one) > 1 and text.startswith(one)), key=len, default="")
    rest = text[len(spelling) :].strip(" ·-")
    found: dict[str, Any] = {"province": REGIONS[spelling].name} if spelling else {}
    if spelling:
        for key, pattern in (("city", _CITY), ("county", _COUNTY)):
            if part := pattern.fullmatch(rest):
                found[key], rest = part[1], part[2]
    return {**found, "detail": rest} if rest or not found else found


def likely_kind(name: str, words: Iterable[str]) -> str:
    """Guess a kind by how a name ends, or by a word in it; empty where that does not tell."""
    kinds = tuple(words)
    fits = [(len(end), kind) for kind, ends in _ENDINGS if kind in kinds for end in ends if name.endswith(end)]
    return max(fits, default=(0, ""))[1] or next((word for word in kinds if word in name), "")
