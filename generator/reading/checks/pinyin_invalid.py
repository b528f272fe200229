"""名称表里的拼音写得不对。

检查什么：pinyin 一个汉字一个音节，用空格隔开；声调可以不写，要写就写在音节后面，例如 xia4 men2。

为什么：拼音决定词条排在哪里、归在哪个字母下、网址是什么；音节和汉字对不上，就不知道哪个字怎么读。

例子：

    universities:
    - name: 厦门示例大学
      pinyin: xiamen shili daxue

应改为：

    universities:
    - name: 厦门示例大学
      pinyin: xia men shi li da xue
"""

import re
from collections.abc import Iterator
from typing import get_args

from generator.case.names import NameKind
from generator.case.problem import ERROR
from generator.case.text import count_han
from generator.reading.finding import Finding
from generator.reading.name_list import NameList
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (NameList,)

_PINYIN = re.compile(r"[a-zü]{1,6}[1-5]?(?: +[a-zü]{1,6}[1-5]?)*", re.IGNORECASE)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find readings that do not fit their names."""
    for kind in get_args(NameKind):
        for at, _ in enumerate(record.items(kind)):
            name, pinyin = record.text(kind, at, "name"), record.text(kind, at, "pinyin")
            if name and pinyin and (fault := _fault(name, pinyin)):
                yield Finding(
                    record.place(kind, at, "pinyin"),
                    message=f"“{record.label((kind, at, 'pinyin'))}”{fault}",
                    reason="拼音决定排序、首字母和网址，每个汉字要有一个音节，名称里的字母、数字不写。",
                    hint="写成 xia men da xue 这样，一个汉字一个音节，中间空一格；程序没有读错的，删去这一行。",
                )


def _fault(name: str, pinyin: str) -> str:
    if not _PINYIN.fullmatch(pinyin):
        return "不是用空格隔开的拼音音节"
    characters, syllables = count_han(name), len(pinyin.split())
    return "" if characters == syllables else f"有 {syllables} 个音节，名称有 {characters} 个汉字"
