"""A set of texts made by rule, with and without personal data, on which the scanner is measured.

Everything in it is invented; the numbers are of no one's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, product

MOBILES = ("13951230000", "18612345678", "19900001111", "17012345678")
IDS = ("320106198503150022", "32010619850310005X", "11010519491231002X")
OLD_ID = "320106850315002"
CARDS = ("6225880100123455", "6222021200012345679", "4111111111111111")

FORMS = {
    "ascii": "0123456789",
    "full width": "０１２３４５６７８９",
    "circled": "⓪①②③④⑤⑥⑦⑧⑨",
    "black circled": "⓿❶❷❸❹❺❻❼❽❾",
    "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "monospace": "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
    "arabic-indic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "devanagari": "०१२३४५६७८९",
    "suzhou": "〇〡〢〣〤〥〦〧〨〩",
    "superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "subscript": "₀₁₂₃₄₅₆₇₈₉",
    "han": "〇一二三四五六七八九",
    "spoken": "零幺二三四五六七八九",
    "formal": "零壹贰叁肆伍陆柒捌玖",
}
SEPARATORS = {
    "none": "{}{}{}",
    "blank": "{} {} {}",
    "two blanks": "{}  {}  {}",
    "wide blank": "{}　{}　{}",
    "no-break blank": "{}\u00a0{}\u00a0{}",
    "line": "{}\n{}\n{}",
    "dot": "{}.{}.{}",
    "wide dot": "{}．{}．{}",
    "middle dot": "{}·{}·{}",
    "bullet": "{}•{}•{}",
    "slash": "{}/{}/{}",
    "wide slash": "{}／{}／{}",
    "tilde": "{}~{}~{}",
    "wide tilde": "{}～{}～{}",
    "underline": "{}_{}_{}",
    "hyphen": "{}-{}-{}",
    "wide hyphen": "{}－{}－{}",
    "dash": "{}—{}—{}",
    "en dash": "{}–{}–{}",
    "minus": "{}−{}−{}",
    "spaced hyphen": "{} - {} - {}",
    "brackets": "({}){}{}",
    "wide brackets": "（{}）{}-{}",
    "square brackets": "[{}]{}{}",
    "black brackets": "【{}】{} {}",
    "soft hyphen": "{}\u00ad{}\u00ad{}",
    "zero width": "{}\u200b{}\u200b{}",
    "word joiner": "{}\u2060{}\ufeff{}",
}
MARKUP = {
    "strong": "**{}**{}**{}**",
    "emphasis": "*{}*{}*{}*",
    "underlines": "__{}__{}__{}__",
    "struck": "~~{}~~{}~~{}~~",
    "code": "`{}`{}`{}`",
    "br": "{}<br>{}<br/>{}",
    "sub": "{}<sub>{}</sub>{}",
    "sup": "<sup>{}</sup>{}{}",
    "span": '{}<span class="a">{}</span>{}',
    "comment": "{}<!-- x -->{}{}",
    "nbsp": "{}&nbsp;{}&nbsp;{}",
    "shy": "{}&shy;{}&#8203;{}",
    "escapes": "{}\\-{}\\-{}",
    "link": "[{}](https://www.example.edu.cn/){}{}",
    "entities": "{}&#45;{}&#x2d;{}",
}
GROUPS = {"3-4-4": (3, 4), "4-4-3": (4, 4), "3-3-5": (3, 3), "4-3-4": (4, 3), "2-4-5": (2, 4), "5-3-3": (5, 3)}
HIDDEN_MAIL = (
    "zhangsan@qq.com",
    "zhangsan＠163.com",
    "zhangsan(at)qq.com",
    "zhangsan[at]163[dot]com",
    "zhangsan（at）126.com",
    "zhangsan 【at】 qq.com",
    "zhangsan艾特qq.com",
    "zhangsan 艾特 foxmail.com",
    "zhangsan @ qq.com",
    "zhangsan @qq.com",
    "zhangsan@ sina.com",
    "zhangsan#qq.com",
    "zhangsan # qq.com",
    "zhangsan＃qq.com",
    "zhangsan at qq.com",
    "zhangsan at qq dot com",
    "zhangsan_at_qq.com",
    "zhangsan(#)qq.com",
    "zhangsan(a)qq.com",
    "zhangsan爱特qq.com",
    "zhangsan圈a qq.com",
    "zhangsanⓐqq.com",
    "zhangsan@qq,com",
    "zhangsan AT gmail.com",
    "zhangsan@qq。com",
    "zhangsan@qq点com",
    "zhangsan@qq·com",
    "zhangsan@qq(dot)com",
    "zhang*san*@qq.com",
    "**zhangsan**@qq.com",
    "zhangsan@**qq**.com",
    "zhangsan@q\u200bq.com",
    "zhang\u00adsan@qq.com",
    "ｚｈａｎｇｓａｎ＠ｑｑ．ｃｏｍ",
    "zhangsan&#64;qq.com",
    "zhangsan&commat;qq.com",
    "mailto:zhangsan%40qq.com",
    "张三@qq.com",
    "zhangsan@vip.163.com",
    "zhangsan@proton.me",
    "zhangsan@tutanota.com",
    "zhangsan@zoho.com",
    "zhangsan@duck.com",
    "zhangsan@yandex.com",
    "zhangsan@gmx.net",
    "zhangsan@aol.com",
    "zhangsan@fastmail.com",
    "zhangsan@icloud.com",
    "123456789@qq.com",
    "zhangsan<at>qq.com",
    "zhangsan<b>@</b>qq.com",
)
LABELLED = (
    "身份证320106198503150021",
    "身份证号：32010619850315002",
    "身份证号码 320106 19850315 0021",
    "身份证号码是三二〇一〇六一九八五〇三一五〇〇二一",
    "身份证（3201061985031500）",
    "护照E12345678",
    "护照号：G1234567",
    "护照号码为 EA1234567",
    "港澳通行证C12345678",
    "港澳通行证号：H0123456789",
    "军官证：南字第12345678号",
    "军官证号：军字第2001234号",
    "学号：2021380012",
    "学号9201010123",
    "工号：20100456",
    "工号 A01234",
    "银行卡：6222021200012345670",
    "银行卡号6222 0212 0001 2345 670",
    "银行卡卡号：62220212",
    "微信：zhangsan88",
    "微信号 wxid_abcd1234efgh",
    "微信号：13951",
    "微信号为chashan_2021",
    "微信同号：chashan2021",
    "加微信chashan2021",
    "微信（chashan2021）",
    "QQ：123456789",
    "QQ号12345678",
    "QQ 87654321",
    "qq:12345",
    "ＱＱ：１２３４５６７８９",
    "QQ号是１２３４５６７８９",
    "家庭住址：示例市示例区茶山路1号",
    "家庭住址为示例省示例县示例镇茶山村",
    "家庭住址在茶山小区2幢",
    "家庭住址（示例市学府路5号）",
    "住宅电话：025-84390000",
    "住宅电话 84390000",
    "住宅电话（025）8439 0000",
    "车牌苏A12345",
    "车牌号：苏A·12345",
    "车牌号码为京AD12345",
)
PREFIXED = (
    "+86 {}",
    "+86-{}",
    "0086-{}",
    "86{}",
    "（+86）{}",
    "(86){}",
    "电话{}",
    "Tel:{}",
    "TEL{}",
    "手机：{}（张老师）",
    "张三{}",
    "{}张三",
    "联系电话：025-84390000/{}",
    "025-84390000、{}",
    "{}/13951230001",
    "微信同号{}",
    "项目联系人{}",
    "项目负责人张三，{}",
    "合同签订请致电{}",
    "经费问题咨询{}",
    "小灵通025{}",
    "1. 张三 {}",
    "|{}|",
    "“{}”",
    "tel:{}",
    "sms:{}",
    "https://a.example/?tel={}",
    "https://a.example/x?id=5&phone={}&b=1",
    "https://a.example/?mobile=%2B86{}",
    "https://{}@a.example/",
    "https://{}:pw@a.example/x",
    "a.example/?tel={}",
    "{}.",
    "{},",
    "{}!",
)


@dataclass(frozen=True)
class Sample:
    """A text with something personal in it."""

    name: str
    text: str


def written(number: str, form: str) -> str:
    """Write digits in a form."""
    return number.translate(str.maketrans(FORMS["ascii"], FORMS[form]))


def cut(number: str, first: int, second: int) -> tuple[str, str, str]:
    """Cut a number into three groups."""
    return number[:first], number[first : first + second], number[first + second :]


def mobiles() -> Iterator[Sample]:
    """Make mobile numbers: digit form × separator, digit form × markup, grouping × separator, and words around."""
    for (form, (gap, pattern)), number in zip(product(FORMS, SEPARATORS.items()), cycle(MOBILES), strict=False):
        yield Sample(f"mobile, {form}, {gap}", pattern.format(*cut(written(number, form), 3, 4)))
    for form, (mark, pattern) in product(("ascii", "full width", "circled", "han"), MARKUP.items()):
        yield Sample(f"mobile, {form}, {mark}", pattern.format(*cut(written(MOBILES[1], form), 3, 4)))
    for (groups, sizes), (gap, pattern) in product(GROUPS.items(), SEPARATORS.items()):
        yield Sample(f"mobile, {groups}, {gap}", pattern.format(*cut(MOBILES[0], *sizes)))
    for form in FORMS:
        yield Sample(f"mobile, {form}, one by one", " ".join(written(MOBILES[2], form)))
    for pattern, number in product(PREFIXED, MOBILES[:2]):
        yield Sample(f"mobile, {pattern}", pattern.format(number))
    percent = "".join(f"%{ord(digit):x}" for digit in MOBILES[0])
    for pattern in ("https://a.example/?tel={}", "https://{}@a.example/", "tel:{}", "https://a.example/?phone={}#x"):
        yield Sample(f"mobile, {pattern}, encoded", pattern.format(percent))


def samples() -> Iterator[Sample]:
    """Make the texts in which something is to be found."""
    yield from mobiles()
    for (form, (gap, pattern)), number in zip(product(FORMS, SEPARATORS.items()), cycle(IDS), strict=False):
        yield Sample(f"id, {form}, {gap}", pattern.format(*cut(written(number, form), 6, 8)))
    for gap, pattern in SEPARATORS.items():
        yield Sample(f"card, {gap}", pattern.format(*cut(CARDS[0], 4, 8)))
        yield Sample(f"old id, {gap}", pattern.format(*cut(OLD_ID, 6, 6)))
    for form, number in product(FORMS, (*CARDS, OLD_ID)):
        yield Sample(f"card or old id, {form}", written(number, form))
    for text in (*HIDDEN_MAIL, *LABELLED):
        yield Sample(text, text)


AMOUNTS = ("13951230000", "18612345678")
UNITS = (
    "元",
    "万元",
    "亿元",
    "人",
    "人次",
    "户",
    "亩",
    "吨",
    "公里",
    "千瓦时",
    "kWh",
    "美元",
    "斤",
    "平方米",
    "次",
    "件",
    "册",
    "字节",
)
AMOUNT_WORDS = (
    "合同金额",
    "项目经费",
    "总投资",
    "人民币",
    "年产值",
    "销售收入",
    "累计",
    "阅读量",
    "经度118.",
    "点击量达",
)
CODES = (
    "项目编号：",
    "项目编号JS",
    "国家自然科学基金（",
    "国家社科基金项目",
    "课题编号 ",
    "基金号",
    "专利号ZL",
    "专利号：CN",
    "专利申请号",
    "授权公告号CN",
    "批准文号",
    "登记号",
    "证书编号：",
    "许可证",
    "备案号：",
    "订单",
    "订单号：",
    "合同编号",
    "统一社会信用代码",
    "流水号 ",
    "条形码",
    "发票号码：",
    "DOI:10.",
    "DOI：10.",
    "https://doi.org/10.",
    "ISBN ",
    "ISBN：",
    "CNKI:SUN:NJNY.0.",
    "标准号DB32/T ",
    "审定编号：国审稻",
    "软件著作权登记号2023SR",
    "批次",
    "货号",
    "文章编号",
    "系统号",
    "https://www.example.edu.cn/2024/1128/c",
    "https://www.example.edu.cn/page.htm?id=",
    "https://www.example.edu.cn/?wbnewsid=",
    "https://www.example.edu.cn/",
    "www.example.edu.cn/info/",
    "example.edu.cn/a/",
)
OTHERS = """
统一社会信用代码91320100MA1234567X|统一社会信用代码 12100000400000624D|人口13951234人|基因登录号MN908947.3
第13次会议|苏教科〔2023〕13951号|教思政厅函〔2024〕11号|3.14159265358979|13,951,234,567元|经度118.13951234567
热线12345|400-138-0013|400-820-8820|95598|025-84396101|（025）84396101|+86-25-84396101|010-66096675转8013
手机13部、5123人次、4567元|ISBN 978-7-109-12345-6|ISBN 9787109123456|ISSN 1000-1234|CN 32-1234/S|GB/T 7714—2015
DB32/T 1395-2019|1—3期共13900亩、5123户、4567人|CN202310123456.7|ZL 2013 1 0123456.7|ZL201910123456.7
CN113951234567A|年产量由139万吨增至5123万吨|订单202411280001234567|912101001179999999|开户许可证J3010012345601
2024年11月28日|2024-11-28|2024.11.28—2024.12.2|2024/11/28 13:00|20241128|20241226123456|1921-1949-2021
1985.3.16-1987|1949.1-2019.10|1978-2018-2023|银行大额支付系统号313301012345|文章编号1000-1234(2024)11-0123-05
经费13951.234567万元|10.13951/234567|https://doi.org/10.13951/234567|中国知网 CNKI:SUN:NJNY.0.2024-11-013
1734567890123|IMG_20241226_123456789.jpg|mmexport1734567890123.jpg|wx_camera_1734567890123.jpg|15000-180000元
13000—150000|150-200-300|13.5-14.2-15.6|年龄13 14 15 16 17 18|118.7969, 32.0603|118.7969 32.0603|32°02′38″
99.99%|微信公众号njau1902|微信公众号：示例大学|微信公众平台 example2020|微信小程序12345次|微信推送13951篇
微信视频号example01|QQ空间|QQ音乐|身份证明材料|凭身份证免费参观|身份证复印件1份|护照办理12345人|学号、姓名等信息
职工号召力|小学号召13951人|家庭住址等信息不公开|信用卡中心95588|银行卡13951张|微信（公众号：njau1902）
微信：公众号njau1902|官方微信：njau1902|家庭住址、联系方式|车牌识别系统|银行卡收单业务12345笔|工号牌
dangban@example.edu.cn|office@moe.gov.cn|zhangsan@iis.ac.cn|press@example.com|service@example.com.cn|@示例大学
关注 @qq.com 公众号|C#语言|第#12号|1#楼|A@B|https://a.example/@zhang/13951234567
https://unpkg.com/react@18.2.0/umd/react.js|2024年1月至12月，13个支部、951名党员、23000人次|共投入1395.12万元
增至18612345678元|№13951234567|UUID 13951234-5678-1234-1234-123456789012|资助金额（元）：13951230000
¥13,951,230,000.00|13951230000.00元|RMB 13951230000|CNY13951230000|2023YFD13951230000|立项号13951230000
江苏省自然科学基金（BK13951230000）|教育部人文社科项目“茶叶”（13951230000）|苏ICP备13951230000号-1
苏公网安备 13951230000号|第13951230000号|ISBN 978-7-13951-230-0|doi:10.1016/j.aca.2023.13951230000
?id=13951230000|list.php?id=13951230000|20241128-20241202|1956.12-1966.5|工商注册号13951230000
快递单号13951230000|设备编号 13951230000|N=13951230000|{"id":13951230000}|id: 13951230000|13951230000立方米
13951230000 m³|13951230000余元|邮编150001 电话0451-82190000|161005 0452-2738000|zhangsan@njau.edu.cn
li@mail.example.edu.cn|office(at)example.edu.cn|user@example.com|xuanchuan@company.com.cn|info@company.com
凭护照换领手册12345册|家庭住址距学校1395米|a3f13951234567b|p13951234567.jpg|130.96 45.2953|131.4531 46.6213
微信转账12345.00元|支付宝到账12345.67元|sha1:13951234567abcdef|SN13951234567|JX13951234567890|编号为13951234567
（编号：13951234567）
""".replace("\n", "|").split("|")


def harmless() -> Iterator[str]:
    """Make the texts in which nothing is to be found."""
    for (unit, number), more in zip(product(UNITS, AMOUNTS), ("", "多", "", "余") * 99, strict=False):
        yield f"{number}{more}{unit}"
    for word, number in product(AMOUNT_WORDS, AMOUNTS):
        yield f"{word}{number}"
    for code, number in product(CODES, AMOUNTS):
        yield f"{code}{number}"
    yield from filter(None, OTHERS)
