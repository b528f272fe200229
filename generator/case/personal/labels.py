"""What a label says is personal, whatever its digits: 身份证, 护照, 微信, 家庭住址 and their like."""

import re
from collections.abc import Iterator

from generator.case.personal.context import is_counted
from generator.case.personal.datum import Found, Kind
from generator.case.personal.links import Links
from generator.case.personal.windows import SEPARATORS

_NO_ACCOUNT = (
    "公众|小程序|视频号|订阅号|服务号|平台|推|文章|朋友圈|支付|阅读|转发|浏览|关注|版|端|扫|红包|步数|运动|空间|音乐|浏览器|企业|直播|小店|"
    "粉丝|传播|点击|点赞|播放|投票|问卷|宣传|矩阵|用户|指数|公号|转账|到账|好友"
)
_DOCUMENTS = (
    "护照|(?:往来)?港澳(?:居民)?(?:来往内地)?通行证|台胞证|回乡证|台湾居民来往大陆通行证|军官证(?!明)|士兵证(?!明)|"
    "军人证(?!明)|警官证(?!明)|驾驶证|驾照|居住证(?!明)|社保卡|社会保障(?:卡|号码?)|医保卡"
)
_ACCOUNTS = (
    f"(?<!官方)(?:微\\s?信|薇信)(?!{_NO_ACCOUNT})|"
    f"(?<![A-Za-z0-9@.#])(?:QQ|qq|Qq|Q\\sQ|企鹅|扣扣)(?!{_NO_ACCOUNT}|[A-Za-z.])|"
    "(?<![A-Za-z0-9@.])(?:VX|vx|Vx|WX|wx|V信|v信|WeChat|Wechat|wechat|WECHAT|weixin)"
    "(?=\\s?(?:号|ID|id)?\\s?[:：]|\\s[A-Za-z_-]*[0-9])|"
    "支付宝|钉钉号|飞书号|陌陌"
)
_NUMBERS = "学号(?!召)|(?<!职)工号(?!召|令|角|牌)|(?:职|教)工号(?!召|令|角)|准考证|考生号|学籍号|一卡通号"
_LABELS: tuple[tuple[Kind, str], ...] = (
    ("id", "身\\s?份\\s?证(?!明|实)(?:件)?|公民身份号码|身份号码"),
    ("document", _DOCUMENTS),
    ("number", _NUMBERS),
    ("card", "银行卡|银行账号|银行帐号|信用卡|储蓄卡|借记卡|工资卡|卡号"),
    ("account", _ACCOUNTS),
    ("plate", "车牌"),
    ("phone", "住宅电话|家庭电话|宅电|家庭座机|住宅座机"),
    ("address", "家庭住址|家庭地址|住宅地址|家庭详细地址|(?<!网)住址"),
)
_LABEL = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS))

_SUFFIX = "(?:证件)?(?:号码|账号|帐号|号|码|ID|Id|id)?"
_GAP = r"[^。；;!！?？、\n*]{0,4}?"
_DIGITS = f"[0-9](?:[{SEPARATORS}]{{0,2}}[0-9]){{4,}}(?:[{SEPARATORS}]?[Xx](?![A-Za-z0-9]))?"
_WORD = "[A-Za-z0-9](?:[-_]?[A-Za-z0-9]){4,39}"
_NAMED = re.compile(rf"(?P<suffix>{_SUFFIX})(?P<gap>{_GAP})(?<![A-Za-z0-9])(?P<name>{_DIGITS}|{_WORD})(?![A-Za-z0-9])")
_NOT_A_NAME = re.compile(r"\s?@|://|\.[A-Za-z]")
_PUBLIC = re.compile("公众|小程序|视频号|订阅|服务号|平台")
_SHORT_CARD = 10
"""Fewer digits behind 银行卡 are an amount, or a bank's own telephone: 信用卡中心95588."""
_WORDS = frozenset(
    (
        "wechat",
        "weixin",
        "https",
        "group",
        "music",
        "email",
        "qqmail",
        "android",
        "iphone",
        "windows",
        "official",
        "account",
        "public",
    )
)
_ADDRESS = re.compile(
    r"\s?(?:[:：为是在(]|\s|(?=[\u4e00-\u9fff]{2,8}(?:省|市|区|县|州)))\s?"
    r"(?!等|和|及|与|或|所|信息|变|不|未|较|相|远|近|附|[、，。])(?P<home>[\u4e00-\u9fffA-Za-z0-9 ()#·-]{4,60})"
)
_HOME_WORD = re.compile("省|市|区|县|州|镇|乡|村|路|街|巷|弄|号|栋|幢|室|苑|园|庄|屯|组|楼")

_HINTS = frozenset(
    re.findall(
        r"[^|]+",
        "身份|护照|行证|胞证|乡证|官证|兵证|人证|驶证|驾照|住证|社保|社会保|医保|学号|工号|考证|考生号|学籍号|通号|行卡|行账|行帐|用卡|"
        "蓄卡|记卡|资卡|卡号|微信|薇信|QQ|qq|Qq|企鹅|支付宝|钉钉号|飞书号|陌陌|车牌|住宅|宅电|家庭|VX|vx|Vx|WX|wx|V信|v信|We|we|WE|"
        "住址|扣扣|Q Q",
    )
)
LABEL_HINT = re.compile(
    f"[{''.join(sorted({hint[0] for hint in _HINTS}))}](?:\\s|{'|'.join(sorted({hint[1:] for hint in _HINTS}))})"
)
"""Beginning with one set of characters it is ten times as fast as the pattern of all labels, or of all hints."""


def may_have_label(text: str) -> bool:
    """Check quickly whether a text may have a label; most have not."""
    return LABEL_HINT.search(text) is not None


def labelled_in(text: str, shown: str, links: Links) -> Iterator[Found]:
    """Find what follows a label, in the order of a plain text.

    Args:
        text: the plain text, with Chinese numerals as digits too where that is wanted.
        shown: the same with them as they are; labels are looked for in it.
        links: the web addresses in it.
    """
    for label in _LABEL.finditer(shown) if may_have_label(shown) else ():
        kind: Kind = label.lastgroup  # type: ignore[assignment]
        found = _home(shown, label.end()) if kind == "address" else _named(kind, text, shown, label.end())
        if found and links.role(found.start) != "opaque":
            yield found


def _named(kind: Kind, text: str, shown: str, start: int) -> Found | None:
    # Chinese numerals count in the name alone: a gap of 一 would be a digit otherwise.
    named = _NAMED.match(shown, start) or _NAMED.match(text, start)
    if named is None or _NOT_A_NAME.match(shown, named.end()) or named["name"].lower() in _WORDS:
        return None
    if kind == "account" and _PUBLIC.search(named["gap"]):
        return None
    is_digits = re.search("[A-Za-z]", named["name"]) is None
    is_named = bool(named["suffix"]) or re.search("[:：]", named["gap"]) is not None
    if is_digits and not is_named and is_counted(shown, named.end()):
        return None
    if (kind == "phone" and not is_digits) or (kind == "card" and not is_named and len(named["name"]) < _SHORT_CARD):
        return None
    return Found(kind, named.start("name"), named.end("name"), kept=(1, 0))


def _home(shown: str, start: int) -> Found | None:
    home = _ADDRESS.match(shown, start)
    if home is None or not _HOME_WORD.search(home["home"]):
        return None
    return Found("address", home.start("home"), home.end("home"), kept=(2, 0))
