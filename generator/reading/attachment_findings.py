"""What is said of what a look into an attachment shows, in a record's folder or among the pages."""

from collections.abc import Iterator

from generator.case.personal import find_personal_data
from generator.case.problem import WARNING, Place
from generator.case.text import listing
from generator.reading.file_names import ending
from generator.reading.finding import Finding, first_findings
from generator.reading.personal_findings import finding_in_file
from generator.reading.record import AttachmentSeen

_HOW = {
    "docx": "在 Word 或 WPS 的“审阅”里接受全部修订、停止修订，再另存为 {name}",
    "xlsx": "在 Excel 或 WPS 里取消隐藏，核对后删去用不着的工作表，再另存为 {name}",
    "pptx": "在 PowerPoint 或 WPS 里删去隐藏的幻灯片，再另存为 {name}",
    "pdf": "从原来的 Word、Excel 文件重新导出一份 {name}，不带附件和签名",
}
_SIGNED = "把没有签名的那一份放进文件夹，文件名写成 {name}"


_FAULTS = {
    "damaged": (
        "打不开",
        "文件不完整、已损坏，或者不是它的后缀所说的格式。",
        "从原来的地方重新复制一份，打开核对后，再存成 {name}。",
    ),
    "locked": (
        "加了密码，或者是旧格式",
        "里面有没有个人信息，发布前无法核对；读者也打不开。",
        "用 Word、WPS 等打开，取消密码，另存为 {name}。",
    ),
    "huge": (
        "解开以后太大",
        "解开以后有几百兆字节，不像是一份文件；读者的手机也打不开。",
        "打开核对，压缩里面的图片，或者拆成几份，再存成 {name}。",
    ),
}


def personal(
    place: Place, name: str, seen: AttachmentSeen, office_mail: frozenset[str], waive: str = ""
) -> Iterator[Finding]:
    """Word the personal data in an attachment; of many the first ones.

    Args:
        place: where the attachment is named.
        name: its file's.
        seen: what was seen in it.
        office_mail: mailboxes that may be published.
        waive: how to keep it with a reason; empty where nothing can.
    """
    found = [
        (passage.where, datum) for passage in seen.passages for datum in find_personal_data(passage.text, office_mail)
    ]
    yield from first_findings(found, lambda one: finding_in_file(place, f"附件“{name}”的{one[0]}里", one[1], waive))


def hidden(place: Place, name: str, seen: AttachmentSeen, waive: str = "") -> Iterator[Finding]:
    """Name what a published copy cannot be without, and how to save one that is clean."""
    if seen.kept:
        how = _SIGNED if seen.kept == ("数字签名",) else _HOW[ending(name)]
        otherwise = f"；确实要公开的，{waive}" if waive else ""
        yield Finding(
            place,
            message=f"附件“{name}”里有{listing(seen.kept)}",
            reason="附件整个公开，这些内容读者也能得到；程序去掉它们会影响文件。",
            hint=f"{how.format(name=name)}{otherwise}。",
        )


def unreadable(place: Place, name: str, seen: AttachmentSeen) -> Iterator[Finding]:
    """Word why an attachment could not be read, or not to its end."""
    if seen.fault:
        what, reason, hint = _FAULTS[seen.fault]
        yield Finding(place, f"附件“{name}”{what}", reason, hint.format(name=name))
    elif seen.unread:
        yield Finding(
            place,
            message=f"附件“{name}”{seen.unread}没有看",
            reason="页数太多，或者里面的文字读不出来；那里有没有个人信息，程序不知道。",
            hint=f"打开 {name} 核对这些页；没有个人信息的可以不改，也可以拆成几份，或者重新导出一份。",
            severity=WARNING,
        )
