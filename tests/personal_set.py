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
    "0{}（手机）",
    "https://a.example/?userTel={}",
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
    for text in dict.fromkeys((*HIDDEN_MAIL, *LABELLED, *BY_HAND.split("\n")[1:-1])):
        yield Sample(text, text)


BY_HAND = r"""
请联系王老师1 3 9 5 1 2 3 0 0 0 0
139.5123.0000
139_5123_0000
[139][5123][0000]
139）5123）0000
手机号：139 5123 0000转
1️⃣3️⃣9️⃣5️⃣1️⃣2️⃣3️⃣0️⃣0️⃣0️⃣0️⃣
<b>139</b><i>5123</i>0000
<font color="red">139</font>51230000
139<wbr>5123<wbr>0000
139<!-- -->5123<!-- -->0000
139&nbsp;5123&nbsp;0000
139&#160;5123&#160;0000
139&ensp;5123&ensp;0000
&#49;&#51;&#57;51230000
139\_5123\_0000
***139***51230000
~~139~~51230000
13951230000@a.example
https://a.example/?phone=139%205123%200000
https://a.example/?phone=139+5123+0000
https://a.example/?contact_phone=13951230000
https://a.example/?userTel=13951230000
https://a.example/?q=1&mobilePhone=13951230000
https://a.example/#tel=13951230000
https://a.example/?tel=１３９５１２３００００
https://a.example/?TEL=13951230000
http://user:13951230000@a.example/
https://zhangsan@qq.com/
tel:+86-139-5123-0000
tel:139%2D5123%2D0000
sms:13951230000?body=x
mailto:zhangsan@qq.com?subject=x
mailto:zhang%73an@qq.com
微信/手机：13951230000
微信：zhang_san
微信号：zhang-san-1
微信ID：zhangsan
微信 zhangsan2020
VX：zhangsan123
QQ：1 2345 6789
QQ邮箱：123456789@qq.com
QQ（123456789）
身份证：32010619850315002x
身份证号：3201061985O3150022
护照 E1234567
护照号码（E12345678）
往来港澳通行证：C1234567
学号 B20210001
工号：T2021003
卡号6222021200012345670
军官证 军字第1234567号
家庭住址：南京市玄武区卫岗1号3幢201室
家庭住址 江苏省南京市玄武区
住宅电话：84396101
住宅电话为025 8439 6101
车牌为苏A12345
车牌号苏A·D12345
身份证号码：三二〇一〇六一九八五〇三一五〇〇二二
０１３９５１２３００００手机
电话:0086 139 5123 0000
电话：+86 (139) 5123-0000
１３９·５１２３·００００
139∙5123∙0000
139⋅5123⋅0000
139ー5123ー0000
139‑5123‑0000
139 – 5123 – 0000
139／5123／0000
139〜5123〜0000
１３９＿５１２３＿００００
139{5123}0000
139<5123>0000
139《5123》0000
139〔5123〕0000
壹叁玖 伍壹贰叁 零零零零
一三九五一二三 零零零零
zhangsan@139.com
zhangsan＠ｑｑ．ｃｏｍ
zhangsan @ qq . com
zhangsan(AT)qq.com
zhangsan（艾特）qq.com
zhangsan[@]qq.com
zhangsan艾特qq点com
*zhangsan*@*qq.com*
zhangsan@<b>qq</b>.com
zhangsan@qq&#46;com
zhangsan@hotmail.com
zhangsan@mail.ru
zhangsan@pm.me
zhangsan@hey.com
zhangsan@vip.qq.com
320106 1985 0315 0022
320106-19850315-0022
320106/19850315/0022
320106·19850315·0022
3201061985<br>03150022
ID: 320106198503150022
6225 8801 0012 3455
6225-8801-0012-3455
6225 **8801** 0012 3455
"""
"""More, as people may write it."""
HARMLESS_BY_HAND = r"""
合同金额13800138000元
合同金额（元）13800138000
中标金额：¥13800138000
13800138000.50元
约13.95亿元
人民币13951230000元整
项目编号：13951230000
项目编号2023-13951230000
项目批准号：BK20131395123
国家自然科学基金（编号：31951230000）
国家重点研发计划（2019YFC13951230000）
江苏省农业科技自主创新资金项目[CX(19)13951230000]
发明专利ZL 2019 1 13951230.0
专利号：ZL201310139512.3
专利 CN13951230000B
实用新型专利号13951230000.X
DOI: 10.3969/j.issn.1000-1234.13951230000
10.1000/13951230000
ISBN：978-7-04-139512-3
ISBN 7-109-13951-2
书号：ISBN9787139512300
国办发〔2023〕13951230000号
https://www.example.edu.cn/?id=13951230000
https://www.example.edu.cn/show.asp?newsid=13951230000&page=2
https://www.example.edu.cn/?timestamp=1395123000000
https://mp.weixin.qq.com/s?__biz=MzA4&mid=2651395123&idx=1&sn=13951230000
https://mp.weixin.qq.com/s/13951230000abc
http://www.example.cn/139/5123/0000.html
2013-9-5 12:30:00
1395-12-30
2013.9.5-2013.12.30
2013年9月5日至12月30日
13:95:12
1993.5.12—1998.3.4
第139期5123页
播放量13951230000次
粉丝13951230000
粮食13951230000斤
面积13951230000平方米
海拔139.51230000米
北纬32.0139512，东经118.7139512
坐标（118.13951230，32.0139512）
流量13951230000MB
批号 13951230000
产品批次：20131395123000
登记号：GPD小麦(2018)320139
审定号：国审麦2013951230
软著登字第13951230000号
（2013）苏证字第13951230000号
税号：320106850315002
组织机构代码 139512300-0
统一社会信用代码：91320106MA1395123X
注册号：320106000139512
银行账号：025-84396101
对公账户开户许可证
订单编号13951230000
运单SF13951230000
条码：6913951230000
IMEI 861395123000012
MAC 13:95:12:30:00:00
13951230000个
13951230000余亩
1.3951230000
13951230000%
139.51230000%
-13951230000元
GB/T 13951-2000
NY/T 1395.1230-0000
学号编排规则
微信公众号“示例大学”
微信公众号:example_edu
QQ群成员12345人
护照、签证办理
身份证、户口本
工号、学号
家庭住址和联系方式不得公开
车牌号不得公开
电话：025-84396101，传真：025-84396102
电话 025-84396101 转 1395
邮编 210095
400-1395-123
0571-88139512
020 8139 5123
办公电话：(010)13951230
热线：96139
党费收缴账号
"""

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
    yield from dict.fromkeys(filter(None, (*OTHERS, *HARMLESS_BY_HAND.split("\n"))))
