"""What is said of personal data, wherever it stands: in a record, a page, the settings, an attachment."""

from dataclasses import replace

from generator.case.personal import NEVER_WAIVED, Kind, PersonalDatum
from generator.case.problem import Place
from generator.reading.finding import Finding

MOST_COUNTED = 10_000
"""Of one text; more are in no record that keeps its limits, and to find each in the largest file would take seconds."""

_NAMES: dict[Kind, str] = {
    "mobile": "手机号码",
    "id": "居民身份证号码",
    "card": "银行卡号",
    "email": "私人邮箱",
    "document": "个人证件的号码",
    "number": "学号或工号",
    "account": "个人的社交账号",
    "phone": "住宅电话",
    "address": "家庭住址",
    "plate": "车牌号",
}
_REASONS: dict[Kind, str] = {
    "mobile": "手机号码是个人信息，公开要有本人单独同意；案例只需要单位的办公电话。",
    "id": "身份证号码一旦公开就无法收回，案例里任何情况下都不需要。",
    "card": "这串数字符合银行卡号的写法，银行卡号不得公开。",
    "email": "这是个人邮箱，不是单位的；公开要有本人单独同意。",
    "document": "证件号码一旦公开就无法收回，案例里任何情况下都不需要。",
    "number": "学号、工号能认出一个人，公开要有本人单独同意。",
    "account": "社交账号属于个人，公开要有本人单独同意；公众号、视频号等单位的账号可以写。",
    "phone": "住宅电话是个人信息，公开要有本人单独同意；案例只需要单位的办公电话。",
    "address": "家庭住址是个人信息，公开要有本人单独同意。",
    "plate": "车牌号能查到车主，公开要有本人单独同意。",
}
_ANOTHER = "它其实是别的编号时，{waive}"
_HINTS: dict[Kind, tuple[str, str]] = {
    "mobile": ("删去，或者改写办公电话，例如 010-12345678", _ANOTHER),
    "id": ("删去；必须区分同名的人时，写单位或职务，例如“示例大学茶学系教师”", ""),
    "card": ("删去", _ANOTHER),
    "email": (
        "删去，或者改写单位邮箱，例如 dangban@example.edu.cn",
        "它其实是单位的公用邮箱时，写进 mkdocs.yml 的 extra.office_mail，或者{waive}",
    ),
    "document": ("删去；必须说明有这个证件时，只写“持有护照”这样的话", ""),
    "number": ("删去；必须区分同名的人时，写单位或职务，例如“示例大学茶学系教师”", _ANOTHER),
    "account": ("删去，或者改写单位的公众号", "它其实是单位的账号时，{waive}"),
    "phone": ("删去，或者改写办公电话，例如 010-12345678", "它其实是办公电话时，{waive}"),
    "address": ("删去，或者只写到县，例如“示例省示例县”", "它其实是单位的地址时，{waive}"),
    "plate": ("删去", _ANOTHER),
}


def finding_in_file(place: Place, where: str, datum: PersonalDatum, waive: str) -> Finding:
    """Word what was found in a file that only its own program can change; see `finding_of`."""
    finding = finding_of(place, where, datum, waive)
    return replace(finding, hint=f"在原来的程序里打开文件，{finding.hint.removesuffix('。')}；改好后另存，放回文件夹。")


def finding_of(place: Place, where: str, datum: PersonalDatum, waive: str) -> Finding:
    """Word what was found.

    Args:
        place: where it is.
        where: the same in words: `“经验启示”里`.
        datum: what was found.
        waive: how to keep it with a reason; empty where nothing can.
    """
    what, otherwise = _HINTS[datum.kind]
    if not waive:
        # The list of mailboxes in the settings needs no waiver.
        otherwise = "它其实是单位的公用邮箱时，写进 mkdocs.yml 的 extra.office_mail" if datum.kind == "email" else ""
    return Finding(
        place,
        message=f"{where}有{_NAMES[datum.kind]} {datum.masked}",
        reason=_REASONS[datum.kind],
        hint="；".join(filter(None, (what, otherwise.format(waive=waive)))) + "。",
        is_waivable=datum.kind not in NEVER_WAIVED,
    )
