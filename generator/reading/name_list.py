"""The list of names, from content/names.yml: other spellings of a name, and how it is read."""

from collections.abc import Sequence
from typing import get_args

from pydantic import Field

from generator.case.kinds import Line, line
from generator.case.model import Model
from generator.case.names import Name, NameKind, Names

_MOST = 5_000
_MOST_ALIASES = 20


class KnownName(Model):
    """一个名称。"""

    name: Line = Field(title="名称")
    """正式的全称。记录里写的是下面哪一种，页面、检索、统计和汇编里都用它。"""
    abbreviations: tuple[line(100, shortest=2), ...] = Field((), title="简称", max_length=_MOST_ALIASES)  # type: ignore[valid-type]
    """常用的简称；可能指别的单位的不写。"""
    former: tuple[line(100, shortest=2), ...] = Field((), title="曾用名", max_length=_MOST_ALIASES)  # type: ignore[valid-type]
    """改名、合并以前的名称。"""
    pinyin: line(300) | None = Field(None, title="拼音")  # type: ignore[valid-type]
    """程序读错时才写：一个汉字一个音节，用空格隔开，例如 xia men da xue。决定排序、首字母和词条的网址。"""


class KnownUnit(KnownName):
    """一个单位的名称。"""

    university: Line | None = Field(None, title="所属学校")
    """只在这所学校的记录里算；别的学校有同名单位的要写。"""


class NameList(Model):
    """名称表。"""

    universities: tuple[KnownName, ...] = Field((), title="学校", max_length=_MOST)
    """学校的名称。"""
    schools: tuple[KnownUnit, ...] = Field((), title="院系", max_length=_MOST)
    """院系的名称。"""
    branches: tuple[KnownUnit, ...] = Field((), title="单位", max_length=_MOST)
    """{actor}、团队等的名称。"""
    partners: tuple[KnownName, ...] = Field((), title="合作单位", max_length=_MOST)
    """合作单位的名称。"""
    places: tuple[KnownName, ...] = Field((), title="地点", max_length=_MOST)
    """地市、区县和具体地点的名称。"""

    @property
    def names(self) -> Names:
        """The list as records are read by it."""
        return Names({kind: tuple(map(_name, self.of(kind))) for kind in get_args(NameKind)})

    def of(self, kind: NameKind) -> Sequence[KnownName]:
        """Give the names of one kind."""
        found: Sequence[KnownName] = getattr(self, kind)
        return found


def _name(known: KnownName) -> Name:
    university = known.university if isinstance(known, KnownUnit) else None
    return Name(known.name, (*known.abbreviations, *known.former), known.pinyin or "", university or "")
