"""A date known to the year, the month or the day, as reports give it."""

import calendar
import re
from functools import lru_cache, total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@total_ordering
class PartialDate:
    """A date of year, month or day precision, level 0 of EDTF (https://www.loc.gov/standards/datetime/).

    `2024`, `2024-09` and `2024-09-01` are dates; text reads back as it was written, with zeros filled in.
    Order is by the first day that a date covers, the less precise first.
    """

    __slots__ = ("day", "month", "year")

    def __init__(self, year: int, month: int = 0, day: int = 0) -> None:
        self.year, self.month, self.day = year, month, day

    @classmethod
    @lru_cache(maxsize=1_000)
    def parse(cls, text: str) -> "PartialDate":
        """Read a date.

        Raises:
            PydanticCustomError: `date-invalid`, with the reason in Chinese.
        """
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise _invalid(text, "日期要写成“年-月-日”，用半角数字和半角连字符，年份四位。")
        year, month, day = (int(part or 0) for part in found.groups())
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise _invalid(text, f"年份应在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间。")
        if found[2] and not 1 <= month <= 12:
            raise _invalid(text, "月份只能是 01 到 12。")
        if found[3]:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise _invalid(text, f"{year}年{month}月只有 {last} 天，日只能是 01 到 {last}。")
        return cls(year, month, day)

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day that this date covers."""
        return self.year, self.month or 1, self.day or 1

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day that this date covers."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]

    def is_over(self, before: "PartialDate") -> bool:
        """Check whether all of this date lies before another begins: 2024-06 is over before 2024-07-01."""
        return self.last < before.first

    @property
    def chinese(self) -> str:
        """The date as a reader expects it: 2024年, 2024年9月, 2024年9月1日."""
        text = f"{self.year}年"
        if self.month:
            text += f"{self.month}月"
        if self.day:
            text += f"{self.day}日"
        return text

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"

    @property
    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day

    def __eq__(self, other: object) -> bool:
        # Defaults are compared with, and left out, whenever a case is written.
        return (
            isinstance(other, PartialDate)
            and self.year == other.year
            and self.month == other.month
            and self.day == other.day
        )

    def __lt__(self, other: "PartialDate") -> bool:
        return self._key < other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from text and serialise to text."""
        del source, handler
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Allow a bare year, which other YAML readers take for a number."""
        del schema, handler
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{1,2}(-\d{1,2})?)?$"},
                {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
            ]
        }


def _invalid(text: str, reason: str) -> PydanticCustomError:
    return PydanticCustomError("date-invalid", "{reason}", {"reason": reason, "text": text})
