"""The words around a number: those that call it a telephone, and those that say what else it is."""

import re

_NEAR = 32
"""How far back a word is looked for."""

_PHONE = re.compile(
    r"(?:手\s?机|电\s?话|小灵通|联系方式|热线|致电|拨打|电联|短信|"
    r"(?<![A-Za-z])(?:tel(?:ephone)?|mobile|phone|cell(?:phone)?|call|sms|mob))"
    r"(?:号码|号|机|\s?(?:no|number)\.?)?[\s:：为是(（\[=+]{0,4}(?:\+?\s?(?:00)?86[)\s-]{0,3})?\(?$",
    re.IGNORECASE,
)
_PHONE_BEHIND = re.compile(r"\s?[(（]?(?:手机|电话|微信同号|同微信)")

_AMOUNTS = (
    "金额|经费|资金|产值|收入|利润|投资|贷款|预算|总额|总值|人民币|合同额|营收|销售额|成交额|价值|成本|捐款|税收|"
    "面积|人口|数量|总数|总量|累计|合计|共计|总计|产量|流量|浏览量|点击量|点击率|阅读量|播放量|粉丝|订阅|用户|访问量|下载量|经度|纬度|坐标|海拔|"
    "(?:增|减|升|降|涨|增长|增加|达|增至|提高)到"
)
_CODES = (
    "项目|课题|基金|专利|专利号|申请号|公开号|公告号|授权号|授权公告号|批准号|批准文号|登记号|登录号|证书|证书号|许可证|"
    "备案|备案号|编号|编码|代码|批次|批号|订单|订单号|单号|合同|合同号|协议|标准|标准号|文号|字号|书号|刊号|信用代码|流水号|序列号|"
    "条形码|条码|图号|版本|型号|货号|档号|档案号|索书号|登记证|产品号|系统号|基因|序号|期号|文章号|公告|文件|发票|发票号|税号|"
    "招标|中标|采购|审定号|审定编号|品种权号|产权号|软著|软件著作权|著作权|物料|设备号|资产号|"
    "ICP备|安备|计划|立项|"
    "(?i:[a-z]{0,8}(?:DOI|ISBN|ISSN|CNKI|CSTR|ORCID|PMID|PMCID|arXiv|UUID|ZL|CN|SN|ID|No))|№"
)
_NO_CODE = "手机|电话|联系|微信|线|账|帐|小|短|大|座|靓|新|旧|原|副|主|本|工|学|证|卡|Q"
_EXCUSE_BEFORE = re.compile(
    rf"(?:(?:{_AMOUNTS})(?:编号|约|近|超|为|是|达|共|：|:|\s|人民币|[(（¥￥$]|[(（][^()（）\d]{{1,4}}[)）])*"
    rf"|(?<![A-Za-z])(?:{_CODES})(?:编号|编码|号码|号|代码|证)?"
    r"(?:[A-Z\s:：为是第#№(（\[./_\-“\"]|\(\d{1,4}\)){0,16}(?:[A-Za-z0-9]{1,8}[./_\-\s]){0,3}[A-Z]{0,4}"
    r"|(?:项目|课题|基金)[“《「\"][^”》」\"]{1,20}[”》」\"]\s?[(（]?"
    rf"|[\u4e00-\u9fff]{''.join(f'(?<!{word})' for word in _NO_CODE.split('|'))}号[\s:：为是(（]{{0,3}}"
    r"|[?&](?!tel|phone|mobile|qq|wx)[A-Za-z_]{1,24}=|(?<![A-Za-z])[A-Za-z]\s?=\s?"
    r"|(?<![A-Za-z])(?:RMB|CNY|USD|EUR|HKD)\s?|[¥￥$€£]\s?"
    r"|(?:GB|DB|NY|HJ|QB|ISO|IEC|T|LY|SN|YY|JJG|JB)[A-Z0-9/]{0,8}\s?)$"
)
_EXCUSE_AFTER = re.compile(
    r"\s?[余多]?(?:万|亿|元|美元|欧元|km|kg|kWh|MW|GW|KB|MB|GB|ha|m[23]|㎡|[LtmgW](?![A-Za-z])|%|‰|℃)"
    r"|[余多]?(?:人(?!工|员|事)|户|亩|吨|公斤|千克|斤|克|公里|千米|米|平方|立方|次|件|株|头|只|千瓦|度|个|册|份|篇|项|"
    r"字节|像素|条|羽|粒|颗)"
)
"""Behind a blank stands a name as often as a measure: 13951230000 米老师."""
_NUMBERED = re.compile("号(?!码|段|机)")
_CALLED = re.compile(r"(?:身份证|银行卡|卡号|护照|学号|工号|微信|QQ)(?:件)?(?:号码|号)?[\s:：为是(（]{0,3}$")
_COUNTED = re.compile(r"\s?[余多]?[笔张台套名家场期种辆所幅届门支位本部组对双层间处天年月日时分秒倍字词句章节]")
"""Words that may be a name behind a telephone number, and count what is behind a label."""


def is_labelled_phone(text: str, start: int, end: int) -> bool:
    """Check whether a number is called one of a telephone, before it or behind it."""
    return _PHONE.search(text, max(0, start - _NEAR), start) is not None or _PHONE_BEHIND.match(text, end) is not None


def is_excused(text: str, start: int, end: int) -> bool:
    """Check whether the words around a number say that it is an amount, or the number of something public."""
    if _CALLED.search(text, max(0, start - _NEAR), start):
        return False
    if _EXCUSE_AFTER.match(text, end) or _NUMBERED.match(text, end):
        return True
    return _EXCUSE_BEFORE.search(text, max(0, start - _NEAR), start) is not None


def is_counted(text: str, end: int) -> bool:
    """Check whether digits behind a label are followed by what they count: 微信推送12345篇."""
    return _EXCUSE_AFTER.match(text, end) is not None or _COUNTED.match(text, end) is not None
