"""Which words a letter may have: none that only somebody knows who writes records."""

import re
from functools import cache

from pydantic import BaseModel

from generator.case.labels import inner_model
from generator.case.model import Case
from generator.reading.checks import CHECKS
from generator.reading.labels import record_fields

_SENTENCE = re.compile(r"[^。]+。?")
_OURS = re.compile(
    r"`|\.ya?ml\b|(?:^|[^\w])(?:cases|content)[/\\]|anliji|YAML|UTF-?(?:8|16)|U\+[0-9A-F]{4}|Markdown|(?<![.\w])HTML|"
    r"VS ?Code|字段|文件夹|缩进|词表|规则|程序|网页代码|英文冒号|英文引号|方括号|花括号|列表项|标记|\btrue\b|\bfalse\b|"
    r"(?<!修订)(?<!会议)(?<!活动)记录|(?<!”)第 ?\d+ ?行|waiver|mailto",
    re.IGNORECASE,
)


def is_plain(text: str) -> bool:
    """Say whether somebody understands a text who knows nothing of records: no key, no rule, no file of ours."""
    return not _OURS.search(text) and not _names().search(text)


def plain_sentences(text: str) -> str:
    """Give those sentences of a text that may stand in a letter."""
    return "".join(filter(is_plain, _SENTENCE.findall(text)))


@cache
def _names() -> re.Pattern[str]:
    """A pattern that finds any key of a record and any name of a rule, as a word of its own."""
    names = sorted({*_keys(Case), *(rule for rule in CHECKS if "-" in rule)}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![A-Za-z0-9_./@-])(?:{'|'.join(map(re.escape, names))})(?![A-Za-z0-9_.@-])")


def _keys(model: type[BaseModel]) -> frozenset[str]:
    own = {key for key, _ in record_fields(model)}
    inner = (inner_model(field.annotation) for _, field in record_fields(model))
    return frozenset(own.union(*(_keys(one) for one in inner if one)))
