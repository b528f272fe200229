"""Whether a text says anything that figures do not already say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.case.amounts import Amount, amounts_in, size_of, without_dates
from generator.case.text import is_han

_ENOUGH = 4
"""Han characters of a clause that are in no figure: so many say something, 渠水变清了; fewer only introduce, 培训了."""
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”’」』）》]*")
_CLAUSE = re.compile(r"[，；：;:,（）()]|\s-\s|——")
_QUOTED = re.compile(r"[“《「『][^“”《》「」『』]*[”》」』]")
_THOUSANDS = re.compile(r"(?<=[\d０-９])[,，](?=[\d０-９]{3}(?![\d０-９]))")
_POWER = re.compile(r"^[十百千]?[万亿]+")
_LEADING = re.compile(
    r"据?(?:有关|相关|公开)?(?:报道|统计|材料|记录)(?:中)?(?:所列|列出|显示|表明)?(?:的)?(?:数据|数字|成效)?(?:如下)?|"
    r"(?:主要|具体)?(?:数据|数字|成效|成果)(?:如下|显著|明显|突出)?|取得(?:了)?(?:以下|显著|明显|良好)?的?(?:成效|成果)?|"
    r"截至目前|与此同时|其中|此外|另外|同时|目前|至今|累计|共计|总计|合计|分别|先后|全年|期间|开展|完成|实现|形成|建成|举办|参加|达到|"
    r"增加|增至|提高|提升|上升|下降|降低|减少|降至|降到|超过|不足|接近|以上|左右|已经|还有|有关|各类"
)
"""Words that bring figures in and say nothing by themselves."""
_SMALL = frozenset("有的了在和与及并等是到约近超余多为由从至达共已又还也中里各每上下个")


@dataclass(frozen=True, slots=True)
class Told:
    """What the figures of a record already say."""

    values: frozenset[Decimal]
    whats: tuple[str, ...]
    """What they measure, the longest first."""
    characters: frozenset[str]
    """The characters of that and of the units; a text puts them in another order: 覆盖10个区县."""


def told_by(figures: Iterable[tuple[str, str, tuple[Decimal, ...]]]) -> Told:
    """Gather what figures say.

    Args:
        figures: of each what it measures, its unit, and its value with the value before, if there is one.
    """
    figures = tuple(figures)
    values = {
        value * size
        for _, unit, values in figures
        for value in values
        # A text may write the 万 of a unit with the number, or with the unit as the record does.
        for size in (1, _size(unit))
    }
    whats = sorted((what for what, _, _ in figures if what), key=len, reverse=True)
    return Told(frozenset(values), tuple(whats), frozenset("".join(f"{what}{unit}" for what, unit, _ in figures)))


def _size(unit: str) -> int:
    power = _POWER.match(unit)
    return size_of(power[0]) if power else 1


def restating(text: str, told: Told) -> tuple[str, ...]:
    """Give the sentences of a text that have figures, where no sentence of it says more than the figures do.

    Nothing, if one does: with a number that is none of theirs, or with words of its own in any clause.
    """
    sentences = [one for found in _SENTENCE.findall(text) if (one := found.strip())]
    if any(_adds(clause, told) for sentence in sentences for clause in _clauses(sentence, told)):
        return ()
    return tuple(one for one in sentences if any(_amounts(_nameless(one, told))))


def _clauses(sentence: str, told: Told) -> Iterator[str]:
    """Cut a sentence into clauses; a comma inside a number, and what a figure measures, are cut nowhere."""
    return iter(_CLAUSE.split(_THOUSANDS.sub("", _nameless(sentence, told))))


def _nameless(text: str, told: Told) -> str:
    """Blank out what the figures measure, whose own numbers count nothing: 省“五个一批”项目."""
    for what in told.whats:
        text = text.replace(what, " " * len(what))
    return text


def _amounts(clause: str) -> Iterator[Amount]:
    return amounts_in(_QUOTED.sub(lambda found: " " * len(found[0]), clause))


def _adds(clause: str, told: Told) -> bool:
    amounts = tuple(_amounts(clause))
    if any(amount.value not in told.values for amount in amounts):
        return True
    kept = without_dates(clause)
    for amount in amounts:
        kept = kept[: amount.start] + " " * (amount.end - amount.start) + kept[amount.end :]
    left = _LEADING.sub("", kept)
    own = [one for one in left if is_han(one) and one not in told.characters and one not in _SMALL]
    return len(own) >= _ENOUGH
