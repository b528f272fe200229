"""What the headings of a written case mean: which section of a record begins under them."""

import re
from functools import cache
from typing import Any, Literal

from generator.case.markdown.meant.numbers import number_of
from generator.case.packaged import read_packaged
from generator.intake.headings import plain_heading

Part = Literal["background", "approach", "results", "lessons", "summary", "keywords", "unit", "body", "beside"]
"""A section of a record; its summary; its keywords; who the unit is, which begins the background; all of these;
or what is no part of the case, photos and opinions."""

_AROUND = re.compile(r"^[\s【\[（(《“]+|[\s】\]）)》”：:。]+$")
_RUN_IN = re.compile(
    r"\s*[【\[]?([\u3400-\u9fff与和及、（）\s]{2,12}?)\s*[】\]]?\s*[：:]\s*(?=\S)|\s*【([^】]{2,12})】\s*(?=\S)"
)
_COUNT = re.compile(
    r"^\s*(?:part\s*)?[0-9０-９]{1,2}\s+(?=\S)|^[\s◆◇■□●○★☆▲▶►※➢]+(?=\S)|^\s*附件?[0-9]?\s*[：:]\s*", re.IGNORECASE
)
"""Numbers of other kinds: 01 背景, PART 2 做法, 附：照片."""
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")
_USUAL = re.compile(
    "^(?:取得的?|主要的?|工作的?|具体的?|基本的?|实际的?|重点|案例的?|项目的?|活动的?|本案例的?)+(?=.{2})"
)
"""Words before a usual wording that make it no other: 取得的主要成效."""
_OPINION = re.compile("(?:党委|党总支|党组织|支部|单位|学校|学院|部门|专家|评审|主管|组织部|教育厅).{0,6}意见$")
_JOINED = re.compile("[与和及、]")
_LONGEST = 12
"""Characters of a heading that may hold a usual wording among others: 二、茶旅融合的主要做法."""


def part_of(heading: str) -> Part | None:
    """Say what begins under a heading, with or without its number; None where it is no usual wording."""
    plain = _plain(heading)
    bare = _plain(_BRACKETS.sub("", heading.strip()))
    forms = (plain, bare, _USUAL.sub("", bare))
    part = next((part for one in forms if (part := _parts().get(one))), None)
    return "beside" if part is None and _OPINION.search(bare) else part


def likely_part_of(heading: str) -> Part | None:
    """Guess what begins under a short heading by the wording at its end: 茶旅融合的主要做法; None where none is."""
    before, colon, _ = heading.replace(":", "：").partition("：")
    if colon and (part := part_of(before)):
        return part
    plain = _plain(heading)
    first = _parts().get(_JOINED.split(plain)[0])
    return (first or _ending(plain)) if len(plain) <= _LONGEST else None


def run_in(text: str) -> tuple[Part, int] | None:
    """Read a usual wording at the beginning of a paragraph, and where its text begins: 摘要：……"""
    number = number_of(text)
    found = _RUN_IN.match(text, number.end if number else 0)
    part = _parts().get(_plain(found[1] or found[2])) if found else None
    return (part, found.end()) if found and part else None


def _plain(heading: str) -> str:
    words = " ".join(heading.split())
    number = number_of(words)
    words = words[number.end :] if number else _COUNT.sub("", words)
    return plain_heading(_AROUND.sub("", words))


def _ending(plain: str) -> Part | None:
    """Find a wording at the end of a heading; several that mean different things mean nothing."""
    return next((part for word, part in _endings() if plain.endswith(word)), None)


@cache
def _parts() -> dict[str, Part]:
    words: dict[str, Any] = read_packaged("sections.yml")
    return {plain_heading(word): part for part, own in words["whole"].items() for word in own}


@cache
def _endings() -> tuple[tuple[str, Part], ...]:
    words: dict[str, Any] = read_packaged("sections.yml")
    pairs = ((plain_heading(word), part) for part, own in words["ending"].items() for word in own)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
