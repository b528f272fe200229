"""The list of wordings to avoid, from content/wording.yml: dated, editable, never applied by itself."""

from typing import Literal

from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Line, line
from generator.case.model import Model


class Wording(Model):
    """一条用语。"""

    wrong: Line = Field(title="原写法")
    """应避免的写法。"""
    right: Line = Field(title="规范写法")
    """规范的写法。"""
    reason: line(200) = Field(title="理由")  # type: ignore[valid-type]
    """为什么。"""
    level: Literal["error", "warning"] = Field("warning", title="级别")
    """error 必须改，warning 请核对。"""
    unless: tuple[Line, ...] = Field((), title="例外")
    """含有“原写法”但没有错的词，遇到时不报。"""


class WordingList(Model):
    """用语表。"""

    date: PartialDate = Field(title="修订日期")
    """本表修订的日期。"""
    words: tuple[Wording, ...] = Field((), title="用语")
    """逐条列出。"""
