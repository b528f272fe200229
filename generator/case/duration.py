"""How long something plays, however it is usually written."""

import re

from pydantic_core import PydanticCustomError

_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,2})[:：])?(?P<m>[0-9]{1,3})[:：](?P<s>[0-9]{2})")
_SPOKEN = re.compile(
    r"(?=[0-9])(?:(?P<h>[0-9]{1,2}) ?(?:小时|时) ?)?"
    r"(?:(?P<m>[0-9]{1,3}) ?(?:分钟|分|$) ?)?(?:(?P<s>[0-9]{1,2}) ?(?:秒钟?)?)?"
)
_LONGEST_SECONDS = 24 * 60 * 60


def parse_duration(text: str) -> str:
    """Read how long something plays: 5:30, 00:05:30, 5分30秒, or minutes alone; gives `5:30` or `1:05:30`.

    Raises:
        PydanticCustomError: `duration-invalid`.
    """
    found = _CLOCK.fullmatch(text) or _SPOKEN.fullmatch(text)
    hours, minutes, seconds = (int(part or 0) for part in found.group("h", "m", "s")) if found else (0, 0, 0)
    total = (hours * 60 + minutes) * 60 + seconds
    # Behind a larger unit no smaller one makes another of it; alone it may: 90分钟.
    is_carried = (seconds >= 60 and bool(minutes or hours)) or (minutes >= 60 and bool(hours))
    if is_carried or not 0 < total <= _LONGEST_SECONDS:
        raise PydanticCustomError("duration-invalid", "{text}", {"text": text})
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def spoken(duration: str) -> str:
    """Say a duration that was read: 5分30秒 for `5:30`, 1小时5分 for `1:05:00`."""
    parts = [int(part) for part in duration.split(":")]
    named = zip(parts, ("小时", "分", "秒")[-len(parts) :], strict=True)
    return "".join(f"{number}{unit}" for number, unit in named if number)


def iso(duration: str) -> str:
    """Write a duration that was read as ISO 8601 does: `PT5M30S`."""
    parts = [int(part) for part in duration.split(":")]
    named = zip(parts, "HMS"[-len(parts) :], strict=True)
    return "PT" + "".join(f"{number}{unit}" for number, unit in named if number)
