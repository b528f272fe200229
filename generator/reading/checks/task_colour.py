"""任务的颜色读不懂，或者看不清。

检查什么：content/programme.yml 里任务的颜色写成六位数字；文字用它，与底色的对比度在浅色和深色页面上不低于 4.5，
在高对比页面上不低于 7。

为什么：任务的名称用任务的颜色写，颜色太浅，老年读者和用旧屏幕的读者看不清。

例子：

    hue: {light: "#f2c94c"}

应改为：

    hue: {light: "#8a6d00"}
"""

from collections.abc import Iterator

from generator.case.colour import (
    BLACK,
    DARK_GROUNDS,
    LEAST,
    LEAST_IN_HIGH_CONTRAST,
    LIGHT_GROUNDS,
    WHITE,
    Colour,
    colour_of,
    colours,
    digits_of,
    least_contrast,
    until_readable,
)
from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)

_SCHEMES: dict[str, tuple[str, Colour, float]] = {
    "light": ("light", BLACK, LEAST),
    "dark": ("dark", WHITE, LEAST),
    "high_contrast": ("", BLACK, LEAST_IN_HIGH_CONTRAST),
    "high_contrast_dark": ("", WHITE, LEAST_IN_HIGH_CONTRAST),
}
"""By the key of a hue: the key of the tint that it stands on, towards what it is mixed, and its least contrast."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find colours that are none, and those that cannot be read on their grounds."""
    for index, _ in enumerate(record.items("tasks")):
        task = ("tasks", index)
        for path in (*((*task, "tint", key) for key in ("light", "dark")), *((*task, "hue", key) for key in _SCHEMES)):
            written = record.text(*path)
            if not written and path[-1] in (record.get(*path[:-1]) or ()):
                yield _unquoted(record, path)
            if written and not (written.startswith("#") and colour_of(written)):
                yield _unknown(record, path, written)
            elif written and "hue" in path:
                yield from _faint(record, path, record.text(*task, "tint", _SCHEMES[str(path[-1])][0]))


def _unquoted(record: ParsedRecord, path: Path) -> Finding:
    return Finding(
        record.place(*path, key=True),
        message=f"颜色 {path[-1]} 没有写",
        reason="不加引号，# 后面的会当作说明，颜色就读不到。",
        hint=f'两边加英文引号，例如 {path[-1]}: "#25538c"；不写由程序选的，删去 {path[-1]}。',
        edits=record.editor.remove(path),
    )


def _unknown(record: ParsedRecord, path: Path, written: str) -> Finding:
    return Finding(
        record.place(*path),
        message=f"“{shorten(written)}”不是颜色",
        reason="颜色写成 # 和六位数字或字母，两边加英文引号。",
        hint=f'写成六位数字的颜色，例如 {path[-1]}: "#25538c"；不写由程序选。',
        edits=record.editor.remove(path),
    )


def _faint(record: ParsedRecord, path: Path, tint: str) -> Iterator[Finding]:
    scheme, towards, least = _SCHEMES[str(path[-1])]
    colour, grounds = colours([record.text(*path)])[0], _grounds(scheme, towards, tint)
    value = least_contrast(colour, grounds)
    if value < least:
        better = digits_of(until_readable(colour, towards, grounds, least))
        yield Finding(
            record.place(*path),
            message=f"颜色 {record.text(*path)} 看不清",
            reason=f"文字用它，与底色的对比度只有 {value:.1f}，不到 {least:g}。",
            hint=f'换一个{"深" if towards is BLACK else "浅"}些的颜色，例如 {path[-1]}: "{better}"。',
            edits=record.editor.set(path, better),
        )


def _grounds(scheme: str, towards: Colour, tint: str) -> list[Colour]:
    if not scheme:
        return [WHITE if towards is BLACK else BLACK]
    return [*colours(LIGHT_GROUNDS if scheme == "light" else DARK_GROUNDS), *colours([tint])]
