"""任务的标志不能用。

检查什么：content/programme.yml 里任务的标志（sign）是写得完整的 SVG 图形，只有 path、circle、ellipse、rect、line、
polyline、polygon 和 g，只有画图用的属性，没有脚本，也不向别处要东西。

为什么：标志放进每一个网页的样式里。写得不完整，图就不显示；有脚本或外面的网址，会泄露读者的访问。

例子：

    sign: "<image href='https://example.org/a.png'/>"

应改为：

    sign: "<circle cx='12' cy='12' r='9'/>"
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)

_ELEMENTS = frozenset({"path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "g"})
_ATTRIBUTES = frozenset(
    {
        *("d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "points"),
        *("fill", "fill-rule", "clip-rule", "fill-opacity", "opacity", "transform"),
        *("stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"),
        "stroke-opacity",
    }
)
_VALUE = re.compile(r"[\w\s.,#()+%-]*", re.ASCII)
_OUTSIDE = re.compile(r"url\s*\(", re.IGNORECASE)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find signs that a page may not draw, or cannot."""
    for index, _ in enumerate(record.items("tasks")):
        sign = record.text("tasks", index, "sign")
        fault = fault_of(sign) if sign else ""
        if fault:
            yield Finding(
                record.place("tasks", index, "sign"),
                message="任务的标志不能用",
                reason=fault,
                hint="只用简单的图形，例如 sign: \"<circle cx='12' cy='12' r='9'/>\"；不写由程序画一个。",
                edits=record.editor.remove(("tasks", index, "sign")),
            )


def fault_of(sign: str) -> str:
    """Say in a sentence why a sign cannot be drawn; empty where it can."""
    if "<!" in sign or "<?" in sign or "&" in sign:
        return "标志里不能有注释、声明和 & 记号。"
    faults: list[str] = []
    drawn: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "svg" and not drawn:
            drawn.append(name)
            return
        drawn.append(name)
        if name not in _ELEMENTS:
            faults.append(f"标志里不能有 <{name}>。")
        for key, value in attributes.items():
            if key not in _ATTRIBUTES:
                faults.append(f"标志里不能有属性 {key}。")
            elif not _VALUE.fullmatch(value) or _OUTSIDE.search(value):
                faults.append(f"属性 {key} 的值“{value[:20]}”不能用。")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = lambda text: faults.append("标志里不能有文字。") if text.strip() else None
    try:
        parser.Parse(f"<svg>{sign}</svg>", True)
    except expat.ExpatError:
        return "标志的 SVG 写得不完整，例如少了引号、/> 或者收尾的标签。"
    if not faults and len(drawn) < 2:
        return "标志里没有图形。"
    return faults[0] if faults else ""
