"""网址写法不对。

检查什么：网址以 http://、https:// 或 mailto: 开头，写完整，中间没有空格。

为什么：写不全的网址点不开；指向本机文件或脚本的网址别人打不开，也不安全。

例子：

    sources:
      - title: 示例报道
        url: www.example.edu.cn/news/1.html

应改为：

    sources:
      - title: 示例报道
        url: https://www.example.edu.cn/news/1.html
"""

import re
from collections.abc import Iterator

from generator.case.kinds import is_link
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import ValueFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[:/?#]\S*)?")
_MAIL = re.compile(r"[^\s@/:]+@[A-Za-z0-9.-]+")
_LOCAL = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|\.{0,2}/", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IN_FRAME = re.compile(
    r"<(?:iframe|video|embed|a|source)\b[^>]*?\b(?:src|href)\s*=\s*[\"']?((?:https?:)//[^\s\"'>]+)", re.IGNORECASE
)
_SHARED = re.compile(r"https?://[A-Za-z0-9.-]+(?:[:/?#][!-;=?-~]*)?")
"""An address in the text that a player's “share” copies: 【标题】 https://…"""
_EXAMPLE = "https://www.example.edu.cn/news/1.html"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word links that no page may carry."""
    for fault in record.faults("link-invalid", ValueFault):
        reason, hint, better = _explain(fault.written)
        field = record.labels.field_at(fault.path)
        # What cannot be without its address goes with it.
        holder = fault.path[:-1] if field and field.is_required() else fault.path
        if holder != fault.path:
            hint = hint.replace("没有就删去这一行", "没有就删去这一项")
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的“{shorten(fault.written, 30)}”不是完整的网址",
            reason=reason,
            hint=hint,
            edits=record.editor.set(fault.path, better) if better else record.editor.remove(holder),
        )


def _with_more(written: str) -> tuple[str, str, str] | None:
    """Explain an address with something in or around it."""
    closed = re.sub(r"\s+", "", written)
    if closed != written and is_link(closed):
        return "网址中间有空格，点开时会从那里断掉。", f"去掉空格，写成 {closed}。", closed
    if (framed := _IN_FRAME.search(written)) and is_link(framed[1]):
        return "这是嵌入网页的代码，不是网址。", f"只留代码里的网址，写成 {framed[1]}。", framed[1]
    if (inside := _SHARED.search(written)) and is_link(inside[0]):
        return "网址的前后还有别的文字。", f"只留网址，写成 {inside[0]}。", inside[0]
    return None


def _explain(written: str) -> tuple[str, str, str]:
    """Give the reason, the hint, and the link that was meant; empty where nobody can know it."""
    if found := _with_more(written):
        return found
    if _LOCAL.match(written):
        return (
            "这是电脑里的文件位置，别人打不开。",
            f"改成公开网页的网址，例如 {_EXAMPLE}；没有就删去这一行。",
            "",
        )
    if _MAIL.fullmatch(written):
        return "电子邮箱前面要写明 mailto:。", f"写成 mailto:{written}。", f"mailto:{written}"
    if _DOMAIN.fullmatch(written):
        return (
            "网址开头缺少 https://，会被当成本站的页面。",
            f"在前面加上 https://，写成 https://{written}。",
            f"https://{written}",
        )
    scheme = _SCHEME.match(written)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        return (
            f"以 {scheme[1]}: 开头的不能用作网址。",
            f"改成公开网页的网址，例如 {_EXAMPLE}；没有就删去这一行。",
            "",
        )
    return (
        "网址要以 http:// 或 https:// 开头，后面是网站和页面。",
        f"从浏览器地址栏复制完整的网址，例如 {_EXAMPLE}；没有就删去这一行。",
        "",
    )
