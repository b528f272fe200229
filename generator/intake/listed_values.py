"""Cells that list things: partners, products, outcomes, honours, reports, money and films."""

import re

from generator.case.kinds import is_link
from generator.case.text import joined_lines, shorten
from generator.case.vocabulary import CREDIT_ROLES
from generator.case.words import WordList
from generator.intake.cells import split_values
from generator.intake.dates import read_dates
from generator.intake.figures import half_width, pieces_of, read_figure, read_number
from generator.intake.said import Asked, Reading
from generator.intake.words import choose
from generator.reading.text_as_fields import likely_kind

_ALL_SIGNS, _STRONG_SIGNS = "、；;，,\n", "；;\n"
_KINDED = re.compile(r"(.+?)\s*[（(]([^（()）]+)[)）]")
_URL = re.compile(r"https?://[^\s，。；、）)]+")
_BATCH = re.compile("第[一二三四五六七八九十]+批")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE = re.compile(r"(?:19|20)\d{2}[年./-][\d年月日./-]*")
_GENERAL = re.compile("数据|成效|成果|指标|量化|效果|情况")
"""In headings that do not say what is counted."""
_EDGE = " ，,：:（）()"
_NO_TITLE = "（标题待补）"


def read_partners(asked: Asked, reading: Reading) -> None:
    """Read partners; a kind that no brackets give is guessed from the name."""
    kinds = asked.programme.partner_kinds
    for part in split_values(asked.text, _ALL_SIGNS):
        name, kind = _with_kind(part, kinds)
        doubt = ""
        if not kind:
            kind = likely_kind(name, kinds.names)
            doubt = f"“{name}”的类别由名称推断" if kind else f"“{name}”的类别认不出"
        reading.say(("partners", 0), {"name": name, "kind": kind}, doubt)


def read_products(asked: Asked, reading: Reading) -> None:
    """Read products: 专利：示例专利, 示例专利（专利）, or a name that tells its kind."""
    kinds = asked.programme.product_kinds
    is_divided = re.search(f"[{_STRONG_SIGNS}]", asked.text)
    for part in split_values(asked.text, _STRONG_SIGNS if is_divided else "、，,"):
        link = _URL.search(part)
        name, kind = _with_kind(_URL.sub("", part).strip(" ，,：:"), kinds)
        before, colon, after = name.replace(":", "：").partition("：")
        doubt = ""
        if not kind and colon and (choice := choose(kinds, before)).name:
            name, kind, doubt = after.strip(), choice.name, choice.doubt
        if not kind:
            kind = next((one for one in kinds.names if one in name), "")
            doubt = f"“{shorten(name)}”的种类由名称推断" if kind else f"“{shorten(name)}”的种类认不出"
        url = link[0] if link and is_link(link[0]) else ""
        reading.say(("products", 0), {"kind": kind, "name": name, "link": url}, doubt)


def read_outcomes(asked: Asked, reading: Reading) -> None:
    """Read figures; where the cell has but a number, the heading says what it counts: 培训人次."""
    what = re.sub(r"[（(].*?[)）]", "", asked.heading)
    is_general = _GENERAL.search(what) is not None
    for piece in pieces_of(asked.text):
        number = read_number(piece)
        if number and not is_general:
            value, qualifier, own = number
            unit, doubt = _unit_of(asked.heading, what, own)
            given = {"what": what, "value": value, "unit": unit, "qualifier": qualifier}
            reading.say(("outcomes", 0), given, doubt)
        elif figure := read_figure(piece, asked.programme):
            reading.say(("outcomes", 0), figure.value, figure.doubt)
        else:
            reading.keep(asked, piece, "没有拆成事项、数值和单位")


def _unit_of(heading: str, what: str, own: str) -> tuple[str, str]:
    """Give the unit of a number that stands alone, and a doubt."""
    bracketed = re.search(r"[（(](?:单位[:：]?)?([^（()）]{1,6})[)）]\s*$", heading)
    if own and own[-1] not in "万亿":
        return own, ""
    if bracketed:
        return own + bracketed[1], ""
    unit = "人次" if what.endswith("人次") else "人" if what.endswith(("人数", "人")) else ""
    return own + unit, "单位由列标题推断" if unit else "没有写单位"


def read_honours(asked: Asked, reading: Reading) -> None:
    """Read honours with batch and year: 全国党建工作样板支部（第三批，2022年）."""
    for part in split_values(asked.text, "、；;\n"):
        batch, year = _BATCH.search(part), _YEAR.search(half_width(part))
        name = re.sub(r"[（(][^（()）]*[)）]", "", part) if batch or year else part
        name = _BATCH.sub("", re.sub(r"^(?:19|20)\d{2}年(?:度)?", "", name)).strip(_EDGE)
        known = asked.programme.honour(name)
        value = {
            "name": name,
            "level": known.level if known else "",
            "batch": batch[0] if batch else "",
            "year": year[0] if year else "",
        }
        reading.say(("honours", 0), value, "" if known else f"“{shorten(name)}”不在荣誉的名单里")


def read_sources(asked: Asked, reading: Reading) -> None:
    """Read reports: a title in 《》, a medium before it, an address and a date."""
    key = asked.path[0]
    for part in split_values(asked.text, _STRONG_SIGNS):
        link = _URL.search(part)
        rest = _URL.sub("", part).strip(_EDGE)
        title = re.search("《(.+?)》", rest)
        written = _DATE.search(rest)
        date = read_dates(written[0]) if written else None
        medium = rest.partition("《")[0].strip(_EDGE) if title else ""
        value = {
            "medium" if key == "coverage" else "publisher": medium,
            "title": (title[1] if title else rest) or _NO_TITLE,
            "url": link[0] if link and is_link(link[0]) else "",
            "date": date.start if date else "",
        }
        reading.say((key, 0), value, f"由“{shorten(part)}”拆出")


def read_team(asked: Asked, reading: Reading) -> None:
    """Read a team; its kind is guessed from how its name ends."""
    name = joined_lines(asked.text.split("\n"))
    words = asked.programme.team_kinds
    kind = next((word.name for word in words if name.endswith((word.name, *word.aliases))), "")
    reading.say(("team", "name"), name)
    if kind:
        reading.say(("team", "kind"), kind, f"“{shorten(name)}”的类别由名称推断")


def read_funding(asked: Asked, reading: Reading) -> None:
    """Read money: 省级专项资金20万元."""
    for piece in pieces_of(asked.text):
        figure = read_figure(piece, asked.programme, "经费")
        if figure and "before" not in figure.value:
            own = figure.value
            value = {
                "source": own["what"],
                "amount": own["value"],
                "unit": own.get("unit", ""),
                "qualifier": own.get("qualifier", ""),
            }
            reading.say(("funding", 0), value, f"由“{shorten(piece)}”拆出")
        else:
            reading.keep(asked, piece, "没有拆成来源、金额和单位")


def read_awards(asked: Asked, reading: Reading) -> None:
    """Read awards, with the year that is in their names."""
    for part in split_values(asked.text, "、；;\n"):
        year = _YEAR.search(half_width(part))
        value = {"name": part, "year": year[0] if year else ""}
        reading.say(("awards", 0), value, f"由“{shorten(part)}”取出年份" if year else "")


def read_videos(asked: Asked, reading: Reading) -> None:
    """Read films; without a public address there is nothing to link to."""
    for part in split_values(asked.text, _STRONG_SIGNS):
        link = _URL.search(part)
        title = _URL.sub("", part).strip(_EDGE)
        if link and is_link(link[0]):
            value = {"title": title or _NO_TITLE, "link": link[0]}
            reading.say(("videos", 0), value, "" if title else "没有写视频的标题")
        else:
            reading.keep(asked, part, "没有公开网页的网址，没有填")


def read_credits(asked: Asked, reading: Reading) -> None:
    """Read who wrote or photographed; nobody is named before it is known that they agree."""
    usual = choose(CREDIT_ROLES, re.sub("人$|姓名$|人员$", "", asked.heading)).name or "作者"
    for part in split_values(asked.text, _ALL_SIGNS):
        before, colon, after = part.replace(":", "：").partition("：")
        own = choose(CREDIT_ROLES, before).name if colon else ""
        guessed = "" if own else "分工由列标题推断，"
        value = {"role": own or usual, "name": after.strip() if own else part}
        reading.say(("credits", 0), value, f"{guessed}本人是否同意公开姓名没有写")


def _with_kind(text: str, kinds: WordList) -> tuple[str, str]:
    """Take a name and its kind apart that stands in brackets behind it: 示例公司（企业）."""
    found = _KINDED.fullmatch(text)
    choice = choose(kinds, found[2]) if found else None
    if found and choice and choice.name and not choice.doubt:
        return found[1], choice.name
    return text, ""
